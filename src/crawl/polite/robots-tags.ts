import type { RobotsTagsReport } from '../../model/robots-report.ts';

const told = ['noindex', 'nofollow', 'noarchive', 'nosnippet', 'noimageindex', 'none', 'noai', 'noimageai'];
const maxExamples = 100;

/**
 * Counts what pages say to robots in `X-Robots-Tag` and `meta robots`. Noted, not obeyed: they tell a search engine what
 * to show, and a copy that a brand keeps of its own pages is shown by nobody.
 */
export class RobotsTags {
  readonly #pages: Record<string, number> = {};
  readonly #examples: Record<string, string[]> = {};
  readonly #seen = new Map<string, readonly string[]>();

  /** @param values header and meta contents as written, such as `Lastpost: noarchive, nofollow` */
  note(url: string, values: readonly string[]): void {
    const words = new Set(
      values
        .join(',')
        .toLowerCase()
        .split(/[\s,;:]+/),
    );
    const directives = told.filter((directive) => words.has(directive));
    if (directives.length === 0 || this.#seen.has(url)) return;
    this.#seen.set(url, directives);
    for (const directive of directives) {
      this.#pages[directive] = (this.#pages[directive] ?? 0) + 1;
      this.#examples[directive] ??= [];
      if (this.#examples[directive].length < maxExamples) this.#examples[directive].push(url);
    }
  }

  /** What this page says, as far as it has been noted. */
  of(url: string): readonly string[] {
    return this.#seen.get(url) ?? [];
  }

  get report(): RobotsTagsReport {
    return { pages: { ...this.#pages }, examples: structuredClone(this.#examples) };
  }
}
