import { localeOf } from './local-format.ts';
import { endedDay, isShownTwice } from './zoned-time.ts';

type Language = keyof typeof localeOf;

/** `Fr., 4. Dezember 2026`, in English `Fri, 4 December 2026`. `day` is YYYY-MM-DD. */
export function calendarDayIn(language: Language, day: string): string {
  // Noon: no zone has a say in what day a day is.
  return dayText(language, partsOf(language, `${day}T12:00:00Z`, 'UTC'));
}

/**
 * An instant (UTC ISO 8601) as the clocks of a zone show it: `Fr., 4. Dezember 2026, 09:00 Uhr (Berlin)`, in English
 * `Fri, 4 December 2026, 09:00 (Berlin)`. Where the clocks show that time twice, it says which one: `(Berlin, MEZ)`.
 */
export function zonedMomentIn(language: Language, instant: string, zone: string): string {
  const { hour = '', minute = '', ...day } = partsOf(language, instant, zone);
  const which = isShownTwice(instant, zone) ? `, ${zoneShort(language, instant, zone)}` : '';
  const clock = language === 'de' ? `${hour}:${minute} Uhr` : `${hour}:${minute}`;
  return `${dayText(language, day)}, ${clock} (${placeOf(zone)}${which})`;
}

/** A moment by which something has to be done. Midnight is the end of the day before it, and is said as that day. */
export function deadlineIn(language: Language, instant: string, zone: string): string {
  const day = endedDay(instant, zone);
  return day === undefined ? zonedMomentIn(language, instant, zone) : calendarDayIn(language, day);
}

/** `Europe/Berlin` → `Berlin`, `America/New_York` → `New York`. */
function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

type Parts = Partial<Record<Intl.DateTimeFormatPartTypes, string>>;

function dayText(language: Language, { weekday = '', day = '', month = '', year = '' }: Parts): string {
  // ICU writes the dot in some versions and not in others.
  const short = weekday.replace(/\.$/, '');
  return language === 'de' ? `${short}., ${day}. ${month} ${year}` : `${short}, ${day} ${month} ${year}`;
}

function partsOf(language: Language, instant: string, zone: string): Parts {
  const format = new Intl.DateTimeFormat(localeOf[language], {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  });
  return Object.fromEntries(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
}

function zoneShort(language: Language, instant: string, zone: string): string {
  const format = new Intl.DateTimeFormat(localeOf[language], { timeZone: zone, timeZoneName: 'short' });
  return format.formatToParts(new Date(instant)).find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}
