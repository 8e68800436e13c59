import type { Claim, DateClaim } from './claim.ts';

/** Whether two claims say the same, as far as each says anything: `31 December` is `Thursday, 31 December 2026`. */
export function isSameClaim(one: Claim, other: Claim): boolean {
  if (one.kind === 'date' || other.kind === 'date') {
    return one.kind === 'date' && other.kind === 'date' && isSameDay(one, other) && isRightWeekday(one, other.year);
  }
  return one.kind === other.kind && one.value === other.value;
}

export function isSameDay(one: DateClaim, other: DateClaim): boolean {
  const sameYear = one.year === null || other.year === null || one.year === other.year;
  return one.day === other.day && one.month === other.month && sameYear;
}

/** Whether the weekday is the one of that day; true where none is said. @param year of a date that does not say its own */
export function isRightWeekday({ weekday, year, month, day }: DateClaim, otherYear: number | null = null): boolean {
  const whole = year ?? otherYear;
  if (weekday === null || whole === null) return true;
  return new Date(Date.UTC(whole, month - 1, day)).getUTCDay() === weekday;
}

/** Whether there is such a day at all; 29 February without a year is one. */
export function isDay({ year, month, day }: DateClaim): boolean {
  const at = new Date(Date.UTC(year ?? 2028, month - 1, day));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
}

/** `2026-12-31`; null where no year is said and none is given. */
export function dayOf({ year, month, day }: DateClaim, otherYear: number | null = null): string | null {
  const whole = year ?? otherYear;
  if (whole === null) return null;
  return `${whole}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The year that a day without one means: the one in which its month lies nearest to the last day, YYYY-MM-DD. */
export function yearNear(month: number, lastDay: string): number {
  const year = Number(lastDay.slice(0, 4));
  const distance = month - Number(lastDay.slice(5, 7));
  return distance > 6 ? year - 1 : distance < -6 ? year + 1 : year;
}
