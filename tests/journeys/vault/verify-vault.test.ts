import { chmod, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { signerFromPem } from '../../../src/archive/signing-key.ts';
import { verifyWacz } from '../../../src/archive/verify-wacz.ts';
import { findSnapshot } from '../../../src/journeys/find-snapshot.ts';
import { copyVault } from '../../../src/journeys/vault/copy-vault.ts';
import { keepSnapshot } from '../../../src/journeys/vault/keep-snapshot.ts';
import { restoreVault } from '../../../src/journeys/vault/restore-vault.ts';
import { vaultStatus } from '../../../src/journeys/vault/vault-status.ts';
import { verifyVault } from '../../../src/journeys/vault/verify-vault.ts';
import type { JourneyContext } from '../../../src/model/journey-context.ts';
import { openLedger } from '../../../src/storage/ledger.ts';
import { openWorkspace } from '../../../src/workspace/open-workspace.ts';
import { workspacePaths } from '../../../src/workspace/paths.ts';
import { readSigningKeyPem } from '../../../src/workspace/signing-key-file.ts';
import { stillClock } from '../../support/make-snapshot.ts';
import { s3Server } from '../../support/s3-server.ts';
import { sealInto, setVault, vaultWorkspace } from '../../support/sealed-workspace.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const context: JourneyContext = {
  clock: stillClock,
  signal: new AbortController().signal,
  onProgress: () => undefined,
};

async function keep(dir: string, ids: readonly string[]): Promise<void> {
  const workspace = await openWorkspace(dir);
  const signer = signerFromPem(await readSigningKeyPem(workspace.paths));
  const ledger = await openLedger({ file: workspace.paths.ledger, root: dir });
  for (const [at, id] of ids.entries()) {
    const { snapshot, completeness } = await sealInto(dir, id, { at });
    await keepSnapshot({ workspace, ledger, signer }, snapshot, completeness, context);
  }
  await ledger.close();
}

async function keptWorkspace(vault?: object): Promise<string> {
  const dir = await vaultWorkspace(vault);
  await keep(dir, ['s1', 's2', 's3']);
  return dir;
}

function verify(dir: string, input: { readonly quick?: boolean; readonly again?: boolean } = {}) {
  return verifyVault({ jobs: 2, quick: false, again: false, ...input }, { cwd: dir, workspaceDir: dir }, context);
}

/** Files are read side by side, and told in the order in which they were done with. */
async function problemsByFile(dir: string) {
  return [...(await verify(dir)).problems].sort((a, b) => a.file.localeCompare(b.file));
}

const first = (dir: string) => join(dir, 'vault/blog/20261123T093000Z.wacz');
const second = (dir: string) => join(dir, 'vault/blog/20261123T093001Z.wacz-delta');
const third = (dir: string) => join(dir, 'vault/blog/20261123T093002Z.wacz-delta');
const entry = (dir: string, seq: number) => join(dir, `vault/blog/chain/00000${seq}.json`);

async function rewrite(path: string, change: (bytes: Buffer) => Buffer): Promise<void> {
  const bytes = change(await readFile(path));
  await rm(path);
  await writeFile(path, bytes);
}

function flipped(bytes: Buffer): Buffer {
  bytes[1000] = (bytes[1000] ?? 0) ^ 1;
  return bytes;
}

