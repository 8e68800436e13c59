/** Whether people work on a day, `2026-11-26`. */
export type IsWorkingDay = (day: string) => boolean;

const DAY_MS = 86_400_000;

/** From 1, Monday, to 7, Sunday. `day` is YYYY-MM-DD. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** The day that comes `days` after another one, or before it. */
export function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Monday to Friday, for where no holidays are known or asked for. */
export function isMondayToFriday(day: string): boolean {
  return weekdayOf(day) <= 5;
}

/** No country rests that long: who asks has no working days at all. */
const LONGEST_REST_DAYS = 60;

/**
 * The `count`th working day after a day, or before it when `count` is negative; the day itself is never counted, whatever it
 * is. 0 is the day itself.
 */
export function shiftWorkingDays(day: string, count: number, isWorkingDay: IsWorkingDay): string {
  const step = Math.sign(count);
  let [left, at, rested] = [Math.abs(count), day, 0];
  while (left > 0) {
    at = shiftDay(at, step);
    const works = isWorkingDay(at);
    rested = works ? 0 : rested + 1;
    if (works) left -= 1;
    else if (rested > LONGEST_REST_DAYS) throw new RangeError(`There is no working day near ${at}.`);
  }
  return at;
}
