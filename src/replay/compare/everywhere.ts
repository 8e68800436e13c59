import type { TextHunk } from '../../model/comparison.ts';

const LEAST_PAGES = 3;
const LEAST_SHARE = 0.5;

/** Finds what changed alike on most pages: the year in a footer, a counter, a new line in a menu. */
export class Everywhere {
  readonly #found = new Map<string, { readonly hunk: TextHunk; pages: number }>();
  #compared = 0;

  /** Takes the changed places of one page whose text could be compared, none when it is as it was. */
  add(hunks: readonly TextHunk[]): void {
    this.#compared += 1;
    for (const [key, hunk] of new Map(hunks.map((hunk) => [keyOf(hunk), hunk]))) {
      const known = this.#found.get(key);
      if (known === undefined) this.#found.set(key, { hunk, pages: 1 });
      else known.pages += 1;
    }
  }

  has(hunk: TextHunk): boolean {
    return this.#isEverywhere(this.#found.get(keyOf(hunk))?.pages ?? 0);
  }

  /** Each once, the most frequent first. */
  list(): readonly (TextHunk & { readonly pages: number })[] {
    return [...this.#found.values()]
      .filter(({ pages }) => this.#isEverywhere(pages))
      .sort((a, b) => b.pages - a.pages)
      .map(({ hunk, pages }) => ({ ...hunk, pages }));
  }

  #isEverywhere(pages: number): boolean {
    return pages >= LEAST_PAGES && pages >= this.#compared * LEAST_SHARE;
  }
}

/**
 * Numbers are left out, as a counter has another one on each page; the nearest word on each side stays in, so that a price is not
 * taken for a year. More of them would reach out of a short footer into the page's own text.
 */
function keyOf({ before, removed, added, after }: TextHunk): string {
  const numberless = (text: string) => text.replace(/\d+/g, '#');
  const isCounter = /\d/.test(removed) || /\d/.test(added);
  const near = isCounter ? (before.split(' ').at(-1) ?? '') : '';
  const next = isCounter ? (after.split(' ')[0] ?? '') : '';
  return [near, removed, added, next].map(numberless).join('\u0000');
}
