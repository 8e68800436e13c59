import { load } from 'cheerio';
import {
  type FoundPost,
  makePost,
  type PostCounts,
  type PostKind,
  type PostPoll,
  type PostReference,
} from '../../model/post.ts';
import { htmlToText } from '../reading/html-to-text.ts';
import { asList, asNumber, asObject, asText, asTime, asUrl, at, type JsonObject } from '../reading/json-reader.ts';
import { readAuthor } from './read-account.ts';
import { readAttachments } from './read-media.ts';
import { isOwnAccount, nameOfPost, type Server } from './server.ts';

export interface StatusContext {
  readonly server: Server;
  /** When the answer came, UTC ISO 8601. */
  readonly at: string;
  /** The list it stands in has pinned posts only. */
  readonly isPinned?: boolean;
  /** Below somebody else's post: what others write there is their comment. */
  readonly isComment?: boolean;
}

const visibilities = new Map<unknown, FoundPost['visibility']>([
  ['public', 'public'],
  ['local', 'public'],
  ['unlisted', 'unlisted'],
  ['private', 'followers'],
  ['direct', 'private'],
]);

/**
 * A status of Mastodon's interface, as Mastodon and its relatives, Pleroma, Pixelfed and others give it; null without an id.
 * @see https://docs.joinmastodon.org/entities/Status/
 */
export function readStatus(status: JsonObject, context: StatusContext): FoundPost | null {
  const id = asText(status.id);
  if (id === null) return null;
  const { server, at: readAt } = context;
  const reblog = asObject(status.reblog);
  const quoteOf = reblog === undefined ? readQuote(status, server) : null;
  const isOwn = isOwnAccount(status.account, server);
  const counts = readCounts(status);
  return makePost({
    platform: 'mastodon',
    id,
    url: asUrl(status.url) ?? asUrl(status.uri),
    kind: context.isComment && !isOwn ? 'comment' : kindOf(status, quoteOf),
    author: readAuthor(status.account),
    isOwn,
    published: asTime(status.created_at),
    edited: asTime(status.edited_at),
    lang: asText(status.language),
    warning: asText(status.spoiler_text),
    // What is passed on is somebody else's, and stands in repostOf.
    ...(reblog === undefined ? readBody(status, quoteOf) : {}),
    replyTo: readParent(status),
    quoteOf,
    repostOf: reblog === undefined ? null : refer(reblog, server),
    poll: readPoll(status.poll),
    counts,
    countedAt: Object.keys(counts).length > 0 ? readAt : null,
    isPinned: context.isPinned === true || status.pinned === true,
    visibility: visibilities.get(status.visibility) ?? 'unknown',
    source: 'api',
  });
}

function kindOf(status: JsonObject, quoteOf: PostReference | null): PostKind {
  if (asObject(status.reblog) !== undefined) return 'repost';
  if (quoteOf !== null) return 'quote';
  const answered = asText(status.in_reply_to_account_id);
  const isAnswer = asText(status.in_reply_to_id) !== null;
  // Going on with a thread of one's own answers nobody.
  return isAnswer && answered !== asText(at(status, 'account', 'id')) ? 'reply' : 'post';
}

/** Text, links and tags. Mentions and hashtags are links in the markup, and lead nowhere that the post is about. */
function readBody(status: JsonObject, quoteOf: PostReference | null): Partial<FoundPost> {
  const html = typeof status.content === 'string' ? status.content : '';
  const card = asUrl(at(status, 'card', 'url'));
  const { text, links } = readContent(html, quoteOf !== null);
  const tags = asList(status.tags).flatMap((tag) => asText(at(tag, 'name')) ?? []);
  return {
    text,
    html: html === '' ? null : html,
    links: [...new Set([...links, ...(card === null ? [] : [card])])],
    tags,
    media: readAttachments(status.media_attachments),
  };
}

