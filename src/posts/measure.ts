import type { MissingPost } from '../model/completeness.ts';
import type { Gap } from '../model/gap.ts';
import type { PostKind } from '../model/post.ts';
import { findMissing, findUnreadable } from './find-missing.ts';
import type { FindingsBook, Unreadable } from './findings-book.ts';
import type { PostTally } from './post-tally.ts';
import { findWall } from './walls.ts';
import { type Weighed, type WeighedClaim, weighClaims } from './weigh-claims.ts';

export interface MeasureInput {
  /** The account's address. */
  readonly url: string;
  readonly book: FindingsBook;
  /** All posts have gone by it. */
  readonly tally: PostTally;
  readonly gaps: readonly Gap[];
  /** What is known about an address that is not in the archive, as a phrase. */
  readonly whyMissing: (url: string) => string;
}

/** Everything that a verdict is made from, in numbers. */
export interface Measured {
  readonly weighed: Weighed;
  /** The chosen claims that still say something: a lower bound that is reached says no more. */
  readonly claims: readonly WeighedClaim[];
  readonly endedLists: readonly string[];
  readonly expected: number | null;
  readonly have: number;
  readonly missing: number | null;
  /** How many the claims count that are not there. */
  readonly shortfall: number;
  /** How many of these nobody can name. */
  readonly unnamed: number;
  readonly missingPosts: readonly MissingPost[];
  readonly unreadable: readonly Unreadable[];
  /** Readings that failed of posts that were read elsewhere. */
  readonly unreadElsewhere: number;
  /** Kinds of own posts that neither a claim nor a list speaks of. */
  readonly unaccounted: readonly PostKind[];
  readonly wall: Gap | undefined;
  /** The platform did not go on with one of its lists: what else ended proves nothing of that one. */
  readonly isWithheld: boolean;
}

export function measure({ url, book, tally, gaps, whyMissing }: MeasureInput): Measured {
  const weighed = weighClaims(book.claims, (kinds) => tally.ofKinds(kinds));
  const endedLists = [...book.ended];
  const claims = weighed.chosen.filter((claim) => saysMore(claim, endedLists.length > 0));
  const missing = findMissing(book, tally, whyMissing);
  const { lost, others } = findUnreadable(book, tally);
  const kinds = new Set(claims.flatMap((claim) => claim.kinds));
  const counted = missing.filter(({ kind }) => kind === undefined || kinds.has(kind)).length;
  const shortfall = claims.reduce((sum, claim) => sum + claim.shortfall, 0);
  const named = counted + new Set(lost.flatMap(({ id }) => id ?? [])).size;
  const have = claims.length > 0 ? tally.ofKinds([...kinds]) : tally.own;
  const byLists = endedLists.length > 0 ? have + missing.length : null;
  const expected = claims.length > 0 ? claims.reduce((sum, { count }) => sum + count, 0) : byLists;
  return {
    weighed,
    claims,
    endedLists,
    expected,
    have,
    missing: expected === null ? null : Math.max(shortfall, counted) + missing.length - counted,
    shortfall,
    unnamed: Math.max(0, shortfall - named),
    missingPosts: missing.map(({ post }) => post),
    unreadable: lost,
    unreadElsewhere: others,
    unaccounted: unaccountedKinds(book, tally, kinds),
    wall: findWall(gaps, url),
    isWithheld: book.withheld.length > 0,
  };
}

/** "At least 15" is said no better by having 16, and "1.2K" is not said at all once a list was read to its end. */
function saysMore({ reach, shortfall }: WeighedClaim, hasEndedList: boolean): boolean {
  if (shortfall > 0 || reach === 'exact' || reach === 'more-hidden') return true;
  return reach === 'rounded' && !hasEndedList;
}

/** A list without lines of its own gives its posts whole, and speaks of all of them. */
function unaccountedKinds(book: FindingsBook, tally: PostTally, claimed: ReadonlySet<PostKind>): readonly PostKind[] {
  const silent = new Set(book.ended);
  const kinds = new Set<PostKind>([...claimed, 'comment']);
  for (const listed of book.listed) {
    if (!book.ended.has(listed.list)) continue;
    silent.delete(listed.list);
    const kind = listed.kind ?? tally.kindOf(listed);
    if (kind !== undefined) kinds.add(kind);
  }
  if (silent.size > 0) return [];
  // Below articles and films a reply answers a comment, and is expected as little as that; elsewhere it is a post.
  if (![...kinds].some((kind) => kind === 'post' || kind === 'quote')) kinds.add('reply');
  return [...tally.byKind.keys()].filter((kind) => !kinds.has(kind));
}
