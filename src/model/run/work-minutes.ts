import type { CalendarDuration } from '../../base/calendar-duration.ts';

/** Of a person's working day. */
export const WORK_DAY_MINUTES = 8 * 60;
const DAYS_A_WEEK = 5;
const DAYS_A_MONTH = 21;
const MONTHS_A_YEAR = 12;

/** A person's work in minutes. Days of work are working days, whatever unit they are written in: five a week, 21 a month. */
export function workMinutes({ years, months, weeks, days, workingDays, exactMs }: CalendarDuration): number {
  const whole = (years * MONTHS_A_YEAR + months) * DAYS_A_MONTH + weeks * DAYS_A_WEEK + days + workingDays;
  return whole * WORK_DAY_MINUTES + Math.round(exactMs / 60_000);
}
