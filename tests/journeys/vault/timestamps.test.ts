import { execFile } from 'node:child_process';
import { chmod, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { signerFromPem } from '../../../src/archive/signing-key.ts';
import { systemClock } from '../../../src/base/clock.ts';
import { pruneSnapshots } from '../../../src/journeys/retention/prune-snapshots.ts';
import { copyVault } from '../../../src/journeys/vault/copy-vault.ts';
import { keepSnapshot } from '../../../src/journeys/vault/keep-snapshot.ts';
import { restoreVault } from '../../../src/journeys/vault/restore-vault.ts';
import { stampVault } from '../../../src/journeys/vault/stamp-vault.ts';
import { vaultStatus } from '../../../src/journeys/vault/vault-status.ts';
import { verifyVault } from '../../../src/journeys/vault/verify-vault.ts';
import type { JourneyContext } from '../../../src/model/journey-context.ts';
import { openLedger } from '../../../src/storage/ledger.ts';
import { openWorkspace } from '../../../src/workspace/open-workspace.ts';
import { readSigningKeyPem } from '../../../src/workspace/signing-key-file.ts';
import { s3Server } from '../../support/s3-server.ts';
import { sealInto, setVault, vaultWorkspace } from '../../support/sealed-workspace.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { noOpenssl, type TimestampAuthority, timestampAuthority } from '../../support/timestamp-authority.ts';

const run = promisify(execFile);

function talking(): JourneyContext & { readonly notes: string[] } {
  const notes: string[] = [];
  const signal = new AbortController().signal;
  return { notes, clock: systemClock, signal, onProgress: () => undefined, note: (text) => void notes.push(text) };
}

const at = (dir: string) => ({ cwd: dir, workspaceDir: dir });
const token = (dir: string, seq: number) => join(dir, `vault/blog/chain/00000${seq}.tsr`);
const entry = (dir: string, seq: number) => join(dir, `vault/blog/chain/00000${seq}.json`);

async function keep(dir: string, ids: readonly string[]): Promise<readonly string[]> {
  const workspace = await openWorkspace(dir);
  const signer = signerFromPem(await readSigningKeyPem(workspace.paths));
  const ledger = await openLedger({ file: workspace.paths.ledger, root: dir });
  const context = talking();
  for (const id of ids) {
    const { snapshot, completeness } = await sealInto(dir, id, { at: Number(id.slice(1)) });
    await keepSnapshot({ workspace, ledger, signer }, snapshot, completeness, context);
  }
  await ledger.close();
  return context.notes;
}

function settings({ url, ca }: TimestampAuthority) {
  return { timestamp: { url, ca } };
}

async function stamped(ids: readonly string[] = ['s1', 's2']): Promise<{ dir: string; tsa: TimestampAuthority }> {
  const tsa = await timestampAuthority();
  const dir = await vaultWorkspace(settings(tsa));
  expect(await keep(dir, ids)).toEqual([]);
  return { dir, tsa };
}

function verify(dir: string) {
  return verifyVault({ jobs: 2, quick: true, again: false }, at(dir), talking());
}

async function rules(dir: string): Promise<readonly string[]> {
  return (await verify(dir)).problems.map(({ rule }) => rule);
}

describe.skipIf(noOpenssl)(`timestamps of the chain${noOpenssl ?? ''}`, { timeout: 60_000 }, () => {
  it('come with each entry, lie read-only beside it, and are proved by verify', async () => {
    const { dir, tsa } = await stamped();
    expect(tsa.requests).toHaveLength(2);
    expect((await readdir(join(dir, 'vault/blog/chain'))).sort()).toEqual([
      '000001.json',
      '000001.tsr',
      '000002.json',
      '000002.tsr',
    ]);
    expect((await stat(token(dir, 1))).mode & 0o222).toBe(0);
    const name = 'CN=Time of Aurora, O=Aurora Tests';
    const authorities = [{ name, tokens: 2, trust: 'root' }];
    const report = await verify(dir);
    expect(report).toMatchObject({ ok: true, problems: [], timestamps: { tokens: 2, without: 0, authorities } });
    expect((await vaultStatus(at(dir), talking().signal)).heads).toMatchObject([{ seq: 2, timestamps: 2 }]);
  });

  it('are proved by openssl alone, with the entry as it lies there', async () => {
    const { dir, tsa } = await stamped(['s1']);
    const args = ['ts', '-verify', '-in', token(dir, 1), '-data', entry(dir, 1), '-CAfile', tsa.ca];
    const { stdout, stderr } = await run('openssl', args);
    expect(stdout + stderr).toContain('Verification: OK');
  });

  it('say honestly when it is not known which root is trusted', async () => {
    const tsa = await timestampAuthority();
    const dir = await vaultWorkspace({ timestamp: { url: tsa.url } });
    await keep(dir, ['s1']);
    const authorities = [{ name: 'CN=Time of Aurora, O=Aurora Tests', tokens: 1, trust: 'not-checked' }];
    expect(await verify(dir)).toMatchObject({ ok: true, timestamps: { authorities } });
    const other = await timestampAuthority();
    await setVault(dir, { timestamp: { url: tsa.url, ca: other.ca } });
    expect(await rules(dir)).toEqual(['timestamp.root']);
  });

  it('fail no snapshot when the authority is down: it is told, and the next one catches up', async () => {
    const { dir, tsa } = await stamped(['s1']);
    tsa.behave = () => 'busy';
    const [told] = await keep(dir, ['s2']);
    expect(told).toMatch(/Entry 2 of the chain of blog without a timestamp yet.*503.*lastpost vault timestamp blog/);
    expect(await verify(dir)).toMatchObject({
      ok: true,
      counts: { entries: 2 },
      timestamps: { tokens: 1, without: 1 },
    });
    tsa.behave = () => 'sound';
    expect(await keep(dir, ['s3'])).toEqual([]);
    expect(await verify(dir)).toMatchObject({ timestamps: { tokens: 3, without: 0 } });
  });

  it.each(['html', 'wrong imprint', 'expired', 'cut'] as const)(
    'fail no snapshot either when it answers: %s',
    async (kind) => {
      const tsa = await timestampAuthority();
      tsa.behave = () => kind;
      const dir = await vaultWorkspace(settings(tsa));
      expect(await keep(dir, ['s1'])).toHaveLength(1);
      expect(await verify(dir)).toMatchObject({
        ok: true,
        counts: { entries: 1, files: 1 },
        timestamps: { tokens: 0 },
      });
    },
  );

  it('fail none when the file of roots is not there, and verify says so', async () => {
    const tsa = await timestampAuthority();
    const dir = await vaultWorkspace({ timestamp: { url: tsa.url, ca: 'nowhere.pem' } });
    expect(await keep(dir, ['s1'])).toMatchObject([expect.stringContaining('nowhere.pem')]);
    await expect(verify(dir)).rejects.toMatchObject({ code: 'timestamp.bad-ca', exitCode: 2 });
  });

  it('are fetched later for a chain from before there was an authority, the newest first', async () => {
    const dir = await vaultWorkspace();
    await keep(dir, ['s1', 's2', 's3']);
    await expect(stampVault({ channels: [], dryRun: true }, at(dir), talking())).rejects.toMatchObject({
      code: 'timestamp.not-set',
    });
    const tsa = await timestampAuthority();
    await setVault(dir, settings(tsa));
    const missing = [{ channel: 'blog', entries: 3, fetched: 0, missing: 3 }];
    const asked = await stampVault({ channels: [], dryRun: true }, at(dir), talking());
    expect(asked).toEqual({ authority: tsa.url, channels: missing });
    expect(tsa.requests).toHaveLength(0);
    // It stops in the middle, and goes on.
    tsa.behave = (request) => (request === 2 ? 'rejected' : 'sound');
    await expect(stampVault({ channels: ['blog'], dryRun: false }, at(dir), talking())).rejects.toMatchObject({
      code: 'timestamp.refused',
      hint: expect.stringContaining('1 of 3 were fetched'),
    });
    await expect(stat(token(dir, 3))).resolves.toBeDefined();
    expect(await stampVault({ channels: [], dryRun: false }, at(dir), talking())).toMatchObject({
      channels: [{ fetched: 2, missing: 0 }],
    });
    expect(await stampVault({ channels: [], dryRun: false }, at(dir), talking())).toMatchObject({
      channels: [{ fetched: 0, missing: 0 }],
    });
    expect(tsa.requests).toHaveLength(4);
    expect(await verify(dir)).toMatchObject({ ok: true, timestamps: { tokens: 3, without: 0 } });
    await expect(stampVault({ channels: ['blug'], dryRun: false }, at(dir), talking())).rejects.toMatchObject({
      code: 'channel.unknown',
    });
  });

  it('are fetched by two processes at once without harm', async () => {
    const dir = await vaultWorkspace();
    await keep(dir, ['s1', 's2']);
    await setVault(dir, settings(await timestampAuthority()));
    await Promise.all([1, 2, 3].map(() => stampVault({ channels: [], dryRun: false }, at(dir), talking())));
    expect(await verify(dir)).toMatchObject({ ok: true, timestamps: { tokens: 2, without: 0 } });
  });

  it.each<readonly [string, string, (dir: string) => Promise<unknown>]>([
    ['a missing one', 'timestamp.missing', (dir) => rm(token(dir, 1))],
    [
      'two that were exchanged',
      'timestamp.swapped',
      async (dir) => {
        await rename(token(dir, 1), `${token(dir, 1)}.held`);
        await rename(token(dir, 2), token(dir, 1));
        await rename(`${token(dir, 1)}.held`, token(dir, 2));
      },
    ],
    ['a cut-off one', 'timestamp.damaged', (dir) => spoil(dir, (bytes) => bytes.subarray(0, 900))],
    ['one that is something else', 'timestamp.damaged', (dir) => spoil(dir, () => Buffer.from('<!doctype html>'))],
    ['one that says another time', 'timestamp.signature', (dir) => spoil(dir, (bytes) => otherYear(bytes))],
    ['one without its entry', 'file.unknown', (dir) => writeFile(join(dir, 'vault/blog/chain/000009.tsr'), 'x')],
  ])('tell %s', async (_what, rule, harm) => {
    const { dir } = await stamped();
    await harm(dir);
    const report = await verify(dir);
    expect(report.ok).toBe(false);
    expect(report.problems.map((problem) => problem.rule)).toContain(rule);
  });

  it('go along with copies, and come back with a restore', async () => {
    const { dir } = await stamped();
    const safe = join(await temporaryFolder(), 'safe');
    const target = { name: safe, pathStyle: false };
    expect(await copyVault(target, at(dir), talking())).toMatchObject({ files: 7, copied: 7 });
    expect(await copyVault(target, at(dir), talking())).toMatchObject({ files: 7, copied: 0 });
    const anew = join(await temporaryFolder(), 'anew');
    await restoreVault({ source: target, to: anew, brandName: 'Aurora Coffee' }, '/', talking());
    expect(await verify(anew)).toMatchObject({ ok: true, timestamps: { tokens: 2, without: 0 } });
    // The ledger knows of them again: one that is taken away is missed.
    await rm(token(anew, 2));
    expect(await rules(anew)).toEqual(['timestamp.missing']);
  });

  it('are not copied when they are damaged, and a sound one that the copy has already stays', async () => {
    const { dir, tsa } = await stamped();
    const safe = join(await temporaryFolder(), 'safe');
    const target = { name: safe, pathStyle: false };
    await copyVault(target, at(dir), talking());
    const before = await readFile(join(safe, 'blog/chain/000001.tsr'));
    await rm(token(dir, 1));
    await stampVault({ channels: ['blog'], dryRun: false }, at(dir), talking());
    expect(tsa.requests).toHaveLength(3);
    await copyVault(target, at(dir), talking());
    expect(await readFile(join(safe, 'blog/chain/000001.tsr'))).toEqual(before);
    await spoil(dir, (bytes) => bytes.subarray(0, 900));
    await expect(copyVault(target, at(dir), talking())).rejects.toMatchObject({ code: 'vault.damaged' });
  });

  it('lie in a bucket beside the entries, where files are encrypted as well', async () => {
    const server = await s3Server();
    const identity = await generateX25519Identity();
    process.env.TSA_TEST_KEY = server.credentials.accessKeyId;
    process.env.TSA_TEST_SECRET = server.credentials.secretAccessKey;
    process.env.TSA_TEST_IDENTITY = identity;
    const s3 = {
      ...{ bucket: server.bucket, endpoint: server.endpoint, path_style: true, checksums: 'when_required' },
      credentials: { access_key: 'env:TSA_TEST_KEY', secret_key: 'env:TSA_TEST_SECRET' },
    };
    const encrypt = { recipients: [await identityToRecipient(identity)], identity: 'env:TSA_TEST_IDENTITY' };
    const dir = await vaultWorkspace({ s3, encrypt, ...settings(await timestampAuthority()) });
    expect(await keep(dir, ['s1', 's2'])).toEqual([]);
    expect(server.requests).toContain(`PUT /${server.bucket}/blog/chain/000002.tsr`);
    expect(await verify(dir)).toMatchObject({ ok: true, timestamps: { tokens: 2, without: 0 } });
  });

  it('are fetched for what pruning writes into the chain', async () => {
    const { dir } = await stamped(['s1', 's2', 's3']);
    const wishes = { channels: [], keep: { last: 1 } };
    const { removed } = await pruneSnapshots({ ...wishes, confirm: undefined, yes: true }, at(dir), talking());
    expect(removed).toHaveLength(2);
    expect(await verify(dir)).toMatchObject({
      ...{ ok: true, counts: { entries: 5, files: 1 } },
      timestamps: { tokens: 5, without: 0 },
    });
  });
});

async function spoil(dir: string, change: (bytes: Buffer) => Buffer): Promise<void> {
  const path = token(dir, 1);
  const bytes = change(await readFile(path));
  await chmod(path, 0o644);
  await writeFile(path, bytes);
}

function otherYear(bytes: Buffer): Buffer {
  const year = bytes.indexOf(`${new Date().getUTCFullYear()}`);
  bytes[year + 3] = (bytes[year + 3] ?? 0) ^ 1;
  return bytes;
}
