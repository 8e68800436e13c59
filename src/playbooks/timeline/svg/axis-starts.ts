import { shiftDay } from '../../../base/working-days.ts';
import { dayAt, localToInstant, startOfDay } from '../../../base/zoned-time.ts';
import { mondayOf } from './iso-week.ts';
import type { TimeScale } from './time-scale.ts';

export type AxisUnit = 'year' | 'month' | 'week' | 'day' | 'hour';

export interface AxisStart {
  readonly ms: number;
  readonly day: string;
}

/** When each `count`th unit begins where the plan is, from the one in which the scale begins to the last one within it. */
export function axisStarts(unit: AxisUnit, count: number, scale: TimeScale): readonly AxisStart[] {
  const first = dayAt(new Date(scale.fromMs).toISOString(), scale.zone);
  const last = dayAt(new Date(scale.toMs - 1).toISOString(), scale.zone);
  if (unit === 'hour') return hours(first, last, count, scale);
  return daysOf(unit, count, first, last).map((day) => ({ ms: Date.parse(startOfDay(day, scale.zone)), day }));
}

function daysOf(unit: Exclude<AxisUnit, 'hour'>, count: number, first: string, last: string): readonly string[] {
  const all: string[] = [];
  let day = firstOf(unit, count, first);
  while (day <= last) {
    all.push(day);
    day = next(unit, count, day);
  }
  return all;
}

function firstOf(unit: Exclude<AxisUnit, 'hour'>, count: number, day: string): string {
  if (unit === 'year') return `${day.slice(0, 4)}-01-01`;
  if (unit === 'week') return mondayOf(day);
  if (unit === 'day') return count === 7 ? mondayOf(day) : day;
  const month = Number(day.slice(5, 7));
  return `${day.slice(0, 4)}-${twoDigits(month - ((month - 1) % count))}-01`;
}

function next(unit: Exclude<AxisUnit, 'hour'>, count: number, day: string): string {
  if (unit === 'day') return shiftDay(day, count);
  if (unit === 'week') return shiftDay(day, 7 * count);
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + (unit === 'year' ? 12 : count);
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${twoDigits((months % 12) + 1)}-01`;
}

/** By the clocks there: an hour that they skip has no cell, and one that they show twice has a wide one. */
function hours(first: string, last: string, count: number, { zone, fromMs, toMs }: TimeScale): readonly AxisStart[] {
  const all: AxisStart[] = [];
  for (let day = first; day <= last; day = shiftDay(day, 1)) {
    for (let hour = 0; hour < 24; hour += count) {
      const ms = Date.parse(localToInstant(`${day}T${twoDigits(hour)}:00`, zone));
      if (ms > (all.at(-1)?.ms ?? Number.NEGATIVE_INFINITY) && ms < toMs) all.push({ ms, day });
    }
  }
  const begun = all.findLastIndex(({ ms }) => ms <= fromMs);
  return all.slice(Math.max(0, begun));
}

function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}
