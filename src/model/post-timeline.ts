import type { GoneBecause } from './comparison.ts';
import { type DescribedSide, isSameView } from './fairness.ts';
import { isEdited, type PostVersion } from './post-version.ts';

/** What a snapshot told of a post: the number of a version of it, or why it is gone, as far as that snapshot could see. */
export type Sighting = number | GoneBecause;

/** Snapshots of a channel, from one number to another, that told the same. */
export type SightingRun = readonly [from: number, to: number, told: Sighting];

/** A snapshot that was read for what it tells of posts. Numbers are given as snapshots come, which may be out of order. */
export interface ReadSnapshot {
  readonly number: number;
  readonly id: string;
  /** UTC ISO 8601 */
  readonly startedAt: string;
  /** null where it is not known how it looked: it proves that a post was there, and never that one is gone. */
  readonly view: DescribedSide | null;
}

/** That a post was deleted after it was published, and how that is known. */
export interface GoneMark {
  /** When the last snapshot was begun that holds it, UTC ISO 8601, and its id. */
  readonly lastSeenAt: string;
  readonly lastSeenIn: string;
  /** When the first snapshot was begun that could see that it is not there, and its id. */
  readonly goneAt: string;
  readonly goneIn: string;
  readonly because: GoneBecause;
}

/** What became of a post from one snapshot to a later one. */
export type PostChange =
  | { readonly kind: 'edited'; readonly at: string; readonly snapshot: string; readonly sinceAt: string }
  | { readonly kind: 'back'; readonly at: string; readonly snapshot: string; readonly sinceAt: string }
  | ({ readonly kind: 'gone'; readonly at: string; readonly snapshot: string } & { readonly mark: GoneMark });

/** What is known of one post over all snapshots. */
export interface PostSightings {
  readonly runs: readonly SightingRun[];
  readonly versions: readonly PostVersion[];
}

/** The snapshots of a channel in the order in which they were taken. */
export class SnapshotLine {
  readonly #byNumber: ReadonlyMap<number, ReadSnapshot>;
  readonly #isInOrder: boolean;
  readonly #isSameView = new Map<string, boolean>();

  constructor(snapshots: readonly ReadSnapshot[]) {
    const numbered = [...snapshots].sort((a, b) => a.number - b.number);
    this.#byNumber = new Map(numbered.map((snapshot) => [snapshot.number, snapshot]));
    this.#isInOrder = numbered.every((one, at) => at === 0 || isLater(one, numbered[at - 1] ?? one));
  }

  at(number: number): ReadSnapshot {
    const found = this.#byNumber.get(number);
    if (found === undefined) throw new Error(`There is no snapshot of the number ${number}.`);
    return found;
  }

