import { describe, expect, it } from 'vitest';
import { approveDrafts } from '../../../src/journeys/drafts/approve-draft.ts';
import { diffDrafts } from '../../../src/journeys/drafts/diff-drafts.ts';
import { listDrafts } from '../../../src/journeys/drafts/list-drafts.ts';
import { showDraft } from '../../../src/journeys/drafts/show-draft.ts';
import { openLedger } from '../../../src/storage/ledger.ts';
import { readExitValue, withExitValues } from '../../../src/workspace/set-exit-values.ts';
import { clock, draftsWorkspace, kitInput } from '../../support/drafts-workspace.ts';

const all = { locales: [], channels: [], kinds: [] } as const;

const written = async () => {
  const workspace = await draftsWorkspace();
  await workspace.write();
  return workspace;
};

describe('listing drafts', () => {
  it('shows them by language and by when they go out, as their files are', async () => {
    const { place, edit } = await written();
    await edit('de/bio-x', 'Brandt & Söhne →', 'Brandt →');
    const drafts = await listDrafts({ ...all, locales: ['de'] }, place);
    expect(drafts.map(({ draft, isEdited, state }) => `${draft.id} ${draft.publishAt} ${isEdited} ${state}`)).toEqual([
      'staff-memo 2027-01-28T09:00 false none',
      'announcement-fedi 2027-01-29T10:00 false none',
      'announcement-x 2027-01-29T10:00 false none',
      'auto-reply-x 2027-01-29T10:00 false none',
      'bio-x 2027-01-29T10:00 true none',
      'newsletter 2027-01-29T10:00 false none',
      'reminder-1-x 2027-02-14T10:00 false none',
    ]);
    expect(await listDrafts({ ...all, kinds: ['bio'], channels: ['x'] }, place)).toHaveLength(2);
    expect(await listDrafts(all, (await draftsWorkspace()).place)).toEqual([]);
  });
});

describe('showing a draft', () => {
  it('tells how long it is where it will stand', async () => {
    const { place } = await written();
    const [de, en] = await showDraft('announcement-fedi', [], place, { clock });
    expect([de?.draft.locale, en?.draft.locale]).toEqual(['de', 'en']);
    expect(de?.counts).toMatchObject([{ part: 'text', most: 500 }]);
    expect(de?.counts[0]?.count).toBeGreaterThan(100);
    const [newsletter] = await showDraft('de/newsletter', [], place, { clock });
    expect(newsletter?.counts.map(({ part, most }) => `${part} ${most}`)).toEqual(['subject 50', 'preheader 90']);
    await expect(showDraft('bio-y', [], place, { clock })).rejects.toMatchObject({
      code: 'draft.unknown',
      hint: 'Did you mean "bio-x"?',
    });
  });
});

describe('approving a draft', () => {
  it('is bound to its words, and is kept for ever', async () => {
    const { place, edit, paths, dir } = await written();
    const approve = (by: string) => approveDrafts({ drafts: ['de/bio-x'], locales: [], by }, place, { clock });
    expect(await approve('anna')).toMatchObject([
      {
        person: 'Anna Berg',
        approval: { locale: 'de', draft: 'bio-x', by: 'anna', at: '2027-01-02T10:00:00.000Z' },
      },
    ]);
    const state = async () => (await listDrafts({ ...all, locales: ['de'], kinds: ['bio'] }, place))[0]?.state;
    expect(await state()).toBe('approved');
    await edit('de/bio-x', 'publish_at: 2027-01-29T10:00', 'publish_at: 2027-01-29T11:00');
    expect(await state()).toBe('approved');
    await edit('de/bio-x', '→', '=>');
    expect(await state()).toBe('changed');
    await approve('jona');
    expect(await state()).toBe('approved');
    const ledger = await openLedger({ file: paths.ledger, root: dir });
    expect((await ledger.approvals.ofDraft('de', 'bio-x')).map(({ by }) => by)).toEqual(['anna', 'jona']);
    await ledger.close();
  });

  it('takes several, and none where one name is wrong', async () => {
    const { place } = await written();
    const approve = (drafts: readonly string[]) =>
      approveDrafts({ drafts, locales: ['de'], by: 'anna' }, place, { clock });
    await expect(approve(['bio-x', 'bio-y'])).rejects.toMatchObject({ code: 'draft.unknown' });
    const states = async () => (await listDrafts({ ...all, locales: ['de'] }, place)).map(({ state }) => state);
    expect(new Set(await states())).toEqual(new Set(['none']));
    expect(await approve(['bio-x', 'announcement-x', 'de/bio-x'])).toHaveLength(2);
    expect((await states()).filter((state) => state === 'approved')).toHaveLength(2);
  });

  it.each([
    ['bio-x', 'anna', 'draft.which-language'],
    ['de/bio-x', 'ana', 'person.unknown'],
    ['de/bio-x', ' ', 'draft.no-person'],
    ['de/bio-y', 'anna', 'draft.unknown'],
  ])('of %s as "%s" is refused with %s', async (draft, by, code) => {
    const { place } = await written();
    await expect(approveDrafts({ drafts: [draft], locales: [], by }, place, { clock })).rejects.toMatchObject({ code });
  });
});

