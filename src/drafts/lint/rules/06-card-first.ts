import type { DraftKind } from '../../../model/farewell/draft-kinds.ts';
import type { FarewellLocale } from '../../../model/farewell/locale.ts';
import type { LocalText } from '../../../model/platform.ts';
import type { LintDraft, Said } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';
import type { LintRule } from '../lint-rule.ts';
import { missingOnCard } from './card-contents.ts';
import { momentText, msOf, type Scheduled, scheduled } from './moments.ts';

export const cardFirstRule: LintRule = {
  id: 'card-first',
  severity: 'error',
  title: { en: 'Shop and telephone have their card first', de: 'Laden und Telefon haben ihre Karte zuerst' },
  explanation: {
    en: 'The first question is asked at the till. Whoever stands there needs the card and the answers before the announcement, with the day, the one reason, the way on and what not to say.',
    de: 'Die erste Frage wird an der Kasse gestellt. Wer dort steht, braucht Karte und Antworten vor der Ankündigung: mit dem Tag, dem einen Grund, dem Weg danach und dem, was man nicht sagt.',
  },
  check: (kit) => {
    const first = scheduled(kit).find(({ audience, draft }) => audience === 'public' && !(draft.draft.kind in names));
    if (first === undefined) return [];
    return localesTold(kit).flatMap((locale) => [
      ...(['service-card', 'faq'] as const).flatMap((kind) => isFirst(kind, locale, first, kit)),
      ...missingOnCard(locale, kit),
    ]);
  },
};

const names = {
  'service-card': { en: 'card for shop and telephone', de: 'Karte für Laden und Telefon' },
  faq: { en: 'list of questions and answers', de: 'Sammlung von Fragen und Antworten' },
} as const satisfies Partial<Record<DraftKind, LocalText>>;

/** Languages in which the public are told, and for which there is a card to be had. */
function localesTold({ drafts, made }: LintKit): readonly FarewellLocale[] {
  const told = new Set(drafts.filter(({ draft }) => draft.audience === 'public').map(({ draft }) => draft.locale));
  const cards = new Set([...made.values()].filter(({ draft }) => draft.kind in names).map(({ draft }) => draft.locale));
  return [...told].filter((locale) => cards.has(locale));
}

function isFirst(kind: keyof typeof names, locale: FarewellLocale, first: Scheduled, kit: LintKit): readonly Said[] {
  const made = [...kit.made.values()].some(({ draft }) => draft.kind === kind && draft.locale === locale);
  const drafts = kit.drafts.filter(({ draft }) => draft.kind === kind && draft.locale === locale);
  if (drafts.length === 0) return made ? [missing(kind, locale, first)] : [];
  return drafts.flatMap((draft) => orderOf(draft, kind, first, kit) ?? []);
}

function missing(kind: keyof typeof names, locale: FarewellLocale, { at }: Scheduled): Said {
  const name = names[kind];
  return {
    spot: null,
    clash: { kind: 'fact', key: 'told.public', says: at },
    message: {
      en: `There is no ${name.en} (${locale}/${kind}), and the public hear of it on ${momentText(at).en}.`,
      de: `Es gibt keine ${name.de} (${locale}/${kind}), und die Öffentlichkeit erfährt es am ${momentText(at).de}.`,
    },
    fix: {
      en: `Write it with “lastpost draft write ${locale}/${kind} --take new” and give it to those who talk with customers.`,
      de: `Schreiben Sie sie mit „lastpost draft write ${locale}/${kind} --take new“, und geben Sie sie allen, die mit Kundschaft sprechen.`,
    },
  };
}

function orderOf(one: LintDraft, kind: keyof typeof names, first: Scheduled, kit: LintKit): Said | undefined {
  const { publishAt, audience } = one.draft;
  const spot = (key: string) => one.headSpot?.(key) ?? null;
  const name = names[kind];
  const told = kit.facts.told.leads;
  if (audience !== 'leads' && audience !== 'staff') {
    return {
      spot: spot('audience'),
      message: {
        en: `The ${name.en} is for “${audience}”, and not for those who talk with customers.`,
        de: `Die ${name.de} ist für „${audience}“ bestimmt und nicht für die, die mit Kundschaft sprechen.`,
      },
      fix: { en: 'Write audience: leads.', de: 'Schreiben Sie audience: leads.' },
    };
  }
  if (publishAt !== null && msOf(publishAt, kit) < first.ms) return undefined;
  const when = publishAt === null ? null : momentText(publishAt);
  const clash = first.draft.headSpot?.('publish_at');
  return {
    spot: spot('publish_at'),
    clash: clash === undefined ? { kind: 'fact', key: 'told.public', says: first.at } : { kind: 'draft', spot: clash },
    message: {
      en: `The ${name.en} goes out ${when === null ? 'only when it is needed' : `on ${when.en}`}, and the public hear of it on ${momentText(first.at).en}.`,
      de: `Die ${name.de} geht ${when === null ? 'erst bei Bedarf' : `am ${when.de}`} hinaus, und die Öffentlichkeit erfährt es am ${momentText(first.at).de}.`,
    },
    fix: {
      en: `Let it go out before that: publish_at: ${told}.`,
      de: `Lassen Sie sie vorher hinausgehen: publish_at: ${told}.`,
    },
  };
}
