import type { ArchivedHead, ArchivedResponse } from '../../model/archived-response.ts';
import type { ChannelPlace } from '../../model/channel.ts';
import type { Finding } from '../../model/finding.ts';
import type { FoundPost } from '../../model/post.ts';
import type { ChannelExtract } from '../channel-adapter.ts';
import { asList, asObject, asText, type JsonObject, parseJson } from '../reading/json-reader.ts';
import { readFeedPosts } from '../reading/read-feed.ts';
import { goneProfile, readAccount } from './read-account.ts';
import { readActivityStreams } from './read-activity.ts';
import { readMisskey } from './read-misskey.ts';
import { readPage } from './read-page.ts';
import { readContent, readStatus, type StatusContext, withThreads } from './read-status.ts';
import { isOwnAccount, isOwnActor, isOwnPost, postIdIn, type Server, serverOf } from './server.ts';

/** What a response is, told by its address alone. */
type Answer = 'account' | 'statuses' | 'status' | 'context' | 'misskey' | 'feed' | 'activity' | 'page' | 'post';

const paths: readonly (readonly [form: RegExp, answer: Answer])[] = [
  [/^\/api\/v1\/accounts\/(lookup|[^/]+)$/, 'account'],
  [/^\/api\/(?:pixelfed\/)?v1\/accounts\/[^/]+\/statuses$/, 'statuses'],
  [/^\/api\/v1\/statuses\/[^/]+$/, 'status'],
  [/^\/api\/v1\/statuses\/[^/]+\/context$/, 'context'],
  [/^\/api\/(users\/(notes|show)|notes\/(show|children|replies))$/, 'misskey'],
  [/(\.rss|\.atom|\/feed(\/|$))/, 'feed'],
  [/\/outbox(\/|$)/, 'activity'],
];

function answerOf({ url, method, mime }: ArchivedHead, server: Server): Answer | undefined {
  const { origin, pathname } = new URL(url);
  if (origin !== server.base) return undefined;
  const known = paths.find(([form]) => form.test(pathname))?.[1];
  if (known === 'misskey') return method === 'POST' || /json/.test(mime) ? known : undefined;
  if (method !== 'GET') return undefined;
  if (known !== undefined) return known;
  if (/^application\/(activity|ld)\+json$/.test(mime)) return 'activity';
  if (postIdIn(url, server) !== null) return 'post';
  return isOwnActor(`${origin}${pathname}`, server) ? 'page' : undefined;
}

/** Posts of a server of the fediverse: from Mastodon's interface, ActivityStreams, Misskey's, and pages. */
export const mastodonExtract: ChannelExtract = {
  reads(head: ArchivedHead, place: ChannelPlace): boolean {
    return URL.canParse(head.url) && answerOf(head, serverOf(place)) !== undefined;
  },

  async *read(response: ArchivedResponse, place: ChannelPlace): AsyncIterable<Finding> {
    const server = serverOf(place);
    const answer = answerOf({ ...response, record: response.place.record }, server);
    if (answer === undefined) return;
    if (response.status < 200 || response.status > 299) return yield* readRefusal(response, answer, server);
    if (answer === 'feed') return yield* readFeed(response, place, server);
    const text = await response.text();
    if (answer === 'page' || answer === 'post') return yield* readPage(text, response.url, server);
    const json = parseJson(text);
    if (json === undefined) return yield unreadable(response, 'is no JSON');
    yield* readJson(json, answer, response, server);
  },
};

function unreadable({ url }: ArchivedResponse, what: string, id: string | null = null): Finding {
  return { kind: 'unreadable', id, where: url, message: `${url} ${what}.` };
}