describe('the difference that facts make', () => {
  it('is every sentence that changes, in every language, and nothing is written', async () => {
    const { place, edit, text } = await written();
    await edit('de/announcement-fedi', 'Unsere Läden bleiben, wo sie sind.', 'Unsere Läden bleiben!');
    const before = await text('de/announcement-fedi');
    const { changed, same, gone } = await diffDrafts({ ...kitInput({ lastDay: '2027-03-14' }), set: [] }, place, {
      clock,
    });
    const changes = (name: string) => changed.find(({ locale, id }) => `${locale}/${id}` === name)?.changes;
    expect(changes('en/reminder-1-x')).toEqual([
      { part: 'publish_at', before: '2027-02-14T10:00', after: '2027-02-28T10:00' },
      {
        part: 'text',
        before: '14 · Sunday, 28 February 2027 · @brandtsoehne@social.example',
        after: '14 · Sunday, 14 March 2027 · @brandtsoehne@social.example',
      },
    ]);
    expect(changes('de/announcement-fedi')?.map(({ after }) => after)).toEqual([expect.stringContaining('14. März')]);
    expect(changes('de/newsletter')).toEqual([
      { part: 'fields.subject', before: 'Brandt & Söhne: 28. Februar', after: 'Brandt & Söhne: 14. März' },
    ]);
    expect(changes('de/bio-x')).toBeUndefined();
    expect([changed.length, same, gone.length]).toEqual([8, 6, 0]);
    expect(await text('de/announcement-fedi')).toBe(before);
  });

  it('names drafts that would be gone, and what somebody has to look at', async () => {
    const { place, edit } = await written();
    await edit('de/announcement-x', 'ist hier Schluss.', 'hören wir auf.');
    const { changed, gone } = await diffDrafts({ ...kitInput({ lastDay: '2027-02-08' }), set: [] }, place, { clock });
    expect(gone.map(({ locale, id }) => `${locale}/${id}`)).toEqual(['de/reminder-1-x', 'en/reminder-1-x']);
    expect(changed.find(({ locale, id }) => `${locale}/${id}` === 'de/announcement-x')).toMatchObject({
      fate: 'clash',
      changes: [],
      clashes: [{ part: 'text' }],
    });
  });
});

describe('facts that somebody types', () => {
  it('are set where they stand in lastpost.yaml', () => {
    const text = '# ours\nexit:\n  last_day: 2027-02-28 # a Sunday\n  successors:\n    - {url: a}\n';
    const set = ['last_day=2027-03-14', 'exit.reason.sentence.de=Warum: darum', 'successors.0.url=https://b.example/'];
    expect(withExitValues(text, set.map(readExitValue))).toBe(
      '# ours\nexit:\n  last_day: 2027-03-14\n  successors:\n    - { url: https://b.example/ }\n  reason:\n    sentence:\n      de: "Warum: darum"\n',
    );
    expect(() => readExitValue('last day')).toThrow(expect.objectContaining({ code: 'usage.bad-value' }));
  });
});
