import { Temporal } from 'temporal-polyfill';
import type { CalendarDuration } from './calendar-duration.ts';
import { type IsWorkingDay, shiftDay, shiftWorkingDays } from './working-days.ts';

// Instants are UTC ISO 8601 to the millisecond, days YYYY-MM-DD, local times YYYY-MM-DDTHH:MM[:SS], zones IANA names. A local
// time that the clocks skip is the one after the gap that is as far on (02:30 is 03:30); one that they show twice is the first.

/** The zone that this machine is set to. */
export function localZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The first moment of a day: 00:00, or later where the clocks skip midnight. */
export function startOfDay(day: string, zone: string): string {
  return iso(Temporal.PlainDate.from(day).toZonedDateTime(zone));
}

/** The first moment after a day. */
export function endOfDay(day: string, zone: string): string {
  return iso(Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone));
}

/** The day that it is somewhere at an instant. */
export function dayAt(instant: string, zone: string): string {
  return zoned(instant, zone).toPlainDate().toString();
}

/** The day that ends at an instant in a zone; undefined when no day does. */
export function endedDay(instant: string, zone: string): string | undefined {
  const day = dayAt(instant, zone);
  return startOfDay(day, zone) === new Date(instant).toISOString() ? shiftDay(day, -1) : undefined;
}

/** When the clocks of a zone show a local time. */
export function localToInstant(local: string, zone: string): string {
  return iso(Temporal.PlainDateTime.from(local).toZonedDateTime(zone));
}

/** What the clocks of a zone show at an instant: `2027-01-31T10:00`. */
export function localTimeAt(instant: string, zone: string): string {
  return zoned(instant, zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** True where the clocks of the zone skip a local time, because they are set forward. */
export function isSkipped(local: string, zone: string): boolean {
  const wall = Temporal.PlainDateTime.from(local);
  return !wall.toZonedDateTime(zone).toPlainDateTime().equals(wall);
}

/** True where the clocks of the zone show the time of this instant twice, because they are set back. */
export function isShownTwice(instant: string, zone: string): boolean {
  const here = zoned(instant, zone);
  const wall = here.toPlainDateTime();
  const offsets = (['earlier', 'later'] as const).map(
    (disambiguation) => wall.toZonedDateTime(zone, { disambiguation }).epochMilliseconds,
  );
  return offsets[0] !== offsets[1];
}

/**
 * A moment and a duration, forwards (1) or backwards (-1). Days, weeks, months, years and working days keep the local time, so
 * that a day has 23, 24 or 25 hours; then come hours and minutes, which are always as long. 31 January and a month is the last
 * day of February.
 */
export function shiftInstant(
  instant: string,
  duration: CalendarDuration,
  sign: 1 | -1,
  zone: string,
  isWorkingDay: IsWorkingDay,
): string {
  const { years, months, weeks, days, workingDays, exactMs } = duration;
  const byCalendar = zoned(instant, zone)[sign === 1 ? 'add' : 'subtract']({ years, months, weeks, days });
  const moved = workingDays === 0 ? byCalendar : onWorkingDay(byCalendar, sign * workingDays, isWorkingDay);
  return new Date(moved.epochMilliseconds + sign * exactMs).toISOString();
}

function onWorkingDay(from: Temporal.ZonedDateTime, count: number, isWorkingDay: IsWorkingDay): Temporal.ZonedDateTime {
  const day = shiftWorkingDays(from.toPlainDate().toString(), count, isWorkingDay);
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: from.timeZoneId, plainTime: from.toPlainTime() });
}

/**
 * A day and a duration of whole days, forwards (1) or backwards (-1); no zone has a say in it.
 * @throws RangeError for hours and minutes, which make a moment of a day
 */
export function shiftWholeDay(
  day: string,
  { years, months, weeks, days, workingDays, exactMs }: CalendarDuration,
  sign: 1 | -1,
  isWorkingDay: IsWorkingDay,
): string {
  if (exactMs !== 0) throw new RangeError('Hours added to a day make a moment of it.');
  const moved = Temporal.PlainDate.from(day)[sign === 1 ? 'add' : 'subtract']({ years, months, weeks, days });
  return shiftWorkingDays(moved.toString(), sign * workingDays, isWorkingDay);
}

function zoned(instant: string, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
}

function iso({ epochMilliseconds }: Temporal.ZonedDateTime): string {
  return new Date(epochMilliseconds).toISOString();
}

/** The day, ISO week, month or year that a day belongs to: `2026-11-27`, `2026-W48`, `2026-11`, `2026`. */
export function periodOfDay(day: string, period: 'daily' | 'weekly' | 'monthly' | 'yearly'): string {
  if (period === 'daily') return day;
  if (period === 'monthly') return day.slice(0, -3);
  if (period === 'yearly') return day.slice(0, -6);
  const { yearOfWeek, weekOfYear } = Temporal.PlainDate.from(day);
  return `${yearOfWeek}-W${String(weekOfYear).padStart(2, '0')}`;
}

/** When the clocks of a zone show a local time; of one that they skip, the first moment after the gap. */
export function localOrAfterGap(local: string, zone: string): string {
  const wall = Temporal.PlainDateTime.from(local);
  const shown = wall.toZonedDateTime(zone);
  if (shown.toPlainDateTime().equals(wall)) return iso(shown);
  const before = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  return iso(before.getTimeZoneTransition('next') ?? shown);
}

/** How far the clocks of a zone are from UTC at an instant: `+02:00`. */
export function offsetAt(instant: string, zone: string): string {
  return zoned(instant, zone).offset;
}
