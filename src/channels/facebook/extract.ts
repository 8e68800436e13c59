import type { Finding } from '../../model/finding.ts';
import type { ChannelExtract } from '../channel-adapter.ts';
import { objectsWhere } from '../reading/json-objects.ts';
import type { JsonObject } from '../reading/json-reader.ts';
import { isMetaGraphql, metaDocuments, readMetaRefusal } from '../reading/meta-answer.ts';
import { handleOf, isSameName, originOf } from '../reading/own-account.ts';
import { readSharePreview } from '../reading/share-preview.ts';
import {
  authorOfStory,
  type FacebookContext,
  isComment,
  isOwnAuthor,
  isStory,
  nameIn,
  numberOf,
  readComment,
  readStory,
} from './facebook-story.ts';

const notPages =
  /^\/(login|checkpoint|recover|help|privacy|policies|ads|business|watch|marketplace|groups|gaming)([/.]|$)/;

/**
 * Facebook's pages carry the first posts as data in their scripts and load more of them from GraphQL, several documents in
 * one answer. Both hold the same `Story`.
 */
export const facebookExtract: ChannelExtract = {
  reads({ url, status, mime }, place) {
    if (isMetaGraphql(url)) return status < 300 || status >= 400;
    const { origin, pathname } = new URL(url);
    return mime === 'text/html' && status < 300 && origin === originOf(place) && !notPages.test(pathname);
  },
  async *read(response, place) {
    const { url } = response;
    const documents = await metaDocuments(response);
    const handle = handleOf({ ...place, handle: place.handle ?? nameIn(place.url) ?? undefined }, () => undefined);
    const context = { handle, origin: originOf(place), at: response.place.at };
    yield* readStories(documents, url, context);
    if (!isMetaGraphql(url)) yield* readPreview(await response.text(), url, context);
    else if (documents.length > 0) yield* readMetaRefusal(documents, 'Facebook', url);
    else {
      const message = `Facebook answered ${response.status} and no JSON.`;
      yield { kind: 'unreadable', id: null, where: url, message };
    }
  },
};

function* readStories(documents: readonly unknown[], where: string, context: FacebookContext): Generator<Finding> {
  const stories = documents.flatMap((document) => [...objectsWhere(document, isStory)]);
  const ours = new Set<string | null>();
  for (const story of stories) {
    const author = authorOfStory(story, context);
    const id = numberOf(story);
    if (author === null) {
      yield { kind: 'unreadable', id, where, message: `Facebook does not say who posted ${id}.` };
    } else if (isOwnAuthor(author, context)) {
      ours.add(id);
      yield { kind: 'post', post: readStory(story, context) };
    }
  }
  for (const comment of documents.flatMap(commentsIn)) {
    const post = readComment(comment, context);
    // More comments are loaded without the post that they stand below; the crawl opens the channel's own posts only.
    if (post !== undefined && (stories.length === 0 || ours.has(post.thread))) yield { kind: 'post', post };
  }
}

/** Comments stand inside of what belongs to a post, and answers to them inside of comments. */
function commentsIn(document: unknown): readonly JsonObject[] {
  const found = [...objectsWhere(document, isComment)];
  return found.flatMap((comment) => [comment, ...commentsIn(Object.values(comment))]);
}

/** What the account's page says for links: its name and its words, there even behind the wall. */
function* readPreview(html: string, url: string, { handle, origin }: FacebookContext): Generator<Finding> {
  const { title, description, image, url: canonical } = readSharePreview(html);
  const named = canonical === null || !URL.canParse(canonical, origin) ? url : new URL(canonical, origin).href;
  const isAccount = new URL(named).pathname.split('/').filter((part) => part !== '').length <= 1;
  if (title === null || !isAccount || !isSameName(nameIn(named), handle)) return;
  yield {
    kind: 'profile',
    profile: {
      id: /^\d+$/.test(handle) ? handle : null,
      handle,
      name: title.replace(/ [|-] Facebook$/, ''),
      bio: description,
      url: named,
      avatarUrl: image,
      followers: null,
      following: null,
      since: null,
      state: 'open',
    },
  };
}
