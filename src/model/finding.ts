import type { GapReason } from './gap.ts';
import type { FoundPost, PostKind } from './post.ts';

/** A number that the platform itself gives for what there is. */
export interface Claim {
  /** As the platform calls it: `X-WP-Total`, `statuses_count`, `postsCount`. */
  readonly name: string;
  readonly count: number;
  /** What it counts; kinds of the brand's own posts. */
  readonly kinds: readonly PostKind[];
  /** `more-hidden`: it also counts what strangers do not see (followers-only, deleted), so that it may be too high. */
  readonly reach: 'exact' | 'more-hidden' | 'at-least' | 'rounded';
  /** Which part of its kinds it counts, where they come in parts (`product` and `event` of a site): parts add up. */
  readonly part?: string;
}

/** A post that a list names: it should be had, whatever else is known of it. */
export interface Listed {
  readonly id: string | null;
  readonly url: string | null;
  /** When the list says so, UTC ISO 8601. */
  readonly published: string | null;
  /** Which list: `sitemap`, `feed`, `wp/v2/posts`, `getRepo`. */
  readonly list: string;
  readonly kind?: PostKind;
}

/** The account as it presents itself. */
export interface Profile {
  readonly id: string | null;
  readonly handle: string | null;
  readonly name: string | null;
  readonly bio: string | null;
  readonly url: string | null;
  readonly avatarUrl: string | null;
  readonly followers: number | null;
  readonly following: number | null;
  /** When the account was made, UTC ISO 8601. */
  readonly since: string | null;
  /** What the platform says of the account itself: it moved, is private, suspended, or gone. */
  readonly state: 'open' | 'private' | 'suspended' | 'moved' | 'gone';
}

/** One thing that an adapter reads out of one archived response. */
export type Finding =
  | { readonly kind: 'post'; readonly post: FoundPost }
  | { readonly kind: 'claim'; readonly claim: Claim }
  | { readonly kind: 'listed'; readonly listed: Listed }
  /**
   * This response is the last of its list: nothing older follows. `list` as in Listed. `part`: the end of this part only,
   * named as `parts-of-list` names it; such a list has ended when all of its parts have.
   */
  | { readonly kind: 'end-of-list'; readonly list: string; readonly part?: string }
  /** The list lies in several files, and these are some of them, by address. */
  | { readonly kind: 'parts-of-list'; readonly list: string; readonly parts: readonly string[] }
  /** What is at one address is at another now, or always was: a redirect, a short link, a canonical address. */
  | { readonly kind: 'same-place'; readonly url: string; readonly as: string }
  /** There is an answer at this address and it is no post, whatever list names it: a list itself, a search, the home page. */
  | { readonly kind: 'no-post'; readonly url: string }
  /** The platform says that a post it once had is gone: a tombstone, a 410, a deleted message. */
  | { readonly kind: 'gone'; readonly id: string | null; readonly url: string | null; readonly message: string }
  /**
   * A list was not gone on with: the answer to the question for more is a refusal, such as for somebody who is not logged in.
   * It becomes a gap, so that a list that was broken off never passes for one that was read to its end.
   */
  | { readonly kind: 'withheld'; readonly reason: GapReason; readonly url: string; readonly message: string }
  | { readonly kind: 'profile'; readonly profile: Profile }
  /** Something that should have been a post and could not be read. Counted, never dropped. */
  | { readonly kind: 'unreadable'; readonly id: string | null; readonly where: string; readonly message: string };
