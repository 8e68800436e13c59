import type { Claim } from './claim.ts';

/**
 * A sentence without what it claims: two that say the same of different days are alike. Blanks and marks of direction do not
 * count.
 * @param from where the sentence begins in the text that the claims are of
 */
export function claimMask(sentence: string, claims: readonly Claim[], from: number): string {
  let mask = '';
  let at = 0;
  for (const claim of claims) {
    mask += `${sentence.slice(at, claim.from - from)}\u0001${claim.kind}\u0001`;
    at = claim.to - from;
  }
  mask += sentence.slice(at);
  return mask
    .replace(/[\u2066-\u2069\u200e\u200f]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
