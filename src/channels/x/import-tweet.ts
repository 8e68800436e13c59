import type { FoundPost, PostReference, Visibility } from '../../model/post.ts';
import { asList, asNumber, asObject, asText, asUrl, at, type JsonObject } from '../reading/json-reader.ts';
import type { XMediaFiles } from './import-media.ts';
import type { NoteTexts } from './import-notes.ts';
import { quotedLink } from './import-quote.ts';
import { readTweet, type XContext } from './x-tweet.ts';

/** Whose archive it is, as the channel knows the account. */
export interface XFrame {
  /** The channel's name in lower case. */
  readonly handle: string;
  /** Where the channel lives: `https://x.com`. */
  readonly origin: string;
  readonly account: { readonly id: string | null; readonly handle: string; readonly name: string | null };
  readonly madeAt: string | null;
  readonly visibility: Visibility;
  readonly notes: NoteTexts;
  /** Absent where archives of this kind hold no media. */
  readonly media?: XMediaFiles;
}

export type ReadTweet =
  | { readonly post: FoundPost; readonly isOlderVersion: boolean }
  | { readonly id: string | null; readonly message: string };

/** One post of the archive, whatever year its form is of: with or without the `tweet` round it, `full_text` or `text`. */
export function readExportTweet(value: unknown, frame: XFrame): ReadTweet {
  const tweet = asObject(at(value, 'tweet')) ?? asObject(value);
  if (tweet === undefined) return { id: null, message: 'This record is no post: it has no fields.' };
  const id = idOf(tweet);
  if (id === null) return { id: null, message: 'This post has no number of its own (id_str).' };
  const full = typeof tweet.full_text === 'string' ? tweet.full_text : tweet.text;
  if (typeof full !== 'string') return { id, message: `Post ${id} has no text (full_text).` };
  const read = readTweet(likeGraphql(tweet, id, full, frame), contextOf(frame));
  return { post: finished(read, tweet, { id, full }, frame), isOlderVersion: isOlder(tweet, id) };
}

/** As a number in JSON, the ids of today have lost their last digits. */
function idOf(tweet: JsonObject): string | null {
  const id = [tweet.id_str, tweet.id].find((one) => typeof one === 'string' || Number.isSafeInteger(one));
  const text = asText(id);
  return text !== null && /^\d{1,20}$/.test(text) ? text : null;
}

function contextOf({ handle, origin, madeAt }: XFrame): XContext {
  return { handle, origin, at: madeAt ?? '', users: new Map(), tweets: new Map(), pinned: new Set() };
}

/** GraphQL's form of it, so that a post reads the same in an archive and on a page. */
function likeGraphql(tweet: JsonObject, id: string, full: string, { account, notes }: XFrame): JsonObject {
  const note = notes.of(full, asText(tweet.created_at));
  const original = asObject(tweet.retweeted_status);
  const isRepost = original !== undefined || isCutRepost(tweet, full);
  const quoted = isRepost ? undefined : quotedLink(tweet, note?.result ?? null, full);
  return {
    rest_id: id,
    core: {
      user_results: { result: { rest_id: account.id, legacy: { screen_name: account.handle, name: account.name } } },
    },
    edit_control: { edit_tweet_ids: versionsOf(tweet, id) },
    note_tweet: note === undefined ? undefined : { note_tweet_results: { result: note.result } },
    legacy: {
      // One by one: to lay one object over another takes longer than to read it.
      id_str: id,
      created_at: tweet.created_at,
      entities: tweet.entities,
      extended_entities: tweet.extended_entities,
      favorite_count: tweet.favorite_count,
      retweet_count: tweet.retweet_count,
      lang: tweet.lang,
      full_text: full,
      truncated: note === undefined && (tweet.truncated === true || isCutOff(tweet, full)),
      display_text_range: asList(tweet.display_text_range).map(asNumber),
      in_reply_to_status_id_str: asText(tweet.in_reply_to_status_id_str) ?? asText(tweet.in_reply_to_status_id),
      in_reply_to_user_id_str: asText(tweet.in_reply_to_user_id_str) ?? asText(tweet.in_reply_to_user_id),
      in_reply_to_screen_name: tweet.in_reply_to_screen_name,
      retweeted_status_result: isRepost ? (original === undefined ? {} : { result: likeOthers(original) }) : undefined,
      quoted_status_id_str: quoted?.id,
      quoted_status_permalink: quoted === undefined ? undefined : { url: quoted.short, expanded: quoted.url },
    },
  };
}

