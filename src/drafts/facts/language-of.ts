import type { FarewellLocale } from '../../model/farewell/locale.ts';

interface LanguageRules {
  /** BCP 47, for Intl. */
  readonly tag: string;
  readonly quotes: readonly [open: string, close: string];
  /** An hour as people write it in a sentence. */
  clock(hour: number, minute: number): string;
}

const two = (number: number): string => String(number).padStart(2, '0');
const colon = (hour: number, minute: number): string => `${hour}:${two(minute)}`;
const dot = (hour: number, minute: number): string => `${hour}.${two(minute)}`;

/** 18:00 → 6 pm; noon and midnight have a name, as nobody knows which of them 12 am is. */
function english(hour: number, minute: number): string {
  if (minute === 0 && hour === 12) return 'noon';
  if (minute === 0 && hour === 0) return 'midnight';
  const short = hour % 12 === 0 ? 12 : hour % 12;
  return `${minute === 0 ? short : colon(short, minute)}\u00a0${hour < 12 ? 'am' : 'pm'}`;
}

/** 18:00 → 6 in the evening; with 12 goes what part of the day it is, as it is neither morning nor evening. */
function arabic(hour: number, minute: number): string {
  const short = hour % 12 === 0 ? 12 : hour % 12;
  const night = minute === 0 ? 'منتصف\u00a0الليل' : 'بعد\u00a0منتصف\u00a0الليل';
  const part = hour === 0 ? night : hour === 12 ? 'ظهرًا' : hour < 12 ? 'صباحًا' : 'مساءً';
  return `${minute === 0 ? short : colon(short, minute)}\u00a0${part}`;
}

/** A blank between a number and its unit must not be a line's end: \u00a0, in French between « and a word the narrow \u202f. */
export const languageOf: Readonly<Record<FarewellLocale, LanguageRules>> = {
  de: { tag: 'de-DE', quotes: ['„', '“'], clock: (h, m) => `${m === 0 ? h : colon(h, m)}\u00a0Uhr` },
  en: { tag: 'en-GB', quotes: ['“', '”'], clock: english },
  fr: {
    tag: 'fr-FR',
    quotes: ['«\u202f', '\u202f»'],
    clock: (h, m) => `${h}\u00a0h${m === 0 ? '' : `\u00a0${two(m)}`}`,
  },
  es: { tag: 'es-ES', quotes: ['«', '»'], clock: (h, m) => `${colon(h, m)}\u00a0h` },
  it: { tag: 'it-IT', quotes: ['«', '»'], clock: colon },
  nl: { tag: 'nl-NL', quotes: ['“', '”'], clock: (h, m) => `${dot(h, m)}\u00a0uur` },
  pl: { tag: 'pl-PL', quotes: ['„', '”'], clock: colon },
  pt: { tag: 'pt-PT', quotes: ['«', '»'], clock: (h, m) => `${h}h${m === 0 ? '' : two(m)}` },
  tr: { tag: 'tr-TR', quotes: ['“', '”'], clock: dot },
  // The digits that Intl takes for Arabic differ by country and by version; people on the web read 0 to 9.
  ar: { tag: 'ar-u-nu-latn', quotes: ['«', '»'], clock: arabic },
};

const lists = new Map<string, Intl.ListFormat>();
const numbers = new Map<FarewellLocale, Intl.NumberFormat>();

/** Making a format takes longer than a draft, and there are hundreds. */
function kept<Key, Format>(formats: Map<Key, Format>, key: Key, make: () => Format): Format {
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = make();
  formats.set(key, made);
  return made;
}

/** `A, B und C` */
export function listIn(locale: FarewellLocale, items: readonly string[], how: 'and' | 'or'): string {
  const type = how === 'and' ? 'conjunction' : 'disjunction';
  const make = () => new Intl.ListFormat(languageOf[locale].tag, { type });
  return kept(lists, `${locale} ${type}`, make).format(items);
}

export function quotedIn(locale: FarewellLocale, text: string): string {
  const [open, close] = languageOf[locale].quotes;
  return `${open}${text}${close}`;
}

/** 4812 → `4.812` */
export function figureIn(locale: FarewellLocale, figure: number): string {
  const make = () => new Intl.NumberFormat(languageOf[locale].tag, { useGrouping: 'always' });
  return kept(numbers, locale, make).format(figure);
}
