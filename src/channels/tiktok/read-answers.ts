import type { Finding, Profile } from '../../model/finding.ts';
import { objectsOf, objectsWhere, objectWhere } from '../reading/json-objects.ts';
import {
  asList,
  asNumber,
  asObject,
  asText,
  asUnixTime,
  asUrl,
  at,
  type JsonObject,
  parseJson,
} from '../reading/json-reader.ts';
import { isSameName } from '../reading/own-account.ts';
import { dataScripts } from '../reading/page-scripts.ts';
import { authorOfItem, isItem, readComment, readItem, type TiktokContext, timeOfNumber } from './tiktok-item.ts';

/** What stands where a film or a profile should be, by the number TikTok gives for it. */
const goneCodes: ReadonlySet<number> = new Set([10204, 10202, 10221]);
const privateCode = 10222;

/** A page with its data in a script: `__UNIVERSAL_DATA_FOR_REHYDRATION__`, or `SIGI_STATE` until 2024. */
export function* readPage(html: string, url: string, context: TiktokContext): Generator<Finding> {
  const data = [...dataScripts(html)].filter(({ attributes: { id = '' } }) =>
    /UNIVERSAL_DATA|SIGI_STATE|NEXT_DATA/.test(id),
  );
  for (const { value } of data) {
    yield* readAccount(value, context);
    yield* readItems(value, url, context);
    const detail = objectWhere(value, (object) => 'webapp.video-detail' in object)?.['webapp.video-detail'];
    yield* readMissing(asObject(detail), url, context);
  }
}

function* readAccount(value: unknown, context: TiktokContext): Generator<Finding> {
  const scope = objectWhere(value, (object) => 'webapp.user-detail' in object);
  const detail = asObject(scope?.['webapp.user-detail']) ?? sigiDetail(value, context.handle);
  const handle = asText(at(detail, 'userInfo', 'user', 'uniqueId'));
  const state = stateOf(detail, handle);
  if (detail === undefined || state === undefined || (handle !== null && !isSameName(handle, context.handle))) return;
  const stats = asObject(at(detail, 'userInfo', 'statsV2')) ?? asObject(at(detail, 'userInfo', 'stats')) ?? {};
  yield { kind: 'profile', profile: { ...profileOf(detail, stats, context), state } };
  const count = asNumber(stats.videoCount);
  if (count !== null) {
    yield { kind: 'claim', claim: { name: 'videoCount', count, kinds: ['video', 'post'], reach: 'exact' } };
  }
}

/** Undefined when TikTok says nothing of the account, such as when it wants a check for robots first. */
function stateOf(detail: JsonObject | undefined, handle: string | null): Profile['state'] | undefined {
  const code = asNumber(detail?.statusCode) ?? 0;
  if (code === privateCode || at(detail, 'userInfo', 'user', 'privateAccount') === true) return 'private';
  if (handle !== null) return 'open';
  return goneCodes.has(code) ? 'gone' : undefined;
}

function profileOf(detail: JsonObject, stats: JsonObject, { handle, origin }: TiktokContext): Omit<Profile, 'state'> {
  const user = asObject(at(detail, 'userInfo', 'user')) ?? {};
  return {
    id: asText(user.id),
    handle: asText(user.uniqueId) ?? handle,
    name: asText(user.nickname),
    bio: asText(user.signature),
    url: `${origin}/@${handle}`,
    avatarUrl: asUrl(user.avatarLarger) ?? asUrl(user.avatarMedium),
    followers: asNumber(stats.followerCount),
    following: asNumber(stats.followingCount),
    since: asUnixTime(user.createTime),
  };
}

/** The older data keeps users and their numbers in two tables, by name. */
function sigiDetail(value: unknown, handle: string): JsonObject | undefined {
  const users = asObject(at(value, 'UserModule', 'users')) ?? {};
  const name = Object.keys(users).find((key) => isSameName(key, handle));
  if (name === undefined) return undefined;
  return { userInfo: { user: users[name], stats: at(value, 'UserModule', 'stats', name) }, statusCode: 0 };
}

function* readItems(value: unknown, where: string, context: TiktokContext): Generator<Finding> {
  for (const item of objectsWhere(value, isItem)) {
    const author = authorOfItem(item, context);
    if (author === null) {
      const id = asText(item.id);
      yield { kind: 'unreadable', id, where, message: `TikTok does not say whose film ${id} is.` };
    } else if (isSameName(author.handle, context.handle)) yield { kind: 'post', post: readItem(item, context) };
  }
}

function* readMissing(detail: JsonObject | undefined, url: string, context: TiktokContext): Generator<Finding> {
  const code = asNumber(detail?.statusCode) ?? 0;
  const id = /\/(?:video|photo)\/(\d+)/.exec(new URL(url).pathname)?.[1] ?? null;
  if (code === 0 || id === null || objectWhere(detail, isItem) !== undefined) return;
  const said = asText(detail?.statusMsg) ?? '';
  const message = `TikTok gives ${code}${said === '' ? '' : ` (${said})`} instead of ${id}.`;
  if (goneCodes.has(code)) yield { kind: 'gone', id, url: `${context.origin}/@${context.handle}/video/${id}`, message };
  else yield { kind: 'unreadable', id, where: url, message };
}

/** A page of the list of films. TikTok refuses with a good status and nothing in it, which must not look like the end. */
export function* readItemList(text: string, url: string, context: TiktokContext): Generator<Finding> {
  const answer = asObject(parseJson(text));
  const items = asList(answer?.itemList);
  const code = asNumber(answer?.statusCode) ?? asNumber(answer?.status_code) ?? 0;
  if (answer === undefined || code !== 0) {
    const how = text.trim() === '' ? 'with nothing' : `with ${answer === undefined ? 'no JSON' : `status ${code}`}`;
    const message = `TikTok answered the question for more films ${how}.`;
    yield { kind: 'withheld', reason: 'forbidden', url, message };
    return;
  }
  yield* readItems(items, url, context);
  const isOurs = objectsOf(items).some((item) => isSameName(authorOfItem(item, context)?.handle, context.handle));
  if (answer.hasMore === false && isOurs) yield { kind: 'end-of-list', list: 'item_list' };
}

export function* readComments(text: string, url: string, context: TiktokContext): Generator<Finding> {
  const address = new URL(url);
  const film = address.searchParams.get('aweme_id') ?? address.searchParams.get('item_id');
  if (film === null) return;
  for (const comment of objectsOf(at(parseJson(text), 'comments'))) {
    const post = readComment(comment, film, context);
    if (post !== undefined) yield { kind: 'post', post };
  }
}

/** oEmbed tells of one film its words and its author, and nothing of its time but its number. */
export function* readOembed(text: string, context: TiktokContext): Generator<Finding> {
  const answer = asObject(parseJson(text)) ?? {};
  const id = asText(answer.embed_product_id) ?? /\/video\/(\d+)/.exec(asText(answer.html) ?? '')?.[1] ?? null;
  if (id === null || !isSameName(asText(answer.author_unique_id), context.handle)) return;
  const item = {
    id,
    desc: asText(answer.title) ?? '',
    createTime: null,
    author: { uniqueId: context.handle, nickname: answer.author_name },
  };
  yield { kind: 'post', post: { ...readItem(item, context), published: timeOfNumber(id), extent: 'part' } };
}
