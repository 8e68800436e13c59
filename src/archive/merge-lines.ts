interface Source {
  readonly lines: AsyncIterator<string>;
  line: string;
}

/** Merges sources that are sorted, each line ended, into one sorted stream. Holds one line of each. */
export async function* mergeLines(sources: readonly AsyncIterable<string>[]): AsyncGenerator<string> {
  const heap: Source[] = [];
  try {
    for (const source of sources) {
      const lines = source[Symbol.asyncIterator]();
      const first = await lines.next();
      if (first.done !== true) push(heap, { lines, line: first.value });
    }
    for (let least = heap[0]; least !== undefined; least = heap[0]) {
      yield least.line;
      const next = await least.lines.next();
      if (next.done === true) dropFirst(heap);
      else least.line = next.value;
      sink(heap);
    }
  } finally {
    await Promise.all(heap.map((source) => source.lines.return?.()));
  }
}

function push(heap: Source[], source: Source): void {
  let at = heap.push(source) - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!swapIfLess(heap, at, parent)) return;
    at = parent;
  }
}

function dropFirst(heap: Source[]): void {
  const last = heap.pop();
  if (last !== undefined && heap.length > 0) heap[0] = last;
}

function sink(heap: Source[]): void {
  let at = 0;
  for (;;) {
    const left = at * 2 + 1;
    const right = left + 1;
    const less = isLess(heap[right], heap[left]) ? right : left;
    if (!swapIfLess(heap, less, at)) return;
    at = less;
  }
}

function swapIfLess(heap: Source[], one: number, other: number): boolean {
  const a = heap[one];
  const b = heap[other];
  if (a === undefined || b === undefined || !isLess(a, b)) return false;
  heap[one] = b;
  heap[other] = a;
  return true;
}

function isLess(a: Source | undefined, b: Source | undefined): boolean {
  return a !== undefined && b !== undefined && a.line < b.line;
}
