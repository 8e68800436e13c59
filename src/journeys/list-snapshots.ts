import type { Snapshot } from '../model/snapshot.ts';
import { openLedger } from '../storage/ledger.ts';
import { requireChannel, requireWorkspace, type WorkspacePlace } from '../workspace/open-workspace.ts';
import { type UnfinishedSnapshot, unfinishedSnapshots } from './unfinished-snapshots.ts';
import { presentFiles } from './vault/present-files.ts';

export interface ListedSnapshot {
  readonly snapshot: Snapshot;
  /** False when its file is not where the ledger says. */
  readonly present: boolean;
}

export interface SnapshotList {
  readonly workspaceDir: string;
  /** Newest first. */
  readonly snapshots: readonly ListedSnapshot[];
  /** Begun and not sealed, oldest first. */
  readonly unfinished: readonly UnfinishedSnapshot[];
}

/**
 * What the ledger knows, and whether each file is still there.
 * @throws KnownError `channel.unknown`, and those of opening workspace and ledger
 */
export async function listSnapshots(place: WorkspacePlace, channel?: string): Promise<SnapshotList> {
  const workspace = await requireWorkspace(place);
  const ledger = await openLedger({ file: workspace.paths.ledger, root: workspace.dir });
  try {
    const found = await ledger.snapshots.list(channel === undefined ? {} : { channel });
    // A channel that was taken out of lastpost.yaml keeps its snapshots; only a name nobody ever used is a mistake.
    const unfinished = await unfinishedSnapshots(workspace, channel);
    if (channel !== undefined && found.length + unfinished.length === 0) requireChannel(workspace, channel);
    const present = await presentFiles(workspace, found);
    const snapshots = found.map((snapshot) => ({ snapshot, present: present.has(snapshot.id) }));
    return { workspaceDir: workspace.dir, snapshots, unfinished };
  } finally {
    await ledger.close();
  }
}
