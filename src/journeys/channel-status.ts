import { readWaczSummary } from '../archive/wacz-read.ts';
import { KnownError } from '../base/known-error.ts';
import type { CompletenessReport } from '../model/completeness.ts';
import type { ExportReport } from '../model/official-export.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { openLedger } from '../storage/ledger.ts';
import { requireChannel, requireWorkspace, type Workspace, type WorkspacePlace } from '../workspace/open-workspace.ts';
import { type ListedChannel, listedChannel } from './list-channels.ts';
import { localWacz } from './vault/local-wacz.ts';
import { presentFiles } from './vault/present-files.ts';

/** Where a channel of the workspace stands. */
export interface ChannelStatus {
  readonly channel: ListedChannel;
  /** The newest assessment; null when there is no snapshot, or none in which posts were read. */
  readonly report: CompletenessReport | null;
  /** The snapshot that was assessed; the newest one when none was. */
  readonly snapshot: Snapshot | null;
  /** False when the snapshot's file is not where the ledger says. */
  readonly isPresent: boolean;
  /** A newer snapshot, in which no posts were read. */
  readonly newer: Snapshot | null;
  /** Own posts that were deleted after publication, and are kept. */
  readonly gonePosts: number;
  /** The newest official export that was imported; null when there is none. */
  readonly officialExport: Pick<ExportReport, 'id' | 'posts' | 'madeAt' | 'importedAt'> | null;
}

/**
 * The newest assessment of each channel, in the order of lastpost.yaml: as the ledger has it, or as the snapshot itself
 * does where the ledger knows of none, as when it was made anew.
 * @param only the id of one channel
 * @throws KnownError `channel.unknown`, and those of opening workspace and ledger
 */
export async function channelStatus(place: WorkspacePlace, only?: string): Promise<readonly ChannelStatus[]> {
  const workspace = await requireWorkspace(place);
  const channels = only === undefined ? workspace.config.channels : [requireChannel(workspace, only)];
  const ledger = await openLedger({ file: workspace.paths.ledger, root: workspace.dir });
  try {
    const statuses: ChannelStatus[] = [];
    for (const channel of channels) {
      const snapshots = await ledger.snapshots.list({ channel: channel.id });
      const [kept] = await ledger.posts.completeness(channel.id);
      const [officialExport = null] = await ledger.exports.list(channel.id);
      const assessed = await newestAssessment(workspace, snapshots, kept);
      const gonePosts = await ledger.posts.count({ channel: channel.id, isGone: true });
      statuses.push({ channel: listedChannel(channel), officialExport, gonePosts, ...assessed });
    }
    return statuses;
  } finally {
    await ledger.close();
  }
}

/**
 * The newest assessment, as the ledger keeps it or the snapshot itself does.
 * @param snapshots newest first
 */
export async function newestAssessment(
  workspace: Workspace,
  snapshots: readonly Snapshot[],
  kept: { readonly snapshot: string; readonly report: CompletenessReport } | undefined,
): Promise<Omit<ChannelStatus, 'channel' | 'officialExport' | 'gonePosts'>> {
  const [newest = null] = snapshots;
  for (const snapshot of snapshots) {
    const report = snapshot.id === kept?.snapshot ? kept.report : await reportIn(workspace, snapshot);
    if (report === null) continue;
    return {
      report,
      snapshot,
      isPresent: await isThere(workspace, snapshot),
      newer: snapshot === newest ? null : newest,
    };
  }
  const isPresent = newest !== null && (await isThere(workspace, newest));
  return { report: null, snapshot: newest, isPresent, newer: null };
}

async function isThere(workspace: Workspace, snapshot: Snapshot): Promise<boolean> {
  return (await presentFiles(workspace, [snapshot])).has(snapshot.id);
}

/** A file that is gone or damaged says nothing; `snapshot list` and `snapshot verify` tell why. */
async function reportIn(workspace: Workspace, snapshot: Snapshot): Promise<CompletenessReport | null> {
  try {
    return (await readWaczSummary(await localWacz(workspace, snapshot), { maxPages: 0 })).completeness;
  } catch (error) {
    if (error instanceof KnownError) return null;
    throw error;
  }
}
