import type { Finding } from '../../model/finding.ts';
import type { GapReason } from '../../model/gap.ts';
import type { PostAuthor } from '../../model/post.ts';
import { objectsWhere, objectWhere } from '../reading/json-objects.ts';
import { asList, asNumber, asObject, asText, at, type JsonObject, parseJson } from '../reading/json-reader.ts';
import { isSameName } from '../reading/own-account.ts';
import { authorOf, isOwnTweet, numberOf, readTweet, timeOfNumber, unwrapTweet, type XContext } from './x-tweet.ts';
import { missingProfile, readProfile, readUser } from './x-user.ts';

/** A question to GraphQL, as its address tells it: `/i/api/graphql/<hash>/UserTweets?variables={…}`. */
export interface Operation {
  readonly name: string;
  readonly variables: JsonObject;
}

const timelines = /^(UserTweets|UserTweetsAndReplies|UserMedia|UserHighlightsTweets|UserArticlesTweets)$/;
const conversations = /^(TweetDetail|TweetResultByRestId|TweetResultsByRestIds)$/;
const users = /^(UserByScreenName|UserByRestId|ProfileSpotlightsQuery)$/;

/** Undefined for questions whose answers hold nothing of a channel: search, home, trends. */
export function operationOf(address: string): Operation | undefined {
  const url = new URL(address);
  const name = /\/graphql\/[^/]+\/(\w+)$/.exec(url.pathname)?.[1] ?? '';
  if (!timelines.test(name) && !conversations.test(name) && !users.test(name)) return undefined;
  return { name, variables: asObject(parseJson(url.searchParams.get('variables') ?? '')) ?? {} };
}

/** Where and when an answer was had. */
export interface Had {
  readonly url: string;
  readonly handle: string;
  readonly origin: string;
  readonly at: string;
}

/** Everything in one GraphQL answer. */
export function* readGraphql(text: string, operation: Operation, had: Had): Generator<Finding> {
  const answer = asObject(parseJson(text));
  if (answer === undefined) {
    yield unreadable(null, had, `X answered ${operation.name} with something that is no JSON.`);
    return;
  }
  // Every post brings its author along; what the account says of itself is asked once, where a list begins.
  if (operation.variables.cursor === undefined) yield* readAccount(answer, operation, had);
  const entries = entriesOf(answer);
  yield* readRefusal(answer, entries.length, operation, had);
  const context = contextOf(answer, entries, had);
  yield* readPosts(entries, context, operation, had);
}

function unreadable(id: string | null, { url }: Pick<Had, 'url'>, message: string): Finding {
  return { kind: 'unreadable', id, where: url, message };
}

// --- the account ---

function* readAccount(answer: JsonObject, { name, variables }: Operation, had: Had): Generator<Finding> {
  const { handle, origin } = had;
  const accounts = [...objectsWhere(answer, isUser)].filter((user) =>
    isSameName(readUser(user, origin).handle, handle),
  );
  const full = accounts.find((user) => asNumber(at(user, 'legacy', 'statuses_count')) !== null) ?? accounts[0];
  if (full !== undefined) {
    yield { kind: 'profile', profile: readProfile(full, origin) };
    const count = asNumber(at(full, 'legacy', 'statuses_count'));
    if (count !== null) {
      yield {
        kind: 'claim',
        claim: { name: 'statuses_count', count, kinds: ['post', 'reply', 'quote', 'repost'], reach: 'more-hidden' },
      };
    }
    for (const id of pinnedOf(full)) {
      const url = `${origin}/${handle}/status/${id}`;
      yield { kind: 'listed', listed: { id, url, published: timeOfNumber(id), list: 'pinned_tweet_ids_str' } };
    }
    return;
  }
  if (name !== 'UserByScreenName' || !isSameName(asText(variables.screen_name), handle)) return;
  const result = at(answer, 'data', 'user', 'result');
  // `{"data":{}}` is how X says that nobody has this name; with errors beside it, it says nothing.
  if (asObject(result) !== undefined || asList(answer.errors).length === 0) {
    yield { kind: 'profile', profile: missingProfile(handle, `${origin}/${handle}`, result) };
  }
}

