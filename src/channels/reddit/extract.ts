import type { ArchivedResponse } from '../../model/archived-response.ts';
import type { ChannelPlace } from '../../model/channel.ts';
import type { Finding } from '../../model/finding.ts';
import type { FoundPost } from '../../model/post.ts';
import type { ChannelExtract } from '../channel-adapter.ts';
import { htmlToText } from '../reading/html-to-text.ts';
import { asList, asNumber, asObject, asText, asUnixTime, asUrl, at } from '../reading/json-reader.ts';
import { looksLikeFeed, readFeedPosts } from '../reading/read-feed.ts';
import { jsonOf, textOf } from '../reading/response-text.ts';
import { cleanPath, communityIn, isOwnEntry, listsOf } from './account.ts';
import { isLastOldPage, readRedditPage } from './read-pages.ts';
import { readThing, type ThingPlace } from './read-things.ts';
import { nearLimit } from './seeds.ts';

const isJson = ({ pathname }: URL): boolean => pathname.endsWith('.json');
const isFeed = ({ pathname }: URL): boolean => /\.rss$/.test(pathname);
/** `new`, `submitted`, `comments`: the lists that are walked, below the account. */
const listIn = (url: URL, place: ChannelPlace): string | undefined => {
  const path = url.pathname.toLowerCase();
  const base = `${cleanPath(place).toLowerCase()}/`;
  const rest = path.startsWith(base) ? path.slice(base.length).replace(/(\.(json|rss)|\/)$/, '') : '';
  return listsOf(place).includes(rest) ? rest : undefined;
};

export const redditExtract: ChannelExtract = {
  reads(head, place) {
    if (!URL.canParse(head.url) || head.method !== 'GET') return false;
    const url = new URL(head.url);
    const hosts = [new URL(place.url).origin, place.api, 'https://old.reddit.com', 'https://www.reddit.com'];
    if (!hosts.includes(url.origin)) return false;
    // Of a community that is closed, the refusal itself says why.
    if (/\/about\.json$/.test(url.pathname)) return [200, 403, 404].includes(head.status);
    return head.status === 200 && (isJson(url) || (isFeed(url) && looksLikeFeed(head)) || /html/.test(head.mime));
  },

  async *read(response, place) {
    const url = new URL(response.url);
    const where: ThingPlace = { place, at: response.place.at };
    if (url.pathname.endsWith('/about.json')) yield* readAbout(await jsonOf(response), response, place);
    else if (isJson(url)) yield* readListing(await jsonOf(response), response.url, where);
    else if (isFeed(url)) yield* readFeed(response, where);
    else yield* readPage(await textOf(response), url, where);
  },
};

function* readListing(value: unknown, address: string, where: ThingPlace): Generator<Finding> {
  const listings = (Array.isArray(value) ? value : [value]).map((one) => asObject(at(one, 'data')));
  if (listings.some((listing) => !Array.isArray(listing?.children))) {
    yield { kind: 'unreadable', id: null, where: address, message: 'The list is none of Reddit’s listings.' };
    return;
  }
  for (const listing of listings) for (const thing of asList(listing?.children)) yield* readThing(thing, where);
  const list = listIn(new URL(address), where.place);
  const [first] = listings;
  if (list === undefined || listings.length > 1 || first?.after !== null) return;
  yield* endOf(list, address, asList(first.children).length, where.place);
}

/**
 * At its limit a list ends as if that were all, so that its end says nothing. Of a person there are two lists, and only
 * both ends are one.
 */
function* endOf(list: string, address: string, length: number, place: ChannelPlace): Generator<Finding> {
  yield { kind: 'parts-of-list', list: 'listings', parts: listsOf(place) };
  const before = asNumber(new URL(address).searchParams.get('count')) ?? 0;
  if (!nearLimit(before + length)) yield { kind: 'end-of-list', list: 'listings', part: list };
}

function* readPage(html: string, url: URL, where: ThingPlace): Generator<Finding> {
  let length = 0;
  for (const finding of readRedditPage(html, where)) {
    length += 1;
    yield finding;
  }
  const list = listIn(url, where.place);
  if (list !== undefined && isLastOldPage(html)) yield* endOf(list, url.href, length, where.place);
}

async function* readFeed(response: ArchivedResponse, where: ThingPlace): AsyncGenerator<Finding> {
  let length = 0;
  let isFeedAtAll = true;
  for await (const finding of readFeedPosts(response, where.place, 'reddit', {
    list: 'rss',
    refine: (post, entry) => refined(post, entry.id, where),
  })) {
    if (finding.kind === 'post') length += 1;
    if (finding.kind === 'unreadable') isFeedAtAll = false;
    yield finding;
  }
  const list = listIn(new URL(response.url), where.place);
  if (list !== undefined && length === 0 && isFeedAtAll) yield* endOf(list, response.url, 0, where.place);
}

/** The text stands between two marks; behind it are links to whoever wrote it, to what it links to, and to itself. */
function refined(post: FoundPost, id: string | null, { place }: ThingPlace): FoundPost | undefined {
  if (id === null || !/^t[13]_\w+$/.test(id)) return undefined;
  const isComment = id.startsWith('t1_');
  const html = post.html ?? '';
  const body = /<!-- SC_OFF -->([\s\S]*)<!-- SC_ON -->/.exec(html)?.[1] ?? '';
  const linked = asUrl(/<a href="([^"]+)">\[link\]<\/a>/.exec(html)?.[1]?.replaceAll('&amp;', '&'));
  const { text, links } = htmlToText(body, place.url);
  const author = post.author?.name?.replace(/^\/?u\//, '') ?? null;
  const community = post.url === null ? null : communityIn(new URL(post.url).pathname);
  const isOwn = isOwnEntry(place, { author, community, isComment });
  return {
    ...post,
    id,
    kind: !isComment ? 'post' : isOwn ? 'reply' : 'comment',
    isOwn,
    author: author === null ? null : { id: null, handle: author, name: null, url: post.author?.url ?? null },
    title: isComment ? null : post.title,
    text,
    html: body === '' ? null : body,
    media: [],
    links: linked === null || linked === post.url ? links : [linked, ...links],
    tags: [],
    extent: 'part',
  };
}

function* readAbout(value: unknown, response: ArchivedResponse, place: ChannelPlace): Generator<Finding> {
  const data = asObject(at(value, 'data'));
  const reason = asText(at(value, 'reason'));
  if (data === undefined && reason === null && response.status !== 404) return;
  const isSuspended = data?.is_suspended === true || reason === 'banned';
  yield {
    kind: 'profile',
    profile: {
      id: asText(data?.name) === null ? null : asText(data?.id),
      handle: place.handle ?? null,
      name:
        asText(at(data, 'subreddit', 'title')) ??
        asText(data?.title) ??
        asText(data?.name) ??
        asText(data?.display_name),
      bio: asText(at(data, 'subreddit', 'public_description')) ?? asText(data?.public_description),
      url: place.url,
      avatarUrl: asUrl(asText(data?.icon_img)?.replaceAll('&amp;', '&') || undefined),
      followers: asNumber(data?.subscribers) ?? asNumber(at(data, 'subreddit', 'subscribers')),
      following: null,
      since: asUnixTime(data?.created_utc),
      state: isSuspended ? 'suspended' : reason !== null ? 'private' : response.status === 404 ? 'gone' : 'open',
    },
  };
}
