import { readNumberedLines } from '../archive/wacz-numbered-lines.ts';
import type { CompletenessReport } from '../model/completeness.ts';
import type { Post } from '../model/post.ts';
import type { PostStore } from '../model/post-store.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { readPost } from '../posts/read-post.ts';
import { sightOfSnapshot } from './sight-of-snapshot.ts';

/**
 * Enters the posts of a channel's snapshot in the ledger, as they stand in the sealed file, and marks those that are gone. Safe
 * to call again. A snapshot of no channel has no place there; its posts are in its file.
 */
export async function enterPosts(
  store: PostStore,
  snapshot: Snapshot,
  completeness: CompletenessReport,
): Promise<{ readonly added: number; readonly changed: number; readonly same: number }> {
  const { id, channel, startedAt, file } = snapshot;
  if (channel === null) return { added: 0, changed: 0, same: 0 };
  const sight = await sightOfSnapshot(snapshot, completeness);
  return store.addSnapshot({ id, channel, startedAt }, postsOf(file), completeness, sight);
}

/** The posts of a snapshot's file, oldest first. @throws Error when a line of it is none, which we have just written */
async function* postsOf(file: string): AsyncGenerator<Post> {
  for await (const { number, text } of readNumberedLines(file, 'posts/posts.jsonl')) {
    const post = text === undefined ? undefined : readPost(text);
    if (post === undefined) throw new Error(`Line ${number} of posts/posts.jsonl in ${file} is no post.`);
    yield post;
  }
}
