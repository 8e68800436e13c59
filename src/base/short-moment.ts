import { localeOf } from './local-format.ts';
import { endedDay, isShownTwice } from './zoned-time.ts';

type Language = keyof typeof localeOf;

/**
 * `Fri 4 Dec 2026, 09:00`, in German `Fr 4. Dez 2026, 09:00`, as the clocks of a zone (IANA name) show it. Where they show that
 * time twice, it says which one: `Sun 25 Oct 2026, 02:30 (CET)`. Names of days and months have three letters, for boards and
 * drawings in which columns are few.
 */
export function shortMoment(language: Language, iso: string, zone: string): string {
  const { hour, minute, timeZoneName, ...day } = partsOf(language, iso, zone);
  const which = isShownTwice(iso, zone) ? ` (${timeZoneName})` : '';
  return `${dayText(language, day)}, ${hour}:${minute}${which}`;
}

/** The same of something that has to be done by then. The end of a day is said as that day. */
export function shortDeadline(language: Language, iso: string, zone: string): string {
  const day = endedDay(iso, zone);
  if (day === undefined) return shortMoment(language, iso, zone);
  // Noon: no zone has a say in what day a day is.
  return dayText(language, partsOf(language, `${day}T12:00:00Z`, 'UTC'));
}

type Parts = Partial<Record<Intl.DateTimeFormatPartTypes, string>>;

function dayText(language: Language, { weekday = '', day = '', month = '', year = '' }: Parts): string {
  // ICU writes the dots of short names in some versions and not in others.
  const [shortDay, shortMonth] = [weekday, month].map((name) => name.replace(/\.$/, '').slice(0, 3));
  return `${shortDay} ${day}${language === 'de' ? '.' : ''} ${shortMonth} ${year}`;
}

/** Making one takes far longer than using it, and a board of a long run needs one a line. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(language: Language, zone: string): Intl.DateTimeFormat {
  const key = `${language} ${zone}`;
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(localeOf[language], {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZoneName: 'short',
      timeZone: zone,
    });
  formats.set(key, format);
  return format;
}

function partsOf(language: Language, iso: string, zone: string): Parts {
  const parts = formatFor(language, zone).formatToParts(new Date(iso));
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}

const spans = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
] as const;

const names: Readonly<Record<Language, Readonly<Record<'d' | 'h' | 'm', readonly [string, string]>>>> = {
  de: { d: ['Tag', 'Tage'], h: ['Stunde', 'Stunden'], m: ['Minute', 'Minuten'] },
  en: { d: ['day', 'days'], h: ['hour', 'hours'], m: ['minute', 'minutes'] },
};

/** How long it is between two instants, in its greatest unit and rounded down: `3 days`, `1 hour`; in days from two on. */
export function roughSpan(language: Language, from: string, to: string): string {
  const ms = Math.abs(Date.parse(to) - Date.parse(from));
  for (const [unit, size] of spans) {
    const count = Math.floor(ms / size);
    if (unit === 'd' ? count >= 2 : count >= 1) return `${count} ${names[language][unit][count === 1 ? 0 : 1]}`;
  }
  return language === 'de' ? 'weniger als eine Minute' : 'less than a minute';
}
