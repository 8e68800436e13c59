import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { openExportTree } from '../../src/archive/export-tree.ts';
import { KnownError } from '../../src/base/known-error.ts';
import { bytesOf, entry, openBytes } from './export-zips.ts';
import { newFolder } from './folder.ts';
import { zipOf } from './verify-make-zip.ts';
import { seededRandom } from './verify-random.ts';

const MUTATIONS = 1000;

const contents: Readonly<Record<string, string>> = {
  'data/tweets.js': `window.YTD = ${JSON.stringify(Array.from({ length: 40 }, (_, id) => ({ id, text: 'Grüße' })))}`,
  'data/large.json': 'Ein Beitrag. '.repeat(8000),
  'data/media/a.jpg': 'JPEG'.repeat(60),
  'data/empty.json': '',
  'Straße.txt': 'Köln',
};

const sound = zipOf(
  Object.entries(contents).map(([name, text], index) =>
    entry(
      name,
      text,
      index !== 2 && index !== 4 ? { deflate: true, descriptor: 'signed' } : { zip64: true, needed: 45 },
    ),
  ),
);

type Random = (limit: number) => number;

const changes: readonly ((bytes: Buffer, random: Random) => Buffer)[] = [
  function flip(bytes, random) {
    const copy = Buffer.from(bytes);
    for (let count = 0; count <= random(3); count += 1) {
      const at = random(copy.length);
      copy[at] = (copy[at] ?? 0) ^ (1 << random(8));
    }
    return copy;
  },
  function cut(bytes, random) {
    return bytes.subarray(0, random(bytes.length));
  },
  function takeOut(bytes, random) {
    const at = random(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random(60))]);
  },
  function putIn(bytes, random) {
    const [from, at] = [random(bytes.length), random(bytes.length)];
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(from, from + 1 + random(60)), bytes.subarray(at)]);
  },
  function copyOver(bytes, random) {
    const copy = Buffer.from(bytes);
    const from = random(bytes.length);
    bytes.copy(copy, random(bytes.length), from, from + 1 + random(60));
    return copy;
  },
];

async function outcome(file: string): Promise<'sound' | 'refused' | 'damaged'> {
  let result: 'sound' | 'refused' | 'damaged' = 'sound';
  const tree = await openExportTree([file]);
  try {
    for (const found of tree.files) {
      const text = await bytesOf(found).then(String, (error: unknown) => {
        if (!(error instanceof KnownError)) throw error;
        result = 'damaged';
      });
      if (text !== undefined) expect(text, found.path).toBe(contents[found.path]);
    }
    // No file is lost in silence: each is read, is said to be damaged, or is listed as refused.
    expect(tree.files.length + tree.refused.length).toBe(Object.keys(contents).length);
    if (tree.refused.length > 0) result = 'refused';
  } finally {
    await tree.close();
  }
  return result;
}

test.each([1, 2])('a thousand changes to a ZIP give its right bytes or a reason: seed %i', async (seed) => {
  const random = seededRandom(seed);
  const file = join(await newFolder(), 'export.zip');
  const counts = new Map<string, number>();
  for (let round = 0; round < MUTATIONS; round += 1) {
    const change = changes[round % changes.length] ?? Buffer.from;
    const bytes = change(sound, random) as Buffer;
    await writeFile(file, bytes);
    const result = await outcome(file).catch((error: unknown) => {
      if (error instanceof KnownError) return error.code;
      throw new Error(`round ${round}, ${change.name}`, { cause: error });
    });
    counts.set(result, (counts.get(result) ?? 0) + 1);
  }
  // The changes reach what they are meant for.
  expect([...counts.keys()]).toEqual(
    expect.arrayContaining(['sound', 'damaged', 'export.damaged', 'export.truncated']),
  );
});

test('a ZIP of 200,000 files opens within seconds, and takes little memory', { timeout: 300_000 }, async () => {
  const parts = Array.from({ length: 200_000 }, (_, id) => entry(`posts/2026/post-${id}.json`, `{"id":${id}}`));
  const bytes = zipOf(parts);
  parts.length = 0;
  const before = process.memoryUsage().rss;
  const began = performance.now();
  const tree = await openBytes(bytes);
  expect(performance.now() - began).toBeLessThan(20_000);
  expect(process.memoryUsage().rss - before).toBeLessThan(300e6);
  expect(tree.files).toHaveLength(200_000);
  const last = tree.files.find(({ path }) => path === 'posts/2026/post-199999.json');
  expect(String(await bytesOf(last ?? { open: () => (async function* () {})() }))).toBe('{"id":199999}');
});
