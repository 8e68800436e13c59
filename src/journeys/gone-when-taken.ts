import type { PostChange } from '../model/post-timeline.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { openLedger } from '../storage/ledger.ts';
import { openNearestWorkspace, type WorkspacePlace } from '../workspace/open-workspace.ts';

/**
 * Ids of posts that the workspace's ledger knows to have been gone when a snapshot was taken; none for a snapshot that is not in
 * a ledger.
 * @throws KnownError those of opening workspace and ledger
 */
export async function goneWhenTaken(
  place: WorkspacePlace,
  snapshot: Snapshot | undefined,
): Promise<ReadonlySet<string>> {
  const gone = new Set<string>();
  if (snapshot === undefined || snapshot.channel === null) return gone;
  const workspace = await openNearestWorkspace(place);
  if (workspace === undefined) return gone;
  const ledger = await openLedger({ file: workspace.paths.ledger, root: workspace.dir });
  try {
    for await (const { post, changes } of ledger.posts.changed(snapshot.channel)) {
      if (isGoneAt(changes, snapshot.startedAt)) gone.add(post.id);
    }
    return gone;
  } finally {
    await ledger.close();
  }
}

function isGoneAt(changes: readonly PostChange[], at: string): boolean {
  return changes.findLast((change) => change.kind !== 'edited' && change.at <= at)?.kind === 'gone';
}
