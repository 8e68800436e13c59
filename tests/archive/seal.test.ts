import { existsSync } from 'node:fs';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verifySignature } from '../../src/archive/signing-key.ts';
import type { SnapshotWriter } from '../../src/archive/snapshot-writer.ts';
import { sha256, sha256File } from '../../src/base/digest.ts';
import type { Progress } from '../../src/model/progress.ts';
import { exchangeOf, makeSnapshot, pageOf, SNAPSHOT_TIME } from '../support/make-snapshot.ts';
import { newFolder } from './folder.ts';
import { newWriter, targetOf } from './sealed.ts';
import { textOf, unzip, unzipFile } from './unzip.ts';

async function smallWriter(folder: string): Promise<SnapshotWriter> {
  const writer = await newWriter(folder);
  await writer.addExchange(exchangeOf('https://example.org/', { content: 'hello' }));
  await writer.addPage(pageOf('https://example.org/'));
  return writer;
}

test('lists every file with its size and digest, and says what it is', async () => {
  const made = await makeSnapshot(await newFolder());
  const files = await unzipFile(made.file);
  const { resources, ...facts } = JSON.parse(textOf(files, 'datapackage.json'));
  expect(facts).toEqual({
    profile: 'data-package',
    wacz_version: '1.1.1',
    title: 'The Example Blog',
    description: 'Everything that was public on the last day.',
    created: '2026-11-23T09:30:00.250Z',
    modified: '2026-11-23T09:30:00.250Z',
    software: 'Lastpost 0.1.0',
    mainPageUrl: 'https://blog.example.org/',
    mainPageDate: '2026-11-23T09:30:00.250Z',
  });
  const listed = [...files].filter(([name]) => !name.startsWith('datapackage'));
  expect(resources).toEqual(
    listed.map(([path, data]) => ({ name: path, path, hash: sha256(data), bytes: data.length })),
  );
  expect(listed.map(([name]) => name)).toEqual([
    'archive/data-00001.warc.gz',
    'indexes/index.cdx',
    'pages/pages.jsonl',
    'reports/crawl.json',
  ]);
  expect(made.bytes).toBe((await stat(made.file)).size);
  expect(made.sha256).toBe((await sha256File(made.file)).sha256);
});

test('signs the digest of the list', async () => {
  const made = await makeSnapshot(await newFolder());
  const files = await unzipFile(made.file);
  const digest = JSON.parse(textOf(files, 'datapackage-digest.json'));
  expect(digest.path).toBe('datapackage.json');
  expect(digest.hash).toBe(sha256(textOf(files, 'datapackage.json')));
  const { signature, publicKey, ...said } = digest.signedData;
  expect(said).toEqual({
    hash: digest.hash,
    created: '2026-11-23T09:30:00.250Z',
    software: 'Lastpost 0.1.0',
    version: '0.1.0',
  });
  expect(publicKey).toBe(made.signer?.publicKey);
  expect(verifySignature({ hash: digest.hash, signature, publicKey })).toBe(true);
  expect(made.signed).toBe(true);
});

test('without a signer there is the digest and no signature', async () => {
  const made = await makeSnapshot(await newFolder(), { signed: false });
  const digest = JSON.parse(textOf(await unzipFile(made.file), 'datapackage-digest.json'));
  expect(Object.keys(digest)).toEqual(['path', 'hash']);
  expect(made.signed).toBe(false);
});

test('the same snapshot sealed twice is the same file', async () => {
  const one = await makeSnapshot(await newFolder(), { signed: false });
  const other = await makeSnapshot(await newFolder(), { signed: false });
  expect(one.sha256).toBe(other.sha256);
});

