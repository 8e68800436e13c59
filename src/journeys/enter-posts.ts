import { readWaczLines } from '../archive/wacz-read-lines.ts';
import type { CompletenessReport } from '../model/completeness.ts';
import type { Post } from '../model/post.ts';
import type { PostStore } from '../model/post-store.ts';
import type { Snapshot } from '../model/snapshot.ts';

/**
 * Enters the posts of a channel's snapshot in the ledger, as they stand in the sealed file. Safe to call again. A snapshot of
 * no channel has no place there; its posts are in its file.
 */
export async function enterPosts(
  store: PostStore,
  snapshot: Snapshot,
  completeness: CompletenessReport,
): Promise<void> {
  const { id, channel, startedAt, file } = snapshot;
  if (channel !== null) await store.addSnapshot({ id, channel, startedAt }, postsOf(file), completeness);
}

/** The posts of a snapshot's file, oldest first. @throws KnownError those of reading a WACZ */
export async function* postsOf(file: string): AsyncGenerator<Post> {
  for await (const line of readWaczLines(file, 'posts/posts.jsonl')) {
    if (typeof line.id === 'string' && typeof line.kind === 'string') yield line as unknown as Post;
  }
}
