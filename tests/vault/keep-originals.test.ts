import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sha256 } from '../../src/base/digest.ts';
import { KnownError } from '../../src/base/known-error.ts';
import type { OriginalPart } from '../../src/model/vault.ts';
import { folderVault } from '../../src/vault/folder-vault.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const begun = new Date('2026-11-23T09:30:00.250Z');

function part(name: string, chunks: readonly (Buffer | string)[], extension = 'zip'): OriginalPart {
  return {
    name,
    extension,
    bytes: (async function* () {
      for (const chunk of chunks) yield Buffer.from(chunk);
    })(),
  };
}

describe('originals in a vault', () => {
  it('are the bytes that came, with their digest, under channel and time', async () => {
    const dir = await temporaryFolder();
    const chunks = Array.from({ length: 20 }, () => randomBytes(100_000));
    const heard: number[] = [];
    const kept = await folderVault(dir).keep('blog', begun, [part('Export März.ZIP', chunks, '.ZIP')], {
      onBytes: (bytes) => heard.push(bytes),
    });
    const all = Buffer.concat(chunks);
    const file = join(dir, 'blog', '20261123T093000Z-export.zip');
    expect(kept).toEqual([{ name: 'Export März.ZIP', file, bytes: all.length, sha256: sha256(all) }]);
    expect((await readFile(file)).equals(all)).toBe(true);
    expect(await readdir(join(dir, 'blog'))).toEqual(['20261123T093000Z-export.zip']);
    expect([heard.length, heard.at(-1)]).toEqual([20, all.length]);
  });

  it('are numbered when they are several, and never replace anything', async () => {
    const dir = await temporaryFolder();
    await mkdir(join(dir, 'blog'));
    await writeFile(join(dir, 'blog', '20261123T093000Z-export-2.json'), 'was here');
    const keep = async () => {
      const kept = await folderVault(dir).keep('blog', begun, [part('a', ['A']), part('b', ['B'], 'json')]);
      return kept.map(({ file }) => basename(file));
    };
    expect(await keep()).toEqual(['20261123T093000Z-2-export-1.zip', '20261123T093000Z-2-export-2.json']);
    expect(await keep()).toEqual(['20261123T093000Z-3-export-1.zip', '20261123T093000Z-3-export-2.json']);
    expect(await readFile(join(dir, 'blog', '20261123T093000Z-export-2.json'), 'utf8')).toBe('was here');
    expect(await readdir(join(dir, 'blog'))).toHaveLength(5);
  });

  it.each(['../../evil', 'a/b', '', 'x\u0000'])('let no extension lead anywhere: %j', async (extension) => {
    const dir = await temporaryFolder();
    const [kept] = await folderVault(dir).keep('blog', begun, [part('a', ['A'], extension)]);
    expect(kept?.file).toBe(join(dir, 'blog', '20261123T093000Z-export.bin'));
  });

  it('leave nothing behind when it is stopped, not even a part that was whole', async () => {
    const dir = await temporaryFolder();
    const controller = new AbortController();
    const keeping = folderVault(dir).keep('blog', begun, [part('a', ['A']), part('b', ['B', 'B', 'B'])], {
      signal: controller.signal,
      onBytes: (bytes) => bytes > 1 && controller.abort(),
    });
    await expect(keeping).rejects.toThrow(/abort/i);
    expect(await readdir(join(dir, 'blog'))).toEqual([]);
  });

  it('leave nothing behind when a part cannot be read, and its own reason stands', async () => {
    const dir = await temporaryFolder();
    const damaged: OriginalPart = {
      name: 'b',
      extension: 'zip',
      bytes: (async function* () {
        yield Buffer.from('b');
        throw new KnownError('export.unreadable', 'The stick was pulled out.');
      })(),
    };
    await expect(folderVault(dir).keep('blog', begun, [part('a', ['A']), damaged])).rejects.toMatchObject({
      code: 'export.unreadable',
    });
    expect(await readdir(join(dir, 'blog'))).toEqual([]);
  });

  it('say when the disk is full, with what fitted, and leave nothing behind', async () => {
    const dir = await temporaryFolder();
    // A real wall for real writes: the kernel refuses this process files above a size.
    const limit = (bytes: string) => execFileSync('prlimit', [`--pid=${process.pid}`, `--fsize=${bytes}:`]);
    onTestFinished(() => void limit('unlimited'));
    limit('250000');
    const chunks = [randomBytes(100_000), randomBytes(100_000), randomBytes(100_000)];
    await expect(folderVault(dir).keep('blog', begun, [part('a', chunks)])).rejects.toMatchObject({
      code: 'vault.disk-full',
      message: expect.stringContaining('after 200000 bytes'),
      hint: expect.stringContaining('Make room'),
    });
    limit('unlimited');
    expect(await readdir(join(dir, 'blog'))).toEqual([]);
  });

  it('say when nothing can be written there', async () => {
    const dir = join(await temporaryFolder(), 'file');
    await writeFile(dir, '');
    await expect(folderVault(dir).keep('blog', begun, [part('a', ['A'])])).rejects.toMatchObject({
      code: 'vault.cannot-write',
    });
    await expect(folderVault(dir).keep('../blog', begun, [])).rejects.toMatchObject({ code: 'vault.bad-channel' });
  });
});
