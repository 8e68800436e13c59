import { beforeAll, expect, test } from 'vitest';
import { whoHearsFirstRule } from '../../../../src/drafts/lint/rules/05-who-hears-first.ts';
import type { ExitPlan, ExitPlanStep } from '../../../../src/model/farewell/lint/exit-plan.ts';
import { briefly, type DemoLint, type DemoMore, demoLint, edit } from '../../../support/lint-demo.ts';

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

const rules = [whoHearsFirstRule];
const check = (changes: Parameters<DemoLint['check']>[0], more: DemoMore = {}) =>
  demo.check(changes, { rules, ...more });
const moved = (from: string, to: string) => edit(`publish_at: ${from}`, `publish_at: ${to}`);

test('the kit of the demo says nothing wrong', () => {
  expect(briefly(check({}))).toEqual([]);
});

test.each(['de', 'en'])(
  'a post for the public that was moved before the memo is found, with the memo (%s)',
  (locale) => {
    const { findings } = check({ [`${locale}/announcement-x`]: moved('2026-11-30T10:00', '2026-11-27T08:00') });
    expect(findings.map(({ spot, severity }) => [spot?.draft, spot?.line, spot?.words, severity])).toEqual([
      [`${locale}/announcement-x`, 7, '2026-11-27T08:00', 'error'],
    ]);
    expect(findings[0]?.clash).toMatchObject({
      kind: 'draft',
      spot: { draft: 'en/staff-memo', words: '2026-11-27T07:30' },
    });
    expect(findings[0]?.message).toEqual({
      en: 'This goes to the public on Friday, 27 November 2026, at 8 am, and the staff get their memo less than 24 hours before, or after it: on Friday, 27 November 2026, at 7:30 am.',
      de: 'Das geht am Freitag, 27. November 2026, 8 Uhr an die Öffentlichkeit, und die Belegschaft erfährt es weniger als 24 Stunden vorher oder erst danach: am Freitag, 27. November 2026, 7:30 Uhr.',
    });
  },
);

test.each(['de', 'en'])(
  'a memo that was moved behind the announcement is found at everything that comes too early (%s)',
  (locale) => {
    const { findings } = check({ [`${locale}/staff-memo`]: moved('2026-11-27T07:30', '2026-11-30T09:00') });
    const drafts = findings.map(({ spot }) => spot?.draft);
    expect(drafts).toContain('de/announcement-x');
    expect(drafts).toContain('en/partner-notice');
    expect(drafts).not.toContain('de/reminder-1-x');
    expect(findings[0]?.fix.en).toMatch(/^Send the memo/);
  },
);

test('the memo is out exactly 24 hours before the public', () => {
  const memo = moved('2026-11-27T07:30', '2026-11-29T10:00');
  const partners = {
    'de/partner-notice': null,
    'de/influencer-notice': null,
    'en/partner-notice': null,
    'en/influencer-notice': null,
  };
  expect(briefly(check({ 'de/staff-memo': memo, ...partners }))).toEqual([]);
  const late = moved('2026-11-27T07:30', '2026-11-29T10:01');
  expect(briefly(check({ 'de/staff-memo': late, ...partners })).length).toBeGreaterThan(0);
});

test('partners before the staff and after the public are found', () => {
  const before = check({ 'de/partner-notice': moved('2026-11-30T08:00', '2026-11-26T08:00') });
  expect(briefly(before)).toEqual(['who-hears-first de/partner-notice 6']);
  expect(before.findings[0]?.message.de).toContain('an Partner');
  const after = check({ 'en/partner-notice': moved('2026-11-30T08:00', '2026-11-30T12:00') });
  expect(briefly(after)).toEqual(['who-hears-first en/partner-notice 6']);
  expect(after.findings[0]?.message.en).toContain('the public hear of it before that');
});

