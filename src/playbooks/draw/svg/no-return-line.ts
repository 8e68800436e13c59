import { wrapMeasured } from '../../../base/text-columns.ts';
import type { FactLanguage } from '../../../model/platform.ts';
import { drawWords } from '../draw-words.ts';
import type { StepGraph } from '../step-graph.ts';
import type { PlacedGraph } from './layout-graph.ts';
import { textWidth } from './measure-text.ts';
import { round, textAt } from './node-shape.ts';

/** Where the graph stands on its sheet. */
export interface Sheet {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly margin: number;
}

const MEANS = 12;
/** Less is no room for words. */
const LEAST_ROOM = 285;
const BESIDE = 14;

/** A red line from edge to edge, with what it means, and in a run whether it was passed. */
export function noReturnLine(graph: StepGraph, placed: PlacedGraph, sheet: Sheet, language: FactLanguage): string {
  const { lineY } = placed;
  if (lineY === null) return '';
  const words = drawWords[language];
  const { passed } = graph;
  const now =
    passed === undefined ? [] : [passed === null ? words.noReturnAhead : words.noReturnPassed(passed[language])];
  const { x, room } = roomForWords(placed, lineY, sheet);
  const lines = [words.noReturnMeans, ...now].flatMap((text) =>
    wrapMeasured(text, room, (piece) => textWidth(piece, MEANS)),
  );
  const y = sheet.top + lineY;
  return `<g class="no-return">
<path class="line" d="M0 ${round(y)}H${sheet.width}"/>
${textAt('line-label', x, y - 11, words.noReturn)}
${lines.map((text, at) => textAt('line-means', x, y + 19 + 15 * at, text)).join('\n')}
</g>
`;
}

/** Left of all arrows that cross the line, else right of them; over them where there is no room on either side. */
function roomForWords(
  { arrows }: PlacedGraph,
  lineY: number,
  { left, width, margin }: Sheet,
): { readonly x: number; readonly room: number } {
  const crossings = arrows.flatMap(({ stops }) =>
    stops.filter(({ from, to }) => from <= lineY && lineY <= to).map(({ x }) => x + left),
  );
  if (crossings.length === 0) return { x: margin, room: width - 2 * margin };
  const before = Math.min(...crossings) - BESIDE - margin;
  if (before >= LEAST_ROOM) return { x: margin, room: before };
  const from = Math.max(...crossings) + BESIDE;
  if (width - margin - from >= LEAST_ROOM) return { x: from, room: width - margin - from };
  return { x: margin, room: width - 2 * margin };
}