describe('verifying a vault', () => {
  it('finds nothing in one that is as it was entered, and reads nothing twice', { timeout: 60_000 }, async () => {
    const dir = await keptWorkspace();
    expect(await verify(dir)).toMatchObject({
      ok: true,
      problems: [],
      unchained: 0,
      counts: { channels: 1, entries: 3, files: 3, read: 3, known: 0 },
      heads: [{ channel: 'blog', seq: 3 }],
    });
    expect(await verify(dir)).toMatchObject({ ok: true, counts: { read: 0, known: 3 } });
    expect(await verify(dir, { again: true })).toMatchObject({ ok: true, counts: { read: 3 } });
    expect(await verify(dir, { quick: true })).toMatchObject({ ok: true, counts: { read: 0, known: 0 } });
  });

  it.each<readonly [string, string, (dir: string) => Promise<void>]>([
    ['a missing file', 'file.missing', (dir) => rm(first(dir))],
    ['a flipped bit', 'file.changed', (dir) => rewrite(first(dir), flipped)],
    ['a cut-off file', 'file.changed', (dir) => rewrite(first(dir), (bytes) => bytes.subarray(0, 900))],
    ['a file nobody entered', 'file.unknown', (dir) => writeFile(join(dir, 'vault/blog/extra.wacz'), 'x')],
    ['a missing entry', 'chain.missing', (dir) => rm(entry(dir, 2))],
    ['a missing last entry', 'chain.missing', (dir) => rm(entry(dir, 3))],
    [
      'an entry that says something else',
      'chain.signature',
      (dir) => rewrite(entry(dir, 2), (bytes) => Buffer.from(bytes.toString().replace('"pages":2', '"pages":3'))),
    ],
    [
      'an entry that is no JSON any more',
      'chain.damaged',
      (dir) => rewrite(entry(dir, 2), (bytes) => bytes.subarray(0, 50)),
    ],
  ])('finds %s', { timeout: 60_000 }, async (_what, rule, spoil) => {
    const dir = await keptWorkspace();
    expect(await verify(dir)).toMatchObject({ ok: true });
    await spoil(dir);
    const report = await verify(dir);
    expect(report.ok).toBe(false);
    expect(report.problems.map((problem) => problem.rule)).toContain(rule);
  });

  it('tells which files only rest on one that is gone, by the names that they have in the vault', {
    timeout: 60_000,
  }, async () => {
    const dir = await keptWorkspace();
    // Also when each of them was found sound before, and was not touched since.
    expect(await verify(dir)).toMatchObject({ ok: true });
    const whole = await readFile(first(dir));
    await rm(first(dir));
    const problems = await problemsByFile(dir);
    expect(problems.map(({ rule, file }) => [rule, file])).toEqual([
      ['file.missing', first(dir)],
      ['file.source-missing', second(dir)],
      ['file.source-missing', third(dir)],
    ]);
    expect(problems[1]?.message).toBe(
      `${second(dir)} takes bytes from ${basename(first(dir))}, and the vault has no such file.`,
    );
    await writeFile(first(dir), whole);
    expect(await verify(dir)).toMatchObject({ ok: true });
  });

  it('says of a file that rests on others that one of them may be what was changed', { timeout: 60_000 }, async () => {
    const dir = await keptWorkspace();
    expect(await verify(dir)).toMatchObject({ ok: true });
    await rewrite(first(dir), flipped);
    const problems = await problemsByFile(dir);
    const perhaps = 'it may be one of them that was changed';
    expect(problems.map(({ rule, file, message }) => [rule, file, message.includes(perhaps)])).toEqual([
      ['file.changed', first(dir), false],
      ['file.changed', second(dir), true],
      ['file.changed', third(dir), true],
    ]);
  });

  it('tells that two files, and two entries, were exchanged', { timeout: 60_000 }, async () => {
    const dir = await keptWorkspace();
    for (const [one, other] of [
      [first(dir), second(dir)],
      [entry(dir, 1), entry(dir, 2)],
    ] as const) {
      await rename(one, `${one}.held`);
      await rename(other, one);
      await rename(`${one}.held`, other);
    }
    const rules = (await verify(dir)).problems.map(({ rule }) => rule);
    expect(rules).toContain('chain.order');
    expect(rules.some((rule) => rule === 'file.swapped' || rule === 'file.changed')).toBe(true);
  });

  it('refuses the vault of a newer version', { timeout: 60_000 }, async () => {
    const dir = await keptWorkspace();
    await rewrite(join(dir, 'vault/vault.json'), () => Buffer.from('{"format":"lastpost-vault","version":2}'));
    await expect(verify(dir)).rejects.toMatchObject({ code: 'vault.newer', hint: expect.stringContaining('newer') });
    await expect(keep(dir, ['s9'])).rejects.toMatchObject({ code: 'vault.newer' });
  });

  it('takes in what was there before there was a chain', { timeout: 60_000 }, async () => {
    const dir = await keptWorkspace();
    const ledger = workspacePaths(dir).ledger;
    const { default: Database } = await import('better-sqlite3');
    const database = new Database(ledger);
    database.exec('delete from vault_entries');
    database.close();
    await rm(join(dir, 'vault/blog/chain'), { recursive: true });
    expect(await verify(dir)).toMatchObject({ ok: true, unchained: 3, counts: { entries: 0 } });
    await keep(dir, ['s4']);
    expect(await verify(dir)).toMatchObject({ ok: true, unchained: 0, counts: { entries: 4 } });
  });
});

