import { escapePattern } from '../../base/escape-pattern.ts';
import type { FarewellLocale } from '../../model/farewell/locale.ts';

const FIRST_STRONG = '\u2068';
const POP = '\u2069';
const RIGHT_TO_LEFT = '\u200f';

/** No line begins with ; ! ? : or » in French: what stands before them holds on to them. */
function french(text: string): string {
  return text
    .replace(/[ \u00a0](?=[;!?»])/g, '\u202f')
    .replace(/«[ \u00a0]/g, '«\u202f')
    .replace(/ (?=:(?:\s|$))/gm, '\u00a0');
}

/** What is written from left to right in every language, as it may stand in a text. */
export interface LeftToRight {
  /** Addresses without their scheme; those with one are known by it. */
  readonly links: readonly string[];
  /** Handles, e-mail addresses and telephone numbers. */
  readonly names: readonly string[];
}

/** What stands in `](…)` and `<…>` is an address for a machine, which is not to have other signs in it. */
const FOR_MACHINES = '\\]\\([^)\\s]*\\)|<[^>\\s]*>';

/** Up to the sign that ends the sentence. */
const ADDRESS = 'https?://[^\\s<>]*[^\\s<>.,:;!?،؛؟()\\]»"…]';

/** An e-mail address or a handle with its server. */
const MAIL = '@?[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+';

const oneOf = (values: readonly string[]): readonly string[] =>
  [...new Set(values)]
    .filter((value) => value !== '')
    .sort((a, b) => b.length - a.length)
    .map(escapePattern);

/** A word in Latin letters with no Arabic one behind it. */
const LATIN_BEFORE = /\p{Script=Latin}[^\p{Script=Arabic}\n]*$/u;

/** A line that would run from left to right by its first letter; what is isolated is not asked. Neither links, tags nor Markdown. */
const LATIN_FIRST = new RegExp(
  `^(?![ \\t]*(?:[-*>]|\\d+[.)])[ \\t]|#|https?:|\\[|<)(?=(?:[^\\p{L}\\n${FIRST_STRONG}]|${FIRST_STRONG}[^${POP}\\n]*${POP})*\\p{Script=Latin})`,
  'gmu',
);

/**
 * Names are isolated. Links are not: Bluesky finds none behind such a mark, and Markdown takes the one behind it into the address.
 * They begin and end with letters nearly always; a mark before the blank keeps a Latin name before it from running into it.
 */
function arabic(text: string, { links, names }: LeftToRight): string {
  const link = [ADDRESS, ...oneOf(links)].join('|');
  const name = [...oneOf(names).map((one) => `${one}(?![\\w@])`), MAIL].join('|');
  const pattern = new RegExp(`(?:${FOR_MACHINES})|(?<blanks>[ \\u00a0]*)(?<link>${link})|(?<name>${name})`, 'gu');
  const marked = text.replace(pattern, (found: string, ...rest: readonly unknown[]) => {
    const groups = rest.at(-1) as Readonly<Record<'blanks' | 'link' | 'name', string | undefined>>;
    if (groups.name !== undefined) return `${FIRST_STRONG}${found}${POP}`;
    const before = text.slice(0, rest.at(-3) as number);
    return groups.blanks && LATIN_BEFORE.test(before) ? `${RIGHT_TO_LEFT}${found}` : found;
  });
  return marked.replace(LATIN_FIRST, RIGHT_TO_LEFT);
}

/** The blanks of French, and in Arabic marks round what runs from left to right, so that no sign of it jumps to its other end. */
export function typeset(locale: FarewellLocale, text: string, leftToRight: LeftToRight): string {
  if (locale === 'fr') return french(text);
  return locale === 'ar' ? arabic(text, leftToRight) : text;
}

/** Trailing blanks, blanks and empty lines that were left by what is not there. */
export function tidied(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/(?<=\S) {2,}(?=\S)/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
}
