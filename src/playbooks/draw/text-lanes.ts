import { type DrawnStep, directNeeds } from './step-graph.ts';

/** What stands left of a step: lines from the steps it needs to it, and from it to those that need it. */
export interface LaneRows {
  /** Where lines meet, above the step; '' when there is nothing to join. */
  readonly above: string;
  /** Beside its title, its sign included. */
  readonly beside: string;
  /** Beside every further line of it. */
  readonly below: string;
  /** What crosses a line that is drawn above the step, in characters of that line. */
  readonly crossing: string;
}

interface Lane {
  readonly source: string;
  /** Steps still to come that need the source. */
  open: number;
}

/** Lines as they are drawn beside a list, one lane for each step that others still wait for. */
export function laneRows(
  steps: readonly DrawnStep[],
  signOf: (step: DrawnStep) => string,
): ReadonlyMap<string, LaneRows> {
  const needs = directNeeds(steps);
  const takers = new Map<string, number>();
  for (const from of [...needs.values()].flat()) takers.set(from, (takers.get(from) ?? 0) + 1);
  const lanes: (Lane | null)[] = [];
  const rows = new Map<string, LaneRows>();
  for (const step of steps) {
    rows.set(step.id, rowsOf(step, needs.get(step.id) ?? [], lanes, signOf(step), takers.get(step.id) ?? 0));
  }
  return rows;
}

function rowsOf(
  step: DrawnStep,
  needs: readonly string[],
  lanes: (Lane | null)[],
  sign: string,
  takers: number,
): LaneRows {
  const crossing = lanes.map((lane) => (lane === null ? '━━' : '┿━')).join('');
  const from = lanes.flatMap((lane, at) => (lane !== null && needs.includes(lane.source) ? [at] : []));
  for (const at of from) {
    const lane = lanes[at];
    if (lane !== null && lane !== undefined) lane.open -= 1;
  }
  const ended = from.filter((at) => lanes[at]?.open === 0);
  const own = ended[0] ?? freeLane(lanes);
  const above = from.length === 1 && from[0] === own ? '' : joined(lanes, from, own);
  for (const at of ended) lanes[at] = null;
  lanes[own] = { source: step.id, open: takers };
  const beside = lanes.map((lane, at) => (at === own ? sign : lane === null ? ' ' : '│')).join(' ');
  if (takers === 0) lanes[own] = null;
  const below = lanes.map((lane) => (lane === null ? ' ' : '│')).join(' ');
  while (lanes.length > 0 && lanes.at(-1) === null) lanes.pop();
  return { above, beside: beside.trimEnd(), below: below.trimEnd(), crossing };
}

function freeLane(lanes: readonly (Lane | null)[]): number {
  const free = lanes.indexOf(null);
  return free === -1 ? lanes.length : free;
}

/** One line of text in which the lanes a step comes from are led to its own. */
function joined(lanes: readonly (Lane | null)[], from: readonly number[], own: number): string {
  if (from.length === 0) return '';
  const [first, last] = [Math.min(...from, own), Math.max(...from, own)];
  const signs = Array.from({ length: Math.max(lanes.length, last + 1) }, (_, at) => {
    const isFrom = from.includes(at);
    const lane = lanes[at] ?? null;
    const [left, right] = [at > first && at <= last, at >= first && at < last];
    const isJoined = isFrom || at === own;
    // A lane that has nothing to do with it goes over the line: a crossing would look like a joint.
    if (!isJoined && lane !== null) return `│${right ? '─' : ' '}`;
    const down = at === own || (isFrom && (lane?.open ?? 0) > 0);
    return `${joint(isFrom, down, left, right)}${right ? '─' : ' '}`;
  });
  return signs.join('').trimEnd();
}

/** By which of its sides are lines: up 8, down 4, left 2, right 1. */
const joints = [...'   ─│╭╮┬│╰╯┴│├┤┼'];

function joint(...sides: readonly [up: boolean, down: boolean, left: boolean, right: boolean]): string {
  const bits = sides.reduce((sum, side) => 2 * sum + (side ? 1 : 0), 0);
  return joints[bits] ?? ' ';
}
