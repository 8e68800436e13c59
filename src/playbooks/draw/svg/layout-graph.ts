import { Graph, layout } from '@dagrejs/dagre';
import type { FactLanguage } from '../../../model/platform.ts';
import { type DrawnStep, directNeeds } from '../step-graph.ts';
import { NODE_WIDTH, type NodeLine, nodeHeight, nodeLines } from './node-text.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

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
  readonly arrows: readonly { readonly from: string; readonly to: string; readonly points: readonly Point[] }[];
  /** The middle of the room that is left for the line across; null where nothing is beyond it. */
  readonly lineY: number | null;
  readonly width: number;
  readonly height: number;
}

/** More beside each other are not readable any more, and do not fit on paper: the next ones begin a row of their own. */
const MOST_IN_A_ROW = 5;
export const LINE_HEIGHT = 74;
/** A name that no step can have: ids have no spaces. */
const LINE = 'the line';

/**
 * Where everything stands. Rows are ours: each step is below all it needs, and everything beyond the point of no return is
 * below everything else, so that one straight line parts them. Order and columns are dagre's.
 */
export function layOut(steps: readonly DrawnStep[], language: FactLanguage): PlacedGraph {
  const rows = rowsOf(steps);
  const lines = new Map(steps.map((step) => [step.id, nodeLines(step, language)]));
  const graph = new Graph<object, { width: number; height: number; x: number; y: number }, { points: Point[] }>();
  graph.setGraph({
    nodesep: 26,
    edgesep: 18,
    ranksep: 44,
    ranker: (ranked: Graph<object, { rank?: number }>) => rank(ranked, rows),
  });
  for (const { id } of steps) {
    graph.setNode(id, { width: NODE_WIDTH, height: nodeHeight(lines.get(id) ?? []), x: 0, y: 0 });
  }
  if (rows.has(LINE)) graph.setNode(LINE, { width: 0, height: LINE_HEIGHT, x: 0, y: 0 });
  for (const [to, needs] of directNeeds(steps)) for (const from of needs) graph.setEdge(from, to, { points: [] });
  layout(graph);
  return placed(graph, steps, lines, rows.has(LINE));
}

type Laid = Graph<object, { width: number; height: number; x: number; y: number }, { points: Point[] }>;

function placed(
  graph: Laid,
  steps: readonly DrawnStep[],
  lines: ReadonlyMap<string, readonly NodeLine[]>,
  hasLine: boolean,
): PlacedGraph {
  const nodes = steps.map((step) => {
    const { x, y, width, height } = graph.node(step.id);
    return { step, lines: lines.get(step.id) ?? [], x: x - width / 2, y: y - height / 2, width, height };
  });
  const edges: readonly { readonly v: string; readonly w: string }[] = graph.edges();
  const arrows = edges.map(({ v, w }) => ({ from: v, to: w, points: graph.edge(v, w).points as readonly Point[] }));
  const xs = [
    ...nodes.flatMap(({ x, width }) => [x, x + width]),
    ...arrows.flatMap(({ points }) => points.map(({ x }) => x)),
  ];
  const left = Math.min(...xs);
  return {
    nodes: nodes.map((node) => ({ ...node, x: node.x - left })),
    arrows: arrows.map((arrow) => ({ ...arrow, points: arrow.points.map(({ x, y }) => ({ x: x - left, y })) })),
    lineY: hasLine ? graph.node(LINE).y : null,
    width: Math.max(...xs) - left,
    height: Math.max(...nodes.map(({ y, height }) => y + height)),
  };
}

/** Rows from 0 on, by id; the line across has one of its own. */
function rowsOf(steps: readonly DrawnStep[]): ReadonlyMap<string, number> {
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

/** dagre takes a function as its ranker. It halves the room between ranks for labels of edges, so that each row is two ranks. */
function rank(graph: Graph<object, { rank?: number }>, rows: ReadonlyMap<string, number>): void {
  for (const id of graph.nodes()) {
    const label = graph.node(id);
    // What it has added itself stands before everything.
    label.rank = rows.has(id) ? 2 * (rows.get(id) ?? 0) + 1 : 0;
  }
}
