import type { ArchivedResponse } from '../../model/archived-response.ts';
import type { ChannelPlace } from '../../model/channel.ts';
import type { Finding } from '../../model/finding.ts';
import { pathSegments } from '../address.ts';
import type { ChannelExtract } from '../channel-adapter.ts';
import { embeddedJson } from '../reading/embedded-json.ts';
import { objectsWhere } from '../reading/json-objects.ts';
import { asList, asNumber, asObject, asText, asUrl } from '../reading/json-reader.ts';
import { looksLikeFeed, readFeedPosts } from '../reading/read-feed.ts';
import { jsonOf, textOf } from '../reading/response-text.ts';
import { readTumblrPost, tumblrJson, tumblrKinds } from './read-api.ts';
import { isNpfPost, npfBlog, readNpfPost } from './read-npf.ts';

const apiPath = /^\/api\/read\/json$/;
const ownHost = (url: URL) => /^(www\.)?tumblr\.com$/.test(url.hostname);

/** Version 1 of the interface at the blog's own host, what www.tumblr.com holds and loads, and the feed. */
export const tumblrExtract: ChannelExtract = {
  reads(head, place) {
    if (head.status !== 200 || head.method !== 'GET' || !URL.canParse(head.url)) return false;
    const url = new URL(head.url);
    const blog = blogOf(place);
    const isBlogs = url.origin === new URL(place.url).origin || url.hostname === `${blog}.tumblr.com`;
    const isShared = ownHost(url) && pathSegments(url.pathname).some((segment) => segment.toLowerCase() === blog);
    if (!isBlogs && !isShared && url.origin !== place.api) return false;
    return apiPath.test(url.pathname) || looksLikeFeed(head) || isShared || isPage(head.mime, url);
  },

  async *read(response, place) {
    const { pathname } = new URL(response.url);
    if (apiPath.test(pathname)) yield* readList(await textOf(response), response);
    else if (looksLikeFeed(response)) yield* readFeed(response, place);
    else if (response.mime === 'application/json') yield* readPosts(await jsonOf(response), response, place);
    else yield* readPosts(embeddedJson(await textOf(response), '___INITIAL_STATE___'), response, place);
  },
};

function isPage(mime: string, { pathname }: URL): boolean {
  return mime === 'text/html' && !/^\/(tagged|search|likes|following)\//.test(pathname);
}

function blogOf({ handle, url }: ChannelPlace): string {
  const { hostname, pathname } = new URL(url);
  return (
    handle ?? (ownHost(new URL(url)) ? (pathSegments(pathname)[0] ?? '') : (hostname.split('.')[0] ?? ''))
  ).toLowerCase();
}

function* readList(text: string, response: ArchivedResponse): Generator<Finding> {
  const { url } = response;
  const value = tumblrJson(text);
  if (value === undefined || !Array.isArray(value.posts)) {
    yield { kind: 'unreadable', id: null, where: url, message: 'The list of posts is no list.' };
    return;
  }
  const { searchParams } = new URL(url);
  const isWholeList = ['type', 'tagged', 'search', 'id'].every((name) => !searchParams.has(name));
  yield* readBlogProfile(value.tumblelog);
  for (const item of value.posts) yield readTumblrPost(asObject(item) ?? {}, url);
  const total = asNumber(value['posts-total']);
  if (!isWholeList || total === null) return;
  yield { kind: 'claim', claim: { name: 'posts-total', count: total, kinds: tumblrKinds, reach: 'exact' } };
  const start = asNumber(value['posts-start']) ?? asNumber(searchParams.get('start')) ?? 0;
  if (start + asList(value.posts).length >= total) yield { kind: 'end-of-list', list: 'api/read' };
}

function* readBlogProfile(value: unknown): Generator<Finding> {
  const blog = asObject(value);
  const handle = asText(blog?.name);
  if (blog === undefined || handle === null) return;
  yield {
    kind: 'profile',
    profile: {
      id: asText(blog.uuid),
      handle,
      name: asText(blog.title),
      bio: asText(blog.description),
      url: asUrl(blog.url),
      avatarUrl: asUrl(blog.avatar_url_512),
      followers: null,
      following: null,
      since: null,
      state: 'open',
    },
  };
}

/** A page has posts of others beside those of the blog. */
function* readPosts(value: unknown, response: ArchivedResponse, place: ChannelPlace): Generator<Finding> {
  for (const post of objectsWhere(value, isNpfPost)) {
    if (npfBlog(post) === blogOf(place)) yield readNpfPost(post, response.place.at);
  }
}

/** The feed has the number of each post in its address, and no word on whether it is a reblog. */
async function* readFeed(response: ArchivedResponse, place: ChannelPlace): AsyncGenerator<Finding> {
  yield* readFeedPosts(response, place, 'tumblr', {
    list: 'rss',
    refine: (post) => {
      const id = /\/post\/(\d+)|\/(\d{6,})(?:\/|$)/
        .exec(post.url ?? '')
        ?.slice(1)
        .find(Boolean);
      return id === undefined ? undefined : { ...post, id, kind: 'post', title: null, extent: 'part' };
    },
  });
}
