import type { HtmlPage } from './html-page.ts';
import { articleOf, isList, readJsonLd } from './json-ld.ts';
import type { JsonObject } from './json-reader.ts';
import { asTime, asUrl } from './json-reader.ts';
import { isListAddress } from './list-address.ts';
import { entryOf, isFeedOfMany } from './microformats.ts';
import { ownArticles } from './own-articles.ts';

export interface PageKind {
  /** A post with a date of its own, a page that stands, or a list of what is elsewhere. */
  readonly kind: 'article' | 'page' | 'list';
  /** The page's JSON-LD, and the node of its article. */
  readonly nodes: readonly JsonObject[];
  readonly article: JsonObject | undefined;
  readonly entry: ReturnType<typeof entryOf>;
}

/**
 * Every page of a site is one of three, by the first of these rules that holds:
 *
 * 1. A list by its address (home page, later pages of it, tags, categories, authors, months, searches): **list**.
 * 2. JSON-LD or microformats2 describe one article or entry, and it is the one at this address: **article**.
 * 3. Open Graph gives the time of its publication (`article:published_time`; the type alone says nothing, because
 *    plugins write it on every page): **article**.
 * 4. It calls itself a list: CollectionPage, Blog or SearchResultsPage in JSON-LD, an h-feed of several entries, a body of
 *    class `blog`, `archive`, `search`, `tag-template`: **list**.
 * 5. One single `<article>` with a `<time datetime>` in it, answers to it not counted: **article**. Three and more with a
 *    time each, at least two of which lead to pages of their own: **list**.
 * 6. Whatever is left is a **page**.
 */
export function kindOf(page: HtmlPage, home: string): PageKind {
  const nodes = readJsonLd(page.$);
  const article = articleOf(nodes, page.address);
  const entry = entryOf(page);
  const said = { nodes, article, entry };
  if (isListAddress(page.address, home)) return { ...said, kind: 'list' };
  if (article !== undefined || isDated(page, entry)) return { ...said, kind: 'article' };
  if (asTime(page.meta('article:published_time')) !== null) return { ...said, kind: 'article' };
  if (nodes.some(isList) || isFeedOfMany(page) || hasListClass(page)) return { ...said, kind: 'list' };
  return { ...said, kind: byArticles(page) };
}

function isDated({ $ }: HtmlPage, entry: PageKind['entry']): boolean {
  return entry !== undefined && $(entry).find('.dt-published').length > 0;
}

const listClasses = ['blog', 'archive', 'search', 'search-results', 'tag-template', 'author-template', 'home-template'];

function hasListClass({ bodyClasses }: HtmlPage): boolean {
  return listClasses.some((name) => bodyClasses.has(name));
}

function byArticles(page: HtmlPage): PageKind['kind'] {
  const { $ } = page;
  const articles = ownArticles(page);
  const dated = articles.filter((_, element) => $(element).find('time[datetime]').length > 0);
  if (articles.length === 1 && dated.length === 1) return 'article';
  // What stands on this page alone is told here or nowhere.
  const leading = dated.filter((_, element) => leadsElsewhere($(element).find('a[href]').toArray(), page));
  return dated.length >= 3 && leading.length >= 2 ? 'list' : 'page';
}

function leadsElsewhere(
  links: readonly { readonly attribs: Readonly<Record<string, string>> }[],
  page: HtmlPage,
): boolean {
  return links.some(({ attribs: { href } }) => {
    const url = asUrl(href, page.base)?.replace(/#.*$/, '') ?? null;
    return url !== null && url !== page.address && url !== page.url && new URL(url).host === new URL(page.url).host;
  });
}