  /** Those that were taken after another one, the earliest first. */
  laterThan(number: number): readonly ReadSnapshot[] {
    const from = this.at(number);
    return [...this.#byNumber.values()].filter((one) => isLater(one, from)).sort((a, b) => (isLater(a, b) ? 1 : -1));
  }

  /** Runs in the order of time; where numbers are not in that order, each snapshot for itself. */
  inTime(runs: readonly SightingRun[]): readonly SightingRun[] {
    if (this.#isInOrder) return runs;
    const single = runs.flatMap(([from, to, told]) =>
      Array.from({ length: to - from + 1 }, (_, at): SightingRun => [from + at, from + at, told]),
    );
    return single.sort((a, b) => (isLater(this.at(a[0]), this.at(b[0])) ? 1 : -1));
  }

  isSameView(before: ReadSnapshot, after: ReadSnapshot): boolean {
    const key = `${before.number} ${after.number}`;
    const known = this.#isSameView.get(key) ?? isSameView(before.view, after.view);
    this.#isSameView.set(key, known);
    return known;
  }
}

/** Two that began at one moment are told apart by their ids, so that their order is always the same. */
function isLater(a: ReadSnapshot, b: ReadSnapshot): boolean {
  return a.startedAt === b.startedAt ? a.id > b.id : a.startedAt > b.startedAt;
}

/**
 * What became of a post, oldest first. It depends on what the snapshots tell, and not on the order in which they came: a
 * post is gone from the first snapshot on that says so and that looked at the same as the last one that has it.
 */
export function timelineOf({ runs, versions }: PostSightings, line: SnapshotLine): readonly PostChange[] {
  const walk = new Walk(versions, line);
  for (const [from, to, told] of line.inTime(runs)) {
    if (typeof told === 'number') walk.isThere(from, to, told);
    else walk.isGone(from, to, told);
  }
  return walk.changes;
}

/** Goes through what the snapshots tell of one post, the earliest first. */
class Walk {
  readonly changes: PostChange[] = [];
  readonly #versions: readonly PostVersion[];
  readonly #line: SnapshotLine;
  /** An excerpt is held against the last excerpt, and a whole post against the last whole one. */
  readonly #last = new Map<boolean, PostVersion>();
  #seen: ReadSnapshot | undefined;
  #gone: GoneMark | undefined;

  constructor(versions: readonly PostVersion[], line: SnapshotLine) {
    this.#versions = versions;
    this.#line = line;
  }

  isThere(from: number, to: number, told: number): void {
    const { startedAt: at, id: snapshot } = this.#line.at(from);
    if (this.#gone !== undefined) this.changes.push({ kind: 'back', at, snapshot, sinceAt: this.#gone.goneAt });
    this.#gone = undefined;
    const version = this.#versions[told];
    const before = version && this.#last.get(version.isWhole);
    if (this.#seen && version && before && isEdited(before, version)) {
      this.changes.push({ kind: 'edited', at, snapshot, sinceAt: this.#seen.startedAt });
    }
    if (version) this.#last.set(version.isWhole, version);
    this.#seen = this.#line.at(to);
  }

  isGone(from: number, to: number, because: GoneBecause): void {
    const seen = this.#seen;
    if (seen === undefined || this.#gone !== undefined) return;
    const numbers = Array.from({ length: to - from + 1 }, (_, at) => this.#line.at(from + at));
    const first = numbers.find((snapshot) => this.#line.isSameView(seen, snapshot));
    if (first === undefined) return;
    const mark = {
      ...{ lastSeenAt: seen.startedAt, lastSeenIn: seen.id },
      ...{ goneAt: first.startedAt, goneIn: first.id, because },
    };
    this.#gone = mark;
    this.changes.push({ kind: 'gone', at: mark.goneAt, snapshot: mark.goneIn, mark });
  }
}

/** The mark of a post that is gone and has not come back. */
export function currentMark(changes: readonly PostChange[]): GoneMark | undefined {
  const ends = changes.findLast(({ kind }) => kind !== 'edited');
  return ends?.kind === 'gone' ? ends.mark : undefined;
}

/** What a snapshot told of a post; undefined when nothing. */
export function toldBy(runs: readonly SightingRun[], number: number): Sighting | undefined {
  return runs.find(([from, to]) => from <= number && number <= to)?.[2];
}

/** The runs with what one more snapshot tells, or tells anew; undefined: that it tells nothing. */
export function withSighting(
  runs: readonly SightingRun[],
  number: number,
  told: Sighting | undefined,
): readonly SightingRun[] {
  if (toldBy(runs, number) === told) return runs;
  const parted = runs.flatMap(([from, to, other]): SightingRun[] => {
    const parts: SightingRun[] = [
      [from, Math.min(to, number - 1), other],
      [Math.max(from, number + 1), to, other],
    ];
    return number < from || number > to ? [[from, to, other]] : parts.filter(([start, end]) => start <= end);
  });
  if (told !== undefined) parted.push([number, number, told]);
  parted.sort((a, b) => a[0] - b[0]);
  const joined: SightingRun[] = [];
  for (const run of parted) {
    const before = joined.at(-1);
    if (before !== undefined && before[1] + 1 === run[0] && before[2] === run[2]) {
      joined[joined.length - 1] = [before[0], run[1], run[2]];
    } else joined.push(run);
  }
  return joined;
}
