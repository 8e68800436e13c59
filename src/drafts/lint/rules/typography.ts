import type { FarewellLocale } from '../../../model/farewell/locale.ts';
import { languageOf } from '../../facts/language-of.ts';

/** Signs that are set otherwise in a language, and how they are set there. */
export interface Typographic {
  readonly from: number;
  readonly to: number;
  readonly said: string;
  readonly right: string;
  readonly what: 'quotes' | 'apostrophe' | 'dash' | 'blank';
}

const INNER = '[^„“”«»"\\n\\ufffc]{1,300}?';
/** Not the inches of a screen, and not the title of a link. */
const STRAIGHT = new RegExp(`(?<![\\d\\p{L}(])"(?=\\S)${INNER}"(?![\\p{L}\\d])`, 'gu');

const quotes = (open: string, close: string): RegExp => new RegExp(`${open}${INNER}${close}`, 'gu');

/** Pairs that are wrong in a language. Those that people use there beside its own are left alone, such as »…« in German. */
const wrongQuotes: Readonly<Record<FarewellLocale, readonly RegExp[]>> = {
  de: [quotes('“', '”'), quotes('„', '”'), quotes('„', '"'), quotes('”', '”')],
  en: [quotes('„', '“'), quotes('„', '”'), quotes('«', '»'), quotes('”', '”')],
  fr: [quotes('“', '”'), quotes('„', '“'), quotes('„', '”')],
  es: [quotes('„', '“'), quotes('„', '”')],
  it: [quotes('„', '“'), quotes('„', '”')],
  nl: [quotes('„', '“'), quotes('«', '»')],
  pl: [quotes('„', '“'), quotes('“', '”')],
  pt: [quotes('„', '“'), quotes('„', '”')],
  tr: [quotes('„', '“'), quotes('„', '”'), quotes('«', '»')],
  ar: [quotes('„', '“'), quotes('„', '”')],
};

const APOSTROPHE = /(?<=\p{L})'(?=\p{L})/gu;
const HYPHEN = /(?<=[\p{L}\p{N},.)“”»] )-(?= [\p{L}\p{N}„“«])/gu;
/** In French a thin blank that does not break stands before these, unless they are part of “?!”. */
const FRENCH_BLANK = /(?<=[\p{L}\p{N})])[ \u00a0](?=[;!?]+(?:\s|$))|(?<=\S)[ \u00a0](?=»)|(?<=«)[ \u00a0](?=\S)/gu;
const FRENCH_NONE = /(?<=[\p{L}\p{N})])(?=[;!?]+(?:\s|$))|(?<=[^\s\u202f\u00a0])(?=»)|(?<=«)(?=[^\s\u202f\u00a0])/gu;

/** Most texts have none of these. */
const WORTH_A_LOOK = /["'„“”«»]| - /u;

/** Quotes, apostrophes, dashes and blanks of a text that its language sets otherwise. */
export function typographic(text: string, locale: FarewellLocale): readonly Typographic[] {
  if (locale !== 'fr' && !WORTH_A_LOOK.test(text)) return [];
  const found: Typographic[] = [];
  const add = (what: Typographic['what'], pattern: RegExp, right: (said: string) => string): void => {
    for (const match of text.matchAll(pattern)) {
      const [from, to] = [match.index, match.index + match[0].length];
      if (found.some((one) => from < one.to && one.from < to)) continue;
      found.push({ from, to, said: match[0], right: right(match[0]), what });
    }
  };
  const [open, close] = languageOf[locale].quotes;
  const quoted = (said: string): string => `${open}${said.slice(1, -1).trim()}${close}`;
  for (const pattern of [...wrongQuotes[locale], ...(text.includes('"') ? [STRAIGHT] : [])])
    add('quotes', pattern, quoted);
  if (locale !== 'ar') {
    if (text.includes("'")) add('apostrophe', APOSTROPHE, () => '’');
    if (text.includes(' - ')) add('dash', HYPHEN, () => '–');
  }
  if (locale === 'fr') {
    add('blank', FRENCH_BLANK, () => '\u202f');
    add('blank', FRENCH_NONE, () => '\u202f');
  }
  return found.sort((a, b) => a.from - b.from);
}
