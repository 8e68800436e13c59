import type { FactRole } from '../claims/checked-claim.ts';
import { factRoles, type RoleOf } from '../claims/fact-roles.ts';
import { findClaims } from '../claims/find-claims.ts';
import type { LintKit } from '../lint-kit.ts';

/** What a draft has of the facts, as these make it now. */
export interface MadeRoles {
  /** undefined: they make no such draft. */
  of(draft: string): ReadonlySet<FactRole | null> | undefined;
}

const known = new WeakMap<LintKit, MadeRoles>();

/** Worked out for a draft when it is asked for, and once. */
export function rolesOf(kit: LintKit): MadeRoles {
  const before = known.get(kit);
  if (before !== undefined) return before;
  const accounts = kit.channels.flatMap(({ handle }) => (handle === null ? [] : [handle]));
  const roles = new Map<string, RoleOf>();
  const sets = new Map<string, ReadonlySet<FactRole | null>>();
  const all: MadeRoles = {
    of: (name) => {
      const draft = kit.made.get(name)?.draft;
      const set = sets.get(name);
      if (set !== undefined || draft === undefined) return set;
      const roleOf = roles.get(draft.locale) ?? factRoles(kit.facts, accounts, draft.locale);
      roles.set(draft.locale, roleOf);
      const texts = [draft.text, ...Object.values(draft.fields)];
      const found = new Set(
        texts.flatMap((text) => findClaims(text, draft.locale).map((claim) => roleOf(claim, text))),
      );
      sets.set(name, found);
      return found;
    },
  };
  known.set(kit, all);
  return all;
}
