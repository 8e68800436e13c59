import type { DraftKind } from '../../../model/farewell/draft-kinds.ts';
import { kindTitles } from '../../kind-titles.ts';
import type { CheckedClaim, FactRole } from '../claims/checked-claim.ts';
import { linkValue } from '../claims/find-addresses.ts';
import type { LintDraft, Said } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';
import type { LintRule } from '../lint-rule.ts';
import { beginOf } from './begin-of.ts';
import { mismatches } from './mismatch.ts';

export const contactRule: LintRule = {
  id: 'contact',
  severity: 'error',
  title: {
    en: 'How to reach us is said, and is the same everywhere',
    de: 'Wie man uns erreicht, steht da und ist überall gleich',
  },
  explanation: {
    en: 'Somebody with an open order looks for one thing only: how to reach us. Long texts carry our own contact, short ones at least a way to it.',
    de: 'Wer noch eine Bestellung offen hat, sucht nur eines: wie man uns erreicht. Lange Texte nennen unseren Kontakt, kurze wenigstens einen Weg dorthin.',
  },
  check: (kit) => [...mismatches(kit, ['contact', 'press']), ...kit.drafts.flatMap((draft) => missing(draft, kit))],
};

/** Kinds whose every form, as they come along, has our contact itself. */
export const kindsWithContact: readonly DraftKind[] = [
  'auto-reply',
  'blog-post',
  'landing-page',
  'newsletter',
  'press-release',
  'staff-memo',
  'service-card',
  'faq',
  'partner-notice',
  'influencer-notice',
  'gone-page',
  'redirect-page',
  'crisis-unanswered',
  'crisis-prize',
];

const withPress: readonly DraftKind[] = ['press-release', 'crisis-journalist'];

/** Kinds that are too short for it in some of their forms, and then have a link. */
const withSomeWay: readonly DraftKind[] = [
  'announcement',
  'reminder-1',
  'reminder-2',
  'reminder-3',
  'last-post',
  'pinned-post',
  'bio',
  'banner',
  'image-card',
];

function missing(draft: LintDraft, kit: LintKit): readonly Said[] {
  const { kind } = draft.draft;
  const claims = draft.parts.flatMap((part) => kit.claims(part));
  const { contact } = kit.facts;
  const said: Said[] = [];
  if (kindsWithContact.includes(kind) && !claims.some((one) => isContact(one, kit))) {
    said.push(without(draft, 'contact', contact.email ?? contact.phone ?? contact.url ?? ''));
  }
  if (contact.press !== null && withPress.includes(kind) && !claims.some((one) => hasRole(one, 'press'))) {
    said.push(without(draft, 'contact.press', contact.press.email));
  }
  if (withSomeWay.includes(kind) && !claims.some(({ claim }) => ways.has(claim.kind)) && !saysBare(draft, kit)) {
    said.push(withoutWay(draft, kit));
  }
  return said;
}

const ways: ReadonlySet<string> = new Set(['link', 'mail', 'phone', 'handle']);

/** An address of our page without scheme and www, whose ending no list has. */
function saysBare({ parts, draft }: LintDraft, { facts }: LintKit): boolean {
  const page = facts.page[draft.locale];
  return page !== undefined && parts.some(({ text }) => text.includes(linkValue(page)));
}

function hasRole({ role }: CheckedClaim, wanted: FactRole): boolean {
  return role === wanted;
}

/** The contact's own link may be the page, and is of that role then. */
function isContact(one: CheckedClaim, { facts }: LintKit): boolean {
  if (hasRole(one, 'contact')) return true;
  const { url } = facts.contact;
  return url !== null && one.claim.kind === 'link' && one.claim.value === linkValue(url);
}

function without(draft: LintDraft, key: string, says: string): Said {
  const { kind } = draft.draft;
  const what = key === 'contact' ? 'how to reach us' : 'whom the press can reach';
  const was = key === 'contact' ? 'wie man uns erreicht' : 'wen die Presse erreicht';
  return {
    spot: beginOf(draft),
    clash: { kind: 'fact', key, says },
    message: {
      en: `This text (${kindTitles.en[kind]}) does not say ${what}.`,
      de: `In diesem Text (${kindTitles.de[kind]}) steht nicht, ${was}.`,
    },
    fix: { en: `Add “${says}”.`, de: `Ergänzen Sie „${says}“.` },
  };
}

function withoutWay(draft: LintDraft, { facts }: LintKit): Said {
  const page = facts.page[draft.draft.locale] ?? Object.values(facts.page)[0] ?? '';
  return {
    spot: beginOf(draft),
    clash: { kind: 'fact', key: 'page', says: page },
    message: {
      en: 'This text has no link and no address: whoever reads it does not learn how to reach us.',
      de: 'Dieser Text hat weder Link noch Adresse: Wer ihn liest, erfährt nicht, wie man uns erreicht.',
    },
    fix: { en: `Add the link to our page, ${page}.`, de: `Ergänzen Sie den Link auf unsere Seite, ${page}.` },
  };
}
