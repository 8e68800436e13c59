import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { verifyWacz } from '../../../src/archive/verify-wacz.ts';
import { findSnapshot } from '../../../src/journeys/find-snapshot.ts';
import { verifyVault } from '../../../src/journeys/vault/verify-vault.ts';
import { workspacePaths } from '../../../src/workspace/paths.ts';
import { encryptSettings, keepAll } from '../../support/bucket-workspace.ts';
import { stillClock } from '../../support/make-snapshot.ts';
import { vaultWorkspace } from '../../support/sealed-workspace.ts';

const context = { clock: stillClock, signal: new AbortController().signal, onProgress: () => undefined };

/** Puts a file system of half a megabyte at `folder`; false where this process may not mount one. */
async function mountSmall(folder: string): Promise<boolean> {
  await mkdir(folder, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', folder], { stdio: 'pipe' });
  } catch {
    return false;
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
  return true;
}

/** Takes all room but so much of it. @returns the file that takes it */
async function fill(folder: string, leftBytes: number): Promise<string> {
  const { bavail, bsize } = await statfs(folder);
  const ballast = join(folder, 'ballast');
  await writeFile(ballast, randomBytes(bavail * bsize - leftBytes));
  return ballast;
}

const onlyRoot = 'a small disk can be mounted only by root';

describe('a full disk', { timeout: 60_000 }, () => {
  it('of the vault leaves nothing half, keeps the sealed snapshot, and lets it in when there is room', async ({
    skip,
  }) => {
    const dir = await vaultWorkspace();
    const { vault, outbox } = workspacePaths(dir);
    if (!(await mountSmall(vault))) return skip(onlyRoot);
    const ballast = await fill(vault, 8192);
    await expect(keepAll(dir, ['s1'])).rejects.toMatchObject({
      code: 'vault.disk-full',
      hint: expect.stringContaining('is sealed and kept in'),
    });
    expect(await readdir(outbox)).toEqual(['blog-s1.wacz']);
    const left = await readdir(join(vault, 'blog'));
    expect(left).toEqual([]);
    await rm(ballast);
    // The next snapshot of the channel brings the first one in.
    await keepAll(dir, ['s2']);
    expect(await readdir(outbox)).toEqual([]);
    const at = { cwd: dir, workspaceDir: dir };
    const report = await verifyVault({ jobs: 1, quick: false, again: true }, at, context);
    expect(report).toMatchObject({ ok: true, problems: [], counts: { files: 2, entries: 2 } });
  });

  it('of the copies says what to do, leaves no half of one, and the snapshot is as it was', async ({ skip }) => {
    const dir = await vaultWorkspace({ encrypt: await encryptSettings() });
    await keepAll(dir, ['s1']);
    const { cache } = workspacePaths(dir);
    await rm(cache, { recursive: true, force: true });
    if (!(await mountSmall(cache))) return skip(onlyRoot);
    const ballast = await fill(cache, 8192);
    const at = { cwd: dir, workspaceDir: dir };
    await expect(findSnapshot('s1', at)).rejects.toMatchObject({
      code: 'vault.disk-full',
      hint: expect.stringContaining('may be deleted at any time'),
    });
    expect(await readdir(cache)).toEqual(['ballast']);
    await rm(ballast);
    expect(await verifyWacz((await findSnapshot('s1', at)).file)).toMatchObject({ ok: true });
  });
});
