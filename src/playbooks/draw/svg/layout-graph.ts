import { Graph, layout } from '@dagrejs/dagre';
import type { FactLanguage } from '../../../model/platform.ts';
import { type DrawnStep, directNeeds } from '../step-graph.ts';
import { NODE_WIDTH, type NodeLine, nodeHeight, nodeLines } from './node-text.ts';
import { type Item, placeColumns } from './place-columns.ts';
import { type Arrow, type Edge, passOf, routeArrows, type Span } from './route-arrows.ts';
import { LINE, rowsOf } from './rows-of-steps.ts';

export interface PlacedStep {
  readonly step: DrawnStep;
  readonly lines: readonly NodeLine[];
  /** Of its left upper corner. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedGraph {
  readonly nodes: readonly PlacedStep[];
  readonly arrows: readonly Arrow[];
  /** The middle of the room that is left for the line across; null where nothing is beyond it. */
  readonly lineY: number | null;
  readonly width: number;
  readonly height: number;
}

export const LINE_HEIGHT = 44;
/** Between two rows; arrows change columns there. */
const ROW_GAP = 50;
/** Room for an arrow that goes past the steps of a row. */
const PASS_WIDTH = 8;

/**
 * Where everything stands. Rows are ours: each step is below all it needs, and everything beyond the point of no return is
 * below everything else, so that one straight line parts them. dagre says in which order the steps of a row stand so that few
 * arrows cross; columns are as close as they can be, for paper is narrow.
 */
export function layOut(steps: readonly DrawnStep[], language: FactLanguage): PlacedGraph {
  const rows = rowsOf(steps);
  const lines = new Map(steps.map((step) => [step.id, nodeLines(step, language)]));
  const heightOf = (id: string): number => nodeHeight(lines.get(id) ?? []);
  const items = itemsInOrder(steps, rows);
  const spans = rowSpans(steps, rows, heightOf);
  const columns = placeColumns(items);
  const nodes = steps.map((step) => {
    const [center, { top }] = [columns.get(step.id) ?? 0, spans[rows.get(step.id) ?? 0] ?? { top: 0 }];
    const height = heightOf(step.id);
    const box = { x: center - NODE_WIDTH / 2, y: top, width: NODE_WIDTH, height };
    return { step, lines: lines.get(step.id) ?? [], ...box };
  });
  const line = rows.get(LINE);
  const span = line === undefined ? undefined : spans[line];
  return {
    nodes,
    arrows: routeArrows(edgesOf(steps), nodes, rows, spans, columns),
    lineY: span === undefined ? null : (span.top + span.bottom) / 2,
    width: Math.max(0, ...nodes.map(({ x }) => x + NODE_WIDTH), ...[...columns.values()].map((x) => x + PASS_WIDTH)),
    height: spans.at(-1)?.bottom ?? 0,
  };
}

function edgesOf(steps: readonly DrawnStep[]): readonly Edge[] {
  return [...directNeeds(steps)].flatMap(([to, needs]) => needs.map((from) => ({ from, to })));
}

/** Each row from left to right: its steps, and the arrows that go past them. */
function itemsInOrder(steps: readonly DrawnStep[], rows: ReadonlyMap<string, number>): readonly (readonly Item[])[] {
  const edges = edgesOf(steps);
  const graph = new Graph<object, { width: number; height: number; x: number }, { points: { x: number }[] }>();
  graph.setGraph({ ranker: (ranked: Graph<object, { rank?: number }>) => rank(ranked, rows) });
  for (const { id } of steps) graph.setNode(id, { width: NODE_WIDTH, height: 40, x: 0 });
  for (const { from, to } of edges) graph.setEdge(from, to, { points: [] });
  layout(graph);
  const items: { row: number; x: number; item: Item }[] = steps.map(({ id }) => ({
    row: rows.get(id) ?? 0,
    x: graph.node(id).x,
    item: { name: id, width: NODE_WIDTH, above: [] },
  }));
  for (const edge of edges) {
    // Between its ends dagre gives a point for each half row.
    const points: readonly { x: number }[] = graph.edge(edge.from, edge.to).points;
    const first = rows.get(edge.from) ?? 0;
    for (let row = first + 1; row < (rows.get(edge.to) ?? 0); row += 1) {
      const x = points[2 * (row - first)]?.x ?? 0;
      items.push({ row, x, item: { name: passOf(edge, row), width: PASS_WIDTH, above: [] } });
    }
  }
  const count = Math.max(0, ...rows.values()) + 1;
  const inOrder = Array.from({ length: count }, (_, row) =>
    items
      .filter((one) => one.row === row)
      .sort((a, b) => a.x - b.x)
      .map(({ item }) => item),
  );
  return linked(readingOrder(inOrder, steps), edges, rows);
}

/** What is written first stands left: the other way round the picture is the same, and reads worse. */
function readingOrder(
  inOrder: readonly (readonly Item[])[],
  steps: readonly DrawnStep[],
): readonly (readonly Item[])[] {
  const at = new Map(steps.map(({ id }, index) => [id, index]));
  let turned = 0;
  for (const row of inOrder) {
    const known = row.flatMap(({ name }) => at.get(name) ?? []);
    for (const [index, one] of known.entries()) {
      const next = known[index + 1];
      if (next !== undefined) turned += one < next ? 1 : -1;
    }
  }
  return turned < 0 ? inOrder.map((row) => row.toReversed()) : inOrder;
}

/** With the names of what each item is joined to in the row above. */
function linked(
  inOrder: readonly (readonly Item[])[],
  edges: readonly Edge[],
  rows: ReadonlyMap<string, number>,
): readonly (readonly Item[])[] {
  const above = new Map<string, string[]>();
  for (const edge of edges) {
    const [first, last] = [rows.get(edge.from) ?? 0, rows.get(edge.to) ?? 0];
    for (let row = first + 1; row <= last; row += 1) {
      const [upper, lower] = [
        row - 1 === first ? edge.from : passOf(edge, row - 1),
        row === last ? edge.to : passOf(edge, row),
      ];
      above.set(lower, [...(above.get(lower) ?? []), upper]);
    }
  }
  return inOrder.map((row) => row.map((item) => ({ ...item, above: above.get(item.name) ?? [] })));
}

/** dagre takes a function as its ranker, and halves rows to have room for labels of edges: each row is two ranks. */
function rank(graph: Graph<object, { rank?: number }>, rows: ReadonlyMap<string, number>): void {
  for (const id of graph.nodes()) {
    const label = graph.node(id);
    // What it has added itself stands before everything.
    label.rank = rows.has(id) ? 2 * (rows.get(id) ?? 0) + 1 : 0;
  }
}

function rowSpans(
  steps: readonly DrawnStep[],
  rows: ReadonlyMap<string, number>,
  heightOf: (id: string) => number,
): readonly Span[] {
  const heights: number[] = [];
  for (const { id } of steps) {
    const row = rows.get(id) ?? 0;
    heights[row] = Math.max(heights[row] ?? 0, heightOf(id));
  }
  const line = rows.get(LINE);
  if (line !== undefined) heights[line] = LINE_HEIGHT;
  let top = 0;
  return heights.map((height) => {
    const span = { top, bottom: top + height };
    top += height + ROW_GAP;
    return span;
  });
}
