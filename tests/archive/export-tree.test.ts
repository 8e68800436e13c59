import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openExportTree } from '../../src/archive/export-tree.ts';
import { bytesOf, entry, openBytes, openParts, textsOf } from './export-zips.ts';
import { newFolder } from './folder.ts';
import { extraField, u16, u32, zipOf } from './verify-make-zip.ts';

describe('a ZIP of an export', () => {
  it('gives its files by path, packed or not, with and without what writers put after them', async () => {
    const long = 'Grüße aus Köln 🚋 '.repeat(20_000);
    const tree = await openParts([
      entry('data/', '', { external: 0o40755 * 65536 + 0x10 }),
      entry('./data/tweets.js', long, { deflate: true, descriptor: 'signed' }),
      entry('data\\media\\a.jpg', 'JPEG', { descriptor: 'bare', comment: 'a picture' }),
      entry('data/wide.json', '[]', { deflate: true, descriptor: 'wide', zip64: true, needed: 45 }),
      entry('data/stored64.json', '{}', { zip64: true, needed: 45 }),
      entry('data/empty.json', '', { deflate: true }),
      entry('data/times.json', '1', { localExtra: extraField(0x5455, Buffer.alloc(9)), centralExtra: Buffer.alloc(3) }),
    ]);
    expect(await textsOf(tree)).toEqual({
      'data/empty.json': '',
      'data/media/a.jpg': 'JPEG',
      'data/stored64.json': '{}',
      'data/times.json': '1',
      'data/tweets.js': long,
      'data/wide.json': '[]',
    });
    expect(tree.files.map(({ path }) => path)).toEqual(Object.keys(await textsOf(tree)).sort());
    expect(tree.files.find(({ path }) => path === 'data/tweets.js')?.bytes).toBe(Buffer.byteLength(long));
    expect(tree.refused).toEqual([]);
    expect(tree.parts).toMatchObject([{ name: 'export.zip', form: 'zip' }]);
  });

  it('reads names in UTF-8 with and without its flag, in code page 437, and in the field for Unicode', async () => {
    const old = Buffer.from([0x4b, 0x94, 0x6c, 0x6e]); // Köln
    const bytes = zipOf([
      entry('Straße.txt', '1', { flags: 1 << 11 }),
      entry('weiß.txt', '2'),
      entry('KXln', '3'),
      entry('e\u0301.txt', '4'),
      entry('\u00e9.txt', '5'),
      entry('plain.txt', '6', {
        centralExtra: extraField(
          0x7075,
          Buffer.concat([Buffer.from([1]), u32(crc32(Buffer.from('plain.txt'))), Buffer.from('schön.txt')]),
        ),
      }),
    ]);
    for (let at = bytes.indexOf('KXln'); at !== -1; at = bytes.indexOf('KXln')) old.copy(bytes, at);
    const texts = await textsOf(await openBytes(bytes));
    expect(texts).toEqual({
      'Straße.txt': '1',
      'weiß.txt': '2',
      Köln: '3',
      'e\u0301.txt': '4',
      '\u00e9.txt': '5',
      'schön.txt': '6',
    });
  });

  it('is known by its bytes, not by its name, and may have a comment, and bytes after it', async () => {
    const bytes = zipOf([entry('a.txt', 'a')], 'made by a person');
    expect(await textsOf(await openBytes(bytes, 'download'))).toEqual({ 'a.txt': 'a' });
    expect(await textsOf(await openBytes(Buffer.concat([bytes, Buffer.from('\r\n--boundary')])))).toEqual({
      'a.txt': 'a',
    });
  });

  it('counts past 65535 without zip64, as old writers do', async () => {
    const parts = Array.from({ length: 65_537 }, (_, index) => entry(`${index}`, ''));
    const bytes = zipOf(parts);
    expect(bytes.readUInt16LE(bytes.length - 12)).toBe(1);
    expect((await openBytes(bytes)).files).toHaveLength(65_537);
  });

  it.skipIf(!existsSync('/usr/bin/zip'))('of Info-ZIP is read, streamed as well as with zip64', async () => {
    const folder = await newFolder();
    await mkdir(join(folder, 'in'));
    await writeFile(join(folder, 'in/Köln.txt'), 'Dom '.repeat(1000));
    const streamed = execFileSync('zip', ['-q', '-r', '-', 'in'], { cwd: folder });
    execFileSync('zip', ['-q', '-r', '-fz', 'long.zip', 'in'], { cwd: folder });
    for (const bytes of [streamed, await readFile(join(folder, 'long.zip'))]) {
      expect(await textsOf(await openBytes(bytes))).toEqual({ 'in/Köln.txt': 'Dom '.repeat(1000) });
    }
  });

  it('opens two files at a time, any number of times, and holds one handle until it is closed', async () => {
    const big = Buffer.alloc(3_000_000, 'abc');
    const parts = ['a', 'b'].map((name) => ({ name, content: big, deflate: name === 'a' }));
    const tree = await openParts(parts);
    const before = (await readdir('/proc/self/fd')).length;
    const [a, b] = tree.files;
    if (a === undefined || b === undefined) throw new Error('two files');
    const both = await Promise.all([bytesOf(a), bytesOf(b), bytesOf(a)]);
    expect(both.map((bytes) => bytes.equals(big))).toEqual([true, true, true]);
    for (let round = 0; round < 50; round += 1) for await (const _ of a.open()) break;
    expect((await readdir('/proc/self/fd')).length).toBeLessThanOrEqual(before);
    await tree.close();
    await tree.close();
    expect((await readdir('/proc/self/fd')).length).toBe(before - 1);
  });

  it('stops when it is told to', async () => {
    const tree = await openParts([{ name: 'a', content: Buffer.alloc(5_000_000) }]);
    const controller = new AbortController();
    const reading = async () => {
      for await (const _ of tree.files[0]?.open(controller.signal) ?? []) controller.abort();
    };
    await expect(reading()).rejects.toThrow(/abort/i);
  });
});

