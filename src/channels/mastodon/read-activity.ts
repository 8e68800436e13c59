import type { Finding } from '../../model/finding.ts';
import { type FoundPost, makePost, type PostKind, type PostReference } from '../../model/post.ts';
import { asList, asNumber, asObject, asText, asTime, asUrl, at, type JsonObject } from '../reading/json-reader.ts';
import { countedKinds } from './read-account.ts';
import { linksOf, readDocuments } from './read-media.ts';
import { readContent } from './read-status.ts';
import { isOwnActor, nameOfPost, postIdIn, type Server } from './server.ts';

export interface ActivityContext {
  readonly server: Server;
  /** Address of the answer. */
  readonly url: string;
}

const publicNames = new Set(['https://www.w3.org/ns/activitystreams#Public', 'as:Public', 'Public']);
const actors = new Set(['Person', 'Service', 'Group', 'Organization', 'Application']);

const objects: Readonly<Record<string, PostKind>> = {
  Note: 'post',
  Question: 'post',
  Article: 'article',
  Page: 'article',
  Video: 'video',
  Audio: 'post',
  Image: 'post',
  Event: 'post',
};

/** A value that may stand alone or in a list. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

/** The id of something that is given by its address, or as the thing itself. */
export function idOf(value: unknown): string | null {
  return asText(asObject(value)?.id) ?? (typeof value === 'string' ? asText(value) : null);
}

/**
 * Everything in one ActivityStreams document: an outbox or a page of it, an activity, a post, an actor, a tombstone.
 * @see https://www.w3.org/TR/activitypub/#outbox
 */
export function* readActivityStreams(document: JsonObject, context: ActivityContext): Generator<Finding> {
  const type = asText(document.type) ?? '';
  const isOutbox = /\/outbox(\/|$)/.test(new URL(context.url).pathname);
  if (/^(Ordered)?Collection(Page)?$/.test(type)) {
    if (isOutbox) yield* readOutbox(document, context);
  } else if (actors.has(type)) {
    yield* readActor(document, context);
  } else {
    yield* readItem(document, context);
  }
}

function* readOutbox(page: JsonObject, context: ActivityContext): Generator<Finding> {
  const items = listOf(page.orderedItems ?? page.items);
  const count = asNumber(page.totalItems);
  if (count !== null && count >= 0) {
    yield { kind: 'claim', claim: { name: 'outbox totalItems', count, kinds: countedKinds, reach: 'more-hidden' } };
  }
  for (const item of items) {
    const activity = asObject(item);
    if (activity !== undefined) yield* readItem(activity, context);
    else if (typeof item !== 'string') yield strange(context, 'an item of the outbox is no object');
    else
      yield {
        kind: 'listed',
        listed: { id: nameOfPost(item, null, context.server), url: asUrl(item), published: null, list: 'outbox' },
      };
  }
  const isPage = asText(page.type)?.endsWith('Page') === true || items.length > 0;
  if (isPage && idOf(page.next) === null) yield { kind: 'end-of-list', list: 'outbox' };
}

function strange({ url }: ActivityContext, message: string, id: string | null = null): Finding {
  return { kind: 'unreadable', id, where: url, message: `${url}: ${message}.` };
}

/** An activity, or the object of one: a post, something passed on, a tombstone. Nothing for what else is done in an outbox. */
export function* readItem(item: JsonObject, context: ActivityContext): Generator<Finding> {
  const type = asText(item.type) ?? '';
  if (type === 'Tombstone' || type === 'Delete') {
    const id = idOf(type === 'Delete' ? item.object : item);
    const name = nameOfPost(id, null, context.server);
    yield { kind: 'gone', id: name, url: asUrl(id), message: `${id ?? 'A post'} was deleted, the server says.` };
  } else if (type === 'Create' || type === 'Update') {
    const object = asObject(item.object);
    if (object !== undefined) yield* readItem(object, context);
    else yield strange(context, `${type} without its object`, idOf(item.object));
  } else if (type === 'Announce') {
    yield* readAnnounce(item, context);
  } else if (objects[type] !== undefined) {
    yield* readObject(item, context);
  }
  // Likes, follows, votes and what else is done in an outbox are no posts.
}

/** An outbox names its owner; elsewhere only the account's own address does. */
function isOwn(actor: string | null, { server, url }: ActivityContext): boolean {
  return isOwnActor(actor, server) || (actor !== null && url.startsWith(`${actor.replace(/\/$/, '')}/outbox`));
}

function* readAnnounce(item: JsonObject, context: ActivityContext): Generator<Finding> {
  const actor = idOf(item.actor);
  const id = asText(item.id);
  if (!isOwn(actor, context)) return;
  if (id === null) return yield strange(context, 'an Announce without an id');
  const passed = asObject(item.object);
  const target = idOf(item.object);
  const url = asUrl(passed?.url) ?? asUrl(target);
  yield {
    kind: 'post',
    post: makePost({
      ...common(item, context, id),
      kind: 'repost',
      author: { id: actor, handle: context.server.user, name: null, url: actor },
      repostOf: {
        id: nameOfPost(target, passed?.url, context.server),
        url,
        author: null,
        text: typeof passed?.content === 'string' ? readContent(passed.content, false).text : null,
      },
    }),
  };
}

