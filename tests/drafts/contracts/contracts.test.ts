import { mkdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import { expect, test } from 'vitest';
import { readContracts } from '../../../src/journeys/drafts/read-contracts.ts';
import { smallPdf } from '../../support/small-pdf.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const channels = [{ id: 'x', platform: 'X', handle: '@brandtsoehne', url: 'https://x.com/brandtsoehne' }];
const lastDay = '2026-12-31';

const docx = (text: string) =>
  Packer.toBuffer(
    new Document({ sections: [{ children: [new Paragraph(text), new Paragraph('Berlin, den 1. Mai 2026.')] }] }),
  );

const eml = (text: string) =>
  `From: a@b.example\r\nTo: c@d.example\r\nSubject: Vertrag\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${text}\r\n`;

async function found(files: Readonly<Record<string, string | Uint8Array>>) {
  const dir = await temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(dir, name, '..'), { recursive: true });
    await writeFile(join(dir, name), content);
  }
  return readContracts(dir, '/', channels, lastDay, {});
}

test('reads every kind of file, and names file, place, duty and day; what runs on comes first', async () => {
  const { findings, unread, read } = await found({
    'a-radio.txt':
      'Vereinbarung\n\nDer Sponsor stellt das Rad. Brandt & Söhne veröffentlicht je Monat zwei Beiträge auf X.\n',
    'b/club.pdf': smallPdf(['Sponsorship', 'Four posts per season by @brandtsoehne until 30 June 2027.']),
    'c.docx': await docx('Das Gewinnspiel auf Twitter endet am 15. Januar 2027.'),
    'd.eml': eml('Das Logo mit https://x.com/brandtsoehne steht bis zum 1. M=C3=A4rz 2026 auf der Verpackung.'),
    'e.html': '<title>Deal</title><p>Please tag our <b>X account</b> in each story.</p>',
    'f.md': '# Print\n\nThe poster mentions twitter.com/brandtsoehne.\n',
  });
  expect({ read, unread }).toEqual({ read: 6, unread: [] });
  expect(
    findings.map(({ duties, days, isAfter, source: { file, page, line } }) => [
      file,
      page,
      line,
      duties,
      days,
      isAfter,
    ]),
  ).toEqual([
    ['b/club.pdf', 2, null, ['posts', 'period'], ['2027-06-30'], true],
    ['c.docx', null, 1, ['prize'], ['2027-01-15'], true],
    ['d.eml', null, 3, ['print', 'period'], ['2026-03-01'], false],
    ['a-radio.txt', null, 3, ['posts'], [], false],
    ['e.html', null, expect.any(Number), ['posts', 'mention'], [], false],
    ['f.md', null, 3, ['print', 'mention'], [], false],
  ]);
  expect(findings[0]?.source.words).toBe('Four posts per season by @brandtsoehne until 30 June 2027.');
});

test('what names no channel of ours is no finding', async () => {
  const { findings } = await found({
    'a.txt':
      'Anlage X zum Vertrag. Der Zeuge X. schweigt. Beiträge auf Instagram. Mail an info@x.com.example. @brandtsoehne_fans postet.',
  });
  expect(findings).toEqual([]);
});

test('what cannot be read is told by name', async () => {
  const { unread, read } = await found({
    'scan.pdf': smallPdf(['', '']),
    'broken.pdf': 'no pdf at all',
    'broken.docx': 'no zip at all',
    'old.doc': 'Beiträge auf X',
    'empty.txt': '',
    // Made with: qpdf --encrypt needed owner 256
    'locked.pdf': await readFile('tests/fixtures/contracts/locked.pdf'),
  });
  expect(read).toBe(0);
  expect(unread).toEqual([
    { file: 'broken.docx', why: 'broken' },
    { file: 'broken.pdf', why: 'broken' },
    { file: 'empty.txt', why: 'no-text' },
    { file: 'locked.pdf', why: 'encrypted' },
    { file: 'old.doc', why: 'unknown-kind' },
    { file: 'scan.pdf', why: 'no-text' },
  ]);
});

test('of too many files, and of one that is too big, it says so and reads the rest', async () => {
  const dir = await temporaryFolder();
  await writeFile(join(dir, 'a-film.txt'), 'Zwei Posts auf X.');
  await truncate(join(dir, 'a-film.txt'), 50 * 1024 * 1024 + 1);
  for (let n = 1; n <= 2001; n += 1) {
    await writeFile(join(dir, `b${String(n).padStart(4, '0')}.txt`), n % 1000 === 0 ? 'Zwei Posts auf X.' : 'Nichts.');
  }
  const { read, unread, findings } = await readContracts(dir, '/', channels, lastDay, {});
  expect(read).toBe(1999);
  expect(findings.map(({ source: { file } }) => file)).toEqual(['b1000.txt']);
  expect(unread).toEqual([
    { file: 'a-film.txt', why: 'too-big' },
    { file: 'b2000.txt', why: 'too-many' },
    { file: 'b2001.txt', why: 'too-many' },
  ]);
});

test('a folder that is not there is said so', async () => {
  await expect(readContracts('nowhere', await temporaryFolder(), channels, lastDay, {})).rejects.toMatchObject({
    code: 'report.no-folder',
  });
});
