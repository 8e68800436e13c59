import {
  type FoundPost,
  makePost,
  type PostAuthor,
  type PostCounts,
  type PostPoll,
  type PostReference,
} from '../../model/post.ts';
import { asList, asNumber, asObject, asText, asTime, at, type JsonObject } from '../reading/json-reader.ts';
import { isSameName } from '../reading/own-account.ts';
import { readMedia } from './x-media.ts';
import { readText } from './x-text.ts';
import { readUser } from './x-user.ts';

/** What reading a post takes to know about where it was found. */
export interface XContext {
  readonly handle: string;
  readonly origin: string;
  /** UTC ISO 8601, when it was served. */
  readonly at: string;
  /** Handles of the users that the response describes, by their number: some posts name their author by it alone. */
  readonly users: ReadonlyMap<string, PostAuthor>;
  /** The other posts of the response, by their number. */
  readonly tweets: ReadonlyMap<string, JsonObject>;
  readonly pinned: ReadonlySet<string>;
}

const noLanguage = /^(und|zxx|art|q[a-z]{2})$/;
/** Numbers of posts count milliseconds since this instant in all but their last 22 bits. */
const epochMs = 1_288_834_974_657n;

/** `Tweet`, or what `TweetWithVisibilityResults` wraps; undefined for tombstones and whatever else stands there. */
export function unwrapTweet(result: unknown): JsonObject | undefined {
  const object = asObject(result);
  const tweet = asObject(object?.tweet) ?? object;
  return asObject(tweet?.legacy) !== undefined && numberOf(tweet) !== null ? tweet : undefined;
}

export function numberOf(tweet: JsonObject | undefined): string | null {
  const number = asText(tweet?.rest_id) ?? asText(at(tweet, 'legacy', 'id_str'));
  return number !== null && /^\d+$/.test(number) ? number : null;
}

export function authorOf(tweet: JsonObject, { users, origin }: Pick<XContext, 'users' | 'origin'>): PostAuthor | null {
  const user = asObject(at(tweet, 'core', 'user_results', 'result')) ?? {};
  const author = readUser(user, origin);
  if (author.handle !== null) return author;
  const id = author.id ?? asText(at(tweet, 'legacy', 'user_id_str'));
  return users.get(id ?? '') ?? (id === null ? null : { id, handle: null, name: null, url: null });
}

export function isOwnTweet(tweet: JsonObject, context: XContext): boolean {
  return isSameName(authorOf(tweet, context)?.handle, context.handle);
}

/** @param tweet as `unwrapTweet` gives it */
export function readTweet(tweet: JsonObject, context: XContext): FoundPost {
  const legacy = asObject(tweet.legacy) ?? {};
  const author = authorOf(tweet, context);
  const isOwn = isSameName(author?.handle, context.handle);
  const { id, published, edited, isNewest } = versionOf(tweet);
  const repostOf = repostOfTweet(legacy, context);
  const replyTo = replyToOf(legacy, context);
  const quoteOf = repostOf === null ? quoteOfTweet(tweet, context) : null;
  const conversation = asText(at(legacy, 'self_thread', 'id_str')) ?? asText(legacy.conversation_id_str);
  return makePost({
    platform: 'x',
    id,
    url: addressOf(author, numberOf(tweet) ?? id, context),
    kind: isOwn ? kindOf(repostOf, replyTo, quoteOf) : 'comment',
    author,
    isOwn,
    published,
    edited,
    // What a repost shows, and how often it was liked, is the original's.
    ...(repostOf === null ? wordsOf(tweet, context) : {}),
    replyTo,
    quoteOf,
    repostOf,
    thread: conversation === numberOf(tweet) && legacy.self_thread === undefined ? null : conversation,
    isPinned: context.pinned.has(numberOf(tweet) ?? ''),
    source: 'crawl',
    // An older version of a post that was edited since: whatever has the newest words wins over it.
    extent: isNewest && legacy.truncated !== true ? 'whole' : 'part',
  });
}

function wordsOf(tweet: JsonObject, context: XContext): Partial<FoundPost> {
  const legacy = asObject(tweet.legacy) ?? {};
  const lang = asText(legacy.lang);
  const counts = countsOf(tweet);
  const { text, links, tags } = readText(tweet);
  return {
    text,
    links,
    tags,
    title: asText(at(tweet, 'article', 'article_results', 'result', 'title')),
    lang: lang === null || noLanguage.test(lang) ? null : lang,
    media: readMedia(legacy),
    poll: pollOf(tweet),
    counts,
    countedAt: Object.keys(counts).length === 0 ? null : context.at,
  };
}

function kindOf(repost: unknown, reply: unknown, quote: unknown): FoundPost['kind'] {
  if (repost !== null) return 'repost';
  if (reply !== null) return 'reply';
  return quote === null ? 'post' : 'quote';
}

