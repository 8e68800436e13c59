import type { Finding } from '../../model/finding.ts';
import { type FoundPost, makePost, type PostAuthor, type PostCounts } from '../../model/post.ts';
import { asList, asNumber, asObject, asText, asTime, at } from '../reading/json-reader.ts';
import { readRecord } from './read-record.ts';
import { type Account, pageOf, readAtUri } from './repo-address.ts';

export interface ViewContext {
  readonly account: Account;
  /** Address of the answer, and when it came, UTC ISO 8601. */
  readonly url: string;
  readonly at: string;
}

/** The account's DID: named by the place, found beside its handle, or the one that was asked for. */
function ownDidIn(views: readonly unknown[], { account, url }: ViewContext): string | null {
  if (account.name.startsWith('did:')) return account.name;
  const authors = views.map((view) => at(view, 'author'));
  const own = authors.find((author) => asText(at(author, 'handle'))?.toLowerCase() === account.name.toLowerCase());
  const asked = new URL(url).searchParams.get('actor');
  // The walk asks by DID; a handle that no longer proves itself is shown as handle.invalid.
  const isAsked = asked?.startsWith('did:') === true && authors.every((author) => at(author, 'did') === asked);
  return asText(at(own, 'did')) ?? (isAsked ? asked : null);
}

export function readAuthor(view: unknown, { page }: Account): PostAuthor | null {
  const did = asText(at(view, 'did'));
  if (did === null) return null;
  const handle = asText(at(view, 'handle'));
  return { id: did, handle, name: asText(at(view, 'displayName')), url: `${new URL(page).origin}/profile/${did}` };
}

/**
 * A page of the author's feed: posts with their counts, and what was passed on. Without a cursor it is the last.
 * @see https://docs.bsky.app/docs/api/app-bsky-feed-get-author-feed
 */
export function* readAuthorFeed(json: unknown, context: ViewContext): Generator<Finding> {
  const items = asList(at(json, 'feed'));
  const views = items.flatMap((item) => [at(item, 'post'), { author: at(item, 'reason', 'by') }]);
  const ownDid = ownDidIn(
    views.filter((view) => at(view, 'author') !== undefined),
    context,
  );
  if (ownDid === null && items.length > 0) return;
  for (const item of items) yield* readFeedItem(item, ownDid ?? '', context);
  const filter = new URL(context.url).searchParams.get('filter') ?? 'posts_with_replies';
  const isEnd = asText(at(json, 'cursor')) === null && Array.isArray(at(json, 'feed'));
  if (isEnd && filter === 'posts_with_replies') yield { kind: 'end-of-list', list: 'getAuthorFeed' };
}

function* readFeedItem(item: unknown, ownDid: string, context: ViewContext): Generator<Finding> {
  const reason = at(item, 'reason');
  const type = asText(at(reason, '$type'));
  const view = at(item, 'post');
  if (type === 'app.bsky.feed.defs#reasonRepost') {
    // Older servers do not name the repost itself; the repository does.
    const id = asText(at(reason, 'uri'));
    if (id !== null && at(reason, 'by', 'did') === ownDid) yield { kind: 'post', post: readRepost(id, item, context) };
    return;
  }
  if (at(view, 'author', 'did') !== ownDid) return;
  yield readView(view, ownDid, context, type === 'app.bsky.feed.defs#reasonPin');
}

function readRepost(id: string, item: unknown, { account }: ViewContext): FoundPost {
  const view = at(item, 'post');
  const uri = asText(at(view, 'uri'));
  const by = at(item, 'reason', 'by');
  return makePost({
    platform: 'bluesky',
    id,
    kind: 'repost',
    author: readAuthor(by, account),
    published: asTime(at(item, 'reason', 'indexedAt')),
    repostOf: {
      id: uri,
      url: uri === null ? null : pageOf(uri, account, asText(at(by, 'did')) ?? undefined),
      author: readAuthor(at(view, 'author'), account),
      text: asText(at(view, 'record', 'text')),
    },
    source: 'api',
  });
}

