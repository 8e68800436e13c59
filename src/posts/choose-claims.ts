import type { MadeClaim } from '../model/completeness.ts';
import type { Claim } from '../model/finding.ts';

const reachRank: Readonly<Record<Claim['reach'], number>> = { exact: 0, 'more-hidden': 1, 'at-least': 2, rounded: 3 };

function byWorth(a: MadeClaim, b: MadeClaim): number {
  const byReach = reachRank[a.reach] - reachRank[b.reach];
  if (byReach !== 0) return byReach;
  // The count may have changed while we looked: the last one is compared with what was had in the end.
  return b.archive.at.localeCompare(a.archive.at) || b.kinds.length - a.kinds.length;
}

/** Different parts of a kind are counted by different claims; what names no part counts them all. */
function isSamePart(a: Claim, b: Claim): boolean {
  return a.part === undefined || b.part === undefined || a.part === b.part;
}

/** The claims that together say how many own posts there are: the surest of each kind, none counted twice. */
export function chooseClaims(claims: readonly MadeClaim[]): readonly MadeClaim[] {
  const chosen: MadeClaim[] = [];
  for (const claim of [...claims].sort(byWorth)) {
    const isCounted = chosen.some(
      (other) => isSamePart(other, claim) && other.kinds.some((kind) => claim.kinds.includes(kind)),
    );
    if (!isCounted && claim.kinds.length > 0) chosen.push(claim);
  }
  return chosen;
}
