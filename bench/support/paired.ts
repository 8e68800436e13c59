import { performance } from 'node:perf_hooks';

export interface Paired {
  /** Seconds of each run. */
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** a / b, pair by pair. */
  readonly ratios: readonly number[];
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((x, y) => x - y);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now();
  await work();
  return (performance.now() - startMs) / 1000;
}

/** Runs a and b in turn, the order changing each round, after one uncounted round: a drifting machine drifts for both. */
export async function paired(rounds: number, a: () => Promise<unknown>, b: () => Promise<unknown>): Promise<Paired> {
  const result = { a: [] as number[], b: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    const order = round % 2 === 0 ? (['a', 'b'] as const) : (['b', 'a'] as const);
    for (const which of order) {
      const seconds = await secondsOf(which === 'a' ? a : b);
      if (round > 0) result[which].push(seconds);
    }
  }
  return { ...result, ratios: result.a.map((seconds, index) => seconds / (result.b[index] ?? Number.NaN)) };
}

/** One row of a Markdown table. */
export function row(...cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`;
}

export function range(values: readonly number[], digits = 2): string {
  const sorted = [...values].sort((x, y) => x - y);
  return `${median(values).toFixed(digits)} (${sorted[0]?.toFixed(digits)}–${sorted.at(-1)?.toFixed(digits)})`;
}
