import type { Finding, Profile } from '../../model/finding.ts';
import type { ChannelExtract } from '../channel-adapter.ts';
import { objectsOf, objectsWhere } from '../reading/json-objects.ts';
import { asList, asNumber, asObject, asText, asUrl, at, type JsonObject } from '../reading/json-reader.ts';
import { isMetaGraphql, metaDocuments, readMetaRefusal } from '../reading/meta-answer.ts';
import { firstOfPath, handleOf, isSameName, originOf } from '../reading/own-account.ts';
import {
  type Above,
  authorOfPost,
  idOfPost,
  isOwnPost,
  isThreadsPost,
  readThreadsPost,
  type ThreadsContext,
} from './threads-post.ts';

/**
 * Threads is built like Instagram: pages carry JSON in their scripts and load more of it. Posts stand in `thread_items`, one
 * below the other; a thread of several is one item of the list.
 */
export const threadsExtract: ChannelExtract = {
  reads({ url, mime, status }, place) {
    if (isMetaGraphql(url)) return status < 300 || status >= 400;
    return mime === 'text/html' && status < 300 && new URL(url).origin === originOf(place);
  },
  async *read(response, place) {
    const documents = await metaDocuments(response);
    const { url } = response;
    const context = { handle: handleOf(place, firstOfPath), origin: originOf(place), at: response.place.at };
    if (isMetaGraphql(url) && documents.length === 0) {
      yield { kind: 'unreadable', id: null, where: url, message: `Threads answered ${response.status} and no JSON.` };
    }
    for (const document of documents) {
      yield* readProfile(document, context);
      yield* readThreads(document, url, context);
    }
    if (isMetaGraphql(url)) yield* readMetaRefusal(documents, 'Threads', url);
  },
};

function* readProfile(document: unknown, { handle, origin }: ThreadsContext): Generator<Finding> {
  const isFull = (object: JsonObject) =>
    isSameName(asText(object.username), handle) && ('follower_count' in object || 'biography' in object);
  for (const user of objectsWhere(document, isFull)) {
    const profile: Profile = {
      id: asText(user.pk) ?? asText(user.id),
      handle: asText(user.username),
      name: asText(user.full_name),
      bio: asText(user.biography),
      url: `${origin}/@${handle}`,
      avatarUrl: asUrl(at(asList(user.hd_profile_pic_versions).at(-1), 'url')) ?? asUrl(user.profile_pic_url),
      followers: asNumber(user.follower_count),
      following: asNumber(user.following_count),
      since: null,
      state: user.text_post_app_is_private === true || user.is_private === true ? 'private' : 'open',
    };
    yield { kind: 'profile', profile };
  }
}

function* readThreads(document: unknown, where: string, context: ThreadsContext): Generator<Finding> {
  const threads = [...objectsWhere(document, (object) => Array.isArray(object.thread_items))].map((thread) =>
    objectsOf(objectsOf(thread.thread_items).map(({ post }) => post)),
  );
  const code = /\/post\/([\w-]+)/.exec(new URL(where).pathname)?.[1];
  const focal = threads.flat().find((post) => post.code === code && isOwnPost(post, context));
  const below = new Set<string>();
  for (const posts of threads) {
    for (const [place, post] of posts.entries()) {
      const before = posts[place - 1] ?? (answersUs(post, context) ? focal : undefined);
      const above: Above = { post: before, first: posts.length > 1 ? posts[0] : undefined };
      yield* readOne(post, above, { ...context, where, below });
    }
  }
}

/** Somebody's answer to the channel, which stands by itself in the list below a post. */
function answersUs(post: JsonObject, context: ThreadsContext): boolean {
  const author = asText(at(post, 'text_post_app_info', 'reply_to_author', 'username'));
  return isSameName(author, context.handle) && !isOwnPost(post, context);
}

interface Found extends ThreadsContext {
  readonly where: string;
  /** Posts of the channel and what was answered to them so far. */
  readonly below: Set<string>;
}

function* readOne(post: JsonObject, above: Above, context: Found): Generator<Finding> {
  const info = asObject(post.text_post_app_info) ?? {};
  const id = idOfPost(post);
  if (info.is_post_unavailable === true) {
    const message = `Threads does not show this post: ${asText(info.post_unavailable_reason) ?? 'it does not say why'}.`;
    yield { kind: 'unreadable', id: id === '' ? null : id, where: context.where, message };
    return;
  }
  if (!isThreadsPost(post) || id === '' || authorOfPost(post, context) === null) {
    const message = 'A post without a code, a number or an author stands in a thread.';
    yield { kind: 'unreadable', id: id === '' ? null : id, where: context.where, message };
    return;
  }
  const isBelow = above.post !== undefined && context.below.has(idOfPost(above.post));
  if (!isOwnPost(post, context) && !isBelow && !answersUs(post, context)) return;
  context.below.add(id);
  yield { kind: 'post', post: readThreadsPost(post, above, context) };
}
