import { holidaysOf } from './holidays.ts';

/** Says which public holiday a day is; null for a day that is none, or of a year that nobody knows. `day` is YYYY-MM-DD. */
export function holidayOn(code: string): (day: string) => string | null {
  const years = new Map<number, ReadonlyMap<string, string>>();
  return (day) => {
    const year = Number(day.slice(0, 4));
    let known = years.get(year);
    if (known === undefined) {
      known = new Map(holidaysOf(code, year).map((holiday) => [holiday.day, holiday.name]));
      years.set(year, known);
    }
    return known.get(day) ?? null;
  };
}
