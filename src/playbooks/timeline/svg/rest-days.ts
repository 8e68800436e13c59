import { shiftDay, weekdayOf } from '../../../base/working-days.ts';
import { dayAt, endOfDay, startOfDay } from '../../../base/zoned-time.ts';
import type { Holiday } from '../../../model/run/holidays/holiday-rule.ts';
import { holidaysOf } from '../../../model/run/holidays/holidays.ts';
import type { TimeScale } from './time-scale.ts';

/** Days on end on which nobody works. */
export interface Rest {
  readonly fromMs: number;
  readonly toMs: number;
  /** '' for a weekend. */
  readonly name: string;
}

/**
 * The public holidays between two days, both included, in order; [] where nobody said whose.
 * @throws KnownError `holidays.unknown`, `holidays.unknown-year`
 */
export function holidaysWithin(code: string | null, first: string, last: string): readonly Holiday[] {
  if (code === null) return [];
  const years: number[] = [];
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year += 1) years.push(year);
  return years.flatMap((year) => holidaysOf(code, year)).filter(({ day }) => day >= first && day <= last);
}

/** Weekends as one each, holidays one by one. */
export function restDays(scale: TimeScale, holidays: readonly Holiday[]): readonly Rest[] {
  const { zone, fromMs, toMs } = scale;
  const first = dayAt(new Date(fromMs).toISOString(), zone);
  const last = dayAt(new Date(toMs - 1).toISOString(), zone);
  const names = new Map(holidays.map(({ day, name }) => [day, name]));
  const rests: Rest[] = [];
  for (let day = first; day <= last; day = shiftDay(day, 1)) {
    const name = names.get(day);
    if (name === undefined && weekdayOf(day) <= 5) continue;
    const [startMs, endMs] = [startOfDay(day, zone), endOfDay(day, zone)].map(Date.parse);
    rests.push({
      fromMs: Math.max(fromMs, startMs ?? fromMs),
      toMs: Math.min(toMs, endMs ?? toMs),
      name: name ?? '',
    });
  }
  return rests;
}
