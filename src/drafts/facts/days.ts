import { localToInstant } from '../../base/zoned-time.ts';
import type { FarewellLocale } from '../../model/farewell/locale.ts';
import { languageOf } from './language-of.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one takes longer than a draft. */
function formatOf(locale: FarewellLocale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(languageOf[locale].tag, options);
  formats.set(key, format);
  return format;
}

const written = new Map<string, string>();

/** A day is the same in every draft of a language, and there are hundreds. */
function once(what: string, locale: FarewellLocale, at: string, write: () => string): string {
  const key = `${what} ${locale} ${at}`;
  const known = written.get(key);
  if (known !== undefined) return known;
  const text = write();
  written.set(key, text);
  return text;
}

/** Noon in UTC: no zone has a say in what day a day is. */
const noon = (day: string): Date => new Date(`${day.slice(0, 10)}T12:00:00Z`);

/** `Sonntag, 28. Februar 2027`. `day` is YYYY-MM-DD; what follows it is not looked at. */
export function dayIn(locale: FarewellLocale, day: string): string {
  return once('day', locale, day, () => wholeDay(locale, day));
}

function wholeDay(locale: FarewellLocale, day: string): string {
  const parts = dayParts(formatOf(locale, { dateStyle: 'full', timeZone: 'UTC' }), locale, day);
  if (locale !== 'en') return joined(parts);
  // ICU sets the comma behind the weekday in some versions and not in others.
  return joined(parts.map((part, at) => (parts[at - 1]?.type === 'weekday' ? { ...part, value: ', ' } : part)));
}

type DayParts = readonly Pick<Intl.DateTimeFormatPart, 'type' | 'value'>[];

const joined = (parts: DayParts): string => parts.map(({ value }) => value).join('');

/** In French the first of a month has its own sign, which ICU does not know: `1er mars`, and `2 mars`. */
function dayParts(format: Intl.DateTimeFormat, locale: FarewellLocale, day: string): DayParts {
  const parts = format.formatToParts(noon(day));
  if (locale !== 'fr') return parts;
  return parts.map((part) => (part.type === 'day' && part.value === '1' ? { ...part, value: '1er' } : part));
}

/** `28. Februar` */
export function shortDayIn(locale: FarewellLocale, day: string): string {
  const format = formatOf(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  return once('short', locale, day, () => joined(dayParts(format, locale, day)));
}

/** `2024-03` → `März 2024`: by itself, and not in a sentence that bends it. `month` is YYYY-MM; what follows it is not looked at. */
export function monthIn(locale: FarewellLocale, month: string): string {
  const format = formatOf(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return once('month', locale, month, () => format.format(noon(`${month.slice(0, 7)}-01`)));
}

/** Where a month has another form behind "since" than by itself; it is the one in which it stands behind a day. */
const bentMonths: readonly FarewellLocale[] = ['pl'];

/** What stands behind "since": `2024-03` → `März 2024`, `2024-03-12` → `12. März 2024` */
export function sinceIn(locale: FarewellLocale, since: string): string {
  const whole = since.length > 7;
  if (!whole && !bentMonths.includes(locale)) return monthIn(locale, since);
  const format = formatOf(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return once('since', locale, since, () => {
    const parts = dayParts(format, locale, whole ? since : `${since}-01`);
    return joined(whole ? parts : parts.slice(parts.findIndex(({ type }) => type === 'month')));
  });
}

/** `18:00` or `2027-02-28T18:00` → `18 Uhr` */
export function hourIn(locale: FarewellLocale, time: string): string {
  const [hour = '0', minute = '0'] = (time.split('T').at(-1) ?? time).split(':');
  return languageOf[locale].clock(Number(hour), Number(minute));
}

/** `MEZ`, `CET`, `UTC+1`: what the zone is called at that local time, in as few letters as the language has for it. */
export function zoneIn(locale: FarewellLocale, local: string, zone: string): string {
  return once('zone', locale, `${local} ${zone}`, () => {
    const format = formatOf(locale, { timeZone: zone, timeZoneName: 'short' });
    const parts = format.formatToParts(new Date(localToInstant(local, zone)));
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  });
}

/** Whole days from one to another, over the calendar. */
export function daysBetween(from: string, to: string): number {
  return Math.round((noon(to).getTime() - noon(from).getTime()) / 86_400_000);
}
