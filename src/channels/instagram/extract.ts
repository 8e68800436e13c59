import type { ArchivedHead, ArchivedResponse } from '../../model/archived-response.ts';
import type { ChannelPlace } from '../../model/channel.ts';
import type { Finding } from '../../model/finding.ts';
import type { ChannelExtract } from '../channel-adapter.ts';
import { objectsWhere, objectWhere } from '../reading/json-objects.ts';
import { asList, asObject, asText, at, type JsonObject } from '../reading/json-reader.ts';
import { isMetaGraphql, metaDocuments, metaVariables, readMetaRefusal } from '../reading/meta-answer.ts';
import { firstOfPath, handleOf, isSameName, originOf } from '../reading/own-account.ts';
import { goneAccount, namesIn, readInstagramAccount, readPreviewCount } from './instagram-account.ts';
import { readInstagramComments } from './instagram-comments.ts';
import {
  type InstagramContext,
  isGraphMedium,
  isMedium,
  isOwnMedium,
  numberOfCode,
  ownerOf,
  readInstagramPost,
} from './instagram-media.ts';

const interfaces =
  /^\/(api\/v1\/(users\/web_profile_info|feed\/user|media\/\w+\/(info|comments))|graphql\/query|api\/graphql)/;

function isInterface(url: string): boolean {
  return interfaces.test(new URL(url).pathname) || isMetaGraphql(url);
}

/** The code in `/p/CODE/`, `/reel/CODE/`, `/NAME/p/CODE/`. */
function codeOf(url: string): string | undefined {
  return /^\/(?:[\w.]+\/)?(?:p|reels?|tv)\/([\w-]+)\/?$/.exec(new URL(url).pathname)?.[1];
}

/**
 * Instagram's pages carry JSON in their scripts and load more of it; both have the same two shapes of a post, an older and a
 * newer one, in ever new wrappings: they are known by their own fields.
 */
export const instagramExtract: ChannelExtract = {
  reads({ url, mime, status }, place) {
    if (isInterface(url)) return status < 300 || status >= 400;
    const isPage = mime === 'text/html' && status < 300 && new URL(url).origin === originOf(place);
    return isPage && !/^\/(accounts|challenge|explore|direct|legal|about)\//.test(new URL(url).pathname);
  },
  async *read(response, place) {
    const documents = await metaDocuments(response);
    const handle = handleOf(place, firstOfPath);
    const context = { handle, origin: originOf(place), at: response.place.at, names: namesIn(documents) };
    if (isInterface(response.url)) yield* readInterface(documents, response, place, context);
    else yield* readPage(await response.text(), documents, response.url, context);
  },
};

function* readInterface(
  documents: readonly unknown[],
  response: ArchivedResponse,
  place: ChannelPlace,
  context: InstagramContext,
): Generator<Finding> {
  const { url, status } = response;
  if (documents.length === 0) {
    yield { kind: 'unreadable', id: null, where: url, message: `Instagram answered ${status} and no JSON.` };
    return;
  }
  if (isMissingUser(documents, response, context.handle)) yield goneAccount(context.handle, place.url);
  yield* readInstagramAccount(documents, context.handle, context.origin);
  yield* readPosts(documents, url, context);
  yield* readMetaRefusal(documents, 'Instagram', url);
  const post = asText(metaVariables(response).media_id) ?? /\/media\/(\d+)/.exec(url)?.[1];
  if (post !== undefined) yield* readComments(documents.flatMap(commentLists), post, context);
}

function* readPage(
  html: string,
  documents: readonly unknown[],
  url: string,
  context: InstagramContext,
): Generator<Finding> {
  yield* readInstagramAccount(documents, context.handle, context.origin);
  const code = codeOf(url);
  // What stands where a page should be has this name in the data, and the status of a good page.
  if (html.includes('"httpErrorPage"')) {
    const message = 'Instagram says that this page is not available.';
    if (code !== undefined) yield { kind: 'gone', id: numberOfCode(code), url, message };
    return;
  }
  yield* readPosts(documents, url, context);
  if (code === undefined) yield* readPreviewCount(html, context.handle);
  else yield* readCommentsOfPage(documents, code, context);
}

/** Comments on a page belong to its post, when that is the channel's. */
function* readCommentsOfPage(
  documents: readonly unknown[],
  code: string,
  context: InstagramContext,
): Generator<Finding> {
  const isItsPost = (object: JsonObject) => object.code === code || object.shortcode === code;
  const isPost = (object: JsonObject) => isItsPost(object) && (isMedium(object) || isGraphMedium(object));
  const post = documents.map((document) => objectWhere(document, isPost)).find((found) => found !== undefined);
  const number = numberOfCode(code);
  if (post === undefined || number === null || !isOwnMedium(post, context)) return;
  const own = ['edge_media_to_parent_comment', 'edge_media_preview_comment', 'preview_comments'].map(
    (name) => post[name],
  );
  yield* readComments([...documents.flatMap(commentLists), ...own], number, context);
}

function* readComments(lists: readonly unknown[], post: string, context: InstagramContext): Generator<Finding> {
  for (const comment of readInstagramComments(lists, post, context)) yield { kind: 'post', post: comment };
}

const commentList = /^(comments|xdt_api__v1__media__media_id__comments\w*)$/;

function commentLists(document: unknown): readonly unknown[] {
  const holds = (object: JsonObject) => Object.keys(object).some((key) => commentList.test(key));
  return [...objectsWhere(document, holds)].flatMap((object) =>
    Object.entries(object).flatMap(([key, value]) => (commentList.test(key) ? [value] : [])),
  );
}

function* readPosts(documents: readonly unknown[], url: string, context: InstagramContext): Generator<Finding> {
  const isAny = (object: JsonObject) => isMedium(object) || isGraphMedium(object);
  for (const document of documents) {
    for (const medium of objectsWhere(document, isAny)) {
      if (ownerOf(medium, context) === null && !isOwnMedium(medium, context)) {
        const id = asText(medium.pk) ?? numberOfCode(asText(medium.code) ?? asText(medium.shortcode) ?? '');
        yield { kind: 'unreadable', id, where: url, message: `Instagram does not say whose post ${id} is.` };
      } else if (isOwnMedium(medium, context)) yield { kind: 'post', post: readInstagramPost(medium, context) };
    }
    if (isLastPage(document, context.handle)) yield { kind: 'end-of-list', list: 'timeline' };
  }
}

/** The end of the account's own list, in each of its three forms. */
function isLastPage(document: unknown, handle: string): boolean {
  const isTimeline = (object: JsonObject) =>
    'xdt_api__v1__feed__user_timeline_graphql_connection' in object || 'edge_owner_to_timeline_media' in object;
  const holder = objectWhere(document, isTimeline);
  const connection =
    holder?.xdt_api__v1__feed__user_timeline_graphql_connection ?? holder?.edge_owner_to_timeline_media;
  const user = asObject(at(document, 'user'));
  if (connection === undefined) {
    return at(document, 'more_available') === false && isSameName(asText(user?.username), handle);
  }
  return at(connection, 'page_info', 'has_next_page') === false && asList(at(connection, 'edges')).length > 0;
}

function isMissingUser(documents: readonly unknown[], { url }: Pick<ArchivedHead, 'url'>, handle: string): boolean {
  const address = new URL(url);
  const isAsked = isSameName(address.searchParams.get('username'), handle);
  if (!/web_profile_info/.test(address.pathname) || !isAsked) return false;
  return documents.some((document) => at(document, 'data', 'user') === null);
}
