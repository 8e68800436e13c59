import type { CheckedClaim, FactRole } from '../claims/checked-claim.ts';
import type { Claim, DateClaim } from '../claims/claim.ts';
import { dayOf, isDay } from '../claims/same-claim.ts';
import type { LintDraft, Said } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';
import type { LintRule } from '../lint-rule.ts';
import { kindsWithContact } from './17-contact.ts';
import { beginOf } from './begin-of.ts';
import { historyWords } from './history-words.ts';
import { factKeyOf, mismatches, spotOf } from './mismatch.ts';
import { ownFigures } from './own-figures.ts';
import { rolesOf } from './roles-of.ts';
import { isAboutLastPost, type ToldSentence, toldSentences } from './told-sentences.ts';

export const sameFactsRule: LintRule = {
  id: 'same-facts',
  severity: 'error',
  title: { en: 'Every language says the same', de: 'Alle Sprachen sagen dasselbe' },
  explanation: {
    en: 'Whoever reads two of our texts notices when one of them has another figure, or leaves the last day out. All other figures of the facts are compared here, and every text with the same one in the other languages.',
    de: 'Wer zwei unserer Texte liest, merkt, wenn in einem eine andere Zahl steht oder der letzte Tag fehlt. Hier werden alle übrigen Angaben der Fakten verglichen und jeder Text mit seinem Gegenstück in den anderen Sprachen.',
  },
  check: (kit) => [
    ...mismatches(kit, [...others, null]).filter(({ spot }) => spot === null || !isSignpost(spot.draft)),
    ...otherHours(kit),
    ...unlikeCounterparts(kit),
    ...strangeClaims(kit),
    ...ownFigures(kit),
  ],
};

/** What stands on the page at the old address has a rule of its own. */
function isSignpost(name: string): boolean {
  return /\/(?:gone|redirect)-page$/.test(name);
}

/** Roles that no rule of their own looks after. */
const others: readonly FactRole[] = [
  'announce-day',
  'announce-time',
  'duty',
  'partners-time',
  'stays',
  'thanks',
  'account',
  'other',
];

/** Sentences that somebody wrote: an hour right beside the last day is the one of the last post. */
function otherHours(kit: LintKit): readonly Said[] {
  const { lastTime } = kit.facts;
  return toldSentences(kit)
    .filter((one) => !one.isMade && isAboutLastPost(one, kit))
    .flatMap(({ claims }) =>
      claims.filter(({ claim, role }, at) => {
        const before = claims[at - 1];
        if (claim.kind !== 'time' || claim.value === lastTime || role === 'contact') return false;
        return (
          before?.role === 'last-day' && before.claim.kind === 'date' && claim.from - before.claim.to <= MOST_BETWEEN
        );
      }),
    )
    .map(
      (one): Said => ({
        spot: spotOf(one),
        clash: { kind: 'fact', key: 'last_time', says: lastTime },
        message: {
          en: `“${one.claim.said}” stands beside the last day, and the last post goes out at ${lastTime}.`,
          de: `Neben dem letzten Tag steht „${one.claim.said}“, der letzte Beitrag kommt aber um ${lastTime} Uhr.`,
        },
        fix: {
          en: `Write ${lastTime}, or say what the other hour is.`,
          de: `Schreiben Sie ${lastTime} Uhr, oder sagen Sie, was zu der anderen Stunde geschieht.`,
        },
      }),
    );
}

/** `, um ` and `, godz. ` */
const MOST_BETWEEN = 8;

/** What no counterpart may lack. Everything else is worth a look. */
const grave: readonly FactRole[] = ['last-day', 'page', 'contact'];
const light: readonly FactRole[] = ['last-time', 'successor', 'answered-until', 'archive', 'press'];

function unlikeCounterparts(kit: LintKit): readonly Said[] {
  const byId = new Map<string, LintDraft[]>();
  for (const draft of kit.drafts) {
    const alike = byId.get(draft.draft.id);
    if (alike === undefined) byId.set(draft.draft.id, [draft]);
    else alike.push(draft);
  }
  const made = rolesOf(kit);
  return [...byId.values()]
    .filter(({ length }) => length > 1)
    .flatMap((alike) => alike.flatMap((draft) => lackingIn(draft, alike, kit, made)));
}

