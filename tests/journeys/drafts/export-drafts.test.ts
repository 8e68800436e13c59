import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { approveDrafts } from '../../../src/journeys/drafts/approve-draft.ts';
import { type ExportDraftsInput, exportDrafts } from '../../../src/journeys/drafts/export-drafts.ts';
import type { Progress } from '../../../src/model/progress.ts';
import { readCsv } from '../../posts/exports/read-csv.ts';
import { only, readIcs } from '../../runs/read-ics.ts';
import { clock, draftsWorkspace } from '../../support/drafts-workspace.ts';
import { exitBlock } from '../../support/exit-block.ts';
import { pdfPages } from '../../support/read-pdf.ts';

const everything = { locales: [], channels: [], kinds: [] } as const;

async function written(exit = exitBlock) {
  const workspace = await draftsWorkspace(exit);
  await workspace.write();
  const stop = new AbortController();
  const progress: Progress[] = [];
  const run = (input: Partial<ExportDraftsInput> & Pick<ExportDraftsInput, 'formats'>) =>
    exportDrafts({ ...everything, approvedOnly: false, force: false, ...input }, workspace.place, {
      clock,
      signal: stop.signal,
      onProgress: (one) => progress.push(one),
    });
  const names = ({ files, folder }: Awaited<ReturnType<typeof run>>) =>
    files.map(({ file, drafts }) => `${file.slice(folder.length + 1)} ${drafts}`);
  return { ...workspace, run, names, stop, progress };
}

