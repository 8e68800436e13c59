import { sha256 } from '../../base/digest.ts';
import type { ArchivedHead, ArchivedResponse } from '../../model/archived-response.ts';
import type { ChannelPlace } from '../../model/channel.ts';
import type { Finding } from '../../model/finding.ts';
import type { PlatformId } from '../../model/platform.ts';
import { type FoundPost, makePost } from '../../model/post.ts';
import { reallyLater } from './edit-time.ts';
import type { Feed, FeedEntry } from './feed-entry.ts';
import { once } from './feed-media.ts';
import { htmlMedia } from './html-media.ts';
import { htmlToText } from './html-to-text.ts';
import { readJsonFeed } from './json-feed.ts';
import { parseJson } from './json-reader.ts';
import { readXmlFeed } from './xml-feed.ts';

export interface FeedReading {
  /** The name of the list in `listed`; `feed` unless said. */
  readonly list?: string;
  /**
   * Makes the platform's post of what every feed says: its id, kind, counts. Undefined leaves the entry out, as something
   * that is no post of the channel.
   */
  readonly refine?: (post: FoundPost, entry: FeedEntry) => FoundPost | undefined;
}

const feedTypes = /^application\/(rss|atom|rdf|feed)\+(xml|json)$|^application\/x-(rss|atom)\+xml$|^text\/rss(\+xml)?$/;
const feedPlace = /(^|[/.])(feeds?|rss2?|atom|rdf)(\.(xml|rdf|rss|atom|json|php))?\/?$|\/index\.(xml|rss|rdf)$/i;

/** Says from the index alone whether an answer is a feed. A page of HTML is none, wherever it lies. */
export function looksLikeFeed(head: Pick<ArchivedHead, 'url' | 'method' | 'status' | 'mime' | 'isPart'>): boolean {
  const { method, status, mime, isPart, url } = head;
  if (method !== 'GET' || status !== 200 || isPart || !URL.canParse(url)) return false;
  if (feedTypes.test(mime)) return true;
  const { pathname, searchParams } = new URL(url);
  const isAFeedsPlace = feedPlace.test(pathname) || searchParams.has('feed');
  return isAFeedsPlace && /^$|xml$|json$|^text\/plain$|^application\/octet-stream$/.test(mime);
}

/**
 * The posts of one RSS, Atom or JSON Feed, each as a post and as listed. Whole are those alone whose whole content the feed
 * says it gives. The id is the address; `refine` may know better.
 */
export async function* readFeedPosts(
  response: ArchivedResponse,
  place: ChannelPlace,
  platform: PlatformId,
  { list = 'feed', refine = (post) => post }: FeedReading = {},
): AsyncGenerator<Finding> {
  const feed = await parseFeed(response);
  if (feed === undefined) return;
  if (typeof feed === 'string') {
    yield { kind: 'unreadable', id: null, where: response.url, message: feed };
    return;
  }
  for (const entry of feed.entries) {
    const post = refine(postOf(entry, platform, place), entry);
    if (post === undefined) continue;
    const { id, url, published, kind } = post;
    yield { kind: 'post', post };
    yield { kind: 'listed', listed: { id, url, published, list, kind } };
  }
  const troubles = [...feed.troubles, ...(feed.isWhole ? [] : ['it breaks off in the middle'])];
  if (troubles.length === 0) return;
  const message = `The feed ${response.url} is damaged: ${troubles.join(', ')}.`;
  yield { kind: 'unreadable', id: null, where: response.url, message };
}

/** @returns the reason, in words, when there is none; undefined for an answer that never said that it is one */
async function parseFeed(response: ArchivedResponse): Promise<Feed | string | undefined> {
  const { url, mime } = response;
  try {
    const text = (await response.text()).replace(/^\uFEFF/, '').trimStart();
    if (text === '') return `${url} should be a feed and is empty.`;
    const json = parseJson(text);
    const feed = text.startsWith('{') ? readJsonFeed(json, url) : readXmlFeed(text, url);
    // An interface of the site's own may lie at /api/feed and be sound.
    if (feed === undefined && json !== undefined && !feedTypes.test(mime)) return undefined;
    return feed ?? `${url} should be a feed and is neither RSS nor Atom nor JSON Feed.`;
  } catch (error) {
    return `${url} should be a feed and cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
  }
}

function postOf(entry: FeedEntry, platform: PlatformId, place: ChannelPlace): FoundPost {
  const { url, title, content, published, updated, author, lang, tags, replyTo } = entry;
  const { markup, base } = content ?? { markup: '', base: url ?? place.url };
  const read = content?.isHtml === true ? htmlToText(markup, base) : { text: markup, links: [] };
  const pictures = content?.isHtml === true ? htmlMedia(markup, base) : [];
  return makePost({
    platform,
    id: url ?? entry.id ?? nameless(entry, read.text),
    url,
    kind: title === null ? 'post' : 'article',
    source: 'api',
    author,
    published,
    edited: reallyLater(published, updated),
    title,
    text: read.text,
    html: content?.isHtml === true ? markup : null,
    lang,
    media: once([...pictures, ...entry.media]),
    links: read.links,
    replyTo,
    tags,
    extent: content?.isWhole === true ? 'whole' : 'part',
  });
}

/** RSS lets an entry have neither address nor name; its content is all that tells it from others. */
function nameless({ title, published }: FeedEntry, text: string): string {
  return `urn:${sha256(JSON.stringify([title, published, text]))}`;
}
