import { spawn } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sha256File } from '../../../src/base/digest.ts';
import { localWacz } from '../../../src/journeys/vault/local-wacz.ts';
import { openVault } from '../../../src/journeys/vault/open-vault.ts';
import { openLedger } from '../../../src/storage/ledger.ts';
import { openWorkspace } from '../../../src/workspace/open-workspace.ts';
import { workspacePaths } from '../../../src/workspace/paths.ts';
import { finished } from '../../support/run-cli.ts';
import { s3Server } from '../../support/s3-server.ts';
import { type Sealed, sealInto, vaultWorkspace } from '../../support/sealed-workspace.ts';

const child = fileURLToPath(new URL('../../support/bring-in-child.mjs', import.meta.url));
const env = { ...process.env, VAULT_KEY: 'S3RVER', VAULT_SECRET: 'S3RVER' };

async function bringIn(dir: string, sealed: Sealed, stage = 'never') {
  const note = join(dir, `${sealed.snapshot.id}.json`);
  await writeFile(note, JSON.stringify(sealed));
  return finished(spawn(process.execPath, [child, dir, note, stage], { stdio: 'pipe', env }));
}

async function state(dir: string) {
  const ledger = await openLedger({ file: workspacePaths(dir).ledger, root: dir });
  const [snapshots, entries, arrivals] = [
    await ledger.snapshots.list(),
    await ledger.vault.entries('blog'),
    await ledger.vault.arrivals(),
  ];
  await ledger.close();
  const vault = await openVault(await openWorkspace(dir));
  onTestFinished(() => vault.files.close());
  const keys: string[] = [];
  for await (const { key } of vault.files.list('')) keys.push(key);
  return { snapshots, entries, arrivals, keys, outbox: await readdir(workspacePaths(dir).outbox) };
}

const stages = ['begun', 'made', 'put', 'stored', 'listed', 'read', 'chained', 'entered', 'cleared'];

async function isThereOnce(dir: string, { snapshot }: Sealed): Promise<void> {
  const { snapshots, entries, arrivals, keys, outbox } = await state(dir);
  expect(keys).toEqual(['blog/20261123T093000Z.wacz', 'blog/chain/000001.json', 'vault.json']);
  expect(snapshots).toMatchObject([{ id: snapshot.id, sha256: snapshot.sha256 }]);
  expect(entries).toMatchObject([
    { isPut: true, entry: { seq: 1, previous: null, name: '20261123T093000Z.wacz', sha256: snapshot.sha256 } },
  ]);
  expect(arrivals).toEqual([]);
  expect(outbox).toEqual([]);
}

describe('bringing a sealed snapshot into a vault', () => {
  it.each(stages)(
    'goes on after a kill at "%s", and nothing is lost or there twice',
    { timeout: 60_000 },
    async (stage) => {
      const dir = await vaultWorkspace();
      const sealed = await sealInto(dir, 's1');
      expect(await bringIn(dir, sealed, stage)).toMatchObject({ signal: 'SIGKILL' });
      expect(await bringIn(dir, sealed)).toMatchObject({ code: 0, stderr: '' });
      await isThereOnce(dir, sealed);
      const workspace = await openWorkspace(dir);
      const file = await localWacz(workspace, (await state(dir)).snapshots[0] as never);
      expect(file).toBe(join(dir, 'vault', 'blog', '20261123T093000Z.wacz'));
      expect((await sha256File(file)).sha256).toBe(sealed.snapshot.sha256);
    },
  );

  it('is done once when two processes do it at the same time', { timeout: 60_000 }, async () => {
    const dir = await vaultWorkspace();
    const sealed = await sealInto(dir, 's1');
    const runs = await Promise.all([bringIn(dir, sealed), bringIn(dir, sealed), bringIn(dir, sealed)]);
    expect(runs.map(({ code, stderr }) => ({ code, stderr }))).toEqual(Array(3).fill({ code: 0, stderr: '' }));
    await isThereOnce(dir, sealed);
  });

  it('chains each entry to the one before', { timeout: 60_000 }, async () => {
    const dir = await vaultWorkspace();
    const [first, second] = [await sealInto(dir, 's1'), await sealInto(dir, 's2', { at: 1, channel: 'blog' })];
    await bringIn(dir, first);
    await bringIn(dir, second);
    const { entries, keys } = await state(dir);
    expect(entries.map(({ entry }) => entry.previous)).toEqual([null, entries[0]?.digest]);
    expect(keys).toContain('blog/chain/000002.json');
  });

  it('keeps the sealed file while a bucket is away, and brings it in when it is back', {
    timeout: 120_000,
  }, async () => {
    const server = await s3Server();
    const s3 = {
      ...{ bucket: server.bucket, prefix: 'brand', endpoint: server.endpoint, path_style: true },
      ...{ credentials: { access_key: 'env:VAULT_KEY', secret_key: 'env:VAULT_SECRET' }, checksums: 'when_required' },
    };
    env.VAULT_KEY = server.credentials.accessKeyId;
    env.VAULT_SECRET = server.credentials.secretAccessKey;
    process.env.VAULT_KEY = env.VAULT_KEY;
    process.env.VAULT_SECRET = env.VAULT_SECRET;
    const dir = await vaultWorkspace({ s3 });
    const sealed = await sealInto(dir, 's1');
    server.faults.answer = () => [503, 'SlowDown'];
    const failed = await bringIn(dir, sealed);
    expect(failed.stderr).toContain('vault.unreachable');
    expect(await readdir(workspacePaths(dir).outbox)).toEqual(['blog-s1.wacz']);
    delete server.faults.answer;
    expect(await bringIn(dir, sealed, 'put')).toMatchObject({ signal: 'SIGKILL' });
    expect(await bringIn(dir, sealed)).toMatchObject({ code: 0, stderr: '' });
    await isThereOnce(dir, sealed);
    const { snapshots } = await state(dir);
    expect(snapshots[0]?.file).toBe(`s3://${server.bucket}/brand/blog/20261123T093000Z.wacz`);
    const file = await localWacz(await openWorkspace(dir), snapshots[0] as never);
    expect((await sha256File(file)).sha256).toBe(sealed.snapshot.sha256);
  });
});