function common(item: JsonObject, { server }: ActivityContext, id: string) {
  const url = linksOf(item.url).find(({ mime }) => mime === null || mime === 'text/html')?.url ?? asUrl(id);
  return {
    platform: 'mastodon' as const,
    id: postIdIn(url, server) ?? postIdIn(id, server) ?? id,
    url,
    published: asTime(item.published),
    edited: asTime(item.updated),
    visibility: visibilityOf(item),
    source: 'api' as const,
  };
}

/** Whom it is addressed to; `unknown` where nothing says. */
export function visibilityOf(item: JsonObject): FoundPost['visibility'] {
  const isPublic = (value: unknown) => listOf(value).some((name) => publicNames.has(String(name)));
  if (isPublic(item.to)) return 'public';
  if (isPublic(item.cc)) return 'unlisted';
  if (item.to === undefined && item.cc === undefined) return 'unknown';
  const toFollowers = [...listOf(item.to), ...listOf(item.cc)].some((name) => String(name).endsWith('/followers'));
  return toFollowers ? 'followers' : 'private';
}

function* readObject(object: JsonObject, context: ActivityContext): Generator<Finding> {
  const id = asText(object.id);
  if (id === null) return yield strange(context, `${asText(object.type)} without an id`);
  const author = listOf(object.attributedTo).map(idOf);
  const mine = author.find((one) => isOwn(one, context));
  // In an outbox stands what the account itself has said; beside it, only what bears its name.
  if (mine === undefined) return;
  const quoteOf = referTo(object.quote ?? object.quoteUrl ?? object.quoteUri ?? object._misskey_quote, context);
  const replyTo = referTo(object.inReplyTo, context);
  const isThread = replyTo !== null && isThreadOfOwn(replyTo, context);
  yield {
    kind: 'post',
    post: makePost({
      ...common(object, context, id),
      ...readWords(object, quoteOf !== null),
      kind:
        quoteOf !== null ? 'quote' : replyTo !== null && !isThread ? 'reply' : (objects[String(object.type)] ?? 'post'),
      author: { id: mine ?? null, handle: context.server.user, name: null, url: mine ?? null },
      replyTo,
      quoteOf,
      poll: readQuestion(object),
    }),
  };
}

function readWords(object: JsonObject, isQuote: boolean): Partial<FoundPost> {
  const html = typeof object.content === 'string' ? object.content : '';
  const tags = listOf(object.tag).filter((tag) => asText(at(tag, 'type')) === 'Hashtag');
  const film = object.type === 'Video' || object.type === 'Audio' ? filmOf(object) : [];
  // Summary is the content warning of a Note; of long forms it is what they say of themselves.
  const isNote = object.type === 'Note' || object.type === 'Question';
  return {
    title: asText(object.name),
    ...readContent(html, isQuote),
    html: html === '' ? null : html,
    lang: Object.keys(asObject(object.contentMap) ?? {})[0] ?? null,
    warning: isNote ? asText(object.summary) : null,
    tags: tags.flatMap((tag) => asText(at(tag, 'name'))?.replace(/^#/, '') ?? []),
    media: [...film, ...readDocuments(object.attachment)],
  };
}

/** A film's files stand among its addresses, beside its page. */
function filmOf(object: JsonObject) {
  const nested = listOf(object.url).flatMap((link) => asList(at(link, 'tag')));
  const files = [...listOf(object.url), ...nested].filter((link) =>
    /^(video|audio)\//.test(asText(at(link, 'mediaType')) ?? ''),
  );
  return files.length === 0 ? [] : readDocuments({ ...object, mediaType: undefined, url: files });
}

function referTo(value: unknown, { server }: ActivityContext): PostReference | null {
  const [first] = listOf(value);
  const id = idOf(first);
  return id === null ? null : { id: nameOfPost(id, null, server), url: asUrl(id), author: null, text: null };
}

/** Mastodon's ids of posts have their author in them; nothing else says whose a post is that is only named. */
function isThreadOfOwn({ url }: PostReference, { server }: ActivityContext): boolean {
  const author = /^(.*\/users\/[^/]+)\/statuses\/|^(.*\/@[^/]+)\/|^(.*\/p\/[^/]+)\//.exec(url ?? '');
  return isOwnActor(author?.[1] ?? author?.[2] ?? author?.[3]?.replace('/p/', '/users/') ?? null, server);
}

function readQuestion(object: JsonObject): FoundPost['poll'] {
  const choices = listOf(object.oneOf ?? object.anyOf);
  if (object.type !== 'Question' || choices.length === 0) return null;
  const options = choices.flatMap((choice) => {
    const text = asText(at(choice, 'name'));
    return text === null ? [] : [{ text, votes: asNumber(at(choice, 'replies', 'totalItems')) }];
  });
  return { options, endsAt: asTime(object.endTime) ?? asTime(object.closed), voters: asNumber(object.votersCount) };
}

function* readActor(actor: JsonObject, { server, url }: ActivityContext): Generator<Finding> {
  if (!isOwnActor(asText(actor.id), server) && !isOwnActor(asUrl(actor.url), server)) return;
  const state = actor.suspended === true ? 'suspended' : idOf(actor.movedTo) === null ? 'open' : 'moved';
  yield {
    kind: 'profile',
    profile: {
      id: asText(actor.id),
      handle: asText(actor.preferredUsername),
      name: asText(actor.name),
      bio: typeof actor.summary === 'string' ? readContent(actor.summary, false).text : null,
      url: linksOf(actor.url)[0]?.url ?? url,
      avatarUrl: linksOf(at(actor, 'icon', 'url'))[0]?.url ?? null,
      followers: null,
      following: null,
      since: asTime(actor.published),
      state,
    },
  };
}
