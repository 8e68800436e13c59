import { type FoundPost, makePost, type PostAuthor, type PostCounts, type PostReference } from '../../model/post.ts';
import { addressesIn, hashtagsOf } from '../reading/caption.ts';
import { asList, asNumber, asObject, asText, asUnixTime, asUrl, at, type JsonObject } from '../reading/json-reader.ts';
import { readMetaMedia } from '../reading/meta-media.ts';
import { isSameName } from '../reading/own-account.ts';

/** What reading a post takes to know about where it was found. */
export interface ThreadsContext {
  readonly handle: string;
  readonly origin: string;
  /** UTC ISO 8601, when it was served. */
  readonly at: string;
}

/** What a post stands below, where that is known. */
export interface Above {
  /** The post that it answers. */
  readonly post: JsonObject | undefined;
  /** The first one of the same thread. */
  readonly first: JsonObject | undefined;
}

export function isThreadsPost(object: JsonObject): boolean {
  return typeof object.code === 'string' && asObject(object.user) !== undefined && 'text_post_app_info' in object;
}

export function authorOfPost(post: JsonObject, { origin }: Pick<ThreadsContext, 'origin'>): PostAuthor | null {
  const handle = asText(at(post, 'user', 'username'));
  if (handle === null) return null;
  const id = asText(at(post, 'user', 'pk')) ?? asText(at(post, 'user', 'id'));
  return { id, handle, name: asText(at(post, 'user', 'full_name')), url: `${origin}/@${handle}` };
}

export function isOwnPost(post: JsonObject, context: ThreadsContext): boolean {
  return isSameName(authorOfPost(post, context)?.handle, context.handle);
}

export function idOfPost(post: JsonObject): string {
  return asText(post.pk) ?? (asText(post.id) ?? '').split('_')[0] ?? '';
}

/** @param post what `isThreadsPost` is true of */
export function readThreadsPost(post: JsonObject, above: Above, context: ThreadsContext): FoundPost {
  const author = authorOfPost(post, context);
  const isOwn = isSameName(author?.handle, context.handle);
  const info = asObject(post.text_post_app_info) ?? {};
  const repostOf = shared(info, 'reposted_post', context);
  const quoteOf = shared(info, 'quoted_post', context);
  const replyTo = replyOf(info, above.post, context);
  const counts = repostOf === null ? countsOf(post, info) : {};
  return makePost({
    platform: 'threads',
    id: idOfPost(post),
    url: addressOf(post, context),
    kind: isOwn ? kindOf(repostOf, replyTo, quoteOf) : 'comment',
    author,
    isOwn,
    published: asUnixTime(post.taken_at),
    ...(repostOf === null ? wordsOf(post, info) : {}),
    replyTo,
    quoteOf,
    repostOf,
    thread: threadOf(post, above),
    counts,
    countedAt: Object.keys(counts).length === 0 ? null : context.at,
    isPinned: at(info, 'pinned_post_info', 'is_pinned_to_profile') === true,
    source: 'crawl',
  });
}

function kindOf(repost: unknown, reply: unknown, quote: unknown): FoundPost['kind'] {
  if (repost !== null) return 'repost';
  if (reply !== null) return 'reply';
  return quote === null ? 'post' : 'quote';
}

function threadOf(post: JsonObject, { first, post: before }: Above): string | null {
  if (first === undefined) return null;
  return first === post && before === undefined ? null : idOfPost(first);
}

function addressOf(post: JsonObject, context: ThreadsContext): string {
  const handle = authorOfPost(post, context)?.handle ?? context.handle;
  return `${context.origin}/@${handle.toLowerCase()}/post/${asText(post.code)}`;
}

function reference(post: JsonObject, context: ThreadsContext): PostReference {
  const text = asText(at(post, 'caption', 'text'));
  return { id: idOfPost(post), url: addressOf(post, context), author: authorOfPost(post, context), text };
}

function shared(info: JsonObject, name: string, context: ThreadsContext): PostReference | null {
  const post = asObject(at(info, 'share_info', name)) ?? asObject(info[name]);
  return post === undefined || typeof post.code !== 'string' ? null : reference(post, context);
}

/** Threads names whom a post answers; which post, only where both stand together. */
function replyOf(info: JsonObject, before: JsonObject | undefined, context: ThreadsContext): PostReference | null {
  const handle = asText(at(info, 'reply_to_author', 'username'));
  if (info.is_reply !== true && handle === null && before === undefined) return null;
  if (before !== undefined) return reference(before, context);
  const url = handle === null ? null : `${context.origin}/@${handle}`;
  const author = handle === null ? null : { id: null, handle, name: null, url };
  return { id: null, url: null, author, text: null };
}

function wordsOf(post: JsonObject, info: JsonObject): Partial<FoundPost> {
  const text = asText(at(post, 'caption', 'text')) ?? '';
  const fragments = asList(at(info, 'text_fragments', 'fragments'));
  const topics = fragments
    .filter((fragment) => at(fragment, 'fragment_type') === 'tag')
    .flatMap((fragment) => asText(at(fragment, 'plaintext'))?.replace(/^#/, '') ?? []);
  const linked = fragments.flatMap((fragment) => unwrapped(at(fragment, 'link_fragment', 'uri')) ?? []);
  const preview = unwrapped(at(info, 'link_preview_attachment', 'url')) ?? [];
  return {
    text,
    tags: [...new Set([...hashtagsOf(text), ...topics])],
    links: [...new Set([...linked, ...addressesIn(text), ...[preview].flat()])],
    media: readMetaMedia(post),
  };
}

/** `https://l.threads.com/?u=https%3A%2F%2F…` only counts who leaves. */
function unwrapped(address: unknown): string | null {
  const url = asUrl(address);
  if (url === null || !/^l\.(threads|instagram)\.(com|net)$/.test(new URL(url).hostname)) return url;
  return asUrl(new URL(url).searchParams.get('u')) ?? url;
}

function countsOf(post: JsonObject, info: JsonObject): PostCounts {
  const hidden = post.like_and_view_counts_disabled === true;
  const found = {
    ...(hidden ? {} : { likes: post.like_count }),
    replies: info.direct_reply_count,
    reposts: info.repost_count,
    quotes: info.quote_count,
  };
  const known = Object.entries(found).flatMap(([name, value]) => {
    const count = asNumber(value);
    return count === null || count < 0 ? [] : [[name, count] as const];
  });
  return Object.fromEntries(known);
}
