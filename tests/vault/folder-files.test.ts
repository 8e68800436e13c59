import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/base/digest.ts';
import { folderFiles } from '../../src/vault/folder-files.ts';
import { bytesSource, sealedSource } from '../../src/vault/vault-source.ts';
import { vaultFilesContract } from '../contracts/vault-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

vaultFilesContract('a folder', async () => {
  const dir = await temporaryFolder();
  return [folderFiles(dir), folderFiles(dir)];
});

describe('a vault that is a folder', () => {
  it('takes a sealed file of the same disk over without copying it, and lets nobody write to it', async () => {
    const dir = await temporaryFolder();
    const sealed = join(dir, 'sealed.wacz');
    await writeFile(sealed, 'a snapshot');
    const source = sealedSource(sealed, { bytes: 10, sha256: sha256('a snapshot') });
    await folderFiles(join(dir, 'vault')).put('blog/a.wacz', source);
    const [there, here] = [await stat(join(dir, 'vault', 'blog', 'a.wacz')), await stat(sealed)];
    expect(there.ino).toBe(here.ino);
    expect(there.mode & 0o777).toBe(0o444);
  });

  it('makes a copy of what it was not given, and leaves nothing half written', async () => {
    const dir = await temporaryFolder();
    await folderFiles(dir).put('blog/a.json', bytesSource('{}'));
    expect((await stat(join(dir, 'blog', 'a.json'))).mode & 0o777).toBe(0o444);
    const failing = {
      ...bytesSource('{}'),
      async *open() {
        yield Buffer.from('{');
        throw new Error('the source is gone');
      },
    };
    await expect(folderFiles(dir).put('blog/b.json', failing)).rejects.toThrow('the source is gone');
    expect(await readdir(join(dir, 'blog'))).toEqual(['a.json']);
  });
});
