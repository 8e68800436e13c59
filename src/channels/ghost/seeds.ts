import type { ChannelPlace } from '../../model/channel.ts';
import { type Collected, gapOfList, type PublicSite } from '../../model/public-site.ts';
import type { ChannelSeeds } from '../channel-adapter.ts';
import { asList, asNumber, asText, asUrl, at, parseJson } from '../reading/json-reader.ts';
import { readXmlFeed } from '../reading/xml-feed.ts';
import { type ContentApi, contentUrl, findGhost } from './find-site.ts';

const maxFeedPages = 1000;

/** Oldest first: what is published meanwhile comes at the end, and moves nothing from one page to another. */
const everything = { limit: 100, include: 'tags,authors', formats: 'html,plaintext', order: 'published_at asc' };

export const ghostSeeds: ChannelSeeds = {
  scope: ({ url }) => ({ kind: new URL(url).pathname === '/' ? 'host' : 'prefix' }),
  walk,
  async recount({ url }, site) {
    const api = (await findGhost(url, site))?.api;
    if (api === undefined) return;
    const newest = { ...everything, order: 'published_at desc', limit: 15 };
    for (const list of ['posts', 'pages']) await site.ask(contentUrl(api, list, newest));
  },
};

async function* walk(place: ChannelPlace, site: PublicSite): AsyncGenerator<Collected> {
  const found = await findGhost(place.url, site);
  const home = found?.home ?? new URL('.', place.url).href;
  if (found?.api !== undefined) {
    await site.ask(contentUrl(found.api, 'settings'));
    const isOpen = yield* walkApi(found.api, site);
    if (isOpen) return;
  }
  yield {
    kind: 'note',
    message: `${home} gives no key for its Content API, or refuses it. Posts are read from sitemaps, feeds and pages instead, and no count of the server's says whether they are all.`,
  };
  yield* walkFeeds(home, site);
}

/** @returns false when the key is refused */
async function* walkApi(api: ContentApi, site: PublicSite): AsyncGenerator<Collected, boolean> {
  if (!(yield* walkList(api, 'posts', site))) return false;
  yield* walkList(api, 'pages', site);
  return true;
}

/** @returns false when the first page of it is refused */
async function* walkList(api: ContentApi, list: string, site: PublicSite): AsyncGenerator<Collected, boolean> {
  for (let page = 1; !site.signal.aborted; page += 1) {
    const answer = await site.ask(contentUrl(api, list, { ...everything, page }));
    const json = parseJson(answer.text);
    const pages = answer.status === 200 ? asNumber(at(json, 'meta', 'pagination', 'pages')) : null;
    if (pages === null) {
      if (page === 1 && answer.status >= 400 && answer.status < 500) return false;
      yield gapOfList(answer, list);
      break;
    }
    yield* visits(asList(at(json, list)));
    if (page >= pages) break;
  }
  return true;
}

/** Each post's page is visited, and one that is for members is told: strangers see its beginning. */
function* visits(items: readonly unknown[]): Generator<Collected> {
  for (const item of items) {
    const url = asUrl(at(item, 'url'));
    if (url === null) continue;
    yield { kind: 'page', url };
    if (at(item, 'access') !== false) continue;
    yield {
      kind: 'gap',
      reason: 'content-unavailable',
      url,
      message: `"${asText(at(item, 'title')) ?? url}" at ${url} is for ${asText(at(item, 'visibility')) ?? 'members'} only; strangers see its beginning.`,
      hint: "Import Ghost's own export (Settings, Advanced, Import/Export): it has the whole text.",
    };
  }
}

/** `/rss/2/` has what comes after the newest fifteen. */
async function* walkFeeds(home: string, site: PublicSite): AsyncGenerator<Collected> {
  const known = new Set<string>();
  for (let page = 1; page <= maxFeedPages && !site.signal.aborted; page += 1) {
    const answer = await site.ask(page === 1 ? `${home}rss/` : `${home}rss/${page}/`);
    const fresh = (answer.status === 200 ? entriesOf(answer.text, answer.url) : []).filter((url) => !known.has(url));
    if (fresh.length === 0) return;
    for (const url of fresh) {
      known.add(url);
      yield { kind: 'page', url };
    }
  }
}

function entriesOf(text: string, url: string): readonly string[] {
  try {
    const entries = readXmlFeed(text.replace(/^\uFEFF/, '').trimStart(), url)?.entries ?? [];
    return entries.map((entry) => entry.url).filter((link) => link !== null);
  } catch {
    return [];
  }
}