/** 404 and 410 say that something is gone, where they are said in the interface's own words or about a post's own page. */
async function* readRefusal(response: ArchivedResponse, answer: Answer, server: Server): AsyncGenerator<Finding> {
  const { status, url } = response;
  if (status !== 404 && status !== 410) return;
  const isSaid = status === 410 || asText(asObject(parseJson(await response.text()))?.error) !== null;
  const id = gonePost(url, answer, isSaid, server);
  if (id !== null) {
    yield { kind: 'gone', id, url: answer === 'status' ? null : url, message: `${url} answers ${status}.` };
  } else if ((answer === 'account' && isSaid) || (answer === 'page' && status === 410)) {
    yield goneProfile(server.user);
  }
}

/** The id of the post that an address asks for; null when it asks for something else, or for somebody else's. */
function gonePost(url: string, answer: Answer, isSaid: boolean, server: Server): string | null {
  if (answer === 'status') return isSaid ? (new URL(url).pathname.split('/').at(-1) ?? null) : null;
  const isPost = answer === 'post' || answer === 'activity';
  return isPost && isOwnPost(url, server) ? postIdIn(url, server) : null;
}

function* readJson(json: unknown, answer: Answer, response: ArchivedResponse, server: Server): Generator<Finding> {
  const context = { server, at: response.place.at };
  if (answer === 'misskey') return yield* readMisskey(json, server, response.place.at);
  if (answer === 'statuses') return yield* readStatuses(json, response, context);
  const object = asObject(json);
  // Below /accounts there are lists too, of who follows whom: none of them is about posts.
  if (object === undefined && answer === 'account') return;
  if (object === undefined) return yield unreadable(response, 'is a list where one thing was expected');
  if (answer === 'activity') yield* readActivityStreams(object, { server, url: response.url });
  else if (answer === 'account') yield* isOwnAccount(object, server) ? readAccount(object) : [];
  else if (answer === 'context') yield* readContext(object, response, context);
  else if (isOwnAccount(object.account, server)) yield* readAll([object], response, context);
}

/** One page of the account's list. It ends where a page without a filter is empty. */
function* readStatuses(json: unknown, response: ArchivedResponse, context: StatusContext): Generator<Finding> {
  if (!Array.isArray(json)) return yield unreadable(response, 'is no list of posts');
  const { searchParams } = new URL(response.url);
  const isPinned = searchParams.get('pinned') === 'true';
  yield* readAll(json, response, { ...context, isPinned });
  const isWhole = [...searchParams.keys()].every((name) => name === 'limit' || name === 'max_id');
  if (json.length === 0 && isWhole) yield { kind: 'end-of-list', list: 'accounts/statuses' };
}

/** What was answered to a post, and what it answers: of that only the account's own. */
function* readContext(object: JsonObject, response: ArchivedResponse, context: StatusContext): Generator<Finding> {
  const isOwn = (status: unknown) => isOwnAccount(asObject(status)?.account, context.server);
  yield* readAll(asList(object.ancestors).filter(isOwn), response, context);
  yield* readAll(asList(object.descendants), response, { ...context, isComment: true });
}

/** The account's own feed: the newest posts, without titles, each with its address as guid. */
function readFeed(response: ArchivedResponse, place: ChannelPlace, server: Server): AsyncGenerator<Finding> {
  const refine = (post: FoundPost): FoundPost | undefined => {
    const id = postIdIn(post.url ?? post.id, server);
    if (id === null) return undefined;
    return { ...post, id, kind: 'post', title: null, ...(post.html === null ? {} : readContent(post.html, false)) };
  };
  return readFeedPosts(response, place, 'mastodon', { refine });
}

function* readAll(list: readonly unknown[], response: ArchivedResponse, context: StatusContext): Generator<Finding> {
  const posts = list.map((item) => {
    const status = asObject(item);
    return status === undefined ? null : readStatus(status, context);
  });
  for (const post of posts) if (post === null) yield unreadable(response, 'has a post without an id');
  const known = posts.filter((post) => post !== null);
  const isKept = (isOwn: boolean) => isOwn || context.isComment === true;
  for (const post of withThreads(known)) if (isKept(post.isOwn)) yield { kind: 'post', post };
}
