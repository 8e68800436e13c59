import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { exchangeOf, pageOf } from '../support/make-snapshot.ts';
import { newFolder } from './folder.ts';
import { newWriter, targetOf } from './sealed.ts';
import { allRecords, indexLines, textOf, unzipFile } from './unzip.ts';

/**
 * A real wall for real writes, without a disk of its own to fill: the kernel refuses this process files above a size. Only
 * the soft limit is set, so it can be taken back.
 */
function limitFileSize(bytes: number): () => void {
  const set = (limit: string): void => {
    execFileSync('prlimit', [`--pid=${process.pid}`, `--fsize=${limit}:`]);
  };
  set(String(bytes));
  const lift = (): void => set('unlimited');
  onTestFinished(lift);
  return lift;
}

const url = (index: number): string => `https://example.org/${index}`;

test('a full disk while crawling is said, and nothing that was written is lost', async () => {
  const folder = await newFolder();
  const work = join(folder, 'work');
  const writer = await newWriter(folder);
  for (let index = 0; index < 3; index += 1) {
    await writer.addExchange(exchangeOf(url(index), { content: randomBytes(50_000) }));
  }
  const before = writer.bytes;
  const large = exchangeOf(url(3), { content: randomBytes(400_000) });
  const lift = limitFileSize(300_000);
  await expect(writer.addExchange(large)).rejects.toMatchObject({
    code: 'snapshot.disk-full',
    message: expect.stringContaining(`${before} bytes`),
    hint: expect.stringContaining(work),
    cause: { code: 'EFBIG' },
  });
  // What still fits is taken, and after room was made so is the rest.
  await writer.addExchange(exchangeOf(url(4), { content: 'small' }));
  lift();
  await writer.addExchange(large);

  const { file } = await writer.seal(targetOf(join(folder, 'out.wacz')));
  const files = await unzipFile(file);
  const records = await allRecords(files.get('archive/data-00001.warc.gz') ?? new Uint8Array());
  expect(
    records.filter(({ record }) => record.warcType === 'response').map(({ record }) => record.warcTargetURI),
  ).toEqual([0, 1, 2, 4, 3].map(url));
  expect(indexLines(textOf(files, 'indexes/index.cdx')).map(({ json }) => json.url)).toEqual([0, 1, 2, 3, 4].map(url));
});

test('a full disk while sealing removes what it began, and sealing again works', async () => {
  const folder = await newFolder();
  const work = join(folder, 'work');
  const writer = await newWriter(folder, { maxWarcBytes: 100_000 });
  for (let index = 0; index < 6; index += 1) {
    await writer.addExchange(exchangeOf(url(index), { content: randomBytes(60_000) }));
  }
  const lift = limitFileSize(250_000);
  await expect(writer.seal(targetOf(join(folder, 'out.wacz')))).rejects.toMatchObject({
    code: 'snapshot.disk-full',
    message: expect.stringMatching(/^The disk or a limit on it takes no larger file after 2\d{5} bytes/),
    hint: expect.stringContaining(work),
  });
  expect(await readdir(folder)).toEqual(['work']);
  lift();
  await writer.seal(targetOf(join(folder, 'out.wacz')));
  expect(await readdir(folder)).toEqual(['out.wacz']);
});

test('a full disk while sorting the index or keeping a page loses no line of either', async () => {
  const folder = await newFolder();
  const writer = await newWriter(folder, { indexRunBytes: 20_000 });
  const text = 'Visible words. '.repeat(500);
  const pages = Array.from({ length: 12 }, (_, index) => pageOf(url(index), { text: '' }));
  for (const page of pages) await writer.addExchange(exchangeOf(page.url, { content: page.url }));
  const lift = limitFileSize(9_000);
  const outcomes = await Promise.allSettled(pages.map((page) => writer.addPage({ ...page, text })));
  const failed = outcomes.flatMap((outcome, index) => (outcome.status === 'rejected' ? [index] : []));
  expect(failed.length).toBeGreaterThan(0);
  for (const index of failed) {
    expect((outcomes[index] as PromiseRejectedResult).reason).toMatchObject({ code: 'snapshot.disk-full' });
  }
  lift();
  const { file } = await writer.seal(targetOf(join(folder, 'out.wacz')));
  const files = await unzipFile(file);
  const lines = textOf(files, 'pages/pages.jsonl').trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line).url ?? 'header')).toEqual([
    'header',
    ...pages.filter((_, index) => !failed.includes(index)).map((page) => page.url),
  ]);
  const index = indexLines(textOf(files, 'indexes/index.cdx'));
  expect(index.filter(({ json }) => json.url?.startsWith('https:'))).toHaveLength(12);
});
