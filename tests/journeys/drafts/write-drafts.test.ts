import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DraftsReport } from '../../../src/journeys/drafts/write-drafts.ts';
import { openLedger } from '../../../src/storage/ledger.ts';
import { enter, postOf, snapshotNamed } from '../../contracts/post-store.ts';
import { clock, draftsWorkspace } from '../../support/drafts-workspace.ts';

const fates = ({ drafts }: DraftsReport) =>
  Object.fromEntries(drafts.map(({ locale, id, fate }) => [`${locale}/${id}`, fate]));

const count = (report: DraftsReport, fate: string): number => report.drafts.filter((one) => one.fate === fate).length;

const later = { lastDay: '2027-03-14' } as const;

describe('writing drafts', () => {
  it('makes one file for each draft, and changes nothing the second time', async () => {
    const { write, paths } = await draftsWorkspace();
    const first = await write();
    expect(new Set(Object.values(fates(first)))).toEqual(new Set(['new']));
    expect((await readdir(join(paths.drafts, 'de'))).sort()).toEqual([
      'announcement-fedi.md',
      'announcement-x.md',
      'auto-reply-x.md',
      'bio-x.md',
      'newsletter.md',
      'reminder-1-x.md',
      'staff-memo.md',
    ]);
    const before = await stat(join(paths.drafts, 'de', 'bio-x.md'));
    const second = await write();
    expect(new Set(Object.values(fates(second)))).toEqual(new Set(['same']));
    expect((await stat(join(paths.drafts, 'de', 'bio-x.md'))).mtimeMs).toBe(before.mtimeMs);
  });

  it('says what is left out, and why', async () => {
    const { write } = await draftsWorkspace();
    const { leftOut } = await write();
    expect(leftOut.filter(({ channel }) => channel === 'blog').map(({ because }) => because)).toEqual(['no-limit']);
    expect(leftOut).toContainEqual(expect.objectContaining({ kind: 'faq', locale: 'en', because: 'no-template' }));
  });

  it('follows a new day in every draft that names it, with a person’s words in them', async () => {
    const { write, edit, text } = await draftsWorkspace();
    await write();
    await edit('de/announcement-fedi', 'Unsere Läden bleiben, wo sie sind.', 'Unsere Läden bleiben!');
    const report = await write(later);
    expect(fates(report)).toMatchObject({
      'de/announcement-fedi': 'merged',
      'de/announcement-x': 'updated',
      'en/reminder-1-x': 'updated',
      'de/bio-x': 'same',
    });
    const merged = await text('de/announcement-fedi');
    expect(merged).toContain('14. März');
    expect(merged).toContain('Unsere Läden bleiben!');
    expect(merged).not.toContain('28. Februar');
    expect(fates(await write(later))['de/announcement-fedi']).toBe('edited');
  });

  it('leaves a file as it is where words and facts clash, until somebody takes a side', async () => {
    const { write, edit, text } = await draftsWorkspace();
    await write();
    await edit('de/announcement-x', 'ist hier Schluss.', 'hören wir hier auf.');
    const before = await text('de/announcement-x');
    for (let time = 0; time < 2; time += 1) {
      const report = await write(later);
      const clash = report.drafts.find(({ fate }) => fate === 'clash');
      expect(`${clash?.locale}/${clash?.id}`).toBe('de/announcement-x');
      expect(clash?.clashes).toMatchObject([
        {
          part: 'text',
          mine: expect.stringContaining('hören wir hier auf.'),
          fresh: expect.stringContaining('14. März'),
        },
      ]);
      expect(await text('de/announcement-x')).toBe(before);
    }
    const mine = await write(later, { drafts: ['de/announcement-x'], take: 'mine' });
    expect(fates(mine)).toEqual({ 'de/announcement-x': 'edited' });
    expect(await text('de/announcement-x')).toBe(before);
    await write({ lastDay: '2027-03-21' }, { drafts: ['de/announcement-x'], take: 'fresh' });
    expect(await text('de/announcement-x')).toContain('21. März');
    expect(await text('de/announcement-x')).not.toContain('hören wir hier auf.');
  });

  it('does not bring back what a person deleted, until they want it', async () => {
    const { write, file, text } = await draftsWorkspace();
    await write();
    await rm(file('de/bio-x'));
    expect(fates(await write())['de/bio-x']).toBe('deleted');
    await expect(text('de/bio-x')).rejects.toMatchObject({ code: 'ENOENT' });
    await write({}, { drafts: ['de/bio-x'], take: 'fresh' });
    expect(await text('de/bio-x')).toContain('Brandt & Söhne');
  });

  it('writes everything anew where the whole folder is gone', async () => {
    const { write, paths } = await draftsWorkspace();
    await write();
    await rm(paths.drafts, { recursive: true });
    expect(count(await write(), 'new')).toBe(14);
  });

  it('takes away what the exit has no more, and keeps what somebody edited', async () => {
    const { write, edit, file, text } = await draftsWorkspace();
    await write();
    await edit('en/reminder-1-x', '14 · ', 'Still 14 · ');
    const { stale } = await write({ lastDay: '2027-02-08' });
    expect(stale.map(({ locale, id, isKept }) => `${locale}/${id} ${isKept}`)).toEqual([
      'de/reminder-1-x false',
      'en/reminder-1-x true',
    ]);
    await expect(stat(file('de/reminder-1-x'))).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await text('en/reminder-1-x')).toContain('Still 14 · ');
    expect((await write({ lastDay: '2027-02-08' })).stale).toHaveLength(1);
  });

  it('does only what it was asked for, and calls nothing else stale', async () => {
    const { write, paths } = await draftsWorkspace();
    await write();
    const some = await write(later, { kinds: ['reminder-1'], locales: ['en'] });
    expect(fates(some)).toEqual({ 'en/reminder-1-x': 'updated' });
    expect(some.stale).toEqual([]);
    expect(await readdir(join(paths.drafts, 'de'))).toHaveLength(7);
    expect(count(await write(later), 'updated')).toBeGreaterThan(5);
  });

  it('writes nothing in a dry run', async () => {
    const { write, dir } = await draftsWorkspace();
    const before = await readdir(dir);
    expect((await write({}, { dryRun: true })).isDryRun).toBe(true);
    expect(await readdir(dir)).toEqual(before);
  });

  it('cuts nothing: what does not fit says by how much, and which fact is long', async () => {
    const { write, text } = await draftsWorkspace();
    const name = `our ${'very '.repeat(40)}own place`;
    const successors = [
      { name: { de: name, en: name }, url: 'https://a.example/', handle: null, since: null, channel: null },
    ];
    const report = await write({ successors, locales: ['de'] });
    const post = report.drafts.find(({ id }) => id === 'announcement-x');
    expect(post?.overs).toMatchObject([{ part: 'post 1', most: 280 }]);
    expect(post?.longFact).toMatchObject({ key: 'exit.successors[0].name', characters: name.length });
    expect(await text('de/announcement-x')).toContain(name);
  });

  it('judges the words that a person wrote, and not its own', async () => {
    const { write, edit } = await draftsWorkspace();
    await write();
    await edit('de/bio-x', 'Brandt & Söhne →', `${'Brandt & Söhne '.repeat(20)}→`);
    const { drafts } = await write();
    expect(drafts.find(({ id, locale }) => id === 'bio-x' && locale === 'de')?.overs).toMatchObject([
      { part: 'text', most: 160 },
    ]);
  });

  it('touches no file at all where one of them has a mistake', async () => {
    const { write, file, text } = await draftsWorkspace();
    await write();
    await writeFile(file('en/bio-x'), '---\nkind: boi\n---\n\nText\n');
    await expect(write(later)).rejects.toMatchObject({
      code: 'draft.front-matter',
      message: expect.stringMatching(/en\/bio-x\.md:2: kind is "boi"\.$/),
    });
    expect(await text('de/announcement-x')).toContain('28. Februar');
  });

  it.each([
    [{ locales: ['fr'] }, 'draft.no-locale', 'The exit is not told in "fr".'],
    [{ channels: ['fedo'] }, 'draft.no-channel', 'No channel is called "fedo".'],
    [{ drafts: ['anouncement-x'] }, 'draft.unknown', 'There is no draft "anouncement-x".'],
    [{ take: 'mine' }, 'draft.take-what', 'It is not said for which draft a side is to be taken.'],
  ] as const)('refuses %j', async (input, code, message) => {
    const { write } = await draftsWorkspace();
    await expect(write({}, input)).rejects.toMatchObject({ code, message });
  });

  it('asks the archive only where a template tells of its figures, and then of the accounts that are left', async () => {
    const { write, dir, paths, text } = await draftsWorkspace();
    const ledger = await openLedger({ file: paths.ledger, root: dir });
    const post = (id: string, published: string) => ({ ...postOf(id, { published, platform: 'x' }), channel: 'x' });
    await enter(
      ledger.posts,
      snapshotNamed('s1', undefined, 'x'),
      post('1', '2019-05-01T10:00:00.000Z'),
      post('2', '2026-05-01T10:00:00.000Z'),
    );
    await ledger.close();
    await write();
    expect(await text('de/staff-memo')).not.toContain('2019');
    await writeOwn(dir, 'de/bio/tiny.md', '{{ figures.posts }} Beiträge seit {{ figures.since_year }}');
    await write();
    expect(await text('de/bio-x')).toContain('2 Beiträge seit 2019\n');
    expect(await text('de/bio-x')).toContain('template: own:de/bio/tiny\n');
  });

  it('says that there is no exit yet', async () => {
    const { place } = await draftsWorkspace();
    const { writeDrafts } = await import('../../../src/journeys/drafts/write-drafts.ts');
    const input = { locales: [], channels: [], kinds: [], drafts: [], dryRun: false };
    await expect(writeDrafts(input, place, { clock })).rejects.toMatchObject({ code: 'exit.none' });
  });
});

async function writeOwn(dir: string, name: string, text: string): Promise<void> {
  const { mkdir } = await import('node:fs/promises');
  const file = join(dir, 'templates', name);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, text);
  expect(await readFile(file, 'utf8')).toBe(text);
}
