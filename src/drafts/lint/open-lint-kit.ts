import type { Draft } from '../../model/farewell/draft.ts';
import type { FarewellLocale } from '../../model/farewell/locale.ts';
import { checkClaims, type MadeClaims, madeClaims } from './claims/check-claims.ts';
import type { CheckedClaim } from './claims/checked-claim.ts';
import { factRoles, type RoleOf } from './claims/fact-roles.ts';
import type { LintPart } from './lint-draft.ts';
import type { LintKit } from './lint-kit.ts';

/** What a kit is opened with; the claims follow from it. */
export type LintMaterial = Omit<LintKit, 'claims'>;

/** Everything that rules look at. What costs time is worked out when the first rule asks for it. */
export function openLintKit(material: LintMaterial): LintKit {
  const languages = new Map<FarewellLocale, { readonly made: MadeClaims; readonly roleOf: RoleOf }>();
  const parts = new Map<LintPart, readonly CheckedClaim[]>();
  const languageOf = (locale: FarewellLocale) => {
    const before = languages.get(locale);
    if (before !== undefined) return before;
    const roleOf = factRoles(material.facts, handlesOf(material), locale);
    const language = { made: madeClaims(madeIn(material, locale), locale, roleOf), roleOf };
    languages.set(locale, language);
    return language;
  };
  return {
    ...material,
    claims: (part) => {
      const before = parts.get(part);
      if (before !== undefined) return before;
      const { made, roleOf } = languageOf(part.draft.draft.locale);
      const claims = checkClaims(part, made, roleOf);
      parts.set(part, claims);
      return claims;
    },
  };
}

function madeIn({ made }: LintMaterial, locale: FarewellLocale): readonly Draft[] {
  return [...made.values()].map(({ draft }) => draft).filter((draft) => draft.locale === locale);
}

function handlesOf({ channels }: LintMaterial): readonly string[] {
  return channels.flatMap(({ handle }) => (handle === null ? [] : [handle]));
}
