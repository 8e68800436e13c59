import { plainLine } from '../../../base/text-columns.ts';
import { dayAt } from '../../../base/zoned-time.ts';
import type { FactLanguage } from '../../../model/platform.ts';
import type { Timeline } from '../../../model/playbook/timeline.ts';
import { textAt } from '../../draw/svg/node-shape.ts';
import { xmlText } from '../../draw/svg/xml-text.ts';
import { axisBands } from './axis-bands.ts';
import { dateLines, placeLines } from './date-lines.ts';
import { describePlan } from './describe-plan.ts';
import { firstHead, furtherHead } from './gantt-head.ts';
import { ganttLegend } from './gantt-legend.ts';
import { columns, ganttRows } from './gantt-rows.ts';
import { type Chart, chartSvg, chartTop } from './gantt-sheet.ts';
import { heightOf, SHEET_HEIGHT, SHEET_WIDTH, sheetsOfRows } from './gantt-sheets.ts';
import { ganttDefs, ganttStyle } from './gantt-style.ts';
import { ganttWords } from './gantt-words.ts';
import { holidaysWithin, restDays } from './rest-days.ts';
import { timeScale } from './time-scale.ts';

const RIGHT = SHEET_WIDTH - columns.number.left;
const CHART_LEFT = columns.when.left + columns.when.width + 6;

/** A part of the drawing that is as large as a sheet of paper. */
export interface GanttSheet {
  /** Not a file yet: it has neither its style nor a root. */
  readonly svg: string;
  readonly height: number;
}

/**
 * A plan as a Gantt chart in one file that needs nothing else: no script, no font, no picture. Long plans are as many A4
 * landscape sheets below each other as they take, each with its own axis and legend. The same stands in it in words.
 * @throws KnownError `holidays.unknown`, `holidays.unknown-year`
 */
export function drawGantt(timeline: Timeline, language: FactLanguage): string {
  const sheets = ganttSheets(timeline, language);
  let height = 0;
  const placed = sheets.map((sheet) => {
    const svg = `<g transform="translate(0 ${height})">\n${sheet.svg}\n</g>`;
    height += sheet.height;
    return svg;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" class="gantt" lang="${language}" xml:lang="${language}" width="${SHEET_WIDTH}" height="${height}" viewBox="0 0 ${SHEET_WIDTH} ${height}" role="img" aria-labelledby="gantt-title gantt-description">
<title id="gantt-title">${xmlText(`${ganttWords[language].plan}: ${plainLine(timeline.title[language])}`)}</title>
<desc id="gantt-description">${xmlText(describePlan(timeline, language))}</desc>
<style>svg:root { background: #fff; color-scheme: light; }${ganttStyle}${printStyle(sheets.length)}</style>
${ganttDefs}
<rect class="sheet" width="${SHEET_WIDTH}" height="${height}"/>
${placed.join('\n')}
</svg>
`;
}

function printStyle(sheets: number): string {
  const size = sheets === 1 ? 'height: 99vh;' : 'height: auto;';
  return `@page { size: A4 landscape; margin: 10mm; }\n@media print { svg:root { width: 100%; ${size} } }\n`;
}

/** The same in parts, for where each is put on a page of its own. */
export function ganttSheets(timeline: Timeline, language: FactLanguage): readonly GanttSheet[] {
  const words = ganttWords[language];
  const head = firstHead(timeline, language, SHEET_WIDTH);
  if (timeline.steps.length === 0) {
    const svg = `${head.svg}\n${textAt('step-title', columns.number.left, head.height + 10, words.noSteps)}`;
    return [{ svg, height: head.height + 40 }];
  }
  const chart = chartOf(timeline, language);
  const rows = ganttRows(timeline, language, chart.scale.isHourly);
  const legend = ganttLegend(timeline, chart.holidays, language, SHEET_WIDTH);
  const briefly = ganttLegend(timeline, [], language, SHEET_WIDTH);
  const further = furtherHead(timeline, language, SHEET_WIDTH, '');
  const own = chartTop(chart) + 4;
  const sheets = sheetsOfRows(
    rows,
    { first: own + head.height + legend.height, further: own + further.height + briefly.height },
    words.continued,
  );
  return sheets.map((rowsOfSheet, at) => {
    const says = words.sheet(at + 1, sheets.length);
    const top = at === 0 ? head : furtherHead(timeline, language, SHEET_WIDTH, says);
    const below = at === 0 ? legend : briefly;
    const legendTop = top.height + chartTop(chart) + heightOf(rowsOfSheet);
    const svg = `${top.svg}\n${chartSvg(rowsOfSheet, chart, top.height)}\n<g transform="translate(0 ${legendTop})">${below.svg}</g>`;
    const isLast = at === sheets.length - 1;
    return { svg, height: isLast ? Math.ceil(legendTop + below.height + 4) : SHEET_HEIGHT };
  });
}

function chartOf(
  timeline: Timeline,
  language: FactLanguage,
): Chart & { readonly holidays: ReturnType<typeof holidaysWithin> } {
  const scale = timeScale(timeline, CHART_LEFT, RIGHT);
  const [first, last] = [scale.fromMs, scale.toMs - 1].map((ms) => dayAt(new Date(ms).toISOString(), scale.zone));
  const holidays = holidaysWithin(timeline.holidays, first ?? '', last ?? '');
  return {
    scale,
    bands: axisBands(scale, language),
    rests: restDays(scale, holidays),
    holidays,
    lines: placeLines(dateLines(timeline, scale, language), scale.left + 2, scale.right - 2),
    criticalPath: timeline.criticalPath,
    language,
  };
}
