import { copyFile, open, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verifyWacz } from '../../src/archive/verify-wacz.ts';
import { readZip, type ZipArchive } from '../../src/archive/zip-read-archive.ts';
import { makeSnapshot, openWriter, SNAPSHOT_TIME } from '../support/make-snapshot.ts';
import { newFolder } from './folder.ts';
import { seededRandom } from './verify-random.ts';
import { missedFlips, withFlip } from './verify-structure.ts';

async function structureOf(file: string): Promise<ZipArchive> {
  const handle = await open(file, 'r');
  const zip = await readZip(handle, (await handle.stat()).size, (rule) => {
    throw new Error(rule);
  });
  await handle.close();
  if (zip === undefined) throw new Error('no directory');
  return zip;
}

/** Offsets of all bytes that are not content of a file in the ZIP. */
async function metadataOffsets(file: string): Promise<readonly number[]> {
  const { contents } = await structureOf(file);
  const bytes = await readFile(file);
  const isContent = new Uint8Array(bytes.length);
  for (const { entry, dataAt } of contents) isContent.fill(1, dataAt, dataAt + entry.compressedBytes);
  return [...isContent.keys()].filter((offset) => isContent[offset] === 0);
}

test('finds every single bit of the ZIP structure', { timeout: 1_200_000 }, async () => {
  const { file } = await makeSnapshot(await newFolder());
  expect((await metadataOffsets(file)).length).toBeGreaterThan(700);
  expect(await missedFlips(file, await metadataOffsets(file), true)).toEqual([]);
});

test('finds every single bit of a zip64 end', { timeout: 1_200_000 }, async () => {
  const folder = await newFolder();
  const writer = await openWriter(join(folder, 'work'));
  const file = join(folder, 'small.wacz');
  await writer.seal({
    file,
    force: false,
    title: 'Nothing',
    mainPageUrl: 'https://example.org/',
    mainPageDate: SNAPSHOT_TIME,
    forceZip64: true,
  });
  expect((await structureOf(file)).end.zip64MadeBy).toBeDefined();
  expect(await missedFlips(file, await metadataOffsets(file), true)).toEqual([]);
});

test('finds a bit in any byte of the content', { timeout: 1_200_000 }, async () => {
  const { file } = await makeSnapshot(await newFolder());
  const { contents } = await structureOf(file);
  const handle = await open(file, 'r+');
  const random = seededRandom(7);
  const missed: string[] = [];
  for (const { entry, dataAt } of contents) {
    const step = Math.max(1, Math.floor(entry.bytes / 40));
    for (let at = dataAt; at < dataAt + entry.bytes; at += step) {
      const bit = random(8);
      const { problems } = await withFlip(handle, at, bit, () => verifyWacz(file));
      const hasFile = problems.some((problem) => problem.file === entry.name || problem.rule === 'zip.crc');
      if (!hasFile) missed.push(`${entry.name} byte ${at} bit ${bit}`);
    }
  }
  await handle.close();
  expect(missed).toEqual([]);
});

test('finds one flipped bit at each of 200 random places', { timeout: 1_200_000 }, async () => {
  const { file, bytes } = await makeSnapshot(await newFolder(), { signed: false, indexBlockLines: 3 });
  const handle = await open(file, 'r+');
  const random = seededRandom(1);
  const missed: string[] = [];
  for (let round = 0; round < 200; round += 1) {
    const [at, bit] = [random(bytes), random(8)];
    const report = await withFlip(handle, at, bit, () => verifyWacz(file));
    if (report.ok || report.problems.length === 0) missed.push(`byte ${at} bit ${bit}`);
  }
  await handle.close();
  expect(missed).toEqual([]);
  expect((await verifyWacz(file)).problems).toEqual([]);
});

test('finds twenty truncations, and says where the file stops', { timeout: 300_000 }, async () => {
  const { file, bytes } = await makeSnapshot(await newFolder());
  const random = seededRandom(2);
  const lengths = [4, 30, bytes - 1, bytes - 22, ...Array.from({ length: 16 }, () => 4 + random(bytes - 4))];
  for (const length of lengths) {
    const short = `${file}.short`;
    await copyFile(file, short);
    await truncate(short, length);
    const { ok, problems } = await verifyWacz(short);
    expect(ok, `cut to ${length} of ${bytes} bytes`).toBe(false);
    expect(problems[0], `cut to ${length} of ${bytes} bytes`).toMatchObject({
      rule: 'zip.end',
      file: '',
      offset: length,
    });
  }
});

test('finds a byte added at the end, and one at the beginning', async () => {
  const { file } = await makeSnapshot(await newFolder());
  const bytes = await readFile(file);
  for (const [name, content] of [
    ['after', Buffer.concat([bytes, Buffer.from([0])])],
    ['before', Buffer.concat([Buffer.from([0]), bytes])],
  ] as const) {
    await writeFile(`${file}.${name}`, content);
    expect((await verifyWacz(`${file}.${name}`)).ok, name).toBe(false);
  }
});