/** Until 2018 what was passed on came whole, with its author. */
function likeOthers(tweet: JsonObject): JsonObject {
  const { user, ...legacy } = tweet;
  return {
    rest_id: asText(tweet.id_str),
    core: { user_results: { result: { rest_id: at(user, 'id_str'), legacy: user } } },
    legacy,
  };
}

const passedOn = /^RT @(\w{1,20}): /;

/**
 * Today it is the first 140 characters after `RT @name:`. Somebody may have typed that; what was liked was, since likes go to
 * the original.
 */
function isCutRepost(tweet: JsonObject, full: string): boolean {
  return (
    passedOn.test(full) &&
    tweet.retweeted_status === undefined &&
    (asNumber(tweet.favorite_count) ?? 0) === 0 &&
    tweet.full_text !== undefined
  );
}

/** A long post without its long text: it ends with … and a short link, to itself, that no entity explains. */
function isCutOff(tweet: JsonObject, full: string): boolean {
  const short = /…\s?(https:\/\/t\.co\/\w{1,30})$/.exec(full)?.[1];
  if (short === undefined) return full.endsWith('…') && full.length >= 270;
  const known = [...asList(at(tweet, 'entities', 'urls')), ...asList(at(tweet, 'entities', 'media'))];
  return !known.some((entity) => at(entity, 'url') === short);
}

function versionsOf(tweet: JsonObject, id: string): readonly string[] {
  const lists = [
    at(tweet, 'edit_info', 'edit', 'editControlInitial', 'editTweetIds'),
    at(tweet, 'edit_info', 'initial', 'editTweetIds'),
  ];
  const versions = (lists.map(asList).find(({ length }) => length > 0) ?? []).flatMap((one) => asText(one) ?? []);
  const first = asText(at(tweet, 'edit_info', 'edit', 'initialTweetId'));
  if (versions.length > 0) return versions;
  return first === null || first === id ? [id] : [first, id];
}

function isOlder(tweet: JsonObject, id: string): boolean {
  return versionsOf(tweet, id).at(-1) !== id;
}

function finished(read: FoundPost, tweet: JsonObject, own: { id: string; full: string }, frame: XFrame): FoundPost {
  const { madeAt, visibility, media } = frame;
  const isCut = read.repostOf?.text?.endsWith('…') === true;
  return {
    ...read,
    source: 'export',
    visibility: at(tweet, 'user', 'protected') === true ? 'unknown' : visibility,
    countedAt: read.countedAt === null ? null : madeAt,
    repostOf: read.repostOf === null ? null : withAuthor(read.repostOf, tweet, own.full, frame),
    quoteOf: read.quoteOf === null ? null : atHome(read.quoteOf, frame),
    extent: isCut ? 'part' : read.extent,
    media: media === undefined ? read.media : media.matched(read.media, [own.id, read.id]),
  };
}

function withAuthor(original: PostReference, tweet: JsonObject, full: string, { origin }: XFrame): PostReference {
  const handle = passedOn.exec(full)?.[1];
  if (original.author !== null || handle === undefined) return original;
  const mention = asList(at(tweet, 'entities', 'user_mentions')).find((one) => at(one, 'screen_name') === handle);
  const author = {
    id: asText(at(mention, 'id_str')),
    handle,
    name: asText(at(mention, 'name')),
    url: `${origin}/${handle}`,
  };
  return { ...original, author };
}

/** The address of what is quoted says whose it is, and may still be one of twitter.com. */
function atHome(quoted: PostReference, { origin }: XFrame): PostReference {
  const handle = /^\/(\w{1,20})\/status/.exec(new URL(asUrl(quoted.url) ?? origin).pathname)?.[1];
  if (handle === undefined || handle === 'i') return quoted;
  const author = { id: null, handle, name: null, url: `${origin}/${handle}` };
  return { ...quoted, url: `${origin}/${handle}/status/${quoted.id}`, author };
}
