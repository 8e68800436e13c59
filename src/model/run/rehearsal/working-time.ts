import { readCalendarDuration } from '../../../base/calendar-duration.ts';
import { type IsWorkingDay, shiftDay } from '../../../base/working-days.ts';
import { localToInstant, shiftInstant } from '../../../base/zoned-time.ts';
import { workingDaysOf } from '../holidays/holidays.ts';
import { type OpenHours, openHours, type ZoneDays, zoneDays } from '../open-hours.ts';
import type { RunPlan } from '../run-plan.ts';

/** When people of a run work: on working days from nine to five, as its zone has it. */
export interface WorkCalendar {
  /** IANA name. */
  readonly zone: string;
  readonly isWorkingDay: IsWorkingDay;
  readonly days: ZoneDays;
  readonly hours: OpenHours;
}

const MINUTE_MS = 60_000;

/** @throws KnownError `holidays.unknown` */
export function workCalendarOf({ timezone: zone, holidays }: Pick<RunPlan, 'timezone' | 'holidays'>): WorkCalendar {
  const days = zoneDays(zone);
  const isWorkingDay = workingDaysOf(holidays);
  return { zone, isWorkingDay, days, hours: openHours(days, isWorkingDay) };
}

/** A moment and a duration as playbooks write it, forwards. All moments here are UTC ISO 8601. @throws KnownError `duration.cannot-read` */
export function after(at: string, duration: string, { zone, isWorkingDay }: WorkCalendar): string {
  return shiftInstant(at, readCalendarDuration(duration), 1, zone, isWorkingDay);
}

/** The first moment from `at` on at which people work. */
export function nextWorkingMoment(at: string, { hours }: WorkCalendar): string {
  return iso(hours.next(Date.parse(at)));
}

/** Nine o'clock of the working day after the one that it is. */
export function nextMorning(at: string, { days, hours }: WorkCalendar): string {
  return iso(hours.next(days.closes(days.dayOf(Date.parse(at)))));
}

/** When so many minutes of work that begin at `at` are over. */
export function afterWork(at: string, minutes: number, { hours }: WorkCalendar): string {
  return iso(hours.after(Date.parse(at), minutes));
}

/** How much of the time between two moments people worked, in minutes. */
export function workMinutesBetween(from: string, to: string, calendar: WorkCalendar): number {
  let worked = 0;
  for (let at = nextWorkingMoment(from, calendar); at < to; at = nextMorning(at, calendar)) {
    const closes = iso(calendar.days.closes(calendar.days.dayOf(Date.parse(at))));
    worked += Date.parse(to < closes ? to : closes) - Date.parse(at);
  }
  return Math.round(worked / MINUTE_MS);
}

/** This day or the nearest working day, forwards (1) or backwards (-1). */
export function workingDayFrom(day: string, way: 1 | -1, { isWorkingDay }: WorkCalendar): string {
  let found = day;
  while (!isWorkingDay(found)) found = shiftDay(found, way);
  return found;
}

/** `HH:MM` of a day. */
export function atTime(day: string, time: string, { zone }: WorkCalendar): string {
  return localToInstant(`${day}T${time}`, zone);
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
