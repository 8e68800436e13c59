import type { FactLanguage } from '../../../model/platform.ts';
import { round, textAt } from '../../draw/svg/node-shape.ts';
import type { AxisBand } from './axis-bands.ts';
import { axisSvg, BAND_HEIGHT, backSvg } from './axis-svg.ts';
import { criticalArrows, type PlacedMark } from './critical-arrows.ts';
import type { PlacedLine } from './date-lines.ts';
import type { GanttRow, StepRow } from './gantt-rows.ts';
import { heightOf } from './gantt-sheets.ts';
import { ganttWords } from './gantt-words.ts';
import type { Rest } from './rest-days.ts';
import { groupRowSvg, rowBack, stepRowSvg } from './row-svg.ts';
import { markOf } from './step-mark.ts';
import type { TimeScale } from './time-scale.ts';

/** What all sheets of a plan share. */
export interface Chart {
  readonly scale: TimeScale;
  readonly bands: readonly AxisBand[];
  readonly rests: readonly Rest[];
  readonly lines: readonly PlacedLine[];
  readonly criticalPath: readonly string[];
  readonly language: FactLanguage;
}

const LABEL_ROW = 17;

/** Of axis and labels, without the rows. */
export function chartTop({ bands, lines }: Pick<Chart, 'bands' | 'lines'>): number {
  return bands.length * BAND_HEIGHT + (lines.length === 0 ? 0 : lines.length * LABEL_ROW + 5);
}

/** The axis, the rows below it, and the dates through all of them. */
export function chartSvg(rows: readonly GanttRow[], chart: Chart, top: number): string {
  const { scale, bands, rests, lines, criticalPath, language } = chart;
  const stripTop = top + bands.length * BAND_HEIGHT;
  const rowsTop = top + chartTop(chart);
  const bottom = rowsTop + heightOf(rows);
  const placed = placeRows(rows, rowsTop);
  const marks: readonly PlacedMark[] = placed.flatMap(({ row, y }) =>
    row.kind === 'step'
      ? [{ id: row.step.id, mark: markOf(row.step, scale.x, middleOf(row, y)), top: y, bottom: y + row.height }]
      : [],
  );
  const markById = new Map(marks.map((one) => [one.id, one.mark]));
  const backs = placed.map(({ row, y }) =>
    rowBack(row.kind === 'step' && row.step.isIrreversible, y, row.height, scale.right),
  );
  const drawn = placed.map(({ row, y }) => {
    if (row.kind === 'group') return groupRowSvg(row, y, scale);
    const mark = markById.get(row.step.id);
    return mark === undefined ? '' : stepRowSvg(row, y, mark, scale, language);
  });
  return `${backs.join('')}
${backSvg(bands, rests, scale, rowsTop, bottom)}
${axisSvg(bands, scale, top, ganttWords[language])}
${lines.map((line) => lineSvg(line, stripTop, bottom)).join('')}
${criticalArrows(criticalPath, marks)}
${drawn.join('\n')}
${lines.map((line) => labelSvg(line, stripTop)).join('\n')}
<path class="axis-line" d="M28 ${bottom}H${scale.right}M${scale.left} ${rowsTop}V${bottom}M${scale.right} ${top}V${bottom}"/>`;
}

function placeRows(rows: readonly GanttRow[], top: number) {
  let y = top;
  return rows.map((row) => {
    const placed = { row, y };
    y += row.height;
    return placed;
  });
}

function middleOf({ height }: StepRow, top: number): number {
  return round(top + height / 2);
}

function lineSvg({ kind, x, row }: PlacedLine, top: number, bottom: number): string {
  return `<path class="line-${kind}" d="M${round(x)} ${top + row * LABEL_ROW + 3}V${bottom}"/>`;
}

/** Words are set from the side on which their line is: how wide they will be is only about known. */
function labelSvg({ kind, row, textLeft, textRight, isBefore, label }: PlacedLine, top: number): string {
  const names = `line-label ${kind}${isBefore ? ' before' : ''}`;
  return textAt(names, isBefore ? textRight : textLeft, top + row * LABEL_ROW + 15, label);
}
