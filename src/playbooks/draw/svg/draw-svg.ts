import { plainLine } from '../../../base/text-columns.ts';
import type { FactLanguage } from '../../../model/platform.ts';
import type { StepGraph } from '../step-graph.ts';
import { describeGraph } from './describe-graph.ts';
import { layOut, type PlacedGraph } from './layout-graph.ts';
import { legendBlock } from './legend.ts';
import { noReturnLine } from './no-return-line.ts';
import { nodeSvg, round } from './node-shape.ts';
import type { Arrow } from './route-arrows.ts';
import { headBlock } from './svg-head.ts';
import { printStyle, svgStyle } from './svg-style.ts';
import { xmlText } from './xml-text.ts';

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
  return `<svg xmlns="http://www.w3.org/2000/svg" lang="${language}" xml:lang="${language}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description">
<title id="title">${xmlText(plainLine(graph.title[language]))}</title>
<desc id="description">${xmlText(describeGraph(graph, language))}</desc>
<style>${svgStyle}${printStyle(width, height)}</style>
<defs><marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto"><path class="head" d="M0 0.5L10 5L0 9.5Z"/></marker></defs>
<g transform="translate(0 ${MARGIN - 10})">
${head.svg}
</g>
<g class="${isRun ? 'run' : 'playbook'}">
${below(placed, top, width)}<g transform="translate(${round(left)} ${round(top)})">
${placed.arrows.map(arrow).join('\n')}
</g>
${noReturnLine(graph, placed, { left, top, width, margin: MARGIN }, language)}<g transform="translate(${round(left)} ${round(top)})">
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

/** Down, and over to the next column between two rows. */
function arrow({ stops }: Arrow): string {
  const [first, ...rest] = stops;
  if (first === undefined) return '';
  let at = { x: first.x, y: first.to };
  const way = rest.map(({ x, from, to }) => {
    const middle = (at.y + from) / 2;
    const over =
      Math.abs(x - at.x) < 0.5
        ? `V${round(from)}`
        : `C${round(at.x)} ${round(middle)} ${round(x)} ${round(middle)} ${round(x)} ${round(from)}`;
    at = { x, y: to };
    return `${over}V${round(to)}`;
  });
  return `<path class="arrow" marker-end="url(#head)" d="M${round(first.x)} ${round(first.from)}V${round(first.to)}${way.join('')}"/>`;
}
