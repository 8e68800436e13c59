import type { GoneBecause, PostName } from './comparison.ts';
import type { CompletenessReport } from './completeness.ts';
import type { DescribedSide } from './fairness.ts';
import type { Post, PostKind } from './post.ts';
import type { GoneMark, PostChange } from './post-timeline.ts';

export interface PostFilter {
  readonly channel?: string;
  readonly kinds?: readonly PostKind[];
  /** UTC ISO 8601, inclusive. */
  readonly since?: string;
  /** UTC ISO 8601, exclusive. */
  readonly until?: string;
  /** True unless said: other people's comments are left out. */
  readonly ownOnly?: boolean;
  /** True: only posts that were deleted after publication. */
  readonly isGone?: boolean;
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
  /** Present for a post that was deleted after publication, as far as any snapshot can tell. */
  readonly gone?: GoneMark;
}

export interface FoundByText extends KeptPost {
  /** Part of the text with the hits between `[` and `]`. */
  readonly excerpt: string;
}

/** How a snapshot looked at its channel, and what it tells of posts that it does not hold. */
export interface SnapshotSight {
  readonly view: DescribedSide;
  /** For each post why it is gone, as `goneRule` says for a fair comparison; undefined for one that was merely not seen. */
  goneOf(posts: readonly Pick<PostName, 'id' | 'url'>[]): Promise<readonly (GoneBecause | undefined)[]>;
}

/** A post of which something became. */
export interface ChangedPost {
  readonly post: PostName;
  /** Oldest first; at least one. */
  readonly changes: readonly PostChange[];
}

/** The ledger's pages about posts. */
export interface PostStore {
  /**
   * Enters what a snapshot holds, in one transaction: a post that is there already is replaced when this snapshot is newer,
   * but never a whole one by a part of it. One that is not in this snapshot stays: it may have been deleted meanwhile.
   * `changed` are those whose author changed something; `same` also those of which a better reading was there.
   * Entering the same snapshot again changes nothing. `posts` must not ask this store for anything while it is read.
   * @param sight lets the snapshot tell which posts are gone; without it only that those it holds are there. Must not ask this
   * store either
   */
  addSnapshot(
    snapshot: { readonly id: string; readonly channel: string; readonly startedAt: string },
    posts: AsyncIterable<Post>,
    completeness: CompletenessReport,
    sight?: SnapshotSight,
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
  /**
   * Lets a snapshot that was entered tell of posts that came into the ledger after it, out of an older snapshot. Safe to call
   * again; a snapshot that was not entered tells nothing.
   */
  judge(snapshot: { readonly id: string; readonly channel: string }, sight: SnapshotSight): Promise<void>;
  /** Snapshots taken after this one that have not told of all its posts, the earliest first. */
  unjudged(snapshot: { readonly id: string; readonly channel: string }): Promise<readonly string[]>;
  /** Snapshots of a channel that were entered with a sight. */
  sighted(channel: string): Promise<readonly { readonly id: string; readonly startedAt: string }[]>;
  /** How many of a channel's own posts were published on each day in UTC, oldest first; `day` is null without a date. */
  published(channel: string): Promise<readonly { readonly day: string | null; readonly posts: number }[]>;
  /** The channel's own posts that were edited, deleted or brought back, as its snapshots tell, as a stream. */
  changed(channel: string): AsyncIterable<ChangedPost>;
  /** The newest assessment of each channel. */
  completeness(
    channel?: string,
  ): Promise<readonly { readonly snapshot: string; readonly report: CompletenessReport }[]>;
}