/** Each edit gets a number of its own; the post is known by its first, which all versions name. */
function versionOf(tweet: JsonObject): {
  id: string;
  published: string | null;
  edited: string | null;
  isNewest: boolean;
} {
  const number = numberOf(tweet) ?? '';
  const control = tweet.edit_control;
  const lists = [at(control, 'edit_control_initial', 'edit_tweet_ids'), at(control, 'edit_tweet_ids')];
  const versions = (lists.map(asList).find(({ length }) => length > 0) ?? []).flatMap((id) => asText(id) ?? []);
  const made = asTime(at(tweet, 'legacy', 'created_at')) ?? timeOfNumber(number);
  const first = versions[0] ?? number;
  if (versions.length < 2 || first === number) {
    return { id: first, published: made, edited: null, isNewest: versions.length < 2 };
  }
  return { id: first, published: timeOfNumber(first), edited: made, isNewest: versions.at(-1) === number };
}

/** When a post was made, from its number alone, to the second. Numbers before November 2010 say nothing. */
export function timeOfNumber(number: string): string | null {
  if (!/^\d{11,20}$/.test(number)) return null;
  const ms = Number((BigInt(number) >> 22n) + epochMs);
  return new Date(Math.floor(ms / 1000) * 1000).toISOString();
}

function addressOf(author: PostAuthor | null, number: string, { origin, handle }: XContext): string {
  const name = isSameName(author?.handle, handle) ? handle : (author?.handle ?? 'i/web');
  return `${origin}/${name}/status/${number}`;
}

function reference(tweet: JsonObject, context: XContext): PostReference {
  const author = authorOf(tweet, context);
  const { id } = versionOf(tweet);
  return { id, url: addressOf(author, numberOf(tweet) ?? id, context), author, text: readText(tweet).text };
}

function repostOfTweet(legacy: JsonObject, context: XContext): PostReference | null {
  const original = unwrapTweet(at(legacy, 'retweeted_status_result', 'result'));
  if (original !== undefined) return reference(original, context);
  if (legacy.retweeted_status_result === undefined) return null;
  // The original is gone or hidden; what is left of it is the beginning of its words, cut off after `RT @name:`.
  const text = /^RT @\w+: ([\s\S]*)$/.exec(readText({ legacy }).text)?.[1] ?? null;
  return { id: null, url: null, author: null, text };
}

function quoteOfTweet(tweet: JsonObject, context: XContext): PostReference | null {
  const quoted = unwrapTweet(at(tweet, 'quoted_status_result', 'result'));
  if (quoted !== undefined) return reference(quoted, context);
  const id = asText(at(tweet, 'legacy', 'quoted_status_id_str'));
  const url = asText(at(tweet, 'legacy', 'quoted_status_permalink', 'expanded'));
  return id === null ? null : { id, url, author: null, text: null };
}

function replyToOf(legacy: JsonObject, context: XContext): PostReference | null {
  const id = asText(legacy.in_reply_to_status_id_str);
  if (id === null) return null;
  const answered = context.tweets.get(id);
  if (answered !== undefined) return reference(answered, context);
  const handle = asText(legacy.in_reply_to_screen_name);
  const url = handle === null ? null : `${context.origin}/${handle}`;
  const author = { id: asText(legacy.in_reply_to_user_id_str), handle, name: null, url };
  return { id, url: addressOf(author, id, context), author, text: null };
}

const counted = [
  ['likes', 'favorite_count'],
  ['reposts', 'retweet_count'],
  ['quotes', 'quote_count'],
  ['replies', 'reply_count'],
  ['bookmarks', 'bookmark_count'],
] as const;

function countsOf(tweet: JsonObject): PostCounts {
  const legacy = asObject(tweet.legacy) ?? {};
  const known: { -readonly [Name in keyof PostCounts]: number } = {};
  for (const [name, field] of counted) {
    const count = asNumber(legacy[field]);
    if (count !== null) known[name] = count;
  }
  const views = asNumber(at(tweet, 'views', 'count'));
  return views === null ? known : { ...known, views };
}

function pollOf(tweet: JsonObject): PostPoll | null {
  const card = asObject(at(tweet, 'card', 'legacy')) ?? asObject(tweet.card) ?? {};
  if (!/^(?:\d+:)?poll\d/.test(asText(card.name) ?? '')) return null;
  const values = valuesOf(card.binding_values);
  const options = [1, 2, 3, 4].flatMap((place) => {
    const text = asText(values.get(`choice${place}_label`));
    return text === null ? [] : [{ text, votes: asNumber(values.get(`choice${place}_count`)) }];
  });
  const votes = options.flatMap(({ votes: counted }) => counted ?? []);
  const voters = votes.length === options.length ? votes.reduce((sum, count) => sum + count, 0) : null;
  return options.length === 0 ? null : { options, endsAt: asTime(values.get('end_datetime_utc')), voters };
}

/** A list of keys and values in GraphQL, an object in what is embedded. */
function valuesOf(bindings: unknown): ReadonlyMap<string, unknown> {
  const pairs = Array.isArray(bindings)
    ? bindings.map((pair) => [asText(at(pair, 'key')) ?? '', at(pair, 'value', 'string_value')] as const)
    : Object.entries(asObject(bindings) ?? {}).map(([key, value]) => [key, at(value, 'string_value')] as const);
  return new Map(pairs);
}
