import type { FactLanguage } from '../../../model/platform.ts';
import { textWidth } from '../../draw/svg/measure-text.ts';
import { axisLabels, shortestLabel } from './axis-labels.ts';
import { type AxisUnit, axisStarts } from './axis-starts.ts';
import type { TimeScale } from './time-scale.ts';

export interface AxisCell {
  readonly left: number;
  readonly right: number;
  /** The longest that fits; '' where none does. */
  readonly label: string;
}

/** One line of the axis: months, weeks, days. */
export interface AxisBand {
  readonly unit: AxisUnit;
  readonly cells: readonly AxisCell[];
}

export const AXIS_SIZE = 11;
const PADDING = 5;
/** More says nothing that is not already said. */
const MOST_BANDS = 3;

const days = { year: 365, month: 30, week: 7, day: 1, hour: 1 / 24 } as const;

/** From the coarsest on, in how many units at once a band may count where single ones leave no room for words. */
const steps: readonly (readonly [AxisUnit, readonly number[]])[] = [
  ['year', [1]],
  ['month', [1, 3]],
  ['week', [1, 2, 4]],
  ['day', [1, 7]],
  ['hour', [1, 2, 3, 6]],
];

/** The lines of an axis, the coarsest first. Each word stands within its own cell, so that none can touch another. */
export function axisBands(scale: TimeScale, language: FactLanguage): readonly AxisBand[] {
  const fitting = steps.flatMap(([unit, counts]) => {
    const room = textWidth(shortestLabel(unit, language), AXIS_SIZE) + 2 * PADDING;
    const count = counts.find((one) => one * days[unit] * scale.pxPerDay >= room);
    return count === undefined ? [] : [{ unit, count }];
  });
  return fitting.slice(-MOST_BANDS).map(({ unit, count }) => ({ unit, cells: cellsOf(unit, count, scale, language) }));
}

function cellsOf(unit: AxisUnit, count: number, scale: TimeScale, language: FactLanguage): readonly AxisCell[] {
  const starts = axisStarts(unit, count, scale);
  return starts.flatMap(({ ms, day }, at) => {
    const [from, to] = [Math.max(ms, scale.fromMs), Math.min(starts[at + 1]?.ms ?? scale.toMs, scale.toMs)];
    if (to <= from) return [];
    const [left, right] = [scale.x(from), scale.x(to)];
    // The 30th must not stand where the 2nd is: a date that names the cell's first day is left out where that day is.
    const isNamed = ms >= scale.fromMs || count === 1;
    const labels = isNamed ? axisLabels(unit, { ms, day }, scale.zone, language) : [];
    const label = labels.find((one) => textWidth(one, AXIS_SIZE) + 2 * PADDING - 2 <= right - left) ?? '';
    return [{ left, right, label }];
  });
}
