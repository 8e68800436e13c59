import type { ArchivedResponse } from '../../model/archived-response.ts';
import type { Finding } from '../../model/finding.ts';
import { type FoundPost, makeMedia, makePost, type PostMedia } from '../../model/post.ts';
import { reallyLater } from '../reading/edit-time.ts';
import { kindOf, mimeOf } from '../reading/feed-media.ts';
import { htmlToText } from '../reading/html-to-text.ts';
import { asNumber, asObject, asText, asTime, asUrl, at, parseJson } from '../reading/json-reader.ts';
import { commentId } from './read-comment.ts';
import { contentMedia, onceEach } from './read-media.ts';
import { kindOfType, plainTitle } from './read-post.ts';
import { unreadable } from './read-rest.ts';
import type { RestRoute } from './rest-place.ts';

/**
 * Everything in one answer of WordPress.com's interface, version 1.1.
 * @see https://developer.wordpress.com/docs/api/1.1/get/sites/%24site/posts/
 */
export async function* readCom(response: ArchivedResponse, { path, query }: RestRoute): AsyncGenerator<Finding> {
  const json = parseJson(await response.text().catch(() => ''));
  const list = path === 'posts' || path === 'comments' ? at(json, path) : undefined;
  if (path === '') return yield* readSite(json);
  if (!Array.isArray(list)) {
    yield unreadable(response.url, null, `${response.url} should be a list of ${path} and is none.`);
    return;
  }
  const found = asNumber(at(json, 'found'));
  const type = query.get('type') ?? 'post';
  if (path === 'posts' && found !== null && isUnfiltered(query)) {
    yield { kind: 'claim', claim: { name: `found ${type}`, count: found, kinds: [kindOfType(type)], reach: 'exact' } };
  }
  for (const item of list) {
    const post = path === 'posts' ? readPost(item, response.place.at) : readComment(item);
    if (post === undefined) {
      yield unreadable(response.url, asText(at(item, 'ID')), `An item of ${path} has no ID or no address.`);
      continue;
    }
    yield { kind: 'post', post };
    const { id, url, published, kind } = post;
    if (path === 'posts') yield { kind: 'listed', listed: { id, url, published, list: `posts ${type}`, kind } };
  }
}

export function isComRoute({ path }: RestRoute): boolean {
  return path === '' || path === 'posts' || path === 'comments';
}

function isUnfiltered(query: URLSearchParams): boolean {
  return [...query.keys()].every((name) =>
    /^(number|page|offset|type|order|order_by|page_handle|http_envelope)$/.test(name),
  );
}

function readPost(item: unknown, countedAt: string): FoundPost | undefined {
  const id = asText(at(item, 'ID'));
  const url = asUrl(at(item, 'URL'));
  if (id === null || url === null) return undefined;
  const html = asText(at(item, 'content')) ?? '';
  const { text, links } = htmlToText(html, url);
  const published = asTime(at(item, 'date'));
  const isProtected = (asText(at(item, 'password')) ?? '') !== '';
  const likes = asNumber(at(item, 'like_count'));
  const replies = asNumber(at(item, 'discussion', 'comment_count'));
  return makePost({
    platform: 'wordpress',
    id,
    url,
    kind: kindOfType(asText(at(item, 'type')) ?? 'post'),
    source: 'api',
    author: {
      id: asText(at(item, 'author', 'ID')),
      handle: asText(at(item, 'author', 'login')) ?? asText(at(item, 'author', 'nice_name')),
      name: plainTitle(at(item, 'author', 'name')),
      url: asUrl(at(item, 'author', 'URL')),
    },
    published,
    edited: reallyLater(published, asTime(at(item, 'modified'))),
    title: plainTitle(at(item, 'title')),
    text,
    html,
    media: onceEach([...featured(item), ...contentMedia(html, url)]),
    links,
    tags: [...Object.keys(asObject(at(item, 'categories')) ?? {}), ...Object.keys(asObject(at(item, 'tags')) ?? {})],
    isPinned: at(item, 'sticky') === true,
    counts: { ...(likes === null ? {} : { likes }), ...(replies === null ? {} : { replies }) },
    countedAt: likes === null && replies === null ? null : countedAt,
    visibility: isProtected ? 'private' : 'public',
    extent: isProtected ? 'part' : 'whole',
  });
}

function featured(item: unknown): readonly PostMedia[] {
  const attached = Object.values(asObject(at(item, 'attachments')) ?? {});
  const url = asUrl(at(item, 'featured_image')) ?? asUrl(at(item, 'post_thumbnail', 'URL'));
  if (url === null) return [];
  const known = attached.find((one) => asUrl(at(one, 'URL')) === url) ?? at(item, 'post_thumbnail');
  const mime = mimeOf(asText(at(known, 'mime_type')));
  return [
    makeMedia({
      url,
      kind: kindOf('image', mime, url),
      mime,
      alt: asText(at(known, 'alt')) ?? plainTitle(at(known, 'caption')),
      width: asNumber(at(known, 'width')),
      height: asNumber(at(known, 'height')),
    }),
  ];
}

/** Nothing in a comment says whether its writer writes for the site; only the site's own author does, by the post. */
function readComment(item: unknown): FoundPost | undefined {
  const id = asText(at(item, 'ID'));
  const post = asText(at(item, 'post', 'ID'));
  if (id === null || post === null) return undefined;
  const url = asUrl(at(item, 'URL'));
  const html = asText(at(item, 'content')) ?? '';
  const parent = asText(at(item, 'parent', 'ID'));
  return makePost({
    platform: 'wordpress',
    id: commentId(id),
    url,
    kind: 'comment',
    source: 'api',
    isOwn: false,
    author: {
      id: asText(at(item, 'author', 'ID')),
      handle: asText(at(item, 'author', 'login')),
      name: plainTitle(at(item, 'author', 'name')),
      url: asUrl(at(item, 'author', 'URL')),
    },
    published: asTime(at(item, 'date')),
    ...htmlToText(html, url ?? undefined),
    html,
    replyTo: { id: parent === null ? post : commentId(parent), url: null, author: null, text: null },
    thread: post,
  });
}

function* readSite(json: unknown): Generator<Finding> {
  const url = asUrl(at(json, 'URL'));
  if (url === null) return;
  yield {
    kind: 'profile',
    profile: {
      id: asText(at(json, 'ID')),
      handle: new URL(url).hostname,
      name: plainTitle(at(json, 'name')),
      bio: plainTitle(at(json, 'description')),
      url,
      avatarUrl: asUrl(at(json, 'icon', 'img')),
      followers: asNumber(at(json, 'subscribers_count')),
      following: null,
      since: null,
      state: at(json, 'is_private') === true ? 'private' : 'open',
    },
  };
}
