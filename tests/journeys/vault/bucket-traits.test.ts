import { describe, expect, it } from 'vitest';
import { gatherText } from '../../../src/base/gather-text.ts';
import { vaultStatus } from '../../../src/journeys/vault/vault-status.ts';
import { verifyVault } from '../../../src/journeys/vault/verify-vault.ts';
import { bytesSource } from '../../../src/vault/vault-source.ts';
import { stillClock } from '../../support/make-snapshot.ts';
import { runCli } from '../../support/run-cli.ts';
import { openS3Files, type S3Server, s3Server } from '../../support/s3-server.ts';
import { vaultWorkspace } from '../../support/sealed-workspace.ts';

const signal = new AbortController().signal;
const context = { clock: stillClock, signal, onProgress: () => undefined };
const note = '{"format":"lastpost-vault","version":1}\n';

/** A workspace whose vault is in the bucket, and has been written to. */
async function bucketWorkspace(server: S3Server): Promise<string> {
  process.env.TRAITS_TEST_KEY = server.credentials.accessKeyId;
  process.env.TRAITS_TEST_SECRET = server.credentials.secretAccessKey;
  await openS3Files(server).put('vault.json', bytesSource(note));
  const s3 = {
    ...{ bucket: server.bucket, prefix: 'brand', endpoint: server.endpoint, path_style: true },
    ...{ checksums: 'when_required' },
    credentials: { access_key: 'env:TRAITS_TEST_KEY', secret_key: 'env:TRAITS_TEST_SECRET' },
  };
  return vaultWorkspace({ s3 });
}

const status = (dir: string) => vaultStatus({ cwd: dir, workspaceDir: dir }, signal);
const puts = ({ requests }: S3Server) => requests.filter((one) => one.startsWith('PUT')).length;
const versioned = (state: string) => (_method: string, url: string) =>
  url.includes('versioning') ? `<VersioningConfiguration>${state}</VersioningConfiguration>` : undefined;

describe('what a bucket does for its files', { timeout: 60_000 }, () => {
  it('is found out once, by putting what is there again, and remembered', async () => {
    const server = await s3Server();
    const dir = await bucketWorkspace(server);
    server.faults.instead = versioned('<Status>Enabled</Status>');
    const before = puts(server);
    expect((await status(dir)).bucket).toEqual({ keeps_names: true, versioning: 'on' });
    expect((await status(dir)).bucket).toEqual({ keeps_names: true, versioning: 'on' });
    expect(puts(server) - before).toBe(1);
    const verified = await verifyVault(
      { jobs: 1, quick: true, again: false },
      { cwd: dir, workspaceDir: dir },
      context,
    );
    expect(verified).toMatchObject({ ok: true, bucket: { keeps_names: true } });
  });

  it('is a warning where a server lets others overwrite, and what was there stays as it was', async ({ skip }) => {
    const server = await s3Server();
    if (server.isReal) skip('the server of one’s own keeps If-None-Match');
    server.faults.isBlind = true;
    const dir = await bucketWorkspace(server);
    server.faults.instead = versioned('');
    const { stdout, code } = await runCli(['vault', 'status', '--workspace', dir]);
    expect(code).toBe(0);
    expect(stdout).toContain('two machines could overwrite each other here');
    expect(stdout).toContain('versioning of the bucket off');
    const verified = await runCli(['vault', 'verify', '--json', '--workspace', dir]);
    expect(JSON.parse(verified.stdout)).toMatchObject({ ok: true, bucket: { keeps_names: false, versioning: 'off' } });
    expect(await gatherText(openS3Files(server).read('vault.json'))).toBe(note);
  });

  it('is not known, and no failure, where the credential may only read', async () => {
    const server = await s3Server();
    const dir = await bucketWorkspace(server);
    server.faults.answer = (method) => (method === 'PUT' ? [403, 'AccessDenied'] : undefined);
    server.faults.instead = (_method, url) => (url.includes('versioning') ? '<no xml' : undefined);
    expect((await status(dir)).bucket).toEqual({ keeps_names: null, versioning: 'unknown' });
    server.faults.answer = () => undefined;
    expect((await status(dir)).bucket).toMatchObject({ keeps_names: true });
  });

  it('is nothing of a folder', async () => {
    expect((await status(await vaultWorkspace())).bucket).toBeNull();
  });
});