const hostile = (name: string) => entry(name, 'x');

describe('what would lead out of an export', () => {
  it.each([
    ['../evil.txt', '..'],
    ['a/../../evil.txt', '..'],
    ['..\\evil.txt', '..'],
    ['/etc/passwd', 'absolute'],
    ['\\\\server\\share', 'absolute'],
    ['C:\\evil.txt', 'drive'],
    ['c:evil.txt', 'drive'],
    ['nul\u0000.txt', 'control'],
    ['clear\u001b[2J.txt', 'control'],
    ['..', '..'],
  ])('is refused, and the rest goes on: %j', async (name, why) => {
    const tree = await openParts([hostile(name), entry('good.txt', 'good')]);
    expect(await textsOf(tree)).toEqual({ 'good.txt': 'good' });
    expect(tree.refused).toMatchObject([{ part: 'export.zip', message: expect.stringContaining(why) }]);
    expect(tree.refused[0]?.path).not.toMatch(/\p{Cc}/u);
  });

  it.each([
    [0o120777, 'a symbolic link'],
    [0o020644, 'a device'],
    [0o060644, 'a device'],
    [0o010644, 'a named pipe'],
    [0o140644, 'a socket'],
  ])('is refused when it is no file: mode %o', async (mode, what) => {
    const tree = await openParts([entry('odd', '/etc/passwd', { external: mode * 65536 }), entry('good.txt', 'good')]);
    expect(await textsOf(tree)).toEqual({ 'good.txt': 'good' });
    expect(tree.refused).toEqual([{ part: 'export.zip', path: 'odd', message: `It is ${what}, not a file.` }]);
  });

  it('leaves a folder with content alone, and says so', async () => {
    const tree = await openParts([entry('folder/', 'hidden'), entry('good.txt', 'good')]);
    expect(tree.refused).toMatchObject([{ path: 'folder/' }]);
    expect(tree.files).toHaveLength(1);
  });

  it('passes over what systems leave beside the files, silently', async () => {
    const names = ['__MACOSX/._a.txt', 'in/.DS_Store', 'Thumbs.db', 'a.txt'];
    const tree = await openParts(names.map((name) => hostile(name)));
    expect([tree.files.map(({ path }) => path), tree.refused]).toEqual([['a.txt'], []]);
  });
});

