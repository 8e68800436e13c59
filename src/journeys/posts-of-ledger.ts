import { basename, join } from 'node:path';
import type { KeptPost, PostFilter } from '../model/post-store.ts';
import type { ExportedPost, SnapshotName } from '../posts/exports/exported-post.ts';
import { openLedger } from '../storage/ledger.ts';
import { requireChannel, requireWorkspace, type WorkspacePlace } from '../workspace/open-workspace.ts';
import type { ExportedPosts } from './open-exported-posts.ts';
import { localWacz } from './vault/local-wacz.ts';
import { logicalName } from './vault/stored-name.ts';

/**
 * The posts of a workspace as its ledger has them, each with the newest snapshot that holds it.
 * @throws KnownError `channel.unknown`, and those of opening workspace and ledger
 */
export async function postsOfLedger(filter: PostFilter, place: WorkspacePlace): Promise<ExportedPosts> {
  const workspace = await requireWorkspace(place);
  const ledger = await openLedger({ file: workspace.paths.ledger, root: workspace.dir });
  try {
    const { channel } = filter;
    const snapshots = await ledger.snapshots.list(channel === undefined ? {} : { channel });
    const exports = await ledger.exports.list(channel);
    // A channel that was taken out of lastpost.yaml keeps its posts; only a name nobody ever used is a mistake.
    if (channel !== undefined && snapshots.length + exports.length === 0) requireChannel(workspace, channel);
    const known = new Map(snapshots.map((snapshot) => [snapshot.id, snapshot]));
    const originals = new Map(exports.map(({ id, parts }) => [id, parts.map(({ file }) => join(workspace.dir, file))]));
    const named = ({ post, snapshot, gone }: KeptPost): ExportedPost => {
      const kept = known.get(snapshot);
      const file = (kept && logicalName(kept.file)) ?? originals.get(snapshot)?.[0] ?? snapshot;
      return { post, snapshot: { id: snapshot, file: basename(file) }, ...(gone && { gone }) };
    };
    return {
      title: workspace.config.brand.name,
      async *posts() {
        for await (const kept of ledger.posts.all(filter)) yield named(kept);
      },
      fileOf: async (name: SnapshotName | null) => {
        const snapshot = known.get(name?.id ?? '');
        return snapshot && localWacz(workspace, snapshot);
      },
      partsOf: (id) => originals.get(id) ?? [],
      unreadable: () => [],
      close: () => ledger.close(),
    };
  } catch (error) {
    await ledger.close();
    throw error;
  }
}
