import { execFileSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { CdxjSorter } from '../../src/archive/cdxj-sorter.ts';
import { newFolder } from './folder.ts';

// A small generator of our own, so that a failure comes back the same.
function* scrambled(count: number): Generator<string> {
  let state = 20261123;
  for (let index = 0; index < count; index += 1) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    yield `org,example)/${(state >> 8) % 997}?${String.fromCharCode(33 + (state % 90))} ${index}\n`;
  }
}

async function sort(sorter: CdxjSorter, lines: Iterable<string>): Promise<readonly string[]> {
  for (const line of lines) {
    sorter.add(line);
    await sorter.relieve();
  }
  const sorted: string[] = [];
  for await (const line of sorter.sorted()) sorted.push(line);
  return sorted;
}

test.each([
  ['in memory', 1 << 20, 64],
  ['through many runs', 300, 64],
  ['through more runs than are merged at once', 300, 3],
  ['with a run for every line', 1, 7],
])('sorts by bytes %s', async (_how, runCharacters, mergeWays) => {
  const lines = [...scrambled(500)];
  const folder = await newFolder();
  const sorted = await sort(new CdxjSorter({ folder, runCharacters, mergeWays }), lines);
  const expected = execFileSync('sort', { input: lines.join(''), env: { LC_ALL: 'C' } }).toString();
  expect(sorted.join('')).toBe(expected);
  expect((await readdir(folder)).length > 0).toBe(runCharacters < 1 << 20);
});

test('sorts nothing into nothing', async () => {
  expect(await sort(new CdxjSorter({ folder: await newFolder() }), [])).toEqual([]);
});

test('gives the lines again when asked again', async () => {
  const sorter = new CdxjSorter({ folder: await newFolder(), runCharacters: 100, mergeWays: 2 });
  const first = await sort(sorter, scrambled(50));
  expect(await sort(sorter, [])).toEqual(first);
  expect(first).toHaveLength(50);
});
