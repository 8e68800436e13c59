import { type FamilyCounts, mark } from './family-counts.ts';
import type { TrapName } from './trap-names.ts';
import { split } from './trap-table.ts';

/**
 * Names that filters go by. Brackets alone say nothing: `tx_news_pi1[news]=7` is a post of TYPO3.
 */
const filterName =
  /^(tags?|tag_?id|filters?|facets?|fq|refine|refinements?|colou?rs?|farbe|size|gr(oe|ö)(ss|ß)e|brand|marke|hersteller|manufacturer|material|price|preis|(min|max)_?(price|preis)|price_?(from|to|min|max)|rating|rating_filter|availability|in_?stock|attribute_.+|pa_.+|filter_.+|query_type_.+)(\[\w*\])*$|^(f|filter|facet|attribute|attr)\[.*\]$/i;

/** One filter alone: a list of its own, such as one tag's posts. */
const filterLimit = 100;
/** Two filters, or two values of one: the same things counted again. */
const facetLimit = 20;

/** Addresses of one path that are always taken, whatever their parameters. */
const combinationLimit = 300;
/** Fewer kinds of query than this are a script with a few uses, not filters put together. */
const kindsOfQuery = 5;
/** Beyond that they must be told apart by something: no value may come this often on average. */
const oftenPerValue = 20;

interface Script {
  readonly addresses: Set<number>;
  readonly kinds: Set<string>;
  readonly values: Map<string, Set<number>>;
}

/**
 * Bounds filters that can be put together without end. The last rule needs no names: where one path is asked with ever new
 * sets of parameters that all repeat their values, none of them is the number of a post.
 */
export function facetTrap(families: FamilyCounts): (url: URL, address: string) => TrapName | undefined {
  const scripts = new Map<string, Script>();
  return (url, address) => {
    if (url.search === '') return undefined;
    const { yes, no } = split(url, ([name]) => filterName.test(name));
    const family = `${url.origin}${url.pathname}?${no.join('&')}`;
    const isOne = yes.length === 1 && !/[,+| ]/.test(yes[0] ?? '');
    if (yes.length > 0 && !isOne && !families.take(`facets ${family}`, address, facetLimit)) return 'facets';
    if (isOne && !families.take(`filter-link ${family}`, address, filterLimit)) return 'filter-link';
    return isCombination(scripts, url, address) ? 'combinations' : undefined;
  };
}

function isCombination(scripts: Map<string, Script>, url: URL, address: string): boolean {
  const parameters = [...url.searchParams].filter(([, value]) => value !== '');
  const path = url.origin + url.pathname;
  const script = scripts.get(path) ?? { addresses: new Set(), kinds: new Set(), values: new Map() };
  scripts.set(path, script);
  const digest = mark(address);
  if (script.addresses.has(digest)) return false;
  script.kinds.add(
    parameters
      .map(([name]) => name)
      .sort()
      .join('&'),
  );
  for (const [name, value] of parameters) {
    const values = script.values.get(name) ?? new Set<number>();
    script.values.set(name, values.add(mark(value)));
  }
  if (isBeyond(script)) return true;
  script.addresses.add(digest);
  return false;
}

function isBeyond({ addresses, kinds, values }: Script): boolean {
  if (addresses.size < combinationLimit || kinds.size < kindsOfQuery) return false;
  const most = Math.max(...[...values.values()].map((seen) => seen.size));
  return addresses.size >= most * oftenPerValue;
}
