import { execFile } from 'node:child_process';
import { appendFile, copyFile, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { decodeDelta } from '../../../src/archive/delta/decode-delta.ts';
import { readDelta } from '../../../src/archive/delta/delta-file.ts';
import { encodeDelta } from '../../../src/archive/delta/encode-delta.ts';
import { layoutOfDelta, layoutOfWhole, type StoredLayout } from '../../../src/archive/delta/stored-layout.ts';
import type { SealedFile } from '../../../src/archive/snapshot-writer.ts';
import { sha256File } from '../../../src/base/digest.ts';
import { after, exchangeOf, openWriter, pageOf, SNAPSHOT_TIME } from '../../support/make-snapshot.ts';
import { noise } from '../../support/noise.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const SITE = 'https://blog.example.org';

/** A snapshot of a site whose page N says what `seeds[N]` makes of it. Equal pages are equal records. */
async function snapshotOf(dir: string, name: string, seeds: readonly number[]): Promise<SealedFile> {
  const writer = await openWriter(join(dir, `${name}.work`));
  for (const [index, seed] of seeds.entries()) {
    const url = `${SITE}/p/${index}`;
    await writer.addExchange(exchangeOf(url, { content: noise(seed, 12_000), fetchedAt: after(index * 10) }));
    await writer.addPage(pageOf(url, { at: after(index * 10), text: noise(seed, 400) }));
  }
  return writer.seal({
    file: join(dir, `${name}.wacz`),
    force: false,
    title: 'A blog',
    mainPageUrl: `${SITE}/p/0`,
    mainPageDate: SNAPSHOT_TIME,
  });
}

const wholeOf = ({ file, sha256, bytes }: SealedFile): StoredLayout =>
  layoutOfWhole({ name: basename(file), sha256, bytes });

async function deltaOf(dir: string, next: SealedFile, base: SealedFile, layout: StoredLayout = wholeOf(base)) {
  const target = `${next.file}-delta`;
  const encoded = await encodeDelta({ ...next, base: { file: base.file, layout }, target });
  if (encoded === undefined) throw new Error(`${dir}: stored whole`);
  return { name: basename(target), path: target, ...encoded };
}

const sourceIn = (dir: string) => async (name: string) => join(dir, name);

async function rebuilt(dir: string, delta: string): Promise<SealedFile['sha256']> {
  const target = join(dir, 'rebuilt.wacz');
  const { sha256 } = await decodeDelta({ delta, sourcePath: sourceIn(dir), target, force: true });
  expect((await sha256File(target)).sha256).toBe(sha256);
  return sha256;
}

const numbers = (count: number, from = 0): readonly number[] =>
  Array.from({ length: count }, (_, index) => from + index);
const changed = (seeds: readonly number[], at: number, to: number) =>
  seeds.map((seed, index) => (index === at ? to : seed));

describe('a snapshot as what changed since an earlier one', () => {
  it('comes back byte for byte, and costs what changed', async () => {
    const dir = await temporaryFolder();
    const first = await snapshotOf(dir, 'first', numbers(60));
    const second = await snapshotOf(dir, 'second', changed(numbers(60), 30, 999));
    const delta = await deltaOf(dir, second, first);
    expect(await rebuilt(dir, delta.path)).toBe(second.sha256);
    expect(delta.bytes).toBeLessThan(second.bytes * 0.2);
    expect(delta.literalBytes).toBeLessThan(delta.bytes);
  });

  it('a third one takes what the second brought from the second, and reads no delta to read another', async () => {
    const dir = await temporaryFolder();
    const first = await snapshotOf(dir, 'first', numbers(60));
    const second = await snapshotOf(dir, 'second', changed(numbers(60), 30, 999));
    const third = await snapshotOf(dir, 'third', changed(changed(numbers(60), 30, 999), 10, 888));
    const stored = await deltaOf(dir, second, first);
    const delta = await deltaOf(dir, third, second, await layoutOfDelta(stored));
    const { head } = await readDelta(delta.path);
    expect(head.sources.map(({ name }) => name).sort()).toEqual(['first.wacz', 'second.wacz-delta']);
    await rm(second.file);
    await rm(third.file);
    expect(await rebuilt(dir, delta.path)).toBe(third.sha256);
    expect(await rebuilt(dir, stored.path)).toBe(second.sha256);
  });

  it('is stored whole when that is nearly as short', async () => {
    const dir = await temporaryFolder();
    const first = await snapshotOf(dir, 'first', numbers(20));
    const other = await snapshotOf(dir, 'other', numbers(20, 500));
    const target = join(dir, 'other.wacz-delta');
    const base = { file: first.file, layout: wholeOf(first) };
    expect(await encodeDelta({ ...other, base, target })).toBeUndefined();
    expect(await readdir(dir)).not.toContain('other.wacz-delta');
  });

  it('is the same file each time', async () => {
    const dir = await temporaryFolder();
    const first = await snapshotOf(dir, 'first', numbers(20));
    const second = await snapshotOf(dir, 'second', changed(numbers(20), 3, 99));
    const once = await deltaOf(dir, second, first);
    await rm(once.path);
    expect(await deltaOf(dir, second, first)).toEqual(once);
  });

  it('comes back whatever was changed, put in and taken out', async () => {
    const dir = await temporaryFolder();
    let seeds = numbers(40);
    let base = await snapshotOf(dir, 'day-0', seeds);
    let layout = wholeOf(base);
    for (const day of numbers(12, 1)) {
      const at = (day * 17) % seeds.length;
      if (day % 3 === 0) seeds = seeds.filter((_, index) => index !== at);
      else if (day % 3 === 1) seeds = [...seeds.slice(0, at), 1000 + day, ...seeds.slice(at)];
      else seeds = changed(seeds, at, 2000 + day);
      const next = await snapshotOf(dir, `day-${day}`, seeds);
      const target = `${next.file}-delta`;
      const encoded = await encodeDelta({ ...next, base: { file: base.file, layout }, target });
      if (encoded !== undefined) expect(await rebuilt(dir, target)).toBe(next.sha256);
      layout =
        encoded === undefined
          ? wholeOf(next)
          : await layoutOfDelta({ name: basename(target), path: target, ...encoded });
      base = next;
    }
  });
});

it('is made into a WACZ again by the script of the documentation, without Lastpost', async () => {
  const dir = await temporaryFolder();
  const first = await snapshotOf(dir, 'first', numbers(20));
  const second = await snapshotOf(dir, 'second', changed(numbers(20), 3, 99));
  const third = await snapshotOf(dir, 'third', changed(changed(numbers(20), 3, 99), 7, 77));
  const stored = await deltaOf(dir, second, first);
  const { path } = await deltaOf(dir, third, second, await layoutOfDelta(stored));
  const page = await readFile('docs/storage.md', 'utf8');
  const script = /```js\n(\/\/ rebuild\.mjs[\s\S]*?)```/.exec(page)?.[1] ?? '';
  await writeFile(join(dir, 'rebuild.mjs'), script);
  await promisify(execFile)(process.execPath, [join(dir, 'rebuild.mjs'), path, join(dir, 'by-hand.wacz')]);
  expect((await sha256File(join(dir, 'by-hand.wacz'))).sha256).toBe(third.sha256);
});

describe('a delta that cannot be trusted', () => {
  async function made() {
    const dir = await temporaryFolder();
    const first = await snapshotOf(dir, 'first', numbers(30));
    const second = await snapshotOf(dir, 'second', changed(numbers(30), 3, 99));
    const { path } = await deltaOf(dir, second, first);
    const decode = () =>
      decodeDelta({ delta: path, sourcePath: sourceIn(dir), target: join(dir, 'new.wacz'), force: false });
    return { dir, first, second, path, decode };
  }

  it('is refused when it was cut or has grown', async () => {
    const { dir, path, decode } = await made();
    await appendFile(path, 'x');
    await expect(decode()).rejects.toMatchObject({ code: 'delta.damaged' });
    await truncate(path, 400);
    await expect(decode()).rejects.toMatchObject({ code: expect.stringMatching(/^delta\./) });
    await truncate(path, 10);
    await expect(decode()).rejects.toMatchObject({ code: 'delta.not-one' });
    expect(await readdir(dir)).not.toContain('new.wacz');
  });

  it.each([0.2, 0.5, 0.99])('a flipped bit is found wherever it is (%f)', async (share) => {
    const { dir, path, decode } = await made();
    const bytes = await readFile(path);
    const at = Math.floor(bytes.length * share);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await writeFile(path, bytes);
    await expect(decode()).rejects.toMatchObject({ code: expect.stringMatching(/^delta\.|^verify\./) });
    expect((await readdir(dir)).filter((name) => /^new|part$/.test(name))).toEqual([]);
  });

  it('names the source that is missing, and the one that is another', async () => {
    const { dir, first, path, decode } = await made();
    await copyFile(first.file, join(dir, 'kept.wacz'));
    const bytes = await readFile(first.file);
    bytes[2000] = (bytes[2000] ?? 0) ^ 1;
    await writeFile(first.file, bytes);
    await expect(decode()).rejects.toMatchObject({
      code: 'delta.source-changed',
      message: expect.stringContaining('first.wacz'),
    });
    const missing = decodeDelta({
      delta: path,
      sourcePath: async () => undefined,
      target: join(dir, 'new.wacz'),
      force: false,
    });
    await expect(missing).rejects.toMatchObject({
      code: 'delta.source-missing',
      message: expect.stringContaining('first.wacz'),
    });
    expect((await readdir(dir)).filter((name) => /^new|part$/.test(name))).toEqual([]);
  });

  it('one of a newer Lastpost is told so', async () => {
    const { path, decode } = await made();
    await writeFile(path, (await readFile(path, 'latin1')).replace('"version":1', '"version":2'), 'latin1');
    await expect(decode()).rejects.toMatchObject({ code: 'delta.newer' });
  });
});