/** A post as the app view shows it: the author's own record, with counts beside it. */
function readView(view: unknown, ownDid: string, context: ViewContext, isPinned = false): Finding {
  const { account, url, at: readAt } = context;
  const uri = asText(at(view, 'uri'));
  const did = readAtUri(uri)?.did ?? '';
  const post =
    uri === null
      ? undefined
      : readRecord(uri, at(view, 'record'), {
          account,
          ownDid,
          blobs: { did, server: account.only ?? null, hasCdn: account.only === undefined },
          author: readAuthor(at(view, 'author'), account),
        });
  if (post === undefined)
    return { kind: 'unreadable', id: uri, where: url, message: `${url} shows ${uri}, which is no post.` };
  const counts = readCounts(view);
  const countedAt = Object.keys(counts).length === 0 ? null : readAt;
  return { kind: 'post', post: { ...post, isPinned: isPinned || post.isPinned, counts, countedAt } };
}

function readCounts(view: unknown): PostCounts {
  const named = {
    likes: asNumber(at(view, 'likeCount')),
    reposts: asNumber(at(view, 'repostCount')),
    quotes: asNumber(at(view, 'quoteCount')),
    replies: asNumber(at(view, 'replyCount')),
    bookmarks: asNumber(at(view, 'bookmarkCount')),
  };
  return Object.fromEntries(Object.entries(named).filter(([, count]) => count !== null));
}

/**
 * A thread in either form: nested (getPostThread) or as a flat list (getPostThreadV2). Own posts, and what others answered
 * below them.
 */
export function* readThread(json: unknown, context: ViewContext): Generator<Finding> {
  const thread = at(json, 'thread');
  const flat = Array.isArray(thread) ? thread.map(threadItem) : [...nested(thread)];
  const views = flat.map((item) => at(item, 'post')).filter((view) => at(view, 'uri') !== undefined);
  const ownDid = ownDidIn(views, context);
  if (ownDid === null) return;
  const roots = new Set(
    views.filter((view) => at(view, 'author', 'did') === ownDid).map((view) => asText(at(view, 'uri'))),
  );
  for (const view of views) {
    const isOwn = at(view, 'author', 'did') === ownDid;
    const isBelow = roots.has(asText(at(view, 'record', 'reply', 'root', 'uri')));
    if (isOwn || isBelow) yield readView(view, ownDid, context);
  }
  for (const item of flat) yield* readNotFound(item, ownDid, context);
}

/** An item of the flat form in the words of the nested one: its address stands beside what it is. */
function threadItem(item: unknown): unknown {
  const value = asObject(at(item, 'value')) ?? {};
  return { ...value, uri: at(item, 'uri'), notFound: asText(value.$type)?.endsWith('#threadItemNotFound') === true };
}

function* nested(node: unknown): Generator<unknown> {
  if (node === undefined || node === null) return;
  yield* nested(at(node, 'parent'));
  yield node;
  for (const reply of asList(at(node, 'replies'))) yield* nested(reply);
}

function* readNotFound(item: unknown, ownDid: string, { account }: ViewContext): Generator<Finding> {
  const uri = asText(at(item, 'uri'));
  if (at(item, 'notFound') !== true || uri === null || readAtUri(uri)?.did !== ownDid) return;
  yield {
    kind: 'gone',
    id: uri,
    url: pageOf(uri, account, ownDid),
    message: `${uri} was not found, the app view says.`,
  };
}

/** A list of posts somebody asked for by name. */
export function* readPosts(json: unknown, context: ViewContext): Generator<Finding> {
  const views = asList(at(json, 'posts'));
  const ownDid = ownDidIn(views, context);
  for (const view of views)
    if (ownDid !== null && at(view, 'author', 'did') === ownDid) yield readView(view, ownDid, context);
}
