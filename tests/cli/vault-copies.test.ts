import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bucketSettings, keepAll } from '../support/bucket-workspace.ts';
import { finished, runCli, spawnCli } from '../support/run-cli.ts';
import { openS3Files, s3Server } from '../support/s3-server.ts';
import { vaultWorkspace } from '../support/sealed-workspace.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const IDS = ['aaaa1111', 'bbbb2222', 'cccc3333'];

async function keptWorkspace(): Promise<string> {
  const dir = await vaultWorkspace();
  await keepAll(dir, IDS);
  return dir;
}

async function json(...args: readonly string[]) {
  const { code, stdout, stderr } = await runCli([...args, '--json']);
  return { code, out: stdout === '' ? undefined : JSON.parse(stdout), stderr };
}

describe('lastpost vault copy and restore', { timeout: 120_000 }, () => {
  it('bring a lost workspace back from a folder', async () => {
    const dir = await keptWorkspace();
    const safe = join(await temporaryFolder(), 'safe');
    const first = await runCli(['vault', 'copy', safe, '--workspace', dir]);
    expect(first).toMatchObject({ code: 0, stdout: expect.stringMatching(/safe: 7 files, .*, 7 copied now/) });
    expect(await json('vault', 'copy', safe, '--workspace', dir)).toMatchObject({
      code: 0,
      out: { files: 7, copied: 0 },
    });
    await rm(dir, { recursive: true });
    const anew = join(await temporaryFolder(), 'anew');
    const restored = await json('vault', 'restore', safe, '--to', anew, '--brand', 'Aurora Coffee');
    expect(restored).toMatchObject({ code: 0, out: { workspace: anew, snapshots: 3, copied: 7, originals: [] } });
    expect(restored.out).toMatchObject({ channels_added: ['blog'], channels_unnamed: [] });
    expect((await json('channel', 'list', '--workspace', anew)).out.channels).toMatchObject([{ id: 'blog' }]);
    const verified = await json('vault', 'verify', '--workspace', anew);
    expect(verified).toMatchObject({ code: 0, out: { ok: true, counts: { entries: 3, read: 3 } } });
    const { out } = await json('snapshot', 'list', '--workspace', anew);
    expect(out.snapshots.map(({ id }: { readonly id: string }) => id).sort()).toEqual(IDS);
  });

  it('go on where a kill stopped them, to a bucket and back', async () => {
    const dir = await keptWorkspace();
    const server = await s3Server();
    bucketSettings(server);
    const place = ['--endpoint', server.endpoint, '--path-style'];
    const keys = ['--access-key', 'env:BUCKET_TEST_KEY', '--secret-key', 'env:BUCKET_TEST_SECRET'];
    const bucket = [`s3://${server.bucket}/brand`, ...place, ...keys];

    const copying = spawnCli(['vault', 'copy', ...bucket, '--workspace', dir]);
    server.faults.answered = (method, path) =>
      void (method === 'PUT' && path.includes('093001') && copying.kill('SIGKILL'));
    expect(await finished(copying)).toMatchObject({ signal: 'SIGKILL' });
    delete server.faults.answered;
    expect(await json('vault', 'copy', ...bucket, '--workspace', dir)).toMatchObject({ code: 0, out: { files: 7 } });

    const anew = join(await temporaryFolder(), 'anew');
    const restoring = spawnCli(['vault', 'restore', ...bucket, '--to', anew]);
    server.faults.answered = (method, path) =>
      void (method === 'GET' && path.includes('093001') && restoring.kill('SIGKILL'));
    expect(await finished(restoring)).toMatchObject({ signal: 'SIGKILL' });
    delete server.faults.answered;
    const again = await json('vault', 'restore', ...bucket, '--to', anew);
    expect(again).toMatchObject({ code: 0, out: { snapshots: 3 } });
    const verified = await json('vault', 'verify', '--workspace', anew);
    expect(verified).toMatchObject({ code: 0, out: { ok: true, problems: [], counts: { entries: 3, files: 3 } } });
  });

  it('say what is wrong, and write nothing: another history, a changed file, half a login', async () => {
    const [dir, other] = [await keptWorkspace(), await keptWorkspace()];
    const taken = await json('vault', 'copy', join(other, 'vault'), '--workspace', dir);
    expect(taken).toMatchObject({ code: 1, stderr: expect.stringContaining('vault.other-history') });
    const half = await json('vault', 'copy', 's3://records', '--access-key', 'env:KEY', '--workspace', dir);
    expect(half).toMatchObject({ code: 2, stderr: expect.stringContaining('usage.bad-value') });
    const nowhere = await json('vault', 'restore', join(dir, 'vault'));
    expect(nowhere).toMatchObject({ code: 2, stderr: expect.stringContaining('usage.missing-argument') });
    const server = await s3Server();
    await rm(join(dir, 'vault/blog/20261123T093000Z.wacz'));
    await writeFile(join(dir, 'vault/blog/20261123T093000Z.wacz'), 'something else');
    bucketSettings(server);
    const keys = ['--access-key', 'env:BUCKET_TEST_KEY', '--secret-key', 'env:BUCKET_TEST_SECRET'];
    const bucket = [`s3://${server.bucket}/brand`, '--endpoint', server.endpoint, '--path-style', ...keys];
    const changed = await json('vault', 'copy', ...bucket, '--workspace', dir);
    expect(changed).toMatchObject({ code: 1, stderr: expect.stringContaining('vault.damaged') });
    expect(await openS3Files(server).stat('blog/chain/000001.json')).toBeUndefined();
  });
});
