import type { ArchivedResponse } from '../../model/archived-response.ts';
import type { ChannelPlace } from '../../model/channel.ts';
import type { Finding } from '../../model/finding.ts';
import { makeMedia } from '../../model/post.ts';
import type { ChannelExtract } from '../channel-adapter.ts';
import { embeddedJson } from '../reading/embedded-json.ts';
import { objectsWhere, objectWhere } from '../reading/json-objects.ts';
import { asNumber, asText, asUrl, at } from '../reading/json-reader.ts';
import { readFeedPosts } from '../reading/read-feed.ts';
import { jsonOf, textOf } from '../reading/response-text.ts';
import { channelIdIn, isTab, tabIn } from './account.ts';
import { tabsIn } from './innertube.ts';
import { readChannel } from './read-channel-page.ts';
import { readComments } from './read-comments.ts';
import { endsHere, readFilms } from './read-lists.ts';
import { readCommunity } from './read-posts.ts';
import { linksInText, readWatch, type WatchPlace } from './read-watch.ts';

const interfacePath = /^\/youtubei\/v1\/(browse|next|player)$/;
/** Films, shorts, streams and posts are one whole in several lists. */
const TABS = 'tabs';
const feedPath = /^\/feeds\/videos\.xml$/;

/** The channel's pages, its films' pages, what both load, and the feed. */
export const youtubeExtract: ChannelExtract = {
  reads(head, place) {
    if (head.status !== 200 || !URL.canParse(head.url)) return false;
    const { origin, pathname } = new URL(head.url);
    if (origin !== new URL(place.url).origin && origin !== place.api) return false;
    if (interfacePath.test(pathname)) return true;
    if (feedPath.test(pathname)) return /xml$/.test(head.mime);
    return head.mime === 'text/html' && (pathname === '/watch' || tabIn(head.url, place) !== undefined);
  },

  async *read(response, place) {
    const { pathname } = new URL(response.url);
    const where: WatchPlace = { place, url: response.url, at: response.place.at };
    if (feedPath.test(pathname)) yield* readFeed(response, place);
    else if (interfacePath.test(pathname)) yield* readInterface(await jsonOf(response), response, where);
    else if (pathname === '/watch')
      yield* readWatch(embeddedJson(await textOf(response), 'ytInitialPlayerResponse'), where);
    else yield* readTab(await textOf(response), where);
  },
};

function* readInterface(value: unknown, response: ArchivedResponse, where: WatchPlace): Generator<Finding> {
  const [, name] = interfacePath.exec(new URL(response.url).pathname) ?? [];
  if (value === undefined && name === 'browse') {
    yield { kind: 'unreadable', id: null, where: response.url, message: 'The next part of a list is no JSON.' };
  } else if (name === 'browse') yield* readMore(value, where);
  else if (name === 'next') yield* readComments(value, response.requestBody, where.at);
  else yield* readWatch(value, where);
}

/** A tab's page has the beginning of one list, and names the others. */
function* readTab(html: string, where: WatchPlace): Generator<Finding> {
  const data = embeddedJson(html, 'ytInitialData');
  const { origin } = new URL(where.place.url);
  yield* readChannel(data, where.url);
  const parts = tabsIn(data);
  if (parts.length > 0) yield { kind: 'parts-of-list', list: TABS, parts };
  const tab = tabIn(where.url, where.place) ?? '';
  const shown = objectWhere(data, (object, key) => key === 'tabRenderer' && object.selected === true);
  // A tab that a channel does not have shows its home instead, where other channels' films may stand.
  const title = asText(at(shown, 'endpoint', 'commandMetadata', 'webCommandMetadata', 'url'))
    ?.split('/')
    .at(-1);
  if (!isTab(tab) || shown === undefined || (title !== undefined && title !== tab && !isCommunity(title, tab))) return;
  yield* readList(shown.content, isCommunity(tab, tab) ? 'posts' : tab, origin, where.at);
}

/** The tab was called "Community" and is called "Posts"; either address leads to it. */
const isCommunity = (...names: readonly string[]): boolean =>
  names.every((name) => name === 'community' || name === 'posts');

function* readList(value: unknown, list: string, origin: string, readAt: string): Generator<Finding> {
  if (list === 'posts') yield* readCommunity(value, origin, readAt);
  else yield* readFilms(value, list, { origin, at: readAt });
  if (value !== undefined && endsHere(value)) yield { kind: 'end-of-list', list: TABS, part: list };
}

/** What a list loads when it is scrolled. It names its list, and the channel's number, in `targetId`. */
function* readMore(value: unknown, { place, at: readAt }: WatchPlace): Generator<Finding> {
  const actions = objectsWhere(value, (object) => Array.isArray(object.continuationItems));
  for (const action of actions) {
    const target = asText(action.targetId) ?? '';
    const known = channelIdIn(place);
    const named = /UC[\w-]{22}/.exec(target)?.[0];
    if (known !== undefined && named !== undefined && named !== known) continue;
    const list =
      /videos|shorts|streams|community|posts/.exec(target.replace(/^browse-feedUC[\w-]{22}/, ''))?.[0] ??
      listOf(action.continuationItems);
    yield* readList(action.continuationItems, isCommunity(list) ? 'posts' : list, new URL(place.url).origin, readAt);
  }
}

/** Where it does not, its items do. */
function listOf(items: unknown): string {
  const has = (wanted: string) => objectWhere(items, (_, key) => key === wanted) !== undefined;
  if (has('backstagePostRenderer') || has('sharedPostRenderer')) return 'posts';
  return has('shortsLockupViewModel') || has('reelItemRenderer') ? 'shorts' : 'videos';
}

/** Title and description stand in it whole; its film is a player of 2009, and its still is the film's. */
async function* readFeed(response: ArchivedResponse, place: ChannelPlace): AsyncGenerator<Finding> {
  const { origin } = new URL(place.url);
  yield* readFeedPosts(response, place, 'youtube', {
    refine: (post, entry) => {
      const id = entry.more('yt:videoId');
      if (id === null || !/^[\w-]{11}$/.test(id)) return undefined;
      const still = asUrl(entry.more('media:thumbnail', 'url'));
      const text = entry.more('media:description') ?? post.text;
      const views = asNumber(entry.more('media:statistics', 'views'));
      return {
        ...post,
        id,
        kind: 'video',
        url: `${origin}/watch?v=${id}`,
        // The time of change moves with every look of YouTube at the film.
        edited: null,
        text,
        html: null,
        media: still === null ? [] : [makeMedia({ url: still, kind: 'image' })],
        links: linksInText(text),
        counts: views === null ? {} : { views },
        countedAt: views === null ? null : response.place.at,
        extent: 'whole',
      };
    },
  });
}
