import type { KeptPost, PostFilter, PostPage } from '../model/post-store.ts';
import type { WorkspacePlace } from '../workspace/open-workspace.ts';
import { type Answered, askPosts } from './ask-posts.ts';

export interface PostList {
  /** All that the filter lets through. */
  readonly total: number;
  /** One page of them, newest first. */
  readonly posts: readonly KeptPost[];
}

/**
 * The posts that the ledger keeps, of all snapshots.
 * @throws KnownError `channel.unknown`, and those of opening workspace and ledger
 */
export async function listPosts(
  place: WorkspacePlace,
  filter: PostFilter,
  page: PostPage,
): Promise<Answered<PostList>> {
  return askPosts(place, filter, async (posts) => ({
    total: await posts.count(filter),
    posts: await posts.list(filter, page),
  }));
}
