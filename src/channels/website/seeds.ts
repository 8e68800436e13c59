import { load } from 'cheerio';
import type { ChannelPlace } from '../../model/channel.ts';
import { type Collected, gapOfAnswer, type PublicSite, type SiteAnswer } from '../../model/public-site.ts';
import type { ChannelSeeds } from '../channel-adapter.ts';
import { readJsonFeed } from '../reading/json-feed.ts';
import { asUrl, parseJson } from '../reading/json-reader.ts';
import { readXmlFeed } from '../reading/xml-feed.ts';

const feedTypes =
  'link[rel~="alternate"][type*="rss"],link[rel~="alternate"][type*="atom"],link[rel~="alternate"][type*="feed+json"]';
/** Where feeds lie that no page names. */
const usualPlaces = ['feed/', 'rss.xml', 'atom.xml', 'feed.xml', 'index.xml', 'feed.json'];
const maxPages = 500;

export const websiteSeeds: ChannelSeeds = {
  scope: () => ({ kind: 'host' }),
  walk,
};

/**
 * The feeds of a site and what they list. Its sitemaps are found and followed by every crawl of a host, and lie in the
 * archive already.
 */
async function* walk(place: ChannelPlace, site: PublicSite): AsyncGenerator<Collected> {
  const home = await site.ask(place.url);
  const named = namedFeeds(home);
  for (const url of named) yield* walkFeed(await site.ask(url), place, site, true);
  if (named.length > 0) return;
  for (const path of usualPlaces) {
    const answer = await site.ask(new URL(path, place.url).href);
    const feed = feedOf(answer);
    if (feed === undefined) continue;
    yield* walkFeed(answer, place, site, false);
    return;
  }
}

/** Comments have feeds too, and their posts are found by themselves. */
function namedFeeds({ text, url, status }: SiteAnswer): readonly string[] {
  if (status !== 200) return [];
  const $ = load(text);
  const urls = $(feedTypes)
    .get()
    .map((element) => asUrl($(element).attr('href'), url));
  return [...new Set(urls.filter((feed) => feed !== null && !/comment/i.test(feed)))] as string[];
}

async function* walkFeed(
  first: SiteAnswer,
  place: ChannelPlace,
  site: PublicSite,
  isNamed: boolean,
): AsyncGenerator<Collected> {
  const asked = new Set<string>();
  let answer: SiteAnswer | undefined = first;
  while (answer !== undefined && asked.size < maxPages && !site.signal.aborted) {
    asked.add(answer.asked);
    const feed = feedOf(answer);
    if (feed === undefined) {
      if (isNamed) yield gapOf(answer);
      return;
    }
    for (const url of feed.urls) {
      if (new URL(url).host === new URL(place.url).host) yield { kind: 'page', url };
    }
    answer = feed.next === null || asked.has(feed.next) ? undefined : await site.ask(feed.next);
  }
}

function gapOf(answer: SiteAnswer): Collected {
  const message = `${answer.asked} is named as a feed and is none.`;
  return gapOfAnswer(answer, 'the feed') ?? { kind: 'gap', reason: 'unreadable', url: answer.asked, message };
}

interface PagedFeed {
  readonly urls: readonly string[];
  /** @see RFC 5005, section 3 */
  readonly next: string | null;
}

function feedOf({ status, text, url }: SiteAnswer): PagedFeed | undefined {
  if (status !== 200) return undefined;
  const trimmed = text.replace(/^\uFEFF/, '').trimStart();
  const json = trimmed.startsWith('{') ? parseJson(trimmed) : undefined;
  try {
    const feed = json === undefined ? readXmlFeed(trimmed, url) : readJsonFeed(json, url);
    if (feed === undefined) return undefined;
    return { urls: feed.entries.map((entry) => entry.url).filter((link) => link !== null), next: feed.next };
  } catch {
    return undefined;
  }
}
