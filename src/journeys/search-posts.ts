import type { FoundByText, PostFilter, PostPage } from '../model/post-store.ts';
import type { WorkspacePlace } from '../workspace/open-workspace.ts';
import { type Answered, askPosts } from './ask-posts.ts';

export interface PostHits {
  /** All hits. */
  readonly total: number;
  /** One page of them, newest first. */
  readonly posts: readonly FoundByText[];
}

/**
 * The posts in the ledger in which all words of a query stand.
 * @throws KnownError `search.empty`, `channel.unknown`, and those of opening workspace and ledger
 */
export async function searchPosts(
  place: WorkspacePlace,
  query: string,
  filter: PostFilter,
  page: PostPage,
): Promise<Answered<PostHits>> {
  return askPosts(place, filter, (posts) => posts.search(query, filter, page));
}
