import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mergeLines } from './merge-lines.ts';
import { readLines } from './read-lines.ts';

const RUN_CHARACTERS = 16 * 1024 * 1024;

/** Files merged at once: more, and a large crawl would run out of file handles. */
const MERGE_WAYS = 64;

export interface CdxjSorterOptions {
  /** An empty folder for the runs. */
  readonly folder: string;
  /** Characters, which are bytes, sorted in memory at once; 16 MB unless set. */
  readonly runCharacters?: number | undefined;
  readonly mergeWays?: number;
}

/** Sorts any number of lines in the memory of one run, through sorted files on disk. */
export class CdxjSorter {
  readonly #folder: string;
  readonly #runCharacters: number;
  readonly #mergeWays: number;
  #lines: string[] = [];
  #characters = 0;
  #runs: string[] = [];
  #written = 0;

  constructor(options: CdxjSorterOptions) {
    this.#folder = options.folder;
    this.#runCharacters = options.runCharacters ?? RUN_CHARACTERS;
    this.#mergeWays = options.mergeWays ?? MERGE_WAYS;
  }

  /** True for the name of a file that a sorter has written. */
  static isRun(name: string): boolean {
    return /^run-\d+$/.test(name);
  }

  add(line: string): void {
    this.#lines.push(line);
    this.#characters += line.length;
  }

  /** Writes a run when there is enough for one. After an error every line is still there and the next call tries again. */
  async relieve(): Promise<void> {
    if (this.#characters >= this.#runCharacters) await this.#spill();
  }

  /** All lines in byte order. May be called again after an error. */
  async *sorted(): AsyncGenerator<string> {
    this.#lines.sort(byBytes);
    while (this.#runs.length > this.#mergeWays) await this.#mergeOldest();
    yield* mergeLines([...this.#runs.map((run) => readLines(run)), inOrder(this.#lines)]);
  }

  async #spill(): Promise<void> {
    this.#lines.sort(byBytes);
    await this.#writeRun(this.#lines);
    this.#lines = [];
    this.#characters = 0;
  }

  async #mergeOldest(): Promise<void> {
    const oldest = this.#runs.slice(0, this.#mergeWays);
    await this.#writeRun(mergeLines(oldest.map((run) => readLines(run))));
    this.#runs = this.#runs.slice(oldest.length);
  }

  async #writeRun(lines: Iterable<string> | AsyncIterable<string>): Promise<void> {
    this.#written += 1;
    const path = join(this.#folder, `run-${this.#written}`);
    await writeFile(path, batches(lines), 'latin1');
    this.#runs.push(path);
  }
}

async function* inOrder(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

/** One write a line would be one system call a line. */
async function* batches(lines: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  let batch = '';
  for await (const line of lines) {
    batch += line;
    if (batch.length >= 1 << 16) {
      yield batch;
      batch = '';
    }
  }
  yield batch;
}

function byBytes(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
