import { createHash } from 'node:crypto';

/** A set of addresses kept as 48-bit digests: a crawl of a million files stays small. */
export class RecordedUrls {
  readonly #marks = new Set<number>();

  get size(): number {
    return this.#marks.size;
  }

  /** @returns its mark when it was not there yet */
  add(url: string): number | undefined {
    const own = mark(url);
    if (this.#marks.has(own)) return undefined;
    this.#marks.add(own);
    return own;
  }

  has(url: string): boolean {
    return this.#marks.has(mark(url));
  }

  restore(marks: readonly number[]): void {
    for (const one of marks) this.#marks.add(one);
  }
}

function mark(url: string): number {
  return createHash('sha256').update(url).digest().readUIntBE(0, 6);
}
