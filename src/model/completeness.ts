import type { Claim, Profile } from './finding.ts';
import type { GapReason } from './gap.ts';
import type { PlatformId } from './platform.ts';
import type { ArchivePlace } from './post.ts';

/**
 * complete: all there is, proved by a number or a list · complete-with-named-gaps: what is missing is known by name, one
 * by one · incomplete: something is missing and not all of it can be named · cannot-tell: nothing says how much there is.
 */
export type Verdict = 'complete' | 'complete-with-named-gaps' | 'incomplete' | 'cannot-tell';

/** A claim of the platform, with the record that proves that it was made. */
export interface MadeClaim extends Claim {
  readonly archive: ArchivePlace;
}

/** A post that is known to exist, or to have existed, and is not in the snapshot. */
export interface MissingPost {
  readonly id: string | null;
  readonly url: string | null;
  readonly published: string | null;
  /** Who says that it exists: `sitemap`, `getRepo`. */
  readonly list: string;
  /** Why it is not there, as far as is known: the gap at its address, an answer 404, or that nothing is known. */
  readonly why: string;
  readonly archive: ArchivePlace | null;
}

export interface MissingMedia {
  readonly url: string;
  /** Id of the post it belongs to. */
  readonly post: string;
  readonly why: string;
}

export interface CountedGap {
  readonly reason: GapReason;
  readonly count: number;
  readonly hint: string;
}

/** One number of the report, with what stands behind it. */
export interface Evidence {
  /** For people: `X-WP-Total says 24`. */
  readonly says: string;
  /** The record; null when it was counted in the snapshot itself. */
  readonly archive: ArchivePlace | null;
}

/** reports/completeness.json: what the platform says there is, what the snapshot holds, and what is missing. */
export interface CompletenessReport {
  readonly version: 1;
  readonly platform: PlatformId;
  readonly channel: string | null;
  readonly url: string;
  readonly verdict: Verdict;
  /** The verdict's reason, one or two sentences, in English and German. */
  readonly because: { readonly en: string; readonly de: string };
  /** How many own posts there should be; null when nothing says. */
  readonly expected: number | null;
  /** Own posts in the snapshot, of the kinds that `expected` counts. */
  readonly have: number;
  /** Own posts in the snapshot, all kinds. */
  readonly posts: number;
  readonly byKind: Readonly<Record<string, number>>;
  /** Comments by others. */
  readonly comments: number;
  /** expected − have where that is positive, and never less than the posts known to be missing; null without expectation. */
  readonly missing: number | null;
  readonly missingPosts: readonly MissingPost[];
  readonly claims: readonly MadeClaim[];
  readonly media: { readonly known: number; readonly had: number; readonly missing: readonly MissingMedia[] };
  /** What could not be read although it was had. */
  readonly unreadable: readonly { readonly id: string | null; readonly where: string; readonly message: string }[];
  /** Own posts of which the snapshot has the beginning or an excerpt alone; absent in reports made before this was told. */
  readonly cutOff?: readonly { readonly id: string; readonly url: string | null }[];
  /** Posts that the platform itself says are gone. */
  readonly gone: readonly { readonly id: string | null; readonly url: string | null; readonly message: string }[];
  readonly gaps: readonly CountedGap[];
  /** What was odd on the way and is no gap. */
  readonly notes: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly profile: Profile | null;
  /** UTC ISO 8601 */
  readonly assessedAt: string;
}
