import type { GanttRow, GroupRow } from './gantt-rows.ts';

/** A landscape sheet of A4 between margins of 10 mm is 277 × 190 mm; both numbers are five times that. */
export const SHEET_WIDTH = 1385;
export const SHEET_HEIGHT = 950;
/** A plan that is taller than a sheet by no more than that is made smaller instead of being cut in two. */
const SHRINK = 1.2;

/** What stands on a sheet besides its rows, in pixels. */
export interface Around {
  readonly first: number;
  /** On each further one, whose head is shorter. */
  readonly further: number;
}

/** Rows sheet by sheet. A channel that goes on over the edge is named again, and none is named at the foot of a sheet. */
export function sheetsOfRows(
  rows: readonly GanttRow[],
  around: Around,
  continued: string,
): readonly (readonly GanttRow[])[] {
  if (around.first + heightOf(rows) <= SHEET_HEIGHT * SHRINK) return [rows];
  const sheets: GanttRow[][] = [[]];
  let group: GroupRow | null = null;
  let room = SHEET_HEIGHT - around.first;
  for (const [at, row] of rows.entries()) {
    if (row.kind === 'group') group = row;
    if (neededBy(row, rows[at + 1]) > room) {
      const head = row === group ? [] : headsAgain(group, continued);
      sheets.push([...head]);
      room = SHEET_HEIGHT - around.further - heightOf(head);
    }
    sheets.at(-1)?.push(row);
    room -= row.height;
  }
  return sheets;
}

/** The name of a channel needs room for a step of it as well. */
function neededBy(row: GanttRow, following: GanttRow | undefined): number {
  return row.height + (row.kind === 'group' ? (following?.height ?? 0) : 0);
}

function headsAgain(group: GroupRow | null, continued: string): readonly GroupRow[] {
  return group === null ? [] : [{ ...group, title: `${group.title} (${continued})` }];
}

export function heightOf(rows: readonly GanttRow[]): number {
  return rows.reduce((sum, { height }) => sum + height, 0);
}
