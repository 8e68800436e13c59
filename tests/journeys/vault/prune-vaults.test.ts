import { describe, expect, it } from 'vitest';
import { verifyWacz } from '../../../src/archive/verify-wacz.ts';
import { pruneSnapshots } from '../../../src/journeys/retention/prune-snapshots.ts';
import { localWacz } from '../../../src/journeys/vault/local-wacz.ts';
import { verifyVault } from '../../../src/journeys/vault/verify-vault.ts';
import type { Snapshot } from '../../../src/model/snapshot.ts';
import { openLedger } from '../../../src/storage/ledger.ts';
import { openWorkspace } from '../../../src/workspace/open-workspace.ts';
import { workspacePaths } from '../../../src/workspace/paths.ts';
import { bucketSettings, encryptSettings, keepAll } from '../../support/bucket-workspace.ts';
import { stillClock } from '../../support/make-snapshot.ts';
import { finished, spawnCli } from '../../support/run-cli.ts';
import { openS3Files, type S3Server, s3Server } from '../../support/s3-server.ts';
import { vaultWorkspace } from '../../support/sealed-workspace.ts';

const IDS = ['aaaa1111', 'bbbb2222', 'cccc3333'];
const context = { clock: stillClock, signal: new AbortController().signal, onProgress: () => undefined };
const at = (dir: string) => ({ cwd: dir, workspaceDir: dir });

async function prune(dir: string): Promise<readonly string[]> {
  const input = { channels: [], keep: { last: 1 }, confirm: undefined, yes: true };
  return (await pruneSnapshots(input, at(dir), context)).removed.map(({ id }) => id);
}

async function listed(dir: string): Promise<readonly Snapshot[]> {
  const ledger = await openLedger({ file: workspacePaths(dir).ledger, root: dir });
  try {
    return await ledger.snapshots.list();
  } finally {
    await ledger.close();
  }
}

/** Every snapshot in the list can be read, whole. */
async function areWhole(dir: string, snapshots: readonly Snapshot[]): Promise<void> {
  const workspace = await openWorkspace(dir);
  for (const one of snapshots) {
    const file = await localWacz(workspace, one);
    expect(await verifyWacz(file), one.id).toMatchObject({ ok: true });
  }
}

/** Only the last one is left, it is whole, and nothing else lies about. */
async function isPruned(dir: string): Promise<void> {
  const report = await verifyVault({ jobs: 2, quick: false, again: true }, at(dir), context);
  expect(report).toMatchObject({ ok: true, problems: [], counts: { files: 1, entries: 5 } });
  expect((await listed(dir)).map(({ id }) => id)).toEqual(['cccc3333']);
}

async function bucketWorkspace(more: object = {}): Promise<{ readonly dir: string; readonly server: S3Server }> {
  const server = await s3Server();
  const dir = await vaultWorkspace({ s3: bucketSettings(server), ...more });
  await keepAll(dir, IDS);
  return { dir, server };
}

describe('pruning', { timeout: 120_000 }, () => {
  it('leaves the last one whole in a folder where everything is encrypted', async () => {
    const dir = await vaultWorkspace({ encrypt: await encryptSettings() });
    await keepAll(dir, IDS);
    expect(await prune(dir)).toEqual(['aaaa1111', 'bbbb2222']);
    await isPruned(dir);
  });

  it('leaves the last one whole in a bucket, and in one where everything is encrypted', async () => {
    for (const more of [{}, { encrypt: await encryptSettings() }]) {
      const { dir, server } = await bucketWorkspace(more);
      expect(await prune(dir)).toEqual(['aaaa1111', 'bbbb2222']);
      await isPruned(dir);
      const keys: string[] = [];
      for await (const { key } of openS3Files(server).list('blog/2')) keys.push(key);
      expect(keys).toEqual([`blog/20261123T093002Z.wacz${'encrypt' in more ? '.age' : ''}`]);
    }
  });
});

/** What pruning writes and takes away, in its order. What it takes away that is not there is no step. */
const steps: readonly (readonly [method: string, name: string])[] = [
  ['PUT', '20261123T093002Z.wacz'],
  ['PUT', 'chain/000004.json'],
  ['DELETE', '20261123T093000Z.wacz'],
  ['PUT', 'chain/000005.json'],
  ['DELETE', '20261123T093001Z.wacz-delta'],
  ['DELETE', '20261123T093002Z.wacz-delta'],
];

describe('pruning that is killed', { timeout: 180_000 }, () => {
  it('is killed at every step that there is', async () => {
    const { dir, server } = await bucketWorkspace();
    const there = new Set<string>();
    for await (const { key } of openS3Files(server).list('blog/')) there.add(key);
    const from = server.requests.length;
    await prune(dir);
    const seen = server.requests.slice(from).flatMap((request) => {
      const [method = '', path = ''] = request.split(' ');
      const key = path.slice(`/${server.bucket}/brand/`.length);
      if (method === 'PUT') there.add(key);
      return method === 'PUT' || (method === 'DELETE' && there.has(key)) ? [[method, key.slice('blog/'.length)]] : [];
    });
    expect(seen).toEqual(steps);
  });

  it.each([
    ...steps.map(([method, name]) => [method, name, 'after'] as const),
    ['PUT', 'chain/000004.json', 'before'] as const,
    ['DELETE', '20261123T093000Z.wacz', 'before'] as const,
  ])(
    'loses nothing when that is at %s %s, %s the server has done it, and the next one finishes',
    async (method, name, when) => {
      const { dir, server } = await bucketWorkspace();
      const path = `/${server.bucket}/brand/blog/${name}`;
      const child = spawnCli(['snapshot', 'prune', '--keep-last', '1', '--yes', '--workspace', dir]);
      const isIt = (...asked: readonly string[]) => asked[0] === method && asked[1] === path;
      server.faults.answer = (...asked) => {
        if (when === 'after' || !isIt(...asked)) return undefined;
        child.kill('SIGKILL');
        return [503, 'SlowDown'];
      };
      server.faults.answered = (...asked) => void (when === 'after' && isIt(...asked) && child.kill('SIGKILL'));
      expect(await finished(child)).toMatchObject({ code: null, signal: 'SIGKILL' });
      delete server.faults.answer;
      delete server.faults.answered;

      const left = await listed(dir);
      expect(left.map(({ id }) => id)).toContain('cccc3333');
      await areWhole(dir, left);
      await prune(dir);
      await isPruned(dir);
    },
  );
});