function isUser(object: JsonObject): boolean {
  return object.__typename === 'User' && object.rest_id !== undefined && readUser(object, '').handle !== null;
}

function pinnedOf(user: JsonObject): readonly string[] {
  return asList(at(user, 'legacy', 'pinned_tweet_ids_str')).flatMap((id) => asText(id) ?? []);
}

// --- its timeline ---

interface Entry {
  readonly id: string;
  readonly item: JsonObject;
  readonly isPinned: boolean;
  /** Inside of a conversation, where others speak too. */
  readonly isInModule: boolean;
}

/** Every place of a timeline where a post may stand, in order; a single post has one. */
function entriesOf(answer: JsonObject): readonly Entry[] {
  const instructions = [...objectsWhere(answer, (object) => Array.isArray(object.instructions))].flatMap(
    ({ instructions: list }) => asList(list),
  );
  const single = at(answer, 'data', 'tweetResult') ?? at(answer, 'data', 'tweet_result');
  const several = asList(at(answer, 'data', 'tweetResult')).map((result) => ({ tweet_results: result }));
  const alone = Array.isArray(single) ? several : asObject(single) === undefined ? [] : [{ tweet_results: single }];
  return [
    ...instructions.flatMap(entriesOfInstruction),
    ...alone.map((item) => ({ id: '', item, isPinned: false, isInModule: false })),
  ];
}

function entriesOfInstruction(instruction: unknown): readonly Entry[] {
  const isPinned = at(instruction, 'type') === 'TimelinePinEntry';
  const listed = [...asList(at(instruction, 'entries')), at(instruction, 'entry')].flatMap((entry) => {
    const id = asText(at(entry, 'entryId')) ?? '';
    const item = asObject(at(entry, 'content', 'itemContent'));
    if (item !== undefined) return [{ id, item, isPinned, isInModule: false }];
    return asList(at(entry, 'content', 'items')).flatMap(moduleItem);
  });
  return [...listed, ...asList(at(instruction, 'moduleItems')).flatMap(moduleItem)];
}

function moduleItem(entry: unknown): readonly Entry[] {
  const item = asObject(at(entry, 'item', 'itemContent'));
  const id = asText(at(entry, 'entryId')) ?? '';
  return item === undefined ? [] : [{ id, item, isPinned: false, isInModule: true }];
}

/** An ad, a person to follow or a line that leads on is none of the channel's posts. */
function holdsPost({ item }: Entry): boolean {
  return item.promotedMetadata === undefined && 'tweet_results' in item;
}

function contextOf(answer: JsonObject, entries: readonly Entry[], { handle, origin, at: when }: Had): XContext {
  const people = new Map<string, PostAuthor>();
  for (const user of objectsWhere(answer, isUser)) people.set(asText(user.rest_id) ?? '', readUser(user, origin));
  const tweets = new Map<string, JsonObject>();
  for (const { item } of entries) {
    const tweet = unwrapTweet(at(item, 'tweet_results', 'result'));
    if (tweet !== undefined) tweets.set(numberOf(tweet) ?? '', tweet);
  }
  const account = objectWhere(
    answer,
    (object) => isUser(object) && isSameName(readUser(object, origin).handle, handle) && pinnedOf(object).length > 0,
  );
  const pinned = new Set(account === undefined ? [] : pinnedOf(account));
  for (const { item, isPinned } of entries) {
    if (isPinned) pinned.add(numberOf(unwrapTweet(at(item, 'tweet_results', 'result'))) ?? '');
  }
  return { handle, origin, at: when, users: people, tweets, pinned };
}

