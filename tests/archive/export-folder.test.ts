import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openExportTree } from '../../src/archive/export-tree.ts';
import { bytesOf, entry, openBytes, openPaths, textsOf } from './export-zips.ts';
import { newFolder } from './folder.ts';
import { zipOf } from './verify-make-zip.ts';

const small = zipOf([entry('a.txt', 'a'), entry('b.txt', 'b'.repeat(1000), { deflate: true })]);

describe('several parts', () => {
  it('are joined, and each file keeps its part', async () => {
    const folder = await newFolder();
    const paths = ['b.zip', 'a.zip'].map((name) => join(folder, name));
    for (const path of paths) await writeFile(path, zipOf([entry('top/same.txt', basename(path))]));
    const tree = await openPaths([...paths, ...paths.slice(0, 1)]);
    expect(tree.files.map(({ path, part }) => `${part}: ${path}`)).toEqual([
      'a.zip: top/same.txt',
      'b.zip: top/same.txt',
    ]);
    for (const file of tree.files) expect((await bytesOf(file)).toString()).toBe(file.part);
  });

  it('are taken from a folder that holds only ZIPs, and a ZIP within a ZIP stays closed', async () => {
    const folder = await newFolder();
    await writeFile(join(folder, 'takeout-002.zip'), zipOf([entry('inner.zip', '', { content: small })]));
    await writeFile(join(folder, 'takeout-001.zip'), small);
    await writeFile(join(folder, '.DS_Store'), 'junk');
    const tree = await openPaths([folder]);
    expect(tree.parts.map(({ name, form }) => [name, form])).toEqual([
      ['takeout-001.zip', 'zip'],
      ['takeout-002.zip', 'zip'],
    ]);
    expect(tree.files.map(({ path }) => path)).toEqual(['a.txt', 'b.txt', 'inner.zip']);
    await writeFile(join(folder, 'readme.txt'), 'text');
    expect((await openPaths([folder])).files.map(({ path }) => path)).toContain('takeout-001.zip');
  });

  it('of the same name from two folders are told apart', async () => {
    const paths = [join(await newFolder(), 'export.zip'), join(await newFolder(), 'export.zip')];
    for (const path of paths) await writeFile(path, small);
    expect((await openPaths(paths)).parts.map(({ name }) => name)).toEqual(['export.zip', 'export.zip (2)']);
  });

  it('leave nothing open when one of them cannot be opened', async () => {
    const folder = await newFolder();
    await writeFile(join(folder, 'a.zip'), small);
    await writeFile(join(folder, 'b.zip'), small.subarray(0, 60));
    const before = (await readdir('/proc/self/fd')).length;
    await expect(openExportTree([folder])).rejects.toMatchObject({ code: 'export.truncated' });
    expect((await readdir('/proc/self/fd')).length).toBe(before);
  });
});

describe('a folder of an export', () => {
  it('gives its files; links, sockets and names with control characters are refused', async () => {
    const folder = await newFolder();
    await mkdir(join(folder, 'in/deep'), { recursive: true });
    await writeFile(join(folder, 'in/deep/a.json'), '[1]');
    await writeFile(join(folder, 'in/new\nline'), '');
    await symlink('/etc/passwd', join(folder, 'in/link'));
    await symlink('/etc', join(folder, 'folder-link'));
    const server = createServer().listen(join(folder, 'socket'));
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once('listening', resolve));
    const tree = await openPaths([folder]);
    expect(await textsOf(tree)).toEqual({ 'in/deep/a.json': '[1]' });
    expect(tree.refused.map(({ path, message }) => `${path}: ${message}`).sort()).toEqual([
      'folder-link: It is a symbolic link, not a file.',
      'in/link: It is a symbolic link, not a file.',
      'in/new\u{fffd}line: Its path has control characters.',
      'socket: It is a socket, a pipe or a device, not a file.',
    ]);
  });

  it('does not follow a link that came after it was listed', async () => {
    const folder = await newFolder();
    await writeFile(join(folder, 'a.json'), '[]');
    const [file] = (await openPaths([folder])).files;
    execFileSync('ln', ['-sf', '/etc/passwd', join(folder, 'a.json')]);
    await expect(bytesOf(file ?? { open: () => (async function* () {})() })).rejects.toMatchObject({
      code: 'export.unreadable',
    });
  });

  it.skipIf(process.getuid?.() === 0)('refuses what may not be read', async () => {
    const folder = await newFolder();
    await writeFile(join(folder, 'a.json'), '[]');
    await writeFile(join(folder, 'secret.json'), '[]');
    await chmod(join(folder, 'secret.json'), 0);
    const tree = await openPaths([folder]);
    expect(tree.refused).toMatchObject([{ path: 'secret.json', message: expect.stringContaining('EACCES') }]);
  });

  it('says when there is nothing', async () => {
    const folder = await newFolder();
    await expect(openExportTree([folder])).rejects.toMatchObject({ code: 'export.empty' });
    await expect(openExportTree([join(folder, 'none.zip')])).rejects.toMatchObject({ code: 'export.not-found' });
    await expect(openExportTree(['/dev/null'])).rejects.toMatchObject({ code: 'export.not-a-file' });
  });

  it('may be a single file, by the name it has', async () => {
    const tree = await openBytes(Buffer.from('<rss/>'), 'blog.xml');
    expect(await textsOf(tree)).toEqual({ 'blog.xml': '<rss/>' });
    expect(tree.parts).toMatchObject([{ name: 'blog.xml', form: 'file', bytes: 6 }]);
  });
});
