import type { LintClash } from '../../../model/farewell/lint/lint-finding.ts';
import type { CheckedClaim, FactRole } from '../claims/checked-claim.ts';
import { isSameClaim } from '../claims/same-claim.ts';
import type { LintDraft, LintPart, Said } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';

/** Where lastpost.yaml has what a role stands for. */
export const factKeyOf: Readonly<Record<FactRole, string | null>> = {
  'last-day': 'last_day',
  'last-time': 'last_time',
  zone: 'timezone',
  'announce-day': 'told.public',
  'announce-time': 'told.public',
  'answered-until': 'fate.messages.answered_until',
  duty: 'duty',
  'partners-time': 'told.partners',
  successor: 'successors',
  page: 'page',
  imprint: 'imprint_url',
  privacy: 'privacy_url',
  archive: 'fate.archive_url',
  contact: 'contact',
  press: 'contact.press',
  account: null,
  reason: 'reason.sentence',
  fate: 'fate',
  stays: 'stays',
  thanks: 'thanks',
  other: null,
};

export function allParts({ drafts }: LintKit): readonly LintPart[] {
  return drafts.flatMap(({ parts }) => parts);
}

export function allClaims(kit: LintKit): readonly CheckedClaim[] {
  return allParts(kit).flatMap((part) => kit.claims(part));
}

export function spotOf({ claim, part }: CheckedClaim) {
  return part.spot(claim.from, claim.to);
}

/** What says otherwise: the same thing in another draft, of the same language where there is one, else lastpost.yaml. */
export function clashOf(kit: LintKit, wrong: CheckedClaim): LintClash | null {
  const { expected, role, part } = wrong;
  if (expected === null) return null;
  const { locale } = part.draft.draft;
  const agrees = (one: CheckedClaim): boolean => one.role === role && isSameClaim(one.claim, expected);
  const elsewhere = (drafts: readonly LintDraft[]): CheckedClaim | undefined => {
    for (const other of drafts) {
      if (other === part.draft) continue;
      for (const one of other.parts) {
        const found = kit.claims(one).find(agrees);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  };
  const near = kit.drafts.filter(({ draft }) => draft.locale === locale);
  const far = kit.drafts.filter(({ draft }) => draft.locale !== locale);
  const other = elsewhere(near) ?? elsewhere(far);
  if (other !== undefined) return { kind: 'draft', spot: spotOf(other) };
  const key = role === null ? null : factKeyOf[role];
  return key === null ? null : { kind: 'fact', key, says: expected.said };
}

/** Every place where our own sentence has something else in it than the facts say. */
export function mismatches(kit: LintKit, roles: readonly (FactRole | null)[]): readonly Said[] {
  return allClaims(kit)
    .filter(({ isRight, role }) => !isRight && roles.includes(role))
    .map((wrong) => mismatch(kit, wrong));
}

function mismatch(kit: LintKit, wrong: CheckedClaim): Said {
  const { claim, expected, role } = wrong;
  const right = expected?.said ?? '';
  const key = role === null ? null : factKeyOf[role];
  const spot = spotOf(wrong);
  return {
    spot,
    clash: clashOf(kit, wrong),
    message: {
      en: `“${claim.said}” stands where the facts have “${right}”.`,
      de: `Hier steht „${claim.said}“, nach den Fakten müsste es „${right}“ heißen.`,
    },
    fix: {
      en: `Write “${right}”${key === null ? '' : `, or change ${key} in lastpost.yaml and run “lastpost draft write”`}.`,
      de: `Schreiben Sie „${right}“${key === null ? '' : `, oder ändern Sie ${key} in lastpost.yaml und rufen Sie „lastpost draft write“ auf`}.`,
    },
    edit: expected === null ? null : { spot, to: right },
  };
}
