import { join, resolve } from 'node:path';
import { readWaczSummary } from '../../archive/wacz-read.ts';
import { gatherText } from '../../base/gather-text.ts';
import { pathExists } from '../../base/path-exists.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { type ChainEntry, readEntry, seqOfKey, seqOfToken } from '../../model/vault-chain.ts';
import { damagedInVault } from '../../vault/vault-key.ts';
import { CONFIG_NAME } from '../../workspace/paths.ts';
import { enterPosts } from '../enter-posts.ts';
import { initWorkspace, repairWorkspace } from '../init-workspace.ts';
import { findKey, localWacz } from './local-wacz.ts';
import { type VaultOffice, withVault } from './office.ts';
import { type NamedPlace, openPlace } from './open-place.ts';
import { checkVersion, noteVersion, type OpenVault } from './open-vault.ts';
import { type RestoredChannels, restoreChannels } from './restore-channels.ts';
import { transfer } from './transfer.ts';

export interface RestoreInput {
  readonly source: NamedPlace;
  /** Of the workspace; made when there is none. */
  readonly to: string;
  /** For a workspace that has to be made. */
  readonly brandName: string;
}

export interface RestoredVault extends RestoredChannels {
  readonly workspaceDir: string;
  readonly files: number;
  readonly bytes: number;
  readonly copied: number;
  /** Entered in the ledger. */
  readonly snapshots: number;
  /** Originals of official exports: they are there, and their posts come back with "channel import". */
  readonly originals: readonly string[];
}

/**
 * Brings a workspace back from a vault or a copy of one: the files, the ledger's lines of snapshots with their posts, and the
 * chain. A workspace that is there keeps its settings and its key; channels are written where it names none. Safe to call again.
 * @throws KnownError those of `transfer`, `openPlace`, `initWorkspace`, and of opening the vault
 */
export async function restoreVault(input: RestoreInput, cwd: string, context: JourneyContext): Promise<RestoredVault> {
  const dir = resolve(cwd, input.to);
  if (await pathExists(join(dir, CONFIG_NAME))) await repairWorkspace(dir);
  else await initWorkspace({ dir, brandName: input.brandName, languages: ['en'] });
  const from = await openPlace(input.source, cwd);
  try {
    return await withVault({ cwd: dir, workspaceDir: dir }, async (office, vault) => {
      await checkVersion({ ...vault, files: from });
      const isOwn = from.place === vault.files.place;
      const moved = isOwn ? { files: 0, bytes: 0, copied: 0 } : await transfer(from, vault.files, context);
      await noteVersion(vault);
      return { workspaceDir: dir, ...moved, ...(await enterAll(office, vault, context)) };
    });
  } finally {
    await from.close();
  }
}

async function enterAll(office: VaultOffice, vault: OpenVault, { signal, onProgress }: JourneyContext) {
  const entries: ChainEntry[] = [];
  const tokens: string[] = [];
  for await (const { key } of vault.files.list('', signal)) {
    if (seqOfToken(key) !== undefined) tokens.push(key);
    if (seqOfKey(key) === undefined) continue;
    const written = readEntry(await gatherText(vault.files.read(key)));
    if (written === undefined) throw damagedInVault(vault.files.nameOf(key), 'this entry of the chain cannot be read.');
    await office.ledger.vault.adopt(written);
    entries.push(written.entry);
  }
  for (const key of tokens) {
    await office.ledger.vault.marked(key.slice(0, key.indexOf('/')), seqOfToken(key) ?? 0, 'timestamped');
  }
  const gone = new Set(entries.flatMap(({ kind, channel, name }) => (kind === 'pruned' ? [`${channel}/${name}`] : [])));
  const there = entries.filter(({ kind, channel, name }) => kind !== 'pruned' && !gone.has(`${channel}/${name}`));
  const snapshots = there.filter(({ kind }) => kind === 'snapshot');
  for (const [index, entry] of snapshots.entries()) {
    signal.throwIfAborted();
    onProgress({ phase: 'enter', stepsDone: index, stepsKnown: snapshots.length, current: entry.name });
    await enterSnapshot(office, vault, entry);
  }
  const originals = there.flatMap(({ kind, channel, name }) => (kind === 'export' ? [`${channel}/${name}`] : []));
  return { snapshots: snapshots.length, originals, ...(await restoreChannels(office, there)) };
}

async function enterSnapshot({ ledger, workspace }: VaultOffice, vault: OpenVault, entry: ChainEntry): Promise<void> {
  const { id, channel, name, url, state, pages, gaps, bytes, sha256, started_at, finished_at } = entry;
  if ((await ledger.snapshots.find(id)) !== undefined) return;
  const key = (await findKey(vault, channel, name)) ?? `${channel}/${name}`;
  const snapshot: Snapshot & { readonly channel: string } = {
    ...{ id, channel, url: url ?? '', file: vault.files.nameOf(key), bytes, sha256 },
    state: state === 'complete' ? 'complete' : 'partial',
    ...{ pages: pages ?? 0, gaps: gaps ?? 0, startedAt: started_at, finishedAt: finished_at },
    // Only a workspace brings snapshots into a vault, and it signs each of them.
    signed: true,
  };
  const file = await localWacz(workspace, snapshot);
  const { completeness } = await readWaczSummary(file, { maxPages: 0 });
  // The posts first: a snapshot that is in the ledger is taken as done when this is called again.
  if (completeness !== null) await enterPosts(ledger.posts, { ...snapshot, file }, completeness);
  await ledger.snapshots.add(snapshot);
}