function* readPosts(entries: readonly Entry[], context: XContext, operation: Operation, had: Had): Generator<Finding> {
  const ours = new Set<string>();
  for (const entry of entries.filter(holdsPost)) {
    const result = at(entry.item, 'tweet_results', 'result');
    const tweet = unwrapTweet(result);
    if (tweet === undefined) {
      yield* readAbsence(result, entry, operation, had);
      continue;
    }
    const number = numberOf(tweet) ?? '';
    if (authorOf(tweet, context)?.handle == null) {
      yield unreadable(number, had, `X does not say who wrote ${number}.`);
      continue;
    }
    if (isOwnTweet(tweet, context) || ours.has(asText(at(tweet, 'legacy', 'in_reply_to_status_id_str')) ?? '')) {
      ours.add(number);
      yield { kind: 'post', post: readTweet(tweet, context) };
    }
    yield* readOwnInside(tweet, context);
  }
}

/** A post of one's own that another one quotes or passes on comes with it. */
function* readOwnInside(tweet: JsonObject, context: XContext): Generator<Finding> {
  const inside = [
    unwrapTweet(at(tweet, 'quoted_status_result', 'result')),
    unwrapTweet(at(tweet, 'legacy', 'retweeted_status_result', 'result')),
  ];
  for (const own of inside) {
    if (own !== undefined && isOwnTweet(own, context)) yield { kind: 'post', post: readTweet(own, context) };
  }
}

/** A tombstone, or nothing at all, where a post should stand. */
function* readAbsence(result: unknown, entry: Entry, { name, variables }: Operation, had: Had): Generator<Finding> {
  const focal = asText(variables.focalTweetId) ?? asText(variables.tweetId);
  const id = /(\d{5,})$/.exec(entry.id)?.[1] ?? (entry.id === '' ? focal : null);
  // Somebody else's post that is gone from a conversation is none of the channel's.
  if (entry.isInModule || (conversations.test(name) && id !== focal)) return;
  const words = asText(at(result, 'tombstone', 'text', 'text')) ?? asText(at(result, 'reason')) ?? '';
  const isGone = /delet|no longer|doesn.t exist|suspend|gelöscht|existiert nicht/i.test(words);
  const url = id === null ? null : `${had.origin}/${had.handle}/status/${id}`;
  if (isGone || (entry.id === '' && result === undefined)) {
    yield { kind: 'gone', id, url, message: words === '' ? `X says that there is no post ${id}.` : words };
    return;
  }
  yield unreadable(id, had, `X shows no post ${id ?? ''} here: ${words === '' ? 'it does not say why' : words}.`);
}

/** Errors where posts should be, such as for a visitor who is asked to log in. */
function* readRefusal(answer: JsonObject, found: number, { name }: Operation, { url }: Had): Generator<Finding> {
  const said = wordsOf(answer);
  if (said === '' || found > 0 || users.test(name)) return;
  const reason = /rate limit/i.test(said) ? 'rate-limited' : 'forbidden';
  yield { kind: 'withheld', reason, url, message: `X refused ${name}: ${said}` };
}

/** A refusal by status; for a visitor the list of an account's posts answers so, or with 404 and nothing. */
export function* readRefused(text: string, { name }: Operation, url: string, status: number): Generator<Finding> {
  if (users.test(name)) return;
  const said = wordsOf(asObject(parseJson(text)) ?? {});
  const reasons: Readonly<Record<number, GapReason>> = { 401: 'login-wall', 403: 'login-wall', 429: 'rate-limited' };
  const reason = reasons[status] ?? (status >= 500 ? 'server-error' : 'forbidden');
  yield { kind: 'withheld', reason, url, message: `X answered ${status} to ${name}${said === '' ? '' : `: ${said}`}.` };
}

function wordsOf(answer: JsonObject): string {
  return asList(answer.errors)
    .flatMap((error) => asText(at(error, 'message')) ?? [])
    .join(' ');
}
