import type { FarewellLocale } from '../../../model/farewell/locale.ts';
import type { LocalText } from '../../../model/platform.ts';
import type { CheckedClaim } from '../claims/checked-claim.ts';
import type { LintDraft, Said } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';
import { unsaidWords } from './card-words.ts';

interface Needed {
  /** What the card does not say; in German with its verb. */
  readonly what: LocalText;
  readonly isThere: (card: LintDraft, kit: LintKit) => boolean;
}

const needed: readonly Needed[] = [
  {
    what: { en: 'the day of the last post', de: 'fehlt der Tag des letzten Beitrags' },
    isThere: (card, kit) => claimsOf(card, kit).some(({ claim, role }) => claim.kind === 'date' && role === 'last-day'),
  },
  {
    what: { en: 'the reason, in the one sentence', de: 'fehlt der Grund in dem einen Satz' },
    isThere: hasReason,
  },
  {
    what: { en: 'the way on', de: 'fehlt der Weg danach' },
    isThere: (card, kit) =>
      claimsOf(card, kit).some(({ role }) => role === 'successor' || role === 'page') || namesSuccessor(card, kit),
  },
  {
    what: { en: 'what not to say', de: 'steht nicht, was man besser nicht sagt' },
    isThere: (card) => {
      const words = unsaidWords[card.draft.locale];
      return words === undefined || card.parts.some(({ text }) => words.test(text));
    },
  },
];

/** What the card for shop and telephone of one language lacks. */
export function missingOnCard(locale: FarewellLocale, kit: LintKit): readonly Said[] {
  return kit.drafts
    .filter(({ draft }) => draft.kind === 'service-card' && draft.locale === locale)
    .flatMap((card) => needed.filter(({ isThere }) => !isThere(card, kit)).map(({ what }) => lacking(card, what)));
}

function claimsOf({ parts }: LintDraft, kit: LintKit): readonly CheckedClaim[] {
  return parts.flatMap((part) => kit.claims(part));
}

/** A reason of ours is that of the card as the facts make it. */
function hasReason(card: LintDraft, { facts, made }: LintKit): boolean {
  const own = facts.reason.sentence?.[card.draft.locale];
  const text = plain(card.parts.map((part) => part.text).join(' '));
  if (own !== undefined) return text.includes(plain(own));
  const fresh = made.get(card.name)?.draft.text;
  if (fresh === undefined) return true;
  // Of the sentences under the first heading, the one without the day is the reason.
  const section = fresh.split(/^## /m)[1] ?? '';
  const reason =
    section
      .split('\n')
      .slice(1)
      .join(' ')
      .split(/\*\*\.\s*/)[1] ?? '';
  return text.includes(plain(reason));
}

function namesSuccessor(card: LintDraft, { facts }: LintKit): boolean {
  const { locale } = card.draft;
  const text = card.parts.map((part) => part.text).join('\n');
  return facts.successors.some(({ name, handle }) => {
    const said = name[locale];
    return (said !== undefined && text.includes(said)) || (handle !== null && text.includes(handle));
  });
}

function plain(text: string): string {
  return text
    .replace(/[*_\s]+/g, ' ')
    .trim()
    .replace(/[.]$/, '')
    .toLowerCase();
}

function lacking(card: LintDraft, what: LocalText): Said {
  const [body] = card.parts;
  return {
    spot: body?.spot(0, 0) ?? null,
    message: {
      en: `The card for shop and telephone does not say ${what.en}.`,
      de: `Auf der Karte für Laden und Telefon ${what.de}.`,
    },
    fix: {
      en: `Add it, or take the card as it was: lastpost draft write ${card.name} --take new.`,
      de: `Ergänzen Sie das, oder nehmen Sie die Karte, wie sie war: lastpost draft write ${card.name} --take new.`,
    },
  };
}
