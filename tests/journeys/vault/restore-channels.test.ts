import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { signerFromPem } from '../../../src/archive/signing-key.ts';
import { keepSnapshot } from '../../../src/journeys/vault/keep-snapshot.ts';
import { restoreVault } from '../../../src/journeys/vault/restore-vault.ts';
import type { PlatformId } from '../../../src/model/platform.ts';
import type { ScopeReport } from '../../../src/model/snapshot.ts';
import { openLedger } from '../../../src/storage/ledger.ts';
import { addChannelToWorkspace } from '../../../src/workspace/add-channel.ts';
import { openWorkspace } from '../../../src/workspace/open-workspace.ts';
import { workspacePaths } from '../../../src/workspace/paths.ts';
import { readSigningKeyPem } from '../../../src/workspace/signing-key-file.ts';
import { completenessOf } from '../../contracts/post-store.ts';
import { stillClock } from '../../support/make-snapshot.ts';
import { type SealChoice, sealInto, vaultWorkspace } from '../../support/sealed-workspace.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const context = { clock: stillClock, signal: new AbortController().signal, onProgress: () => undefined };
const open = { maxDepth: null, sitemaps: true, maxPages: 10_000, maxBytes: null, maxTimeMs: null };
const whole: ScopeReport = { kind: 'host', include: [], exclude: [], ...open };

interface Kept extends SealChoice {
  readonly id: string;
  readonly platform: PlatformId;
}

async function vaultOf(...kept: readonly Kept[]): Promise<string> {
  const dir = await vaultWorkspace();
  const workspace = await openWorkspace(dir);
  const signer = signerFromPem(await readSigningKeyPem(workspace.paths));
  const ledger = await openLedger({ file: workspace.paths.ledger, root: dir });
  for (const { id, platform, ...choice } of kept) {
    const completeness = completenessOf({ platform, channel: choice.channel ?? 'blog' });
    const { snapshot } = await sealInto(dir, id, { ...choice, reports: { completeness, ...choice.reports } });
    await keepSnapshot({ workspace, ledger, signer }, snapshot, completeness, context);
  }
  await ledger.close();
  return dir;
}

async function restore(from: string, to: string) {
  const source = { name: join(from, 'vault'), pathStyle: false };
  return restoreVault({ source, to, brandName: 'Aurora Coffee' }, '/', context);
}

async function channelsIn(dir: string) {
  return (await openWorkspace(dir)).config.channels;
}

describe('the channels of a vault that is restored', () => {
  it('are named again as in their last snapshots, where lastpost.yaml names none', async () => {
    const crawl = { state: 'complete', pages: 2, gaps: [] };
    const narrow = { ...whole, kind: 'prefix', exclude: ['\\/tag\\/'] };
    const social = 'https://social.example/@aurora';
    const from = await vaultOf(
      { id: 's1', platform: 'website', reports: { crawl: { ...crawl, scope: whole } } },
      { id: 's2', platform: 'wordpress', at: 60, reports: { crawl: { ...crawl, scope: narrow } } },
      { id: 's3', platform: 'mastodon', channel: 'social', url: social },
    );
    const anew = join(await temporaryFolder(), 'anew');
    expect(await restore(from, anew)).toMatchObject({ channelsAdded: ['blog', 'social'], channelsUnnamed: [] });
    expect(await channelsIn(anew)).toEqual([
      {
        ...{ id: 'blog', platform: 'wordpress', url: 'https://blog.example.org/', scope: 'prefix' },
        ...{ include: [], exclude: [/\/tag\//] },
      },
      { id: 'social', platform: 'mastodon', handle: 'aurora@social.example', url: social, include: [], exclude: [] },
    ]);
    expect(await restore(from, anew)).toMatchObject({ channelsAdded: [], channelsUnnamed: [] });
    expect(await channelsIn(anew)).toHaveLength(2);
  });

  it('are told, and not written in, where it names others: who left them out may have meant it', async () => {
    const from = await vaultOf({ id: 's1', platform: 'website' });
    const to = await vaultWorkspace();
    await addChannelToWorkspace(to, { id: 'x', platform: 'x', url: 'https://x.com/aurora' });
    expect(await restore(from, to)).toMatchObject({
      channelsAdded: [],
      channelsUnnamed: [{ id: 'blog', url: 'https://blog.example.org/' }],
    });
    expect((await channelsIn(to)).map(({ id }) => id)).toEqual(['x']);
  });

  it('are left as they are where they are named, when only the ledger was lost', async () => {
    const dir = await vaultOf({ id: 's1', platform: 'website' });
    await addChannelToWorkspace(dir, { id: 'blog', platform: 'ghost', url: 'https://blog.example.org/' });
    for (const end of ['', '-wal', '-shm']) await rm(`${workspacePaths(dir).ledger}${end}`, { force: true });
    expect(await restore(dir, dir)).toMatchObject({ snapshots: 1, channelsAdded: [], channelsUnnamed: [] });
    expect(await channelsIn(dir)).toMatchObject([{ id: 'blog', platform: 'ghost' }]);
  });
});
