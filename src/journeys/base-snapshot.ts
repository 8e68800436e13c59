import { EarlierArchive } from '../archive/earlier-archive.ts';
import { PagesOfArchive } from '../archive/earlier-pages.ts';
import { sha256File } from '../base/digest.ts';
import { KnownError } from '../base/known-error.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { SnapshotStore } from '../model/snapshot-store.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { localWacz } from './vault/local-wacz.ts';

/** Where so many are damaged one after another, more than one snapshot is wrong. */
const TRIED_AT_MOST = 3;

/**
 * Opens the channel's newest snapshot of the same address that is where it should be and is what it was, for the next one to
 * take over what has not changed. Its digest is looked at first: what is copied from it is vouched for by the new one.
 * @returns undefined when there is none, or none that can be read or fetched; whoever asks closes it
 */
export async function openBase(
  workspace: Workspace,
  snapshots: SnapshotStore,
  { channel, url }: Pick<Snapshot, 'channel' | 'url'>,
): Promise<EarlierArchive | undefined> {
  if (channel === null) return undefined;
  const own = await snapshots.list({ channel });
  for (const base of own.filter((snapshot) => snapshot.url === url).slice(0, TRIED_AT_MOST)) {
    const earlier = await openSound(workspace, base);
    if (earlier !== undefined) return earlier;
  }
  return undefined;
}

/** "vault verify" is there to tell what is damaged; a new snapshot does not need the old one. */
async function openSound(workspace: Workspace, base: Snapshot): Promise<EarlierArchive | undefined> {
  try {
    const file = await localWacz(workspace, base);
    return (await sha256File(file)).sha256 === base.sha256 ? await EarlierArchive.open(file) : undefined;
  } catch (error) {
    if (error instanceof KnownError) return undefined;
    throw error;
  }
}

/** The pages of it that need not be opened again unless they have changed. @param begun UTC ISO 8601: a snapshot that is gone on with decides the same */
export function pagesToReuse(
  earlier: EarlierArchive | undefined,
  reuseMs: number | undefined,
  begun: string,
): PagesOfArchive | undefined {
  if (earlier === undefined || reuseMs === undefined) return undefined;
  return new PagesOfArchive(earlier, new Date(Date.parse(begun) - reuseMs));
}
