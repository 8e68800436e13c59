import type { Collected, PublicSite, SiteAnswer } from '../../model/public-site.ts';
import { readXmlFeed } from '../reading/xml-feed.ts';

const maxPages = 1000;

/**
 * Pages through the feeds of a WordPress whose interface is closed: `feed/?paged=2` has what comes after the newest ten.
 * @see WordPress, WP_Query::parse_query: a feed knows `paged` like any list
 */
export async function* walkFeeds(home: string, site: PublicSite): AsyncGenerator<Collected> {
  const posts = await firstThatIs(site, [`${home}feed/`, `${home}?feed=rss2`]);
  if (posts === undefined) {
    yield {
      kind: 'note',
      message: `${home} has neither an open REST interface nor a feed: sitemaps and pages alone tell.`,
    };
    return;
  }
  yield* walkFeed(posts, site);
  const comments = await firstThatIs(site, [`${home}comments/feed/`, `${home}?feed=comments-rss2`]);
  if (comments !== undefined) yield* walkFeed(comments, site, false);
}

async function firstThatIs(site: PublicSite, places: readonly string[]): Promise<SiteAnswer | undefined> {
  for (const place of places) {
    const answer = await site.ask(place);
    if (entriesOf(answer).length > 0) return answer;
  }
  return undefined;
}

async function* walkFeed(first: SiteAnswer, site: PublicSite, areVisited = true): AsyncGenerator<Collected> {
  const known = new Set<string>();
  let answer = first;
  for (let page = 2; page <= maxPages && !site.signal.aborted; page += 1) {
    const fresh = entriesOf(answer).filter((url) => !known.has(url));
    // Caches and plugins that know no pages give the first one again and again.
    if (fresh.length === 0) return;
    for (const url of fresh) {
      known.add(url);
      if (areVisited) yield { kind: 'page', url };
    }
    const next = new URL(first.asked);
    next.searchParams.set('paged', String(page));
    answer = await site.ask(next.href);
  }
}

function entriesOf({ status, text, url }: SiteAnswer): readonly string[] {
  if (status !== 200) return [];
  try {
    const entries = readXmlFeed(text.replace(/^\uFEFF/, '').trimStart(), url)?.entries ?? [];
    return entries.map((entry) => entry.url).filter((link) => link !== null);
  } catch {
    return [];
  }
}
