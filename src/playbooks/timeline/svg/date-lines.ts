import { shortMoment } from '../../../base/short-moment.ts';
import { dayAt } from '../../../base/zoned-time.ts';
import type { FactLanguage } from '../../../model/platform.ts';
import type { Timeline } from '../../../model/playbook/timeline.ts';
import { textWidth } from '../../draw/svg/measure-text.ts';
import { ganttWords } from './gantt-words.ts';
import { dayShort } from './plan-dates.ts';
import type { TimeScale } from './time-scale.ts';

export type LineKind = 'no-return' | 'last-moment' | 'today';

/** A date that goes down through all rows, with its words above them. */
export interface DateLine {
  readonly kind: LineKind;
  readonly x: number;
  readonly label: string;
}

export interface PlacedLine extends DateLine {
  /** From 0, the uppermost. */
  readonly row: number;
  readonly textLeft: number;
  readonly textRight: number;
  /** The words end at the line instead of beginning there. */
  readonly isBefore: boolean;
}

export const LABEL_SIZE = 11.5;
const GAP = 6;

/** The dates that count, of those that lie within the plan. */
export function dateLines(timeline: Timeline, scale: TimeScale, language: FactLanguage): readonly DateLine[] {
  const words = ganttWords[language];
  const { pointOfNoReturn, lastMomentToStop, madeAt, timezone: zone } = timeline;
  const at = (iso: string): string => shortMoment(language, iso, zone);
  const all = [
    { kind: 'last-moment', iso: lastMomentToStop?.at, says: (iso: string) => `${words.lastMoment}: ${at(iso)}` },
    { kind: 'no-return', iso: pointOfNoReturn?.at, says: (iso: string) => `${words.noReturn}: ${at(iso)}` },
    {
      kind: 'today',
      iso: madeAt,
      says: (iso: string) => `${words.today}, ${dayShort(language, dayAt(iso, zone), zone)}`,
    },
  ] as const;
  return all.flatMap(({ kind, iso, says }) => {
    const ms = iso === undefined ? Number.NaN : Date.parse(iso);
    if (iso === undefined || !(ms >= scale.fromMs && ms <= scale.toMs)) return [];
    return [{ kind, x: scale.x(ms), label: says(iso) }];
  });
}

/** Each label in a row of its own, so placed that as few lines as can be go through the words of another. */
export function placeLines(lines: readonly DateLine[], left: number, right: number): readonly PlacedLine[] {
  const orders = permutations(lines.map((_, at) => at));
  const sides = Array.from({ length: 2 ** lines.length }, (_, bits) => lines.map((__, at) => (bits >> at) & 1));
  let best: readonly PlacedLine[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const order of orders) {
    for (const side of sides) {
      const placed = lines.map((line, at) => place(line, order[at] ?? at, side[at] === 1, left, right));
      const cost = 10 * crossings(placed) + moved(placed) + side.reduce((sum, one) => sum + one, 0);
      if (cost < least) [best, least] = [placed, cost];
    }
  }
  return best;
}

function place(line: DateLine, row: number, isBefore: boolean, left: number, right: number): PlacedLine {
  const width = textWidth(line.label, LABEL_SIZE, true);
  const wanted = isBefore ? line.x - GAP - width : line.x + GAP;
  const textLeft = Math.max(left, Math.min(wanted, right - width));
  return { ...line, row, textLeft, textRight: textLeft + width, isBefore };
}

/** How often a line that comes from a row above goes through the words of a row below, or through its own. */
function crossings(placed: readonly PlacedLine[]): number {
  return placed.reduce((sum, one) => {
    const through = placed.filter(({ x, row }) => row <= one.row && x > one.textLeft - 3 && x < one.textRight + 3);
    return sum + through.length;
  }, 0);
}

function moved(placed: readonly PlacedLine[]): number {
  return placed.filter(({ x, textLeft, textRight }) => textLeft > x + GAP + 1 || textRight < x - GAP - 1).length * 5;
}

function permutations(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) => permutations(items.filter((one) => one !== item)).map((rest) => [item, ...rest]));
}
