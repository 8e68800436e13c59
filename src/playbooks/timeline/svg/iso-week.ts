import { shiftDay, weekdayOf } from '../../../base/working-days.ts';

/** The number of the week that a day is in, 1 to 53: the week belongs to the year of its Thursday. @see ISO 8601 */
export function isoWeekOf(day: string): number {
  const thursday = shiftDay(day, 4 - weekdayOf(day));
  const newYear = `${thursday.slice(0, 4)}-01-01`;
  return 1 + Math.floor((Date.parse(thursday) - Date.parse(newYear)) / (7 * 86_400_000));
}

/** The Monday of the week that a day is in. */
export function mondayOf(day: string): string {
  return shiftDay(day, 1 - weekdayOf(day));
}
