import { EarlierArchive } from '../archive/earlier-archive.ts';
import { sha256File } from '../base/digest.ts';
import { KnownError } from '../base/known-error.ts';
import { pathExists } from '../base/path-exists.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { SnapshotStore } from '../model/snapshot-store.ts';

/**
 * Opens the channel's newest snapshot of the same address that is where it should be and is what it was, for the next one to
 * take over what has not changed. Its digest is looked at first: what is copied from it is vouched for by the new one.
 * @returns undefined when there is none, or none that can be read; whoever asks closes it
 */
export async function openBase(
  snapshots: SnapshotStore,
  { channel, url }: Pick<Snapshot, 'channel' | 'url'>,
): Promise<EarlierArchive | undefined> {
  if (channel === null) return undefined;
  const base = (await snapshots.list({ channel })).find((snapshot) => snapshot.url === url);
  if (base === undefined || !(await pathExists(base.file))) return undefined;
  if ((await sha256File(base.file)).sha256 !== base.sha256) return undefined;
  return EarlierArchive.open(base.file).catch((error: unknown) => {
    // "vault verify" is there to tell it; a new snapshot does not need the old one.
    if (error instanceof KnownError) return undefined;
    throw error;
  });
}
