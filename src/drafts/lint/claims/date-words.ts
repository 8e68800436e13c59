import { escapePattern } from '../../../base/escape-pattern.ts';
import type { FarewellLocale } from '../../../model/farewell/locale.ts';
import { languageOf } from '../../facts/language-of.ts';

/** What the names of months and weekdays are in a language, and how a text writes a day with them. */
export interface DateWords {
  /** By every spelling, in small letters: 1 to 12. */
  readonly months: ReadonlyMap<string, number>;
  /** 0 is Sunday. */
  readonly weekdays: ReadonlyMap<string, number>;
  readonly pattern: RegExp;
}

const known = new Map<FarewellLocale, DateWords>();

/** Names from Intl, so that they are the ones our own texts have; bent forms come with a day before them. */
export function dateWords(locale: FarewellLocale): DateWords {
  const before = known.get(locale);
  if (before !== undefined) return before;
  const { tag } = languageOf[locale];
  const months = new Map<string, number>();
  const weekdays = new Map<string, number>();
  const whole = new Set<string>();
  const add = (map: Map<string, number>, name: string | undefined, value: number, isWhole: boolean): void => {
    const key = keyOf(name ?? '', locale);
    if (key === '' || /^\d+$/.test(key)) return;
    map.set(key, value);
    if (isWhole) whole.add(key);
  };
  for (let month = 1; month <= 12; month += 1) {
    const at = new Date(Date.UTC(2027, month - 1, 15, 12));
    for (const options of [{ month: 'long' }, { month: 'short' }, { day: 'numeric', month: 'long' }] as const) {
      add(months, partOf(tag, options, at, 'month'), month, options.month === 'long');
    }
  }
  for (let day = 0; day < 7; day += 1) {
    const at = new Date(Date.UTC(2027, 0, 3 + day, 12));
    for (const weekday of ['long', 'short'] as const) {
      add(weekdays, partOf(tag, { weekday }, at, 'weekday'), day, weekday === 'long');
    }
    add(weekdays, partOf(tag, { dateStyle: 'full' }, at, 'weekday'), day, true);
  }
  const words = { months, weekdays, pattern: patternOf(months, weekdays, whole) };
  known.set(locale, words);
  return words;
}

/** How a name is looked up: small letters, no full stop. */
export function keyOf(name: string, locale: FarewellLocale): string {
  return name.toLocaleLowerCase(languageOf[locale].tag).replace(/\.$/, '').normalize('NFC');
}

function partOf(tag: string, options: Intl.DateTimeFormatOptions, at: Date, type: string): string | undefined {
  const parts = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' }).formatToParts(at);
  return parts.find((part) => part.type === type)?.value;
}

type Names = ReadonlyMap<string, number>;

/** `Sonntag, den 28. Februar 2027`, `February 28th, 2027`, `28 de febrero de 2027`, `28 Şubat 2027 Pazar`, `28.02.2027` */
function patternOf(months: Names, weekdays: Names, whole: ReadonlySet<string>): RegExp {
  const oneOf = (names: Iterable<string>): string =>
    [...names]
      .sort((a, b) => b.length - a.length)
      // The full stop behind a name in full ends the sentence.
      .map((name) => `${escapePattern(name)}${whole.has(name) ? '' : '\\.?'}`)
      .join('|');
  const noLetter = '(?![\\p{L}\\p{N}])';
  const weekday = oneOf(weekdays.keys());
  const month = oneOf(months.keys());
  const day = '(?<!\\p{N})(?<DAY>\\d{1,2})(?:er|st|nd|rd|th|[.ºª°])?';
  const year = '(?:[,\\s]+(?:de\\s+|del\\s+)?(?<YEAR>\\d{4})(?!\\p{N}))?';
  const link = '(?:[\\s\\u060c]+(?:of\\s+|de\\s+|di\\s+)?)';
  const forms = [
    `${day}${link}(?<MONTH>${month})${noLetter}${year}`,
    `(?<![\\p{L}\\p{N}])(?<MONTH>${month})\\s+(?<DAY>\\d{1,2})(?:st|nd|rd|th)?(?![\\p{N}:])${year}`,
    `(?<![\\p{N}.])(?<DAY>\\d{1,2})\\.\\s?(?<FIGURE>\\d{1,2})\\.(?:\\s?(?<YEAR>\\d{4}))?(?!\\p{N})`,
    '(?<![\\p{N}/])(?<DAY>\\d{1,2})/(?<FIGURE>\\d{1,2})/(?<YEAR>\\d{4})(?!\\p{N})',
    '(?<![\\p{N}-])(?<YEAR>\\d{4})-(?<FIGURE>\\d{2})-(?<DAY>\\d{2})(?!\\p{N})',
  ].map((form, at) => form.replace(/\?<([A-Z]+)>/g, (_, name: string) => `?<${name.toLowerCase()}${at}>`));
  const before = `(?:(?<![\\p{L}])(?<before>${weekday})(?:[,\\u060c\\s]+(?:den\\s+|dem\\s+|le\\s+|el\\s+|the\\s+|dia\\s+)?))?`;
  const behind = `(?:[,\\s(]{1,2}(?<behind>${weekday})${noLetter})?`;
  return new RegExp(`${before}(?:${forms.join('|')})${behind}`, 'giu');
}