test('the ZIP is in its canonical form to the last field', async () => {
  const made = await makeSnapshot(await newFolder());
  const zip = await readFile(made.file);
  const entries = unzip(zip);
  // 23 November 2026, 09:30:00
  const dosTime = Buffer.from('c04b775d', 'hex');
  let at = 0;
  for (const { name, data, central, local, descriptor } of entries) {
    expect(central.readUInt32LE(42)).toBe(at);
    expect(local.subarray(0, 10).toString('hex')).toBe('504b0304140008000000');
    expect(central.subarray(0, 12).toString('hex')).toBe('504b01022d03140008000000');
    expect(local.subarray(10, 14)).toEqual(dosTime);
    expect(central.subarray(12, 16)).toEqual(dosTime);
    expect(local.subarray(14, 26).equals(Buffer.alloc(12))).toBe(true);
    expect([local.readUInt16LE(26), local.readUInt16LE(28)]).toEqual([name.length, 0]);
    expect(descriptor.subarray(0, 4).toString('hex')).toBe('504b0708');
    expect(descriptor.subarray(4)).toEqual(central.subarray(16, 28));
    expect([central.readUInt32LE(20), central.readUInt32LE(24)]).toEqual([data.length, data.length]);
    expect([28, 30, 32, 34, 36].map((field) => central.readUInt16LE(field))).toEqual([name.length, 0, 0, 0, 0]);
    expect(central.readUInt32LE(38)).toBe(0x81a40020);
    at += 30 + name.length + data.length + 16;
  }
  const directory = entries.reduce((sum, { name }) => sum + 46 + name.length, 0);
  expect(zip.length).toBe(at + directory + 22);
  expect(zip.readUInt32LE(zip.length - 22 + 16)).toBe(at);
  expect(zip.readUInt16LE(zip.length - 2)).toBe(0);
});

test('with ZIP64 forced the end record says so and the entries are found', async () => {
  const folder = await newFolder();
  const writer = await smallWriter(folder);
  const { file } = await writer.seal(targetOf(join(folder, 'out.wacz'), { forceZip64: true }));
  const zip = await readFile(file);
  expect(zip.subarray(-12).toString('hex')).toBe('ffffffffffffffffffff0000');
  expect(zip.readUInt32LE(zip.length - 42)).toBe(0x07064b50);
  expect(unzip(zip).map(({ name }) => name)).toEqual([
    'archive/data-00001.warc.gz',
    'indexes/index.cdx',
    'pages/pages.jsonl',
    'datapackage.json',
    'datapackage-digest.json',
  ]);
});

test('leaves nothing but the file', async () => {
  const folder = await newFolder();
  await makeSnapshot(folder);
  expect(await readdir(folder)).toEqual(['snapshot.wacz']);
});

test('makes the folder it is to go to', async () => {
  const folder = await newFolder();
  const made = await makeSnapshot(folder, { file: join(folder, 'vault', 'blog', 'a.wacz') });
  expect(existsSync(made.file)).toBe(true);
});

test('refuses a file that is there, keeps it, and can be asked again with force', async () => {
  const folder = await newFolder();
  const file = join(folder, 'out.wacz');
  await writeFile(file, 'an earlier snapshot');
  const writer = await smallWriter(folder);
  await expect(writer.seal(targetOf(file))).rejects.toMatchObject({
    code: 'snapshot.exists',
    message: `${file} is already there.`,
    hint: expect.stringContaining('--force'),
  });
  expect(await readFile(file, 'utf8')).toBe('an earlier snapshot');
  expect((await readdir(folder)).sort()).toEqual(['out.wacz', 'work']);
  await writer.seal(targetOf(file, { force: true }));
  expect(textOf(await unzipFile(file), 'pages/pages.jsonl')).toContain('https://example.org/');
});

test('never replaces a file that appears while it is sealing', async () => {
  const folder = await newFolder();
  const file = join(folder, 'out.wacz');
  const writer = await smallWriter(folder);
  let meanwhile: Promise<void> | undefined;
  const onProgress = (): void => {
    meanwhile ??= writeFile(file, 'somebody else');
  };
  await expect(writer.seal(targetOf(file, { onProgress }))).rejects.toMatchObject({ code: 'snapshot.exists' });
  await meanwhile;
  expect(await readFile(file, 'utf8')).toBe('somebody else');
  expect((await readdir(folder)).sort()).toEqual(['out.wacz', 'work']);
});

test('stops when told to, removes what it began, and can be asked again', async () => {
  const folder = await newFolder();
  const file = join(folder, 'out.wacz');
  const writer = await smallWriter(folder);
  const stop = new AbortController();
  const onProgress = ({ current }: Progress): void => {
    if (current === 'pages/pages.jsonl') stop.abort(new Error('stop, please'));
  };
  await expect(writer.seal(targetOf(file, { signal: stop.signal, onProgress }))).rejects.toThrow('stop, please');
  expect(await readdir(folder)).toEqual(['work']);
  await writer.seal(targetOf(file));
  expect(await readdir(folder)).toEqual(['out.wacz']);
});

