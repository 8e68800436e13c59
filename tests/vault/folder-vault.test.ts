import { readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pathExists } from '../../src/base/path-exists.ts';
import { folderVault } from '../../src/vault/folder-vault.ts';
import { probeFolder } from '../../src/vault/probe-folder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const begun = new Date('2026-11-23T09:30:00.250Z');

describe('a vault that is a folder', () => {
  it('puts a snapshot under its channel and its time in UTC', async () => {
    const dir = await temporaryFolder();
    const path = await folderVault(dir).pathFor('blog', begun);
    expect(path).toBe(join(dir, 'blog', '20261123T093000Z.wacz'));
    expect(await pathExists(dirname(path))).toBe(true);
  });

  it('never names a path where something is', async () => {
    const vault = folderVault(await temporaryFolder());
    const names: string[] = [];
    for (let index = 0; index < 3; index += 1) {
      const path = await vault.pathFor('blog', begun);
      await writeFile(path, `${index}`, { flag: 'wx' });
      names.push(path.slice(dirname(path).length + 1));
    }
    expect(names).toEqual(['20261123T093000Z.wacz', '20261123T093000Z-2.wacz', '20261123T093000Z-3.wacz']);
  });

  it.each(['../blog', 'a/b', '', 'Blog', '.'])('lets no name lead out of it: %j', async (channel) => {
    await expect(folderVault(await temporaryFolder()).pathFor(channel, begun)).rejects.toMatchObject({
      code: 'vault.bad-channel',
      message: `"${channel}" cannot be a folder in the vault.`,
    });
  });

  it('says so when its folder cannot be made', async () => {
    const dir = join(await temporaryFolder(), 'file');
    await writeFile(dir, '');
    await expect(folderVault(dir).pathFor('blog', begun)).rejects.toMatchObject({ code: 'vault.cannot-write' });
  });
});

describe('trying a folder out', () => {
  it('writes, flushes and renames, and leaves nothing behind', async () => {
    const dir = await temporaryFolder();
    const probe = await probeFolder(dir);
    expect(probe.failed).toBeNull();
    expect(probe.freeBytes).toBeGreaterThan(0);
    expect(await readdir(dir)).toEqual([]);
  });

  it('names the step that failed', async () => {
    // Nobody, not even root, can make a file here.
    expect((await probeFolder('/proc/self')).failed).toMatchObject({ step: 'write' });
  });
});
