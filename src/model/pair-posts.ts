import { FURTHEST_MS, type TimesAgree, timesAgree } from './match-posts.ts';

/** One reading of a post, as far as it is needed to find the other one. */
export interface LooseReading {
  readonly place: number;
  readonly ms: number;
  /** See idForm: two readings with ids of one form are two posts, or they would have been found by their id. */
  readonly idForm: string | null;
}

/** A reading of an export and one of a crawl that may be the same post. */
export interface Candidate<Reading extends LooseReading = LooseReading> {
  readonly exported: Reading;
  readonly crawled: Reading;
  readonly gapMs: number;
  readonly times: Exclude<TimesAgree, 'no'>;
}

/** So many of one beginning in one span of time are looked at; a text that stands more often there is no sign of anything. */
const NEAREST = 64;

/**
 * Those that may be the same by their time, among readings with one beginning of `length` folded characters.
 * @param exports in the order of time
 */
export function candidatesByTime<Reading extends LooseReading>(
  exports: readonly Reading[],
  crawls: readonly Reading[],
  length: number,
): readonly Candidate<Reading>[] {
  return crawls.flatMap((crawled) => {
    const here = firstFrom(exports, crawled.ms);
    const from = Math.max(firstFrom(exports, crawled.ms - FURTHEST_MS), here - NEAREST);
    return exports.slice(from, here + NEAREST).flatMap((exported) => {
      const times = timesAgree(exported.ms, crawled.ms, length);
      if (times === 'no' || areTwo(exported, crawled)) return [];
      return [{ exported, crawled, times, gapMs: Math.abs(exported.ms - crawled.ms) }];
    });
  });
}

function areTwo(one: LooseReading, other: LooseReading): boolean {
  return one.idForm !== null && one.idForm === other.idForm;
}

/** Index of the first that is not before the time. */
function firstFrom(readings: readonly LooseReading[], ms: number): number {
  let [low, high] = [0, readings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((readings[middle]?.ms ?? ms) < ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One with one, the nearest in time first; of several that are equally near the first in time with the first. */
export function oneToOne<Reading extends LooseReading>(
  candidates: readonly Candidate<Reading>[],
): readonly Candidate<Reading>[] {
  const inOrder = candidates.toSorted(
    (a, b) =>
      a.gapMs - b.gapMs ||
      a.exported.ms - b.exported.ms ||
      a.crawled.ms - b.crawled.ms ||
      a.exported.place - b.exported.place ||
      a.crawled.place - b.crawled.place,
  );
  const taken = new Set<number>();
  return inOrder.filter(({ exported, crawled }) => {
    if (taken.has(exported.place) || taken.has(crawled.place)) return false;
    taken.add(exported.place).add(crawled.place);
    return true;
  });
}
