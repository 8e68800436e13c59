import { escapeHtml } from '../../../base/escape-html.ts';
import { plainLine } from '../../../base/text-columns.ts';
import type { FactLanguage } from '../../../model/platform.ts';
import { drawWords } from '../draw-words.ts';
import type { StepGraph } from '../step-graph.ts';
import { describeGraph } from './describe-graph.ts';
import { LINE_HEIGHT, layOut, type PlacedGraph, type Point } from './layout-graph.ts';
import { legendBlock } from './legend.ts';
import { nodeSvg, round, textAt } from './node-shape.ts';
import { headBlock } from './svg-head.ts';
import { svgStyle } from './svg-style.ts';

const MARGIN = 32;
/** The width of A4 between its margins, so that a small playbook is printed as it is. */
const LEAST_WIDTH = 700;

/**
 * A drawing that stands alone: one file, no fonts or pictures from elsewhere, with a legend, and with the same in words for
 * those who cannot see it.
 */
export function drawSvg(graph: StepGraph, language: FactLanguage): string {
  const placed = layOut(graph.steps, language);
  const width = Math.ceil(Math.max(LEAST_WIDTH, placed.width + 2 * MARGIN));
  const inner = width - 2 * MARGIN;
  const head = headBlock(graph, language, MARGIN, inner);
  const top = MARGIN + head.height + 24;
  const legendTop = Math.ceil(top + placed.height + 34);
  const legend = legendBlock(graph, language, MARGIN, inner);
  const height = Math.ceil(legendTop + legend.height + 10);
  const left = (width - placed.width) / 2;
  const isRun = graph.steps.some(({ stands }) => stands !== null);
  return `<svg xmlns="http://www.w3.org/2000/svg" lang="${language}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description">
<title id="title">${escapeHtml(plainLine(graph.title[language]))}</title>
<desc id="description">${escapeHtml(describeGraph(graph, language))}</desc>
<style>${svgStyle}</style>
<defs><marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto"><path class="head" d="M0 0.5L10 5L0 9.5Z"/></marker></defs>
<g transform="translate(0 ${MARGIN - 10})">
${head.svg}
</g>
<g class="${isRun ? 'run' : 'playbook'}">
${below(placed, top, width)}<g transform="translate(${round(left)} ${round(top)})">
${placed.arrows.map(({ points }) => arrow(points)).join('\n')}
</g>
${line(placed, graph, top, width, language)}<g transform="translate(${round(left)} ${round(top)})">
${placed.nodes.map(nodeSvg).join('\n')}
</g>
</g>
<path class="rule" d="M${MARGIN} ${legendTop - 8}H${width - MARGIN}"/>
<g transform="translate(0 ${legendTop})">
${legend.svg}
</g>
</svg>
`;
}

function below({ lineY, height }: PlacedGraph, top: number, width: number): string {
  if (lineY === null) return '';
  const y = top + lineY;
  return `<rect class="below" x="0" y="${round(y)}" width="${width}" height="${round(top + height + 20 - y)}"/>\n`;
}

/** A red line from edge to edge, and what it means beside it. */
function line({ lineY }: PlacedGraph, graph: StepGraph, top: number, width: number, language: FactLanguage): string {
  if (lineY === null) return '';
  const words = drawWords[language];
  const y = round(top + lineY);
  const { passed } = graph;
  const now =
    passed === undefined ? '' : passed === null ? words.noReturnAhead : words.noReturnPassed(passed[language]);
  return `<g class="no-return">
<path class="line" d="M0 ${y}H${width}"/>
${textAt('line-label', MARGIN, y - 10, words.noReturn)}
${textAt('line-means', MARGIN, y + 20, words.noReturnMeans)}
${now === '' ? '' : textAt('line-means', MARGIN, y + LINE_HEIGHT / 2 - 1, now)}
</g>
`;
}

/** Through the points that the layout gives, with rounded corners. */
function arrow(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return '';
  const curves = rest.slice(0, -1).map((point, at) => {
    const next = rest[at + 1] ?? last;
    const end = at === rest.length - 2 ? next : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    return `Q${round(point.x)} ${round(point.y)} ${round(end.x)} ${round(end.y)}`;
  });
  const way = curves.length === 0 ? `L${round(last.x)} ${round(last.y)}` : curves.join('');
  return `<path class="arrow" marker-end="url(#head)" d="M${round(first.x)} ${round(first.y)}${way}"/>`;
}
