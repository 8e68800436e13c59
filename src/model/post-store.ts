import type { CompletenessReport } from './completeness.ts';
import type { Post, PostKind } from './post.ts';

export interface PostFilter {
  readonly channel?: string;
  readonly kinds?: readonly PostKind[];
  /** UTC ISO 8601, inclusive. */
  readonly since?: string;
  /** UTC ISO 8601, exclusive. */
  readonly until?: string;
  /** True unless said: other people's comments are left out. */
  readonly ownOnly?: boolean;
}

export interface PostPage {
  readonly limit: number;
  readonly offset: number;
}

/** A post as the ledger has it: with the newest snapshot that holds it. */
export interface KeptPost {
  readonly post: Post;
  /** Id of the snapshot that `post` was read from. */
  readonly snapshot: string;
}

export interface FoundByText extends KeptPost {
  /** Part of the text with the hits between `[` and `]`. */
  readonly excerpt: string;
}

/** The ledger's pages about posts. */
export interface PostStore {
  /**
   * Enters what a snapshot holds, in one transaction: a post that is there already is replaced when this snapshot is newer,
   * but never a whole one by a part of it. One that is not in this snapshot stays: it may have been deleted meanwhile.
   * `changed` are those whose author changed something; `same` also those of which a better reading was there.
   * Entering the same snapshot again changes nothing. `posts` must not ask this store for anything while it is read.
   */
  addSnapshot(
    snapshot: { readonly id: string; readonly channel: string; readonly startedAt: string },
    posts: AsyncIterable<Post>,
    completeness: CompletenessReport,
  ): Promise<{ readonly added: number; readonly changed: number; readonly same: number }>;
  count(filter: PostFilter): Promise<number>;
  /** Newest first; those without a date last. */
  list(filter: PostFilter, page: PostPage): Promise<readonly KeptPost[]>;
  /** All of them, oldest first, as a stream. */
  all(filter: PostFilter): AsyncIterable<KeptPost>;
  find(channel: string, id: string): Promise<KeptPost | undefined>;
  /**
   * Words in any order, "a phrase" in quotes, a prefix with *; case, accents, umlauts (ü, ue, u) and ß (ss) make no difference.
   * In scripts without spaces (Chinese, Japanese, Korean, Thai) any part of a text is found. Every text is a query.
   * Newest first.
   * @throws KnownError `search.empty`
   */
  search(
    query: string,
    filter: PostFilter,
    page: PostPage,
  ): Promise<{
    readonly total: number;
    readonly posts: readonly FoundByText[];
  }>;
  /** The newest assessment of each channel. */
  completeness(
    channel?: string,
  ): Promise<readonly { readonly snapshot: string; readonly report: CompletenessReport }[]>;
}