test('leads after the staff are found, unless the facts want it like that', async () => {
  const changes = { 'de/faq': moved('2026-11-23T10:00', '2026-11-27T09:00') };
  expect(briefly(check(changes))).toEqual(['who-hears-first de/faq 6']);
  const { told } = demo.kit.facts;
  const facts = { ...demo.kit.facts, told: { ...told, leads: '2026-11-27T08:00' } };
  expect(
    briefly(
      check(
        {
          'de/faq': changes['de/faq'],
          'de/service-card': moved('2026-11-23T10:00', '2026-11-27T08:00'),
          'en/faq': moved('2026-11-23T10:00', '2026-11-27T08:00'),
          'en/service-card': moved('2026-11-23T10:00', '2026-11-27T08:00'),
        },
        { facts },
      ),
    ),
  ).toEqual([]);
});

test('what goes out before its readers may know it is found, with the fact', () => {
  const { findings } = check({ 'en/landing-page': moved('2026-11-30T10:00', '2026-11-29T10:00') });
  expect(findings.map(({ spot, clash }) => [spot?.draft, clash])).toEqual([
    ['en/landing-page', { kind: 'fact', key: 'told.public', says: '2026-11-30T10:00' }],
  ]);
  expect(findings[0]?.fix.en).toContain('publish_at: 2026-11-30T10:00');
});

test('facts that say it the wrong way round are told of', () => {
  const { told } = demo.kit.facts;
  const facts = { ...demo.kit.facts, told: { ...told, staff: '2026-11-29T12:00', partners: '2026-11-30T11:00' } };
  const all = demo.check({}, { rules, facts }).findings.filter(({ spot }) => spot === null);
  expect(all.map(({ clash, message }) => [clash?.kind === 'fact' && clash.key, message.de])).toEqual([
    [
      'told.staff',
      'Nach den Fakten erfährt es die Belegschaft am Sonntag, 29. November 2026, 12 Uhr, weniger als 24 Stunden vor der Öffentlichkeit (Montag, 30. November 2026, 10 Uhr).',
    ],
    [
      'told.partners',
      'Nach den Fakten erfahren es Partner am Montag, 30. November 2026, 11 Uhr, nach der Öffentlichkeit (Montag, 30. November 2026, 10 Uhr).',
    ],
  ]);
});

const step = (id: string, startsAt: string, drafts: readonly string[], doneAt: string | null = null): ExitPlanStep => ({
  id,
  type: 'manual',
  title: { en: id, de: id },
  instructions: null,
  channel: 'x',
  roles: ['brand'],
  people: ['Jonas Petersen'],
  startsAt,
  dueAt: null,
  drafts,
  isIrreversible: false,
  doneAt,
});

const plan = (kind: ExitPlan['kind'], ...steps: readonly ExitPlanStep[]): ExitPlan => ({
  kind,
  name: 'leave-x',
  mode: 'delete',
  holidays: null,
  steps,
});

test('the steps of a plan are held against one another', () => {
  const memo = step('tell/memo', '2026-11-27T06:30:00.000Z', ['staff-memo']);
  const announce = step('tell/announce', '2026-11-30T09:00:00.000Z', ['announcement', 'de/bio-x']);
  expect(briefly(check({}, { plan: plan('playbook', memo, announce) }))).toEqual([]);
  const late = { ...memo, startsAt: '2026-11-29T12:00:00.000Z' };
  const planned = check({}, { plan: plan('playbook', late, announce) }).findings;
  expect(planned.map(({ severity, clash }) => [severity, clash?.kind === 'step' && clash.step])).toEqual([
    ['warning', 'tell/memo'],
  ]);
  expect(planned[0]?.message.en).toBe(
    'By the plan, the public hear of it on Monday, 30 November 2026, at 10 am (step tell/announce), and the staff on Sunday, 29 November 2026, at 1 pm (step tell/memo).',
  );
  const done = { ...announce, doneAt: '2026-11-26T09:00:00.000Z' };
  const run = check({}, { plan: plan('run', memo, done) }).findings;
  expect(run.map(({ severity }) => severity)).toEqual(['error']);
});