const small = zipOf([entry('a.txt', 'a'), entry('b.txt', 'b'.repeat(1000), { deflate: true })]);
const endAt = small.length - 22;

function changed(at: number, bytes: Buffer, of = small): Buffer {
  const copy = Buffer.from(of);
  bytes.copy(copy, at);
  return copy;
}

/** The second file begins in the first. */
function overlapping(secondAt: number): Buffer {
  const first = entry('a', 'x'.repeat(200));
  const two = zipOf([first, entry('b', 'x'.repeat(200))]);
  const second = two.lastIndexOf(Buffer.from('504b0102', 'hex'));
  return changed(second + 42, u32(secondAt), two);
}

const zeros = { ...entry('zeros.json', ''), content: Buffer.alloc(2_000_000), deflate: true };

describe('an export that cannot be read as it is', () => {
  it.each([
    ['encrypted', zipOf([entry('a', 'x', { flags: 1 })]), 'export.encrypted', '"a" in export.zip is encrypted'],
    ['AES', zipOf([entry('a', 'x', { method: 99, flags: 1 })]), 'export.encrypted', 'encrypted'],
    ['cut off', small.subarray(0, 100), 'export.truncated', 'stops after 100 bytes'],
    ['cut off in its end', small.subarray(0, small.length - 5), 'export.truncated', 'broken off'],
    [
      'cut off after a ZIP in it',
      zipOf([entry('inner.zip', '', { content: small }), entry('b', 'b'.repeat(500))]).subarray(0, small.length + 100),
      'export.truncated',
      'broken off',
    ],
    ['last of several disks', changed(endAt + 4, u16(2)), 'export.multi-disk', 'one piece'],
    ['first of several disks', Buffer.concat([u32(0x08074b50), small]), 'export.multi-disk', 'one piece'],
    ['two of a name', zipOf([entry('a/b', '1'), entry('./a\\b', '2')]), 'export.duplicate-names', 'named "a/b"'],
    ['overlapping', overlapping(10), 'export.bomb', 'over one another'],
    ['twice the same bytes', overlapping(0), 'export.bomb', 'over one another'],
    ['reaching past its end', overlapping(300), 'export.damaged', 'reaches past its end'],
    ['packed with Deflate64', zipOf([entry('a', 'x', { method: 9 })]), 'export.unsupported', 'Deflate64 (method 9)'],
    ['packed with bzip2', zipOf([entry('a', 'x', { method: 12 })]), 'export.unsupported', 'bzip2 (method 12)'],
    ['packed with Zstandard', zipOf([entry('a', 'x', { method: 93 })]), 'export.unsupported', 'Zstandard (method 93)'],
    ['packed in no known way', zipOf([entry('a', 'x', { method: 77 })]), 'export.unsupported', 'method 77'],
    ['RAR', Buffer.from('526172211a0701004444', 'hex'), 'export.not-a-zip', 'a RAR archive'],
    ['7z', Buffer.from('377abcaf271c0004', 'hex'), 'export.not-a-zip', 'a 7z archive'],
    ['tar.gz', gzipSync('x'), 'export.not-a-zip', 'gzip'],
    ['tar', Buffer.concat([Buffer.alloc(257), Buffer.from('ustar\0')]), 'export.not-a-zip', 'a tar archive'],
    ['text', Buffer.from('only text'), 'export.not-a-zip', 'named like a ZIP and is none'],
    ['a login page', Buffer.from('<!DOCTYPE html><title>Log in</title>'), 'export.not-a-zip', 'a web page'],
    ['empty', Buffer.alloc(0), 'export.empty', 'no bytes at all'],
    ['without files', zipOf([]), 'export.empty', 'without any file'],
    ['another name in its list', changed(small.indexOf('a.txt'), Buffer.from('e')), 'export.damaged', 'another name'],
    ['a shorter list', changed(endAt + 10, u16(1), changed(endAt + 8, u16(1))), 'export.damaged', 'lists 2'],
    ['a list elsewhere', changed(endAt + 16, u32(3)), 'export.damaged', 'not where it should be'],
  ])('says so, with a code and what to do: %s', async (_, bytes, code, message) => {
    const folder = await newFolder();
    const file = join(folder, 'export.zip');
    await writeFile(file, bytes);
    const error: unknown = await openExportTree([file]).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'KnownError', code, message: expect.stringContaining(message) });
    expect(error).toMatchObject({ hint: expect.stringMatching(/\.$/) });
    // Nothing was written, neither beside it nor where its names would lead.
    expect(await readdir(folder)).toEqual(['export.zip']);
  });

  it.each([
    ['too many files', { maxEntries: 1 }, [entry('a', '1'), entry('b', '2')], 'more than 1 files'],
    ['too much in all', { maxTotalBytes: 10 }, [entry('a', '123456'), entry('b', '123456')], 'larger than 10 bytes'],
    ['one that grows', { ratioFromBytes: 1_000_000 }, [zeros], '"zeros.json" would grow'],
    ['many that grow', { ratioFromBytes: 3_000_000 }, [zeros, { ...zeros, name: 'more.json' }], 'the whole would grow'],
  ])('is held against limits: %s', async (_, limits, parts, message) => {
    await expect(openParts(parts, { limits })).rejects.toMatchObject({
      code: 'export.bomb',
      message: expect.stringContaining(message),
    });
    await expect(openParts(parts)).resolves.toBeDefined();
  });

  it.each(['export.zip.001', 'export.z01', 'export.zip.02'])('knows a piece by its name: %s', async (name) => {
    await expect(openBytes(small, name)).rejects.toMatchObject({ code: 'export.multi-disk' });
  });
});