describe('the restore drill', () => {
  it('brings a destroyed workspace back from a copy', { timeout: 120_000 }, async () => {
    const dir = await keptWorkspace();
    const safe = join(await temporaryFolder(), 'safe');
    const target = { name: safe, pathStyle: false };
    const here = { cwd: dir, workspaceDir: dir };
    expect(await copyVault(target, here, context)).toMatchObject({ files: 7, copied: 7 });
    expect(await copyVault(target, here, context)).toMatchObject({ files: 7, copied: 0 });
    await rm(dir, { recursive: true });
    const anew = join(await temporaryFolder(), 'anew');
    const input = { source: target, to: anew, brandName: 'Aurora Coffee' };
    expect(await restoreVault(input, '/', context)).toMatchObject({ snapshots: 3, copied: 7, originals: [] });
    expect(await restoreVault(input, '/', context)).toMatchObject({ snapshots: 3, copied: 0 });
    expect(await verify(anew)).toMatchObject({ ok: true, problems: [], counts: { entries: 3, read: 3 } });
    const { file } = await findSnapshot('s1', { cwd: anew, workspaceDir: anew });
    expect(await verifyWacz(file)).toMatchObject({ ok: true });
    await keep(anew, ['s4']);
    expect(await verify(anew)).toMatchObject({ ok: true, counts: { entries: 4 } });
  });

  it('brings a lost ledger back out of the vault that is there', { timeout: 60_000 }, async () => {
    const dir = await keptWorkspace();
    for (const end of ['', '-wal', '-shm']) await rm(`${workspacePaths(dir).ledger}${end}`, { force: true });
    const input = { source: { name: join(dir, 'vault'), pathStyle: false }, to: dir, brandName: '' };
    expect(await restoreVault(input, dir, context)).toMatchObject({ snapshots: 3 });
    expect(await verify(dir)).toMatchObject({ ok: true, counts: { entries: 3 } });
  });

  it('does not copy into another history, nor a file that was changed', { timeout: 60_000 }, async () => {
    const [one, other] = [await keptWorkspace(), await keptWorkspace()];
    const here = { cwd: one, workspaceDir: one };
    await expect(copyVault({ name: join(other, 'vault'), pathStyle: false }, here, context)).rejects.toMatchObject({
      code: 'vault.other-history',
    });
    await chmod(first(one), 0o644);
    await rewrite(first(one), flipped);
    const target = { name: join(await temporaryFolder(), 'safe'), pathStyle: false };
    await expect(copyVault(target, here, context)).rejects.toMatchObject({ code: 'vault.damaged' });
  });

  it('goes through a bucket, encrypted', { timeout: 120_000 }, async () => {
    const server = await s3Server();
    const identity = await generateX25519Identity();
    process.env.VAULT_TEST_KEY = server.credentials.accessKeyId;
    process.env.VAULT_TEST_SECRET = server.credentials.secretAccessKey;
    process.env.VAULT_TEST_IDENTITY = identity;
    const references = { access_key: 'env:VAULT_TEST_KEY', secret_key: 'env:VAULT_TEST_SECRET' };
    const s3 = {
      ...{ bucket: server.bucket, endpoint: server.endpoint, path_style: true },
      ...{ credentials: references, checksums: 'when_required' },
    };
    const encrypt = { recipients: [await identityToRecipient(identity)], identity: 'env:VAULT_TEST_IDENTITY' };
    const dir = await keptWorkspace({ s3, encrypt });
    expect(await verify(dir)).toMatchObject({ ok: true, counts: { entries: 3, read: 3 } });
    const status = await vaultStatus({ cwd: dir, workspaceDir: dir }, context.signal);
    expect(status).toMatchObject({ files: 3, isEncrypted: true, waiting: [] });
    const anew = await vaultWorkspace({ encrypt });
    const source = {
      ...{ name: `s3://${server.bucket}`, endpoint: server.endpoint, pathStyle: true },
      ...{ accessKey: 'env:VAULT_TEST_KEY', secretKey: 'env:VAULT_TEST_SECRET' },
    };
    expect(await restoreVault({ source, to: anew, brandName: '' }, anew, context)).toMatchObject({ snapshots: 3 });
    expect(await verify(anew)).toMatchObject({ ok: true, counts: { read: 3 } });
    await setVault(anew, { encrypt: { ...encrypt, identity: 'env:NOBODY_HAS_THIS' } });
    await rm(workspacePaths(anew).cache, { recursive: true });
    await expect(verify(anew, { again: true })).rejects.toMatchObject({ code: 'secret.missing' });
  });
});