describe('exporting drafts', () => {
  it('writes each format under a name that stays, all in exports/drafts', async () => {
    const { run, names, dir } = await written();
    const result = await run({ formats: ['md', 'txt', 'html', 'docx', 'xlsx', 'json', 'ics', 'eml'] });
    expect(result.folder).toBe(join(dir, 'exports', 'drafts'));
    expect(names(result)).toEqual([
      'farewell-de.md 7',
      'farewell-en.md 7',
      'farewell-de.txt 7',
      'farewell-en.txt 7',
      'farewell-de.html 7',
      'farewell-en.html 7',
      'farewell-de.docx 7',
      'farewell-en.docx 7',
      'farewell-review.xlsx 14',
      'farewell.json 14',
      'farewell.ics 14',
      'mail/newsletter-de.eml 1',
      'mail/newsletter-en.eml 1',
    ]);
    for (const { file, bytes } of result.files) expect((await readFile(file)).length).toBe(bytes);
    expect(result.notes).toEqual([
      'The newsletter has no link to unsubscribe; your mail tool adds it, or give its tag with --unsubscribe TEXT.',
    ]);
    // The small template of the memo has no subject.
    expect(result.leftOut.map(({ format, draft, reason }) => [format, draft, reason])).toEqual([
      ['eml', 'de/staff-memo', 'no-subject'],
      ['eml', 'en/staff-memo', 'no-subject'],
    ]);
    expect((await readdir(result.folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('tells accounts of one platform apart', async () => {
    const { run, paths } = await written();
    const config = await readFile(paths.config, 'utf8');
    const shop = '  - {id: shop, platform: x, url: "https://x.com/brandtladen"}\n';
    await writeFile(paths.config, config.replace('people:\n', `${shop}people:\n`));
    const { files } = await run({ formats: ['txt'], locales: ['de'] });
    const text = await readFile(files[0]?.file ?? '', 'utf8');
    expect(text).toContain('\nAnkündigung – X (x)\n');
    expect(text).toContain('\nAnkündigung – Mastodon\n');
    expect(text).toMatch(/\nLänge: Text: \d+ von 280\n/);
  });

  it('takes the words that are in the files now', async () => {
    const { run, edit } = await written();
    await edit('de/bio-x', 'Brandt & Söhne →', '=Brandt "&" Söhne →');
    const { files } = await run({ formats: ['json'], kinds: ['bio'], locales: ['de'] });
    const kit = JSON.parse(await readFile(files[0]?.file ?? '', 'utf8')) as { drafts: { text: string }[] };
    expect(kit.drafts.map(({ text }) => text)).toEqual([expect.stringMatching(/^=Brandt "&" Söhne →/)]);
  });

  it('tells how many are not approved, and leaves them out where only approved ones are wanted', async () => {
    const { run, names, place, edit } = await written();
    for (const draft of ['de/bio-x', 'de/newsletter']) {
      await approveDrafts({ drafts: [draft], locales: [], by: 'anna' }, place, { clock });
    }
    await edit('de/newsletter', '# Brandt & Söhne', '# Brandt');
    const all = await run({ formats: ['md'], locales: ['de'] });
    expect([all.drafts, all.unapproved, all.changed, all.held]).toEqual([7, 5, 1, []]);
    const approved = await run({ formats: ['txt'], locales: ['de'], approvedOnly: true });
    expect([names(approved), approved.unapproved, approved.changed]).toEqual([['farewell-de.txt 1'], 0, 0]);
    expect(approved.held).toContain('de/newsletter');
    expect(approved.held).toHaveLength(6);
    expect(await readFile(approved.files[0]?.file ?? '', 'utf8')).toContain('freigegeben von Anna Berg');
  });

  it('writes a file for each account of a scheduler, and tells what it could not take', async () => {
    const { run, names, edit } = await written();
    await edit('de/announcement-fedi', 'publish_at: 2027-01-29T10:00', 'publish_at: 2027-01-02T10:00');
    const result = await run({ formats: ['csv:sprout'], locales: ['de'] });
    expect(names(result)).toEqual(['sprout/x-de.csv 2']);
    expect(result.leftOut.map(({ draft, reason }) => `${draft} ${reason}`)).toEqual([
      'de/announcement-fedi past',
      'de/staff-memo no-post',
      'de/auto-reply-x no-post',
      'de/bio-x no-post',
      'de/newsletter no-post',
    ]);
    const rows = readCsv(await readFile(result.files[0]?.file ?? '', 'utf8'), ',');
    expect(rows.map(([date, time]) => `${date} ${time}`)).toEqual([
      'date time_24hr',
      '29/01/2027 10:00',
      '14/02/2027 10:00',
    ]);
    expect(result.notes[0]).toBe(
      'Times for Sprout Social are those of Europe/Berlin: see that it is set to that zone before you import them.',
    );
  });

  it('replaces files only when it is told to, and names those of an earlier export', async () => {
    const { run, dir } = await written();
    const first = await run({ formats: ['csv:publer', 'md'] });
    await expect(run({ formats: ['md'] })).rejects.toMatchObject({
      code: 'draft-export.exists',
      message: `${join(dir, 'exports/drafts/farewell-de.md')} and another file are already there.`,
    });
    await writeFile(join(first.folder, 'publer', 'notes.txt'), 'mine');
    const again = await run({ formats: ['csv:publer'], locales: ['de'], channels: ['x'], force: true });
    expect(again.older.map((file) => file.slice(first.folder.length + 1))).toEqual([
      'publer/fedi-de.csv',
      'publer/fedi-en.csv',
      'publer/x-en.csv',
    ]);
  });

  it('writes nothing at all when one of the files cannot be made', async () => {
    const { run, dir } = await written();
    await expect(run({ formats: ['md', 'pdf'], browserPath: join(dir, 'no-browser') })).rejects.toMatchObject({
      code: 'browser.not-found',
    });
    expect(await readdir(dir)).not.toContain('exports');
  });

  it('stops when it is told to', async () => {
    const { run, stop } = await written();
    stop.abort();
    await expect(run({ formats: ['md'] })).rejects.toThrow(/abort/i);
  });

  it.each([
    ['drafts', 'draft-export.in-drafts'],
    ['drafts/de', 'draft-export.in-drafts'],
    ['lastpost.yaml/x', 'draft-export.cannot-write'],
  ])('refuses the folder %s with %s', async (out, code) => {
    const { run } = await written();
    await expect(run({ formats: ['md'], out })).rejects.toMatchObject({ code });
  });

  it.each([
    [{ kinds: ['faq'] }, 'There is no such draft to export.'],
    [{ approvedOnly: true }, 'None of the 14 drafts is approved as it is now.'],
  ] as const)('says that there is nothing for %j', async (input, message) => {
    const { run } = await written();
    await expect(run({ formats: ['md'], ...input })).rejects.toMatchObject({
      code: 'draft.nothing-to-export',
      message,
    });
  });

  it('remembers what it told calendars, so that a moved draft counts up', async () => {
    const { run, edit } = await written();
    const sequences = async () => {
      const { files } = await run({ formats: ['ics'], force: true });
      const read = readIcs(await readFile(files[0]?.file ?? ''));
      return new Map(
        read.components.map((event) => [
          only(event, 'UID')?.value.split('/').slice(1).join('/'),
          [Number(only(event, 'SEQUENCE')?.value), only(event, 'DTSTART')?.value] as const,
        ]),
      );
    };
    const before = await sequences();
    expect(await sequences()).toEqual(before);
    for (const locale of ['de', 'en']) {
      await edit(`${locale}/bio-x`, 'publish_at: 2027-01-29T10:00', 'publish_at: 2027-01-30T10:00');
    }
    const after = await sequences();
    const [old, now] = [before, after].map((all) => all.get('bio@lastpost'));
    expect(now?.[1]).toBe('20270130T090000Z');
    expect(now?.[0]).toBeGreaterThan(old?.[0] ?? Number.NaN);
    expect(after.get('newsletter@lastpost')).toEqual(before.get('newsletter@lastpost'));
    expect(after.get('duty/jona/1@lastpost')?.[1]).toBe('20270129T080000Z');
  });
});

describe('the review copy as PDF', () => {
  it('is an A4 page or more for each language, with its title and its structure', async () => {
    const { run, progress, text } = await written();
    const { files } = await run({ formats: ['pdf'] });
    expect(files.map(({ locale }) => locale)).toEqual(['de', 'en']);
    expect(progress.map(({ current }) => current)).toEqual(['farewell-de.pdf', 'farewell-en.pdf']);
    for (const { file, locale } of files) {
      const pdf = (await readFile(file)).toString('latin1');
      expect(pdf.slice(0, 5)).toBe('%PDF-');
      // A4 in points, as Chromium rounds it; one for each page.
      expect(pdf.match(/\/MediaBox \[[^\]]*\]/g)).toContainEqual(
        expect.stringMatching(/^\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]$/),
      );
      expect(pdf).toContain('/StructTreeRoot');
      expect(pdf).toContain(`/Lang (${locale})`);
      const title = /\/Title <FEFF([0-9A-F]+)>/.exec(pdf)?.[1] ?? '';
      const words = Buffer.from(title, 'hex').swap16().toString('utf16le');
      const shown = pdfPages(Buffer.from(pdf, 'latin1')).map((page) => page.replace(/^\s*\d+ \/ \d+/, ''));
      const all = shown.join('').replace(/\s+/g, '');
      for (const name of ['announcement-fedi', 'reminder-1-x', 'bio-x']) {
        const draft = (await text(`${locale}/${name}`)).replace(/^---\n[\s\S]*?\n---\n/, '');
        expect(all).toContain(draft.replace(/\s+/g, ''));
      }
      expect(words).toBe(`${locale === 'de' ? 'Abschiedstexte von' : 'Farewell texts of'} Brandt & Söhne (${locale})`);
    }
  });
});
