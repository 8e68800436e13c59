import type { BrokenLink, LinksComparison } from '../../model/comparison.ts';

/** Pages that are named for one link; the others are counted. */
const MOST_PAGES = 20;

/** What one snapshot says of its links. */
export interface LinksSide {
  readonly statuses: ReadonlyMap<string, number>;
  readonly notFound: ReadonlySet<string>;
  /** Page by page what it loaded, and where its links lead. */
  parts(): AsyncIterable<PageLinks>;
}

export interface PageLinks {
  readonly url: string;
  readonly resources: readonly { readonly url: string; readonly status: number }[];
  readonly links: readonly string[];
}

/** Statuses of everything that pages load or link to; 0 where no answer came, absent where nobody asked. */
class Answers {
  readonly #side: LinksSide;
  readonly #failed = new Map<string, number>();

  constructor(side: LinksSide) {
    this.#side = side;
  }

  hear({ resources }: PageLinks): void {
    for (const { url, status } of resources) if (status === 0 || status >= 400) this.#failed.set(url, status);
  }

  of(url: string): number | null {
    const { statuses, notFound } = this.#side;
    return statuses.get(url) ?? this.#failed.get(url) ?? (notFound.has(url) ? 404 : null);
  }
}

/**
 * Links and parts of pages that fail now and did not before, and the other way round. One that nobody asked for earlier is
 * broken when it is answered with an error; that no answer came tells something only where one came before.
 */
export async function compareLinks(before: LinksSide, after: LinksSide, signal: AbortSignal): Promise<LinksComparison> {
  const [a, b] = [new Answers(before), new Answers(after)];
  for await (const page of before.parts()) {
    signal.throwIfAborted();
    a.hear(page);
  }
  const found = new Map<string, { link: BrokenLink; on: string[]; pages: number; isBroken: boolean }>();
  for await (const page of after.parts()) {
    signal.throwIfAborted();
    b.hear(page);
    const named = new Set([...page.resources.map(({ url }) => url), ...page.links].map(withoutFragment));
    named.delete(page.url);
    for (const url of named) note(found, url, page.url, a.of(url), b.of(url));
  }
  const all = [...found.values()].map(({ link, on, pages, isBroken }) => ({ isBroken, link: { ...link, on, pages } }));
  const list = (isBroken: boolean) =>
    all
      .filter((one) => one.isBroken === isBroken)
      .map(({ link }) => link)
      .sort((x, y) => y.pages - x.pages);
  return { broken: list(true), mended: list(false) };
}

function note(
  found: Map<string, { link: BrokenLink; on: string[]; pages: number; isBroken: boolean }>,
  url: string,
  page: string,
  was: number | null,
  is: number | null,
): void {
  const isBroken = isBad(is) && (is === 0 ? isGood(was) : !isBad(was));
  if (!isBroken && !(isBad(was) && isGood(is))) return;
  const known = found.get(url);
  if (known === undefined) {
    found.set(url, { link: { url, before: was, after: is, on: [], pages: 0 }, on: [page], pages: 1, isBroken });
    return;
  }
  known.pages += 1;
  if (known.on.length < MOST_PAGES) known.on.push(page);
}

function isBad(status: number | null): boolean {
  return status === 0 || (status !== null && status >= 400);
}

function isGood(status: number | null): boolean {
  return status !== null && status > 0 && status < 400;
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/, '');
}
