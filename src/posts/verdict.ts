import type { Verdict } from '../model/completeness.ts';
import type { Gap } from '../model/gap.ts';
import type { Measured } from './measure.ts';
import type { PostTally } from './post-tally.ts';
import { isBottomless } from './walls.ts';

/** Why a verdict is what it is; docs/completeness.md tells each in words. */
export type VerdictReason =
  | 'all-here'
  | 'nothing-there'
  | 'all-named'
  | 'short'
  | 'wall'
  | 'listed-missing'
  | 'hidden'
  | 'closed-account'
  | 'inexact'
  | 'contradiction'
  | 'count-too-low'
  | 'other-kinds'
  | 'empty'
  | 'nothing-says';

const verdicts: Readonly<Record<VerdictReason, Verdict>> = {
  'all-here': 'complete',
  'nothing-there': 'complete',
  'all-named': 'complete-with-named-gaps',
  short: 'incomplete',
  wall: 'incomplete',
  'listed-missing': 'incomplete',
  hidden: 'cannot-tell',
  'closed-account': 'cannot-tell',
  inexact: 'cannot-tell',
  contradiction: 'cannot-tell',
  'count-too-low': 'cannot-tell',
  'other-kinds': 'cannot-tell',
  empty: 'cannot-tell',
  'nothing-says': 'cannot-tell',
};

export interface Evidenced {
  /** The account's address. */
  readonly url: string;
  readonly measured: Measured;
  readonly tally: PostTally;
  readonly gaps: readonly Gap[];
  /** What the platform says of the account itself. */
  readonly isClosed: boolean;
}

export function verdictOf(reason: VerdictReason): Verdict {
  return verdicts[reason];
}

/**
 * The verdict's reason. Somebody presses Delete on it: `complete` is what is left when everything that could speak against
 * it has been asked.
 */
export function decide(evidenced: Evidenced): VerdictReason {
  const { measured } = evidenced;
  if (measured.unnamed > 0) return isOnlyHidden(evidenced) ? 'hidden' : 'short';
  if (evidenced.isClosed && (measured.expected === null || measured.have === 0)) return 'closed-account';
  if (!isProved(evidenced)) return withoutProof(evidenced);
  return doubtOf(evidenced) ?? (isFlawless(evidenced) ? 'all-here' : 'all-named');
}

/** Everything public was seen to its end, and the platform counts more: what strangers do not see, or nothing. */
function isOnlyHidden(evidenced: Evidenced): boolean {
  const { claims, missingPosts } = evidenced.measured;
  const short = claims.filter(({ shortfall }) => shortfall > 0);
  return short.every(({ reach }) => reach === 'more-hidden') && missingPosts.length === 0 && isListedWhole(evidenced);
}

/** Something says how many there are: a count that is one, or a list that nothing kept from its end. */
function isProved(evidenced: Evidenced): boolean {
  const { claims } = evidenced.measured;
  if (claims.length > 0) return claims.every(({ reach }) => reach === 'exact' || reach === 'more-hidden');
  return isListedWhole(evidenced);
}

/** A list was read to its end, and nothing says that there may be another. */
function isListedWhole({ measured: { endedLists, isWithheld }, gaps, url }: Evidenced): boolean {
  return endedLists.length > 0 && !isWithheld && !gaps.some((gap) => isBottomless(gap, url));
}

function withoutProof({ measured: { wall, missingPosts, unreadable, weighed }, tally }: Evidenced): VerdictReason {
  if (wall !== undefined) return 'wall';
  if (missingPosts.length > 0) return 'listed-missing';
  if (weighed.chosen.length > 0) return 'inexact';
  return tally.own + unreadable.length === 0 ? 'empty' : 'nothing-says';
}

/** There is proof, and something that does not agree with it. */
function doubtOf(evidenced: Evidenced): VerdictReason | undefined {
  const { measured, tally } = evidenced;
  if (measured.weighed.contradicting.length > 0) return 'contradiction';
  if (measured.endedLists.length === 0 && isCountedTooLow(measured)) return 'count-too-low';
  if (measured.unaccounted.length > 0) return 'other-kinds';
  if (tally.own > 0) return undefined;
  // To name everything and have nothing is no copy.
  const isKnown = measured.missingPosts.length + measured.unreadable.length > 0;
  return isKnown ? 'listed-missing' : emptiness(evidenced);
}

/** A count below what is there is wrong, unless it was higher before and posts went meanwhile. */
function isCountedTooLow({ claims, weighed: { changed } }: Measured): boolean {
  const fallen = changed.reduce((sum, { highest, last }) => sum + highest - last, 0);
  return claims.some(({ count, have }) => have > count + fallen);
}

/** A page that failed looks like an empty one: both the count and the list have to say that there is nothing. */
function emptiness({ measured: { claims, endedLists }, gaps }: Evidenced): VerdictReason {
  return claims.length > 0 && endedLists.length > 0 && gaps.length === 0 ? 'nothing-there' : 'empty';
}

function isFlawless({ measured: { missingPosts, unreadable }, tally, gaps }: Evidenced): boolean {
  return [missingPosts, unreadable, tally.missingMedia, tally.cutOff, gaps].every(({ length }) => length === 0);
}
