export interface Item {
  readonly name: string;
  readonly width: number;
  /** Names of items in the row above that it is joined to. */
  readonly above: readonly string[];
}

const GAP = 24;
/** The last one goes down, so that what has one step above it stands straight below it. */
const SWEEPS = 25;
/** An arrow that goes past is pulled straight harder than a step is pulled under what it needs. */
const PASS_PULL = 3;
const WIDEST_PASS = 20;

/**
 * The middle of each item, from its row's order: as near to what it is joined to as its neighbours let it, and within the
 * width of the widest row. The left edge of it is 0.
 */
export function placeColumns(rows: readonly (readonly Item[])[], leastWidth = 0): ReadonlyMap<string, number> {
  const width = Math.max(leastWidth, ...rows.map(widthOf));
  const x = new Map<string, number>();
  for (const row of rows)
    place(
      row,
      offsetsOf(row).map((offset) => offset - widthOf(row) / 2),
      width,
      x,
    );
  const below = new Map<string, string[]>();
  for (const { name, above } of rows.flat()) {
    for (const upper of above) below.set(upper, [...(below.get(upper) ?? []), name]);
  }
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const isUp = sweep % 2 === 1;
    const joined = ({ name, above }: Item): readonly string[] => (isUp ? (below.get(name) ?? []) : above);
    for (const row of isUp ? rows.toReversed() : rows) {
      place(
        row,
        row.map((item) => meanOf(joined(item), x) ?? x.get(item.name) ?? 0),
        width,
        x,
      );
    }
  }
  return new Map([...x].map(([name, at]) => [name, at + width / 2]));
}

function place(row: readonly Item[], wanted: readonly number[], width: number, x: Map<string, number>): void {
  const placed = fitted(row, wanted, width);
  for (const [at, { name }] of row.entries()) x.set(name, placed[at] ?? 0);
}

function widthOf(row: readonly Item[]): number {
  const [first, last] = [row[0], row.at(-1)];
  if (first === undefined || last === undefined) return 0;
  return (offsetsOf(row).at(-1) ?? 0) + first.width / 2 + last.width / 2;
}

function meanOf(names: readonly string[], x: ReadonlyMap<string, number>): number | undefined {
  if (names.length === 0) return undefined;
  return names.reduce((sum, name) => sum + (x.get(name) ?? 0), 0) / names.length;
}

/** Where items stand when each touches the one before. */
function offsetsOf(row: readonly Item[]): readonly number[] {
  let at = 0;
  return row.map(({ width }, index) => {
    const before = row[index - 1];
    if (before !== undefined)
      at += (before.width + width) / 2 + GAP * (isPass(before) && width <= WIDEST_PASS ? 0.5 : 1);
    return at;
  });
}

function isPass({ width }: Item): boolean {
  return width <= WIDEST_PASS;
}

/**
 * As near to `wanted` as the order and the whole width allow, by least squares: pools of items that touch are moved together.
 * @see https://en.wikipedia.org/wiki/Isotonic_regression#Pool_Adjacent_Violators_Algorithm
 */
function fitted(row: readonly Item[], wanted: readonly number[], width: number): readonly number[] {
  const offsets = offsetsOf(row);
  const pools: { sum: number; weight: number; count: number }[] = [];
  for (const [at, item] of row.entries()) {
    const weight = isPass(item) ? PASS_PULL : 1;
    pools.push({ sum: ((wanted[at] ?? 0) - (offsets[at] ?? 0)) * weight, weight, count: 1 });
    for (;;) {
      const [before, last] = [pools.at(-2), pools.at(-1)];
      if (before === undefined || last === undefined || before.sum / before.weight <= last.sum / last.weight) break;
      before.sum += last.sum;
      before.weight += last.weight;
      before.count += last.count;
      pools.pop();
    }
  }
  const bases = pools.flatMap(({ sum, weight, count }) => Array.from({ length: count }, () => sum / weight));
  const least = (row[0]?.width ?? 0) / 2 - width / 2;
  const most = width / 2 - widthOf(row) + (row[0]?.width ?? 0) / 2;
  return bases.map((base, at) => Math.min(most, Math.max(least, base)) + (offsets[at] ?? 0));
}
