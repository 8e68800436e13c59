import type { DrawnStep } from '../step-graph.ts';

/** More beside each other go over the edge of a screen and of paper: the next ones begin a row of their own. */
const MOST_IN_A_ROW = 4;

/** A name that no step can have: ids have no spaces. */
export const LINE = 'the line';

/** Rows from 0 on, by id; the line across, where there is one, has a row of its own as `LINE`. */
export function rowsOf(steps: readonly DrawnStep[]): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  const counts: number[] = [];
  let first = 0;
  for (const { id, needs, isBeyond } of steps) {
    if (isBeyond && !rows.has(LINE)) {
      rows.set(LINE, counts.length);
      first = counts.length + 1;
    }
    let row = Math.max(first, ...needs.map((need) => (rows.get(need) ?? -1) + 1));
    while ((counts[row] ?? 0) >= MOST_IN_A_ROW) row += 1;
    for (let at = counts.length; at <= row; at += 1) counts[at] = 0;
    counts[row] = (counts[row] ?? 0) + 1;
    rows.set(id, row);
  }
  return rows;
}