describe('a damaged file in a sound ZIP', () => {
  const text = 'Ein Beitrag. '.repeat(300);
  const large = { ...entry('large.json', ''), content: Buffer.alloc(300_000, 'abcdefg'), deflate: true };
  it.each([
    ['a stored byte', zipOf([entry('a', text)]), (bytes: Buffer) => changed(100, Buffer.from('#'), bytes), 'CRC-32'],
    ['smaller than told', zipOf([entry('a', text, { deflate: true, bytes: 5000 })]), undefined, 'instead of 5000'],
    ['larger than told', zipOf([entry('a', text, { deflate: true, bytes: 10 })]), undefined, 'more than the 10 bytes'],
    ['large, larger than told', zipOf([{ ...large, bytes: 70_000 }]), undefined, 'more than the 70000 bytes'],
    ['stored, yet growing', zipOf([entry('a', text, { bytes: 5 })]), undefined, 'not compressed'],
    ['no deflate', zipOf([entry('a', text, { deflate: true, packed: Buffer.alloc(50, 7) })]), undefined, 'unpacked'],
    [
      'bytes after it',
      zipOf([entry('a', text, { deflate: true, packed: Buffer.concat([deflateRawSync(text), Buffer.alloc(9)]) })]),
      undefined,
      'unpacked',
    ],
    ['large and no deflate', zipOf([{ ...large, packed: Buffer.alloc(50, 7) }]), undefined, 'unpacked'],
    ['no header', zipOf([entry('a', text)]), (bytes: Buffer) => changed(0, u32(0), bytes), 'no file where'],
  ])('is said when it is read: %s', async (_, bytes, change, why) => {
    const tree = await openBytes(change?.(bytes) ?? bytes);
    const [file] = tree.files;
    if (file === undefined) throw new Error('no file');
    await expect(bytesOf(file)).rejects.toMatchObject({
      name: 'KnownError',
      code: 'export.damaged',
      message: expect.stringContaining(why),
    });
  });
});
