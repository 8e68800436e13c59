import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { packFolder } from '../../src/archive/pack-folder.ts';
import type { ExportFile } from '../../src/model/official-export.ts';
import { bytesOf, entry, openBytes, openParts, openPaths, textsOf } from './export-zips.ts';
import { newFolder } from './folder.ts';
import { unzip } from './unzip.ts';

async function folderOf(contents: readonly (readonly [string, string])[]): Promise<string> {
  const folder = await newFolder();
  for (const [path, text] of contents) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

const contents = [
  ['data/tweets.js', 'window.YTD = []'],
  ['Straße/größe 🚋.txt', 'x'.repeat(2_000_000)],
  ['empty.txt', ''],
] as const;

const pack = async (files: readonly ExportFile[]) => bytesOf({ open: () => packFolder(files) });

test('a folder is packed into a ZIP that gives the same files', async () => {
  const folder = await folderOf(contents);
  const packed = await pack((await openPaths([folder])).files);
  const texts = await textsOf(await openBytes(packed));
  expect(texts).toEqual(Object.fromEntries(contents));
  expect(unzip(packed).map(({ data }) => data.length)).toEqual([2_000_000, 15, 0]);
});

test('the same folder gives the same bytes, whatever its dates and its order', async () => {
  const one = await folderOf(contents);
  const other = await folderOf([...contents].reverse());
  await utimes(join(other, 'empty.txt'), 1, 1);
  const first = await pack((await openPaths([one])).files);
  const second = await pack([...(await openPaths([other])).files].reverse());
  expect(first.equals(second)).toBe(true);
});

test('it waits for whoever reads it', async () => {
  let asked = 0;
  const file: ExportFile = {
    path: 'long.bin',
    bytes: 200 * 65_536,
    part: 'made',
    async *open() {
      for (; asked < 200; asked += 1) yield Buffer.alloc(65_536, asked);
    },
  };
  const packing = packFolder([file]);
  // Some megabytes wait in the streams between; the rest is not asked for.
  await packing.next();
  await sleep(100);
  expect(asked).toBeLessThan(60);
  await packing.return(undefined);
  await sleep(20);
  expect(asked).toBeLessThan(60);
});

test('a file may give the same memory with other bytes in it, chunk after chunk', async () => {
  const file: ExportFile = {
    path: 'a',
    bytes: 40_000,
    part: 'made',
    async *open() {
      const memory = Buffer.alloc(10_000);
      for (const letter of 'abcd') yield memory.fill(letter);
    },
  };
  const [entryOf] = unzip(await pack([file]));
  expect(entryOf?.data.toString()).toBe([...'abcd'].map((letter) => letter.repeat(10_000)).join(''));
});

test('what cannot be read is said, and so is being stopped', { timeout: 50_000 }, async () => {
  const text = 'Ein Beitrag. '.repeat(300);
  const tree = await openParts([entry('a', 'a'), entry('b', text, { deflate: true, bytes: 5000 })]);
  await expect(pack(tree.files)).rejects.toMatchObject({ code: 'export.damaged' });
  const controller = new AbortController();
  const long = await openParts([{ name: 'c', content: Buffer.alloc(20_000_000) }]);
  const stopped = bytesOf({
    async *open() {
      for await (const chunk of packFolder(long.files, controller.signal)) {
        controller.abort();
        yield chunk;
      }
    },
  });
  await expect(stopped).rejects.toThrow(/abort/i);
});