function lackingIn(
  draft: LintDraft,
  alike: readonly LintDraft[],
  kit: LintKit,
  made: ReturnType<typeof rolesOf>,
): readonly Said[] {
  const own = new Set(claimsOf(draft, kit).map(({ role }) => role));
  return [...grave, ...light].flatMap((role) => {
    if (isSignpost(draft.name) || own.has(role) || isAskedElsewhere(draft, role)) return [];
    const other = alike
      .filter((one) => one !== draft)
      .flatMap((one) => claimsOf(one, kit))
      .find((one) => one.role === role);
    // A form that came along without it, because there was no room for it, is as it should be.
    return other === undefined || made.of(draft.name)?.has(role) === false ? [] : [lackingClaim(draft, role, other)];
  });
}

/** What a rule of its own asks of every such text is told once. */
function isAskedElsewhere({ draft: { kind } }: LintDraft, role: FactRole): boolean {
  if (role === 'contact') return kindsWithContact.includes(kind);
  return role === 'last-day' && (kind === 'gone-page' || kind === 'redirect-page');
}

function claimsOf({ parts }: LintDraft, kit: LintKit): readonly CheckedClaim[] {
  return parts.flatMap((part) => kit.claims(part));
}

function lackingClaim(draft: LintDraft, role: FactRole, other: CheckedClaim): Said {
  const { said } = other.claim;
  const there = other.part.draft.name;
  const key = factKeyOf[role] ?? role;
  return {
    severity: grave.includes(role) ? 'error' : 'warning',
    spot: beginOf(draft),
    clash: { kind: 'draft', spot: spotOf(other) },
    message: {
      en: `${there} has “${said}”, and this text has nothing of the kind.`,
      de: `In ${there} steht „${said}“, hier fehlt das.`,
    },
    fix: {
      en: `Add it here as well (${key}), or take it out of ${there}.`,
      de: `Ergänzen Sie es auch hier (${key}), oder streichen Sie es in ${there}.`,
    },
  };
}

/** Days to come, addresses and links in sentences of our own hand that no fact knows. */
function strangeClaims(kit: LintKit): readonly Said[] {
  return toldSentences(kit)
    .filter(({ isMade }) => !isMade)
    .flatMap((one) => one.claims.filter((claim) => isStrange(claim, one, kit)))
    .map((one) => ({
      severity: 'warning',
      spot: spotOf(one),
      message: {
        en: `“${one.claim.said}” stands in a sentence of your own, and lastpost.yaml does not know it.`,
        de: `„${one.claim.said}“ steht in einem selbst geschriebenen Satz, und lastpost.yaml kennt es nicht.`,
      },
      fix: {
        en: 'Look it up once more; what is right stays as it is.',
        de: 'Sehen Sie noch einmal nach; was stimmt, bleibt stehen.',
      },
    }));
}

const strangeKinds: readonly Claim['kind'][] = ['date', 'mail', 'link', 'phone'];

function isStrange({ claim, role, expected }: CheckedClaim, { part, sentence }: ToldSentence, kit: LintKit): boolean {
  if (role !== null || expected !== null || !strangeKinds.includes(claim.kind)) return false;
  if (claim.kind !== 'date') return true;
  const before = sentence.text.slice(0, claim.from - sentence.from);
  return isDay(claim) && !historyWords[part.draft.draft.locale].test(before) && isToCome(claim, kit);
}

/** A day without a year is one of the exit where it lies between its first paper and a year after its last day. */
function isToCome(claim: DateClaim, { facts }: LintKit): boolean {
  const [from, until] = [facts.told.leads.slice(0, 10), shifted(facts.lastDay)];
  const years = claim.year === null ? [Number(from.slice(0, 4)), Number(facts.lastDay.slice(0, 4)) + 1] : [claim.year];
  return years.some((year) => {
    const day = dayOf(claim, year) ?? '';
    return day >= from && day <= until;
  });
}

function shifted(day: string): string {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
}
