import { describe, expect, it } from 'vitest';
import { audienceLine } from '../../../src/drafts/audiences/audience-line.ts';
import { drawAudiences } from '../../../src/drafts/audiences/audience-svg.ts';
import type { Draft } from '../../../src/model/farewell/draft.ts';
import type { Audience } from '../../../src/model/farewell/exit-facts.ts';
import { demoPlan } from '../../support/demo-plan.ts';
import { exitFacts } from '../../support/exit-facts.ts';

const draft = (name: string, audience: Audience, publishAt: string | null): Draft => ({
  id: name.slice(3),
  kind: audience === 'staff' ? 'staff-memo' : audience === 'leads' ? 'service-card' : 'announcement',
  locale: name.slice(0, 2) as 'de',
  address: 'formal',
  channel: null,
  audience,
  publishAt,
  fields: {},
  text: '',
  template: '',
});

const drafts = [
  draft('de/announcement-x', 'public', '2027-01-29T10:00'),
  draft('en/announcement-x', 'public', '2027-01-29T10:00'),
  draft('de/staff-memo', 'staff', '2027-01-28T09:00'),
  draft('de/service-card', 'leads', '2027-01-24T09:00'),
  draft('de/comeback', 'public', null),
];
const material = { brand: 'Brandt & Söhne', facts: exitFacts(), drafts, plan: null };

describe('the line of audiences', () => {
  it('has each moment once, with the drafts of all languages together', () => {
    const { moments, tooEarly, staffAheadHours } = audienceLine(material);
    expect(moments.map(({ at, audience, drafts: names, isFact }) => [at, audience, names, isFact])).toEqual([
      ['2027-01-24T09:00', 'leads', ['service-card'], false],
      ['2027-01-28T09:00', 'staff', ['staff-memo'], false],
      ['2027-01-29T08:00', 'partners', [], true],
      ['2027-01-29T10:00', 'public', ['announcement-x'], false],
    ]);
    expect([tooEarly, staffAheadHours]).toEqual([[], 25]);
  });

  it('goes by the clocks of the exit, which are set back in between', () => {
    const facts = exitFacts({ timezone: 'Europe/Berlin' });
    const autumn = [
      draft('de/staff-memo', 'staff', '2026-10-24T10:00'),
      draft('de/service-card', 'leads', '2026-10-20T10:00'),
      draft('de/announcement-x', 'public', '2026-10-25T10:00'),
    ];
    expect(audienceLine({ ...material, facts, drafts: autumn }).staffAheadHours).toBe(25);
  });

  it('counts what a run has sent, and when', () => {
    const steps = demoPlan.steps.map((step) =>
      step.id === 'tell/announce' ? { ...step, doneAt: '2027-01-27T09:00:00.000Z' } : step,
    );
    const { tooEarly, moments } = audienceLine({ ...material, plan: { ...demoPlan, kind: 'run', steps } });
    expect(moments.find((one) => one.steps.length > 0)).toMatchObject({
      at: '2027-01-27T10:00',
      steps: ['tell/announce'],
    });
    expect(tooEarly.map(({ what, before }) => [what, before])).toEqual([['tell/announce', 'staff']]);
  });

  it('is drawn with as many columns as there are moments, the same in words, and long sentences broken', () => {
    const early = [...drafts.slice(1), draft('de/announcement-x', 'public', '2027-01-28T08:00')];
    const svg = drawAudiences(audienceLine({ ...material, drafts: early }), 'en');
    expect(svg.match(/class="day"/g)).toHaveLength(5);
    expect(svg).toContain('class="dot early"');
    expect(svg).toMatch(/<desc id="audiences-description">Sunday, 24 January 2027, 9 am, leads: service-card\./);
    expect(svg.match(/class="wrong"/g)?.length).toBeGreaterThan(1);
    expect(
      Math.max(...[...svg.matchAll(/class="wrong"[^>]*>([^<]*)</g)].map(([, said = '']) => said.length)),
    ).toBeLessThan(120);
  });
});
