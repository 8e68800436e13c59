import { shortMoment } from '../../../base/short-moment.ts';
import { dayAt, endedDay, startOfDay } from '../../../base/zoned-time.ts';
import type { FactLanguage } from '../../../model/platform.ts';
import type { TimelineStep } from '../../../model/playbook/timeline.ts';

const clocks = new Map<string, Intl.DateTimeFormat>();

/** `09:00`, as the clocks of a zone show it. */
export function clockTime(iso: string, zone: string): string {
  const format =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone });
  clocks.set(zone, format);
  return format.format(new Date(iso));
}

/** The first and the last day of a step; midnight is the end of the day before it. */
export function daysOfStep(
  { startsAt, endsAt }: Pick<TimelineStep, 'startsAt' | 'endsAt'>,
  zone: string,
): { readonly first: string; readonly last: string } {
  const first = dayAt(startsAt, zone);
  const last = endedDay(endsAt, zone) ?? dayAt(endsAt, zone);
  // A day that begins and ends at its midnight is that day, and not the one before.
  const isBackwards = last < first;
  return { first, last: isBackwards ? first : last };
}

/** `Mon 7 Dec`, without the year, which stands on the axis. */
export function dayShort(language: FactLanguage, day: string, zone: string): string {
  return withoutYear(shortMoment(language, startOfDay(day, zone), zone)).replace(/,.*$/, '');
}

/** `Mon 7 Dec, 09:00`; `7 Dec – 11 Dec` where it is several days; only the hours in a plan that is looked at by the hour. */
export function whenShort(language: FactLanguage, step: TimelineStep, zone: string, isHourly: boolean): string {
  const { first, last } = daysOfStep(step, zone);
  if (isHourly && !step.isWholeDay) {
    const [from, to] = [clockTime(step.startsAt, zone), clockTime(step.endsAt, zone)];
    return step.startsAt === step.endsAt ? from : `${from} – ${to}`;
  }
  if (first !== last) return [first, last].map((day) => dayShort(language, day, zone).replace(/^\S+ /, '')).join(' – ');
  return step.isWholeDay ? dayShort(language, first, zone) : withoutYear(shortMoment(language, step.startsAt, zone));
}

/** When a step is due, as short as a column needs it: `11 Dec`, or only the hour in a plan that is looked at by the hour. */
export function dueShort(
  language: FactLanguage,
  { dueAt }: Pick<TimelineStep, 'dueAt'>,
  zone: string,
  isHourly: boolean,
): string {
  if (dueAt === null) return '';
  const day = endedDay(dueAt, zone);
  if (isHourly && day === undefined) return clockTime(dueAt, zone);
  return dayShort(language, day ?? dayAt(dueAt, zone), zone).replace(/^\S+ /, '');
}

function withoutYear(text: string): string {
  return text.replace(/ \d{4}(?=,|$)/, '');
}
