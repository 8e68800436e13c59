import type { MadeClaim } from '../model/completeness.ts';
import type { Claim } from '../model/finding.ts';
import type { PostKind } from '../model/post.ts';
import { seriesOf } from './claim-log.ts';

/** No account has a thousand million posts; a number above it is a fault of the server. */
const MOST = 1_000_000_000;

/** A claim that counts, beside what was had of its kinds. */
export interface WeighedClaim extends MadeClaim {
  readonly have: number;
  /** How many are certainly not there; 0 when there are as many as it says, or more. */
  readonly shortfall: number;
}

export interface ChangedClaim {
  readonly name: string;
  readonly first: number;
  readonly last: number;
  /** The highest number it ever said: a post that was deleted meanwhile may have been had before. */
  readonly highest: number;
}

export interface Weighed {
  /** The claims that together say how many posts there are: the surest of each kind, none counted twice. */
  readonly chosen: readonly WeighedClaim[];
  /** Others of the platform's claims that say there is more than was had. */
  readonly contradicting: readonly WeighedClaim[];
  /** Claims whose number cannot be one. */
  readonly unusable: readonly MadeClaim[];
  readonly changed: readonly ChangedClaim[];
}

const reachRank: Readonly<Record<Claim['reach'], number>> = { exact: 0, 'more-hidden': 1, 'at-least': 2, rounded: 3 };

/**
 * Of two claims alike the higher one counts, so that nothing is missed; then the one that counts more kinds.
 */
function byWorth(a: MadeClaim, b: MadeClaim): number {
  return reachRank[a.reach] - reachRank[b.reach] || b.count - a.count || b.kinds.length - a.kinds.length;
}

/** @param claims in the order of time @param ofKinds how many own posts of some kinds were had */
export function weighClaims(claims: readonly MadeClaim[], ofKinds: (kinds: readonly PostKind[]) => number): Weighed {
  const usable = claims.filter(isUsable);
  const newest = [...new Map(usable.map((claim) => [seriesOf(claim), claim])).values()];
  const chosen: MadeClaim[] = [];
  const others: MadeClaim[] = [];
  for (const claim of newest.sort(byWorth))
    (chosen.some((other) => isOverlap(other, claim)) ? others : chosen).push(claim);
  const weighed = withPartsAdded(chosen).map((claim) => weigh(claim, ofKinds(claim.kinds)));
  return {
    chosen: weighed,
    // What one part of a kind should have cannot be told from what there is of the kind.
    contradicting: others
      .filter(({ part }) => part === undefined)
      .map((claim) => weigh(claim, ofKinds(claim.kinds)))
      .filter((claim) => contradicts(claim, weighed)),
    unusable: claims.filter(({ count }) => !isNumberOfPosts(count)),
    changed: changesIn(usable),
  };
}

/** Different parts of a kind are counted by different claims; what names no part counts them all. */
function isOverlap(a: Claim, b: Claim): boolean {
  const isSamePart = a.part === undefined || b.part === undefined || a.part === b.part;
  return isSamePart && shareKinds(a, b);
}

function shareKinds(a: Claim, b: Claim): boolean {
  return a.kinds.some((kind) => b.kinds.includes(kind));
}

/** The parts of a kind as one claim, no surer than the least sure of them: what was had is known of the kind alone. */
function withPartsAdded(claims: readonly MadeClaim[]): readonly MadeClaim[] {
  const added: MadeClaim[] = [];
  for (const claim of claims) {
    const at = added.findIndex((other) => shareKinds(other, claim));
    const known = added[at];
    if (known === undefined) added.push(claim);
    else added[at] = sumOf(known, claim);
  }
  return added;
}

function sumOf(one: MadeClaim, other: MadeClaim): MadeClaim {
  const reach = reachRank[one.reach] > reachRank[other.reach] ? one.reach : other.reach;
  const kinds = [...new Set([...one.kinds, ...other.kinds])];
  const name = one.name === other.name ? one.name : `${one.name} and ${other.name}`;
  return { ...one, name, reach, kinds, count: one.count + other.count };
}

function isUsable({ count, kinds }: MadeClaim): boolean {
  return isNumberOfPosts(count) && kinds.length > 0;
}

function isNumberOfPosts(count: number): boolean {
  return Number.isSafeInteger(count) && count >= 0 && count <= MOST;
}

function weigh(claim: MadeClaim, have: number): WeighedClaim {
  // "1.2K" may stand for anything from 1,150 to 1,299: two digits are all that such a number says.
  const step =
    claim.reach === 'rounded' && claim.count > 0 ? 10 ** Math.max(0, Math.floor(Math.log10(claim.count)) - 1) : 0;
  const isShort = have < claim.count - step;
  return { ...claim, have, shortfall: isShort ? claim.count - have : 0 };
}

/** A count with hidden posts in it says nothing against the exact ones that count the same kinds. */
function contradicts({ shortfall, reach, kinds }: WeighedClaim, chosen: readonly WeighedClaim[]): boolean {
  if (shortfall === 0) return false;
  if (reach !== 'more-hidden') return true;
  const exact = new Set(chosen.filter((claim) => claim.reach === 'exact').flatMap((claim) => claim.kinds));
  return kinds.some((kind) => !exact.has(kind));
}

function changesIn(claims: readonly MadeClaim[]): readonly ChangedClaim[] {
  const series = new Map<string, MadeClaim[]>();
  for (const claim of claims) series.set(seriesOf(claim), [...(series.get(seriesOf(claim)) ?? []), claim]);
  return [...series.values()]
    .filter((said) => said.length > 1)
    .map((said) => {
      const counts = said.map(({ count }) => count);
      const [first = 0] = counts;
      return { name: said[0]?.name ?? '', first, last: counts.at(-1) ?? first, highest: Math.max(...counts) };
    });
}
