import { describe, expect, it } from 'vitest';
import { planDrafts } from '../../../src/drafts/plan/plan-drafts.ts';
import type { DraftFilter } from '../../../src/model/farewell/draft-filter.ts';
import { draftKinds, kindSpecs } from '../../../src/model/farewell/draft-kinds.ts';
import type { ExitFacts } from '../../../src/model/farewell/exit-facts.ts';
import { draftChannel, exitFacts, someChannels } from '../../support/exit-facts.ts';
import { everything } from '../../support/template-shelf.ts';

const planOf = (facts: Partial<ExitFacts> = {}, wishes: Partial<DraftFilter> = {}, channels = someChannels) =>
  planDrafts(exitFacts({ locales: ['de'], ...facts }), channels, () => true, { ...everything, ...wishes });

describe('the plan of drafts', () => {
  it('has what is published on every channel, and what concerns an account only there', () => {
    const { drafts } = planOf();
    const on = (kind: string) => drafts.filter((one) => one.kind === kind).map(({ id }) => id);
    expect(on('announcement')).toEqual([
      'announcement-x',
      'announcement-facebook',
      'announcement-fedi',
      'announcement-youtube',
    ]);
    expect(on('bio')).toEqual(['bio-x']);
    expect(on('press-release')).toEqual(['press-release']);
    expect(new Set(drafts.map(({ id }) => id)).size).toBe(drafts.length);
  });

  it('gives each its audience and its moment', () => {
    const { drafts } = planOf();
    const at = (id: string) => {
      const { audience, publishAt } = drafts.find((one) => one.id === id) ?? {};
      return `${audience} ${publishAt}`;
    };
    expect(at('service-card')).toBe('leads 2027-01-24T09:00');
    expect(at('staff-memo')).toBe('staff 2027-01-28T09:00');
    expect(at('partner-notice')).toBe('partners 2027-01-29T08:00');
    expect(at('announcement-x')).toBe('public 2027-01-29T10:00');
    expect(['1', '2', '3'].map((n) => at(`reminder-${n}-x`))).toEqual([
      'public 2027-02-14T10:00',
      'public 2027-02-21T10:00',
      'public 2027-02-26T10:00',
    ]);
    expect(at('last-post-x')).toBe('public 2027-02-28T18:00');
    expect(at('emergency-hacked')).toBe('public null');
  });

  it('leaves out reminders of what was not announced yet', () => {
    const { drafts, leftOut } = planOf({ lastDay: '2027-02-05' });
    expect(drafts.filter(({ kind }) => kind.startsWith('reminder')).map(({ id }) => id)).toEqual(['reminder-3-x']);
    expect(leftOut.find(({ kind }) => kind === 'reminder-2')).toMatchObject({
      because: 'before-announcement',
      message: 'It would go out at 2027-01-29T10:00, and the announcement at 2027-01-29T10:00.',
    });
  });

  it('has a page for each way out that is taken, and answers about prizes where prizes are open', () => {
    const kinds = ['gone-page', 'redirect-page', 'crisis-prize'];
    const planned = (facts: Partial<ExitFacts>) =>
      planOf(facts)
        .drafts.map(({ kind }) => kind as string)
        .filter((kind) => kinds.includes(kind));
    expect(planned({})).toEqual([]);
    expect(planned({ leaves: [{ channel: 'x', mode: 'delete' }] })).toEqual(['gone-page']);
    expect(planned({ leaves: [{ channel: 'x', mode: 'redirect' }] })).toEqual(['redirect-page']);
    expect(planned({ fate: { ...exitFacts().fate, prizes: { de: 'Preise gelten.' } } })).toEqual(['crisis-prize']);
    expect(planOf().leftOut.map(({ message }) => message)).toContain('No prize is open.');
  });

  it('leaves out what a platform has no limit for, and says how to have it all the same', () => {
    const { leftOut } = planOf({ leaves: [{ channel: 'blog', mode: 'freeze' }] });
    const blog = leftOut.filter(({ channel }) => channel === 'blog');
    expect(blog.map(({ kind, because }) => `${kind} ${because}`)).toEqual([
      'announcement no-limit',
      'reminder-1 no-limit',
      'reminder-2 no-limit',
      'reminder-3 no-limit',
      'last-post no-limit',
      'pinned-post no-limit',
      'bio no-limit',
      'auto-reply no-messages',
    ]);
    expect(blog[0]?.message).toBe(
      'No limit is known for a post on WordPress; set facts.post_limit of "blog" in lastpost.yaml to have one.',
    );
  });

  it('takes a film’s description for its text, and an "about" for a bio', () => {
    const { drafts } = planOf({ leaves: [{ channel: 'youtube', mode: 'freeze' }] });
    const limits = drafts
      .filter(({ channel }) => channel?.id === 'youtube')
      .map(({ kind, limited }) => `${kind} ${limited}`);
    expect(limits).toContain('announcement description');
    expect(limits).toContain('bio about');
  });

  it('knows places that are no channel, and mail programs that cut a subject off', () => {
    const more = [...someChannels, draftChannel('sms', { post: 160 }), draftChannel('newsletter', { subject: 50 })];
    const { drafts } = planOf({}, {}, more);
    expect(drafts.filter(({ channel }) => channel?.id === 'sms').map(({ id }) => id)).toEqual(['announcement-sms']);
    expect(drafts.find(({ id }) => id === 'newsletter')).toMatchObject({ channel: null, limited: null });
    expect(drafts.find(({ id }) => id === 'newsletter')?.measure?.('subject', 'ab')).toMatchObject([
      { count: 2, most: 50 },
    ]);
  });

  it('has in a language what there are templates for, and says what is missing', () => {
    const facts = exitFacts({ locales: ['de', 'fr'] });
    const { drafts, leftOut } = planDrafts(
      facts,
      someChannels,
      (locale, kind) => locale === 'de' || kind === 'bio',
      everything,
    );
    expect(drafts.filter(({ locale }) => locale === 'fr').map(({ id }) => id)).toEqual(['bio-x']);
    expect(leftOut.find(({ kind, locale }) => kind === 'staff-memo' && locale === 'fr')).toMatchObject({
      because: 'no-template',
      message: 'There is no template of it in "fr": write templates/fr/staff-memo/long.md.',
    });
  });

  it('can be asked for some kinds, channels and languages', () => {
    const some = planOf(
      { locales: ['de', 'en'] },
      { kinds: ['announcement', 'bio'], channels: ['x'], locales: ['en'] },
    );
    expect(some.drafts.map(({ locale, id }) => `${locale} ${id}`)).toEqual(['en announcement-x', 'en bio-x']);
    expect(some.leftOut).toEqual([]);
  });

  it('has every kind there is, in an exit that has all', () => {
    const { drafts } = planOf({
      leaves: [
        { channel: 'x', mode: 'delete' },
        { channel: 'facebook', mode: 'redirect' },
      ],
      fate: { ...exitFacts().fate, prizes: { de: 'Preise gelten.' } },
    });
    expect(new Set(drafts.map(({ kind }) => kind))).toEqual(new Set(draftKinds));
    for (const { kind, channel } of drafts) expect(channel === null).toBe(kindSpecs[kind].place === 'once');
  });
});
