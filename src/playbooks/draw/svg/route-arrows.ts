/** A row from its upper to its lower edge. */
export interface Span {
  readonly top: number;
  readonly bottom: number;
}

export interface Edge {
  readonly from: string;
  readonly to: string;
}

/** A piece of an arrow that goes straight down; between pieces it changes columns. */
export interface Stop {
  readonly x: number;
  readonly from: number;
  readonly to: number;
}

export interface Arrow extends Edge {
  readonly stops: readonly Stop[];
}

interface Box {
  readonly step: { readonly id: string };
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Between arrows that leave or reach the same step. */
const PORT_GAP = 16;
/** Of a step's width, kept free at its ends. */
const PORT_MARGIN = 28;

/** The name of an arrow where it goes past the steps of a row. */
export function passOf({ from, to }: Edge, row: number): string {
  return `${from} ${to} ${row}`;
}

/** Arrows from the lower edge of a step to the upper edge of another, past everything between them. */
export function routeArrows(
  edges: readonly Edge[],
  boxes: readonly Box[],
  rows: ReadonlyMap<string, number>,
  spans: readonly Span[],
  columns: ReadonlyMap<string, number>,
): readonly Arrow[] {
  const byId = new Map(boxes.map((box) => [box.step.id, box]));
  const passes = (edge: Edge): readonly Stop[] => {
    const [first, last] = [rows.get(edge.from) ?? 0, rows.get(edge.to) ?? 0];
    return spans.slice(first + 1, last).map(({ top, bottom }, at) => {
      return { x: columns.get(passOf(edge, first + 1 + at)) ?? 0, from: top, to: bottom };
    });
  };
  const middleOf = (id: string): number => columns.get(id) ?? 0;
  const leaving = ports(
    edges,
    ({ from }) => from,
    (edge) => passes(edge)[0]?.x ?? middleOf(edge.to),
    byId,
  );
  const reaching = ports(
    edges,
    ({ to }) => to,
    (edge) => passes(edge).at(-1)?.x ?? middleOf(edge.from),
    byId,
  );
  return edges.map((edge) => {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)];
    const span = spans[rows.get(edge.from) ?? 0] ?? { top: 0, bottom: 0 };
    const start = { x: leaving.get(edge) ?? 0, from: (from?.y ?? 0) + (from?.height ?? 0), to: span.bottom };
    const end = { x: reaching.get(edge) ?? 0, from: (to?.y ?? 0) - 9, to: to?.y ?? 0 };
    return { ...edge, stops: [start, ...passes(edge), end] };
  });
}

/** Where along a step's edge each of its arrows leaves or comes, in the order of their other ends. */
function ports(
  edges: readonly Edge[],
  sideOf: (edge: Edge) => string,
  otherEnd: (edge: Edge) => number,
  boxes: ReadonlyMap<string, Box>,
): ReadonlyMap<Edge, number> {
  const bySide = new Map<string, Edge[]>();
  for (const edge of edges) bySide.set(sideOf(edge), [...(bySide.get(sideOf(edge)) ?? []), edge]);
  const all = new Map<Edge, number>();
  for (const [id, own] of bySide) {
    const { x, width } = boxes.get(id) ?? { x: 0, width: 0 };
    const gap = own.length < 2 ? 0 : Math.min(PORT_GAP, (width - 2 * PORT_MARGIN) / (own.length - 1));
    const sorted = own.toSorted((a, b) => otherEnd(a) - otherEnd(b));
    for (const [at, edge] of sorted.entries()) all.set(edge, x + width / 2 + (at - (own.length - 1) / 2) * gap);
  }
  return all;
}
