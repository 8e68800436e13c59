import type { ExitFacts } from '../../model/farewell/exit-facts.ts';
import type { FarewellLocale } from '../../model/farewell/locale.ts';

/** A fact as it stands in lastpost.yaml, with what of it is in a text. */
export interface LongFact {
  /** `exit.stays`, `brand.name` */
  readonly key: string;
  readonly value: string;
  readonly characters: number;
}

/** A fact of so few letters is no reason for anything. */
const SHORT = 20;

/** The longest fact that is in a text: most likely the one to shorten. null when none is long. */
export function longestFact(text: string, facts: ExitFacts, locale: FarewellLocale, brand: string): LongFact | null {
  const found = candidates(facts, locale, brand).filter(([, value]) => value.length > SHORT && text.includes(value));
  const [longest] = found.sort((a, b) => b[1].length - a[1].length);
  if (longest === undefined) return null;
  const [key, value] = longest;
  return { key, value, characters: [...value].length };
}

function candidates(facts: ExitFacts, locale: FarewellLocale, brand: string): readonly (readonly [string, string])[] {
  const { reason, stays, thanks, fate, contact, successors, voice, page } = facts;
  const all: readonly (readonly [string, string | null | undefined])[] = [
    ['brand.name', brand],
    ['exit.reason.sentence', reason.sentence?.[locale]],
    ['exit.stays', stays[locale]],
    ['exit.thanks', thanks?.[locale]],
    ['exit.fate.data', fate.data[locale]],
    ['exit.fate.prizes', fate.prizes?.[locale]],
    ['exit.fate.archive_url', fate.archiveUrl],
    ['exit.contact.url', contact.url],
    ['exit.contact.email', contact.email],
    ['exit.contact.hours', contact.hours?.[locale]],
    ['exit.voice.claim', voice.claim?.[locale]],
    ['exit.page', page[locale] ?? Object.values(page)[0]],
    ...successors.flatMap(({ name, url, handle }, at): readonly (readonly [string, string | null | undefined])[] => [
      [`exit.successors[${at}].name`, name[locale]],
      [`exit.successors[${at}].url`, url],
      [`exit.successors[${at}].handle`, handle],
    ]),
  ];
  return all.flatMap(([key, value]) => (typeof value === 'string' ? [[key, value] as const] : []));
}
