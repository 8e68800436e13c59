import { sha256 } from '../../../base/digest.ts';

/**
 * Ids for posts that an export gives none: made of what a newer export of the same account says again. The first of two
 * posts that are alike in all of it gets the same id in each export, and so does the second.
 */
export class MadeIds {
  readonly #seen = new Map<string, number>();

  /** @param known what is told of the post and does not change: its time, its text, the names of its media */
  idOf(...known: readonly (string | null)[]): string {
    const digest = sha256(JSON.stringify(known)).slice('sha256:'.length, 'sha256:'.length + 24);
    const count = (this.#seen.get(digest) ?? 0) + 1;
    this.#seen.set(digest, count);
    return count === 1 ? `export-${digest}` : `export-${digest}-${count}`;
  }
}
