import type { Draft } from '../../../model/farewell/draft.ts';
import type { FarewellLocale } from '../../../model/farewell/locale.ts';
import type { LintPart, LintSentence } from '../lint-draft.ts';
import { sentencesWithOffsets } from '../sentences.ts';
import type { CheckedClaim, FactRole } from './checked-claim.ts';
import type { Claim } from './claim.ts';
import { claimMask } from './claim-mask.ts';
import type { RoleOf } from './fact-roles.ts';
import { findClaims } from './find-claims.ts';
import { isSameClaim } from './same-claim.ts';

/** What one sentence, as the facts make it, claims. */
interface MadeSentence {
  readonly draft: string;
  readonly claims: readonly Claim[];
  readonly roles: readonly (FactRole | null)[];
}

/** The claims of everything that the facts make in one language, by sentence. */
export type MadeClaims = ReadonlyMap<string, readonly MadeSentence[]>;

/** @param drafts of one language, as the facts make them now */
export function madeClaims(drafts: readonly Draft[], locale: FarewellLocale, roleOf: RoleOf): MadeClaims {
  const all = new Map<string, MadeSentence[]>();
  const seen = new Set<string>();
  for (const draft of drafts) {
    for (const text of [draft.text, ...Object.values(draft.fields)]) {
      const claims = findClaims(text, locale);
      for (const sentence of sentencesWithOffsets(text, locale)) {
        const key = `${draft.id}\n${sentence.text}`;
        if (seen.has(key)) continue;
        seen.add(key);
        const inside = claimsIn(claims, sentence);
        if (inside.length === 0) continue;
        const mask = claimMask(sentence.text, inside, sentence.from);
        const roles = inside.map((claim) => roleOf(claim, text));
        all.set(mask, [...(all.get(mask) ?? []), { draft: draft.id, claims: inside, roles }]);
      }
    }
  }
  return all;
}

/** Each claim of a text beside what the facts would have in its place. */
export function checkClaims(part: LintPart, made: MadeClaims, roleOf: RoleOf): readonly CheckedClaim[] {
  const { locale, id } = part.draft.draft;
  const claims = findClaims(part.text, locale);
  return part.sentences.flatMap((sentence) => {
    const inside = claimsIn(claims, sentence);
    if (inside.length === 0) return [];
    const alike = made.get(claimMask(sentence.text, inside, sentence.from)) ?? [];
    const own = alike.filter(({ draft }) => draft === id);
    const nearest = nearestOf(inside, own.length > 0 ? own : alike);
    return inside.map((claim, at): CheckedClaim => {
      const expected = nearest?.claims[at] ?? null;
      const role = nearest === undefined ? roleOf(claim, part.text) : (nearest.roles[at] ?? null);
      const isRight = expected === null || isSameClaim(claim, expected);
      return { claim, part, sentence, expected, role, isRight };
    });
  });
}

/** Of several sentences that differ by what they claim alone, the one with which most of it agrees. */
function nearestOf(claims: readonly Claim[], alike: readonly MadeSentence[]): MadeSentence | undefined {
  let best: MadeSentence | undefined;
  let most = -1;
  for (const one of alike) {
    const same = claims.filter((claim, at) => {
      const other = one.claims[at];
      return other !== undefined && isSameClaim(claim, other);
    }).length;
    if (same > most) [best, most] = [one, same];
  }
  return best;
}

function claimsIn(claims: readonly Claim[], { from, text }: LintSentence): readonly Claim[] {
  return claims.filter((claim) => claim.from >= from && claim.to <= from + text.length);
}