test('tells how far it is in bytes', async () => {
  const folder = await newFolder();
  const told: Progress[] = [];
  const writer = await smallWriter(folder);
  const { bytes } = await writer.seal(targetOf(join(folder, 'out.wacz'), { onProgress: (step) => told.push(step) }));
  expect(told.map(({ phase, current }) => [phase, current])).toEqual([
    ['seal', 'archive/data-00001.warc.gz'],
    ['seal', 'indexes/index.cdx'],
    ['seal', 'pages/pages.jsonl'],
    ['seal', undefined],
  ]);
  expect(told.at(-1)?.bytes).toBe(bytes);
  expect(told.map((step) => step.bytesTotal)).toEqual(Array(4).fill(told[0]?.bytesTotal));
});

test('a file that vanishes from the work folder is an error, not a wait without end', async () => {
  const folder = await newFolder();
  const file = join(folder, 'out.wacz');
  const writer = await smallWriter(folder);
  let gone: Promise<void> | undefined;
  const onProgress = ({ current }: Progress): void => {
    if (current?.startsWith('archive/')) gone = rm(join(folder, 'work', 'pages', 'pages.jsonl'));
  };
  await expect(writer.seal(targetOf(file, { onProgress }))).rejects.toMatchObject({ code: 'ENOENT' });
  await gone;
  expect(await readdir(folder)).toEqual(['work']);
});

test('takes exchanges and pages from many sides at once', async () => {
  const folder = await newFolder();
  const writer = await newWriter(folder);
  const urls = Array.from({ length: 50 }, (_, index) => `https://example.org/${index}`);
  await Promise.all(
    urls.flatMap((url) => [writer.addExchange(exchangeOf(url, { content: url })), writer.addPage(pageOf(url))]),
  );
  expect(writer.responses).toBe(50);
  const bytes = writer.bytes;
  const { file } = await writer.seal(targetOf(join(folder, 'out.wacz')));
  const files = await unzipFile(file);
  expect(files.get('archive/data-00001.warc.gz')).toHaveLength(bytes);
  expect(textOf(files, 'indexes/index.cdx').trimEnd().split('\n')).toHaveLength(150);
  expect(textOf(files, 'pages/pages.jsonl').trimEnd().split('\n')).toHaveLength(51);
});

test('an empty snapshot is a valid one', async () => {
  const folder = await newFolder();
  const writer = await newWriter(folder);
  const { file } = await writer.seal(targetOf(join(folder, 'out.wacz')));
  const files = await unzipFile(file);
  expect(textOf(files, 'archive/data-00001.warc.gz')).toMatch(/^WARC\/1\.1\r\nWARC-Type: warcinfo\r\n/);
  expect(textOf(files, 'indexes/index.cdx')).toBe('');
});

test('keeps reports, the last one of a name', async () => {
  const folder = await newFolder();
  const writer = await newWriter(folder);
  await writer.addReport('gaps', [1]);
  await writer.addReport('gaps', { none: true });
  await expect(writer.addReport('../escape', {})).rejects.toThrow('Not a report name');
  const { file } = await writer.seal(targetOf(join(folder, 'out.wacz')));
  expect(JSON.parse(textOf(await unzipFile(file), 'reports/gaps.json'))).toEqual({ none: true });
});

test('takes nothing more once sealed, and can be discarded any number of times', async () => {
  const folder = await newFolder();
  const writer = await smallWriter(folder);
  await writer.seal(targetOf(join(folder, 'out.wacz'), { mainPageDate: SNAPSHOT_TIME }));
  await expect(writer.addExchange(exchangeOf('https://example.org/late'))).rejects.toThrow('sealed');
  await writer.discard();
  await writer.discard();
  expect(await readdir(folder)).toEqual(['out.wacz']);
});

test('discarding removes the work folder', async () => {
  const folder = await newFolder();
  const writer = await smallWriter(folder);
  await writer.discard();
  await writer.discard();
  expect(await readdir(folder)).toEqual([]);
});

test('a work folder belongs to one snapshot', async () => {
  const folder = await newFolder();
  await smallWriter(folder);
  await expect(smallWriter(folder)).rejects.toMatchObject({ code: 'snapshot.work-folder' });
});
