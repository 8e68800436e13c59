import type { TimelineKind, TimelineStep } from '../../../model/playbook/timeline.ts';
import { round } from '../../draw/svg/node-shape.ts';

export type MarkShape = 'bar' | 'moment' | 'day';

/** Where a step is drawn: `y` is its middle. */
export interface Mark {
  readonly shape: MarkShape;
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

export const MARK_HEIGHT = 13;
/** A bar narrower than that cannot be told from a line. */
const LEAST_BAR = 9;
const HALF = MARK_HEIGHT / 2;

/** A bar for what takes time, a square for what is a day and too narrow for a bar, a diamond for what is a moment. */
export function markOf(step: TimelineStep, x: (ms: number) => number, y: number): Mark {
  const [from, to] = [x(Date.parse(step.startsAt)), x(Date.parse(step.endsAt))];
  if (to - from >= LEAST_BAR) return { shape: 'bar', left: from, right: to, y };
  const middle = step.isWholeDay ? (from + to) / 2 : from;
  const half = step.isWholeDay ? HALF - 1.5 : HALF + 0.5;
  return { shape: step.isWholeDay ? 'day' : 'moment', left: middle - half, right: middle + half, y };
}

/** The classes of a step's drawing. Its pattern is told by them, and by its shape where patterns are not seen. */
export function markClasses({
  kind,
  isIrreversible,
  isCritical,
}: Pick<TimelineStep, 'kind' | 'isIrreversible' | 'isCritical'>): string {
  return [kind, ...(isIrreversible ? ['irreversible'] : []), ...(isCritical ? ['critical'] : [])].join(' ');
}

/** The drawing itself, without its group. */
export function markSvg(mark: Mark, kind: TimelineKind, isIrreversible: boolean, isWholeDay: boolean): string {
  const outer = `<path class="mark" d="${outline(mark, kind, isIrreversible, 0)}"/>`;
  const inner = isIrreversible ? `<path class="inner" d="${outline(mark, kind, true, 3)}"/>` : '';
  const caps = mark.shape === 'bar' && isWholeDay ? capsOf(mark) : '';
  return `${outer}${inner}${kind === 'approval' && !isIrreversible ? check(mark) : ''}${caps}`;
}

/** `by` pixels within the outermost line. */
function outline(mark: Mark, kind: TimelineKind, isIrreversible: boolean, by: number): string {
  const { shape, y } = mark;
  const [left, right, half] = [mark.left + by, mark.right - by, HALF - by];
  if (shape === 'moment') {
    const middle = (left + right) / 2;
    const reach = (right - left) / 2 + (by > 0 ? -0.6 : 1);
    return points([
      [middle, y - reach],
      [middle + reach, y],
      [middle, y + reach],
      [middle - reach, y],
    ]);
  }
  const cut = cutOf(kind, isIrreversible, shape, half, right - left);
  if (cut.isRound) {
    return `M${round(left + half)} ${round(y - half)}H${round(right - half)}a${half} ${half} 0 0 1 0 ${2 * half}H${round(left + half)}a${half} ${half} 0 0 1 0 ${-2 * half}Z`;
  }
  const { x: dx, y: dy } = cut;
  return points([
    [left + dx, y - half],
    [right - dx, y - half],
    [right, y - half + dy],
    [right, y + half - dy],
    [right - dx, y + half],
    [left + dx, y + half],
    [left, y + half - dy],
    [left, y - half + dy],
  ]);
}

/** How a bar ends: straight, pointed, round, or with its corners cut off. */
function cutOf(kind: TimelineKind, isIrreversible: boolean, shape: MarkShape, half: number, width: number) {
  const straight = { isRound: false, x: 0, y: 0 };
  if (isIrreversible) return { isRound: false, x: Math.min(4, width / 4), y: Math.min(4, half) };
  if (shape === 'day') return straight;
  if (kind === 'approval') return { isRound: false, x: Math.min(half, width / 3), y: half };
  if (kind === 'wait' && width > 2 * half + 1) return { isRound: true, x: 0, y: 0 };
  return straight;
}

function points(all: readonly (readonly [number, number])[]): string {
  return `M${all.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}Z`;
}

function check({ left, right, y }: Mark): string {
  const middle = round((left + right) / 2);
  return `<path class="check" d="M${round(middle - 3)} ${round(y)}l2.2 2.5 4-5"/>`;
}

/** They stand for the edges of the day: within them it may be at any hour. */
function capsOf({ left, right, y }: Mark): string {
  const [top, bottom] = [round(y - HALF - 2.5), round(y + HALF + 2.5)];
  return `<path class="cap" d="M${round(left)} ${top}V${bottom}M${round(right)} ${top}V${bottom}"/>`;
}
