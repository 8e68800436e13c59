import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verifyWacz } from '../../src/archive/verify-wacz.ts';
import { readWaczPages, readWaczSummary } from '../../src/archive/wacz-read.ts';
import { makeSnapshot } from '../support/make-snapshot.ts';
import { newFolder } from './folder.ts';
import { build, draft } from './verify-make.ts';
import { zipOf } from './verify-make-zip.ts';

test.each([
  ['verify', verifyWacz],
  ['summary', readWaczSummary],
] as const)('%s says what is wrong with a path that leads to no WACZ', async (_, read) => {
  const folder = await newFolder();
  const path = (name: string) => join(folder, name);
  await mkdir(path('folder'));
  await writeFile(path('text.wacz'), 'This is no ZIP at all, only text that somebody renamed.');
  await writeFile(path('empty.wacz'), '');
  await writeFile(path('letter.docx'), zipOf([{ name: 'word/document.xml', content: Buffer.from('<w/>') }]));
  await expect(read(path('none.wacz'))).rejects.toMatchObject({ code: 'verify.no-such-file' });
  const notOne =
    read === verifyWacz ? 'verify.not-a-wacz' : expect.stringMatching(/^(verify\.not-a-wacz|wacz\.damaged)$/);
  for (const name of ['folder', 'text.wacz', 'empty.wacz', 'letter.docx']) {
    await expect(read(path(name)), name).rejects.toMatchObject({ name: 'KnownError', code: notOne });
  }
});

test('a cut-off WACZ is a report, not an exception', async () => {
  const file = join(await newFolder(), 'short.wacz');
  const bytes = build(draft());
  await writeFile(file, bytes.subarray(0, 500));
  expect(await verifyWacz(file)).toMatchObject({ ok: false, problems: [{ rule: 'zip.end', offset: 500 }] });
});

test('verifying can be stopped, and tells how far it is', async () => {
  const { file, bytes } = await makeSnapshot(await newFolder());
  const controller = new AbortController();
  const seen: number[] = [];
  await verifyWacz(file, {
    onProgress: ({ phase, bytes: done = -1, bytesTotal }) => {
      expect([phase, bytesTotal]).toEqual(['verify', bytes]);
      seen.push(done);
    },
  });
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(seen.at(-1)).toBeGreaterThan(bytes / 2);
  const stopped = verifyWacz(file, { signal: controller.signal, onProgress: () => controller.abort() });
  await expect(stopped).rejects.toThrow(/abort/i);
});

test('a summary has what a person wants to see, without reading a WARC', async () => {
  const { file, bytes, signer, pageUrls } = await makeSnapshot(await newFolder());
  const summary = await readWaczSummary(file);
  expect(summary).toMatchObject({
    title: 'The Example Blog',
    software: 'Lastpost 0.1.0',
    waczVersion: '1.1.1',
    mainPageUrl: 'https://blog.example.org/',
    bytes,
    pageCount: 2,
    crawl: { state: 'complete' },
    gaps: [],
    signature: { publicKey: signer?.publicKey, domain: null },
  });
  expect(summary.pages.map(({ url }) => url)).toEqual(pageUrls);
  expect(summary.files.find(({ path }) => path === 'pages/pages.jsonl')).toMatchObject({ stored: true });
  expect((await readWaczSummary(file, { maxPages: 1 })).pages).toHaveLength(1);
  const urls: string[] = [];
  for await (const { url } of readWaczPages(file)) urls.push(url);
  expect(urls).toEqual(pageUrls);
});

test('a summary of another tool leaves out what is not there', async () => {
  const file = join(await newFolder(), 'other.wacz');
  const made = draft();
  made.files.set('reports/crawl.json', Buffer.from('{"state":"something else"}'));
  await writeFile(file, build(made));
  expect(await readWaczSummary(file)).toMatchObject({
    title: null,
    software: 'other tool 1.0',
    pageCount: 1,
    crawl: null,
    signature: null,
  });
});

test('a hundred thousand problems of a kind do not fill the memory', async () => {
  const file = join(await newFolder(), 'many.wacz');
  const made = draft();
  made.indexText = (text) => text + 'not an index line\n'.repeat(100_000);
  await writeFile(file, build(made));
  const { problems } = await verifyWacz(file);
  expect(problems.length).toBeLessThan(300);
  expect(problems.at(-1)).toMatchObject({ message: expect.stringMatching(/^\d+ more problems of this kind/) });
});

test('a name from the file cannot steer the terminal', async () => {
  const file = join(await newFolder(), 'evil.wacz');
  const made = draft();
  made.zip = (parts) => [...parts, { name: 'logs/\u001b[2J.log', content: Buffer.from('x'), packed: Buffer.from('y') }];
  await writeFile(file, build(made));
  const { problems } = await verifyWacz(file);
  expect(problems.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['zip.name', 'zip.crc']));
  expect(JSON.stringify(problems)).not.toContain('\\u001b');
});