/** The text of a post's markup as its author wrote it, and where its links lead. */
export function readContent(
  html: string,
  isQuote: boolean,
): { readonly text: string; readonly links: readonly string[] } {
  const $ = load(html, null, false);
  // For software that knows no quotes the address is written out; beside the quote itself it says nothing.
  if (isQuote) $('.quote-inline').remove();
  const { text } = htmlToText($.html());
  $('a.mention, a.hashtag, a[rel~=tag], .h-card a').remove();
  return { text, links: htmlToText($.html()).links };
}

function refer(status: JsonObject, server: Server): PostReference {
  const html = typeof status.content === 'string' ? status.content : '';
  return {
    id: nameOfPost(status.uri, status.url, server) ?? asText(status.id),
    url: asUrl(status.url) ?? asUrl(status.uri),
    author: readAuthor(status.account),
    text: readContent(html, false).text,
  };
}

/**
 * Mastodon 4.5 says how the quote stands; Pleroma, Akkoma and Fedibird give the quoted status itself, some only its id.
 * @see https://docs.joinmastodon.org/entities/Quote/
 */
function readQuote(status: JsonObject, server: Server): PostReference | null {
  const quote = asObject(status.quote) ?? asObject(at(status, 'pleroma', 'quote'));
  const quoted = asObject(quote?.quoted_status) ?? (quote?.content === undefined ? undefined : quote);
  if (quoted !== undefined) return refer(quoted, server);
  const id = asText(quote?.quoted_status_id) ?? asText(status.quote_id) ?? asText(at(status, 'pleroma', 'quote_id'));
  const url = asUrl(at(status, 'pleroma', 'quote_url'));
  // Withdrawn or not yet allowed: it is a quote all the same, of a post that is not shown.
  if (id === null && url === null && asText(quote?.state) === null) return null;
  return { id: id ?? url, url, author: null, text: null };
}

function readParent(status: JsonObject): PostReference | null {
  const id = asText(status.in_reply_to_id);
  if (id === null) return null;
  const account = asText(status.in_reply_to_account_id);
  const mentioned = asList(status.mentions).find((mention) => asText(at(mention, 'id')) === account);
  const isSelf = account !== null && account === asText(at(status, 'account', 'id'));
  return { id, url: null, author: readAuthor(isSelf ? status.account : mentioned), text: null };
}

export function readPoll(value: unknown): PostPoll | null {
  const poll = asObject(value);
  if (poll === undefined) return null;
  const options = asList(poll.options).flatMap((option) => {
    const text = asText(at(option, 'title'));
    return text === null ? [] : [{ text, votes: asNumber(at(option, 'votes_count')) }];
  });
  return { options, endsAt: asTime(poll.expires_at), voters: asNumber(poll.voters_count) };
}

function readCounts(status: JsonObject): PostCounts {
  const named = {
    likes: asNumber(status.favourites_count),
    reposts: asNumber(status.reblogs_count),
    quotes: asNumber(status.quotes_count),
    replies: asNumber(status.replies_count),
  };
  return Object.fromEntries(Object.entries(named).filter(([, count]) => count !== null));
}

/** Gives each post the first post of its thread, as far as the posts beside it show the way there. */
export function withThreads(posts: readonly FoundPost[]): readonly FoundPost[] {
  const byId = new Map(posts.map((post) => [post.id, post]));
  const rootOf = (post: FoundPost): string | null => {
    const seen = new Set<string>();
    let here = post;
    while (here.replyTo !== null && !seen.has(here.id)) {
      seen.add(here.id);
      const parent = byId.get(here.replyTo.id ?? '');
      // The chain leads out of what can be seen: where it began is not known.
      if (parent === undefined) return null;
      here = parent;
    }
    return here.id;
  };
  const roots = new Set<string>();
  const threaded = posts.map((post) => {
    const root = post.replyTo === null || post.thread !== null ? null : rootOf(post);
    if (root !== null) roots.add(root);
    return root === null ? post : { ...post, thread: root };
  });
  return threaded.map((post) => (roots.has(post.id) ? { ...post, thread: post.id } : post));
}
