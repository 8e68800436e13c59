import type { ArchivedHead, ArchivedResponse } from '../../model/archived-response.ts';
import type { ChannelPlace } from '../../model/channel.ts';
import type { Finding } from '../../model/finding.ts';
import type { ChannelExtract } from '../channel-adapter.ts';
import { embeddedJson } from '../reading/embedded-json.ts';
import { asObject, asText, asTime, asUrl, at } from '../reading/json-reader.ts';
import { looksLikeFeed, readFeedPosts } from '../reading/read-feed.ts';
import { readSitemap } from '../reading/read-sitemap.ts';
import { jsonOf, textOf } from '../reading/response-text.ts';
import { readSubstackComments } from './read-comments.ts';
import { readSubstackPost } from './read-post.ts';
import { apiOf } from './seeds.ts';

const archivePath = /^\/api\/v1\/archive\/?$/;
const postPath = /^\/api\/v1\/posts\/(?!.*\/)[^/]+$/;
const commentsPath = /^\/api\/v1\/post\/(\d+)\/comments$/;
const pagePath = /^\/p\/[^/]+\/?$/;

const isSitemap = (path: string): boolean => path === '/sitemap.xml';
const isPostPage = (url: string): boolean => pagePath.test(new URL(url).pathname);

/** The publication's interface, its pages, its feed and its sitemap. */
export const substackExtract: ChannelExtract = {
  reads(head, place) {
    if (head.status !== 200 || head.method !== 'GET' || !isOfPlace(head, place)) return false;
    const { pathname } = new URL(head.url);
    if (pagePath.test(pathname)) return head.mime === 'text/html';
    return (
      looksLikeFeed(head) ||
      isSitemap(pathname) ||
      [archivePath, postPath, commentsPath].some((path) => path.test(pathname))
    );
  },

  async *read(response, place) {
    const { pathname } = new URL(response.url);
    if (archivePath.test(pathname)) yield* readArchive(await jsonOf(response), response);
    else if (postPath.test(pathname)) yield* readOne(await jsonOf(response), response);
    else if (commentsPath.test(pathname)) yield* readComments(await jsonOf(response), response);
    else if (pagePath.test(pathname)) yield* readPage(await textOf(response), response);
    else if (isSitemap(pathname)) yield* readSitemap(response, { isPost: isPostPage });
    else yield* readFeed(response, place);
  },
};

/** A publication under a domain of its own answers there, while its old name redirects. */
function isOfPlace({ url }: Pick<ArchivedHead, 'url'>, place: ChannelPlace): boolean {
  if (!URL.canParse(url)) return false;
  const here = new URL(url);
  if (here.origin === apiOf(place) || here.origin === new URL(place.url).origin) return true;
  const isSubstack = (host: string) => /(^|\.)substack\.com$/.test(host);
  return isSubstack(new URL(place.url).hostname) && !isSubstack(here.hostname);
}

const placed = (response: ArchivedResponse, source: 'api' | 'crawl') => ({
  url: response.url,
  at: response.place.at,
  source,
});

function* readArchive(value: unknown, response: ArchivedResponse): Generator<Finding> {
  const { url } = response;
  if (!Array.isArray(value)) {
    yield { kind: 'unreadable', id: null, where: url, message: 'The list of posts is no list.' };
    return;
  }
  const { searchParams } = new URL(url);
  // A search, or a list by likes, has an end of its own.
  const isWholeList = (searchParams.get('search') ?? '') === '' && (searchParams.get('sort') ?? 'new') === 'new';
  for (const item of value) {
    const object = asObject(item) ?? {};
    const finding = readSubstackPost(object, placed(response, 'api'));
    yield finding;
    if (finding.kind !== 'post') continue;
    const { id, url: address, published, kind } = finding.post;
    yield { kind: 'listed', listed: { id, url: address, published, list: 'archive', kind } };
  }
  if (value.length === 0 && isWholeList) yield { kind: 'end-of-list', list: 'archive' };
}

function* readOne(value: unknown, response: ArchivedResponse): Generator<Finding> {
  const item = asObject(value);
  if (item === undefined) {
    yield { kind: 'unreadable', id: null, where: response.url, message: 'The post is no JSON object.' };
    return;
  }
  yield readSubstackPost(item, placed(response, 'api'));
}

function* readComments(value: unknown, response: ArchivedResponse): Generator<Finding> {
  const post = commentsPath.exec(new URL(response.url).pathname)?.[1] ?? '';
  const comments = at(value, 'comments');
  if (!Array.isArray(comments)) {
    yield { kind: 'unreadable', id: post, where: response.url, message: 'The comments are no list.' };
    return;
  }
  yield* readSubstackComments(comments, post, response.place.at);
}

/** What the page was made from stands in it, in a text within a script. */
function* readPage(html: string, response: ArchivedResponse): Generator<Finding> {
  const preloads = embeddedJson(html, '_preloads');
  const publication = asObject(at(preloads, 'pub'));
  if (publication !== undefined) {
    yield {
      kind: 'profile',
      profile: {
        id: asText(publication.id),
        handle: asText(publication.subdomain),
        name: asText(publication.name),
        bio: asText(publication.hero_text),
        url: asUrl(publication.base_url) ?? new URL('/', response.url).href,
        avatarUrl: asUrl(publication.logo_url),
        followers: null,
        following: null,
        since: asTime(publication.created_at),
        state: 'open',
      },
    };
  }
  const post = asObject(at(preloads, 'post'));
  if (post !== undefined) yield readSubstackPost(post, placed(response, 'crawl'));
  else {
    yield { kind: 'unreadable', id: null, where: response.url, message: 'The page does not hold its post as data.' };
  }
}

/** The feed gives the beginning of a paid post as if it were all of it. */
async function* readFeed(response: ArchivedResponse, place: ChannelPlace): AsyncGenerator<Finding> {
  yield* readFeedPosts(response, place, 'substack', {
    refine: (post, entry) => {
      if (post.url === null || !isPostPage(post.url)) return undefined;
      return { ...post, kind: 'article', title: entry.title, extent: 'part' };
    },
  });
}
