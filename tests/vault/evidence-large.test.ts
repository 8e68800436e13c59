import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { open, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { keepFile, keepText } from '../../src/vault/evidence-folder.ts';
import { checkEvidence } from '../../src/vault/read-evidence.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const of = { run: 'r1', step: 'deactivate', id: 'film' };
const IN = join('evidence', 'r1', 'deactivate');

async function fileOf(desk: string, name: string, content: Buffer): Promise<string> {
  await writeFile(join(desk, name), content);
  return join(desk, name);
}

describe('evidence on a small disk', () => {
  /** A real file system of 1 MiB; undefined where this process may not mount one. */
  async function smallDisk(): Promise<string | undefined> {
    const dir = await temporaryFolder();
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', dir], { stdio: 'pipe' });
    } catch {
      return undefined;
    }
    onTestFinished(() => void execFileSync('umount', [dir], { stdio: 'pipe' }));
    return dir;
  }

  it('is refused before it is copied when it cannot fit, and one that fits is kept', async ({ skip }) => {
    const root = await smallDisk();
    if (root === undefined) return skip('a small disk can be mounted only by root');
    const where = { root, evidence: join(root, 'evidence') };
    const desk = await temporaryFolder();
    const heard: number[] = [];
    const large = await fileOf(desk, 'film.mp4', randomBytes(1_100_000));
    await expect(keepFile(where, of, large, { onBytes: (bytes) => heard.push(bytes) })).rejects.toMatchObject({
      code: 'evidence.disk-full',
      message: expect.stringContaining('The file has 1100000 bytes, and there is room for'),
    });
    expect(heard).toEqual([]);
    await keepFile(where, of, await fileOf(desk, 'shot.png', randomBytes(600_000)));
    await expect(keepFile(where, of, await fileOf(desk, 'two.png', randomBytes(600_000)))).rejects.toMatchObject({
      code: 'evidence.disk-full',
    });
    expect(await readdir(join(root, IN))).toHaveLength(1);
  });

  it('leaves nothing behind when the disk fills up meanwhile', async ({ skip }) => {
    const root = await smallDisk();
    if (root === undefined) return skip('a small disk can be mounted only by root');
    const where = { root, evidence: join(root, 'evidence') };
    const text = 'x'.repeat(2_000_000);
    await expect(keepText(where, of, text)).rejects.toMatchObject({
      code: 'evidence.disk-full',
      message: expect.stringContaining('The disk is full'),
      hint: expect.stringContaining('Make room'),
    });
    expect(await readdir(join(root, IN))).toEqual([]);
    const kept = await keepText(where, of, 'short');
    expect(await checkEvidence(where, [kept])).toEqual([]);
  });
});

describe('a large file', () => {
  // 5 GB takes too long for every day: LASTPOST_LARGE=1 asks for them.
  const size = process.env.LASTPOST_LARGE === '1' ? 5 * 1024 ** 3 : 300 * 1024 ** 2;

  it('is kept without being held in memory', async () => {
    const root = await temporaryFolder();
    const where = { root, evidence: join(root, 'evidence') };
    const path = join(root, 'film.mp4');
    const handle = await open(path, 'w');
    await handle.truncate(size);
    await handle.write('the end', size - 7);
    await handle.close();
    const before = process.memoryUsage().rss;
    let most = before;
    const body = await keepFile(where, of, path, {
      onBytes: () => {
        most = Math.max(most, process.memoryUsage.rss());
      },
    });
    expect(body.bytes).toBe(size);
    expect((await stat(join(where.root, body.file))).size).toBe(size);
    expect(most - before).toBeLessThan(150 * 1024 ** 2);
    expect(await checkEvidence(where, [body])).toEqual([]);
  }, 2_400_000);
});
