import type { LintSpot } from '../../model/farewell/lint/lint-finding.ts';
import type { CheckedClaim, FactRole } from '../lint/claims/checked-claim.ts';
import type { Claim, ClaimKind } from '../lint/claims/claim.ts';
import { isSameClaim } from '../lint/claims/same-claim.ts';
import type { LintDraft } from '../lint/lint-draft.ts';
import type { LintKit } from '../lint/lint-kit.ts';
import { factKeyOf, spotOf } from '../lint/rules/mismatch.ts';

/** What every place must say alike, wherever it says it. */
const shared: readonly (readonly [FactRole, ClaimKind])[] = [
  ['last-day', 'date'],
  ['last-time', 'time'],
  ['zone', 'zone'],
  ['answered-until', 'date'],
  ['contact', 'phone'],
  ['contact', 'mail'],
  ['press', 'mail'],
  ['press', 'phone'],
  ['successor', 'link'],
  ['archive', 'link'],
];

/** One fact in several forms. */
export interface SaidOtherwise {
  /** Key of lastpost.yaml. */
  readonly about: string;
  readonly forms: readonly { readonly said: string; readonly spots: readonly LintSpot[] }[];
}

/** Facts in which texts of one language contradict each other. Naming less than another text is no contradiction. */
export function saidOtherwise(kit: LintKit, drafts: readonly LintDraft[]): readonly SaidOtherwise[] {
  const claims = drafts.map((draft) => draft.parts.flatMap((part) => kit.claims(part)));
  return shared.flatMap(([role, kind]) => {
    const each = claims.map((all) => all.filter((one) => one.role === role && one.claim.kind === kind));
    const lone = loneClaims(each);
    return lone.length === 0 ? [] : [{ about: factKeyOf[role] ?? role, forms: formsOf(lone) }];
  });
}

/** Claims that another text has not, when that text has one which this one has not: then one of the two is wrong. */
function loneClaims(each: readonly (readonly CheckedClaim[])[]): readonly CheckedClaim[] {
  const found = new Set<CheckedClaim>();
  for (const [at, ours] of each.entries()) {
    for (const theirs of each.slice(at + 1)) {
      const mine = missingIn(ours, theirs);
      const other = missingIn(theirs, ours);
      if (mine.length > 0 && other.length > 0) for (const one of [...mine, ...other]) found.add(one);
    }
  }
  return [...found];
}

function missingIn(claims: readonly CheckedClaim[], others: readonly CheckedClaim[]): readonly CheckedClaim[] {
  return claims.filter(({ claim }) => !others.some((other) => isSameClaim(claim, other.claim)));
}

function formsOf(claims: readonly CheckedClaim[]): SaidOtherwise['forms'] {
  const forms: { claim: Claim; said: string; spots: LintSpot[] }[] = [];
  for (const one of claims) {
    const before = forms.find(({ claim }) => isSameClaim(claim, one.claim));
    const spot = spotOf(one);
    if (before === undefined) forms.push({ claim: one.claim, said: one.claim.said, spots: [spot] });
    else if (!before.spots.some(({ draft }) => draft === spot.draft)) before.spots.push(spot);
  }
  return forms.map(({ said, spots }) => ({ said, spots }));
}
