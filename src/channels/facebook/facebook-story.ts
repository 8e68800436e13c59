import { type FoundPost, makePost, type PostAuthor, type PostCounts, type PostReference } from '../../model/post.ts';
import { hashtagsOf } from '../reading/caption.ts';
import { objectsOf, objectWhere } from '../reading/json-objects.ts';
import { asNumber, asObject, asText, asUnixTime, asUrl, at, type JsonObject } from '../reading/json-reader.ts';
import { isSameName } from '../reading/own-account.ts';
import { readAttachments, unwrapped } from './facebook-media.ts';

/** What reading a post takes to know about where it was found. */
export interface FacebookContext {
  /** A name, or the number of a page that has none. */
  readonly handle: string;
  readonly origin: string;
  /** UTC ISO 8601, when it was served. */
  readonly at: string;
}

/** A unit of a feed, or the post of a page of its own. */
export function isStory(object: JsonObject): boolean {
  return object.__typename === 'Story' && numberOf(object) !== null && object.comet_sections !== undefined;
}

export function numberOf(story: JsonObject): string | null {
  const number = asText(story.post_id);
  return number !== null && /^\d+$/.test(number) ? number : null;
}

/** The story with the words; the unit round it has the frame: who, when, how often liked. */
function contentOf(story: JsonObject): JsonObject {
  return asObject(at(story, 'comet_sections', 'content', 'story')) ?? story;
}

export function authorOfStory(story: JsonObject, { origin }: Pick<FacebookContext, 'origin'>): PostAuthor | null {
  const [actor] = [...objectsOf(contentOf(story).actors), ...objectsOf(story.actors)];
  return actor === undefined ? null : authorOf(actor, origin);
}

export function authorOf(actor: JsonObject, origin: string): PostAuthor | null {
  const id = asText(actor.id);
  const url = asUrl(actor.url, origin) ?? asUrl(actor.profile_url, origin);
  const handle = url === null ? null : nameIn(url);
  if (id === null && handle === null) return null;
  return { id, handle: handle ?? id, name: asText(actor.name), url };
}

/** `/name`, `/people/Name/1000…/`, `/profile.php?id=1000…` */
export function nameIn(address: string): string | null {
  const url = new URL(address);
  const parts = url.pathname.split('/').filter((part) => part !== '');
  if (parts[0] === 'profile.php') return url.searchParams.get('id');
  if (parts[0] === 'people' || parts[0] === 'pages') return parts[2] ?? null;
  return parts[0] ?? null;
}

export function isOwnAuthor(author: PostAuthor | null, { handle }: Pick<FacebookContext, 'handle'>): boolean {
  return isSameName(author?.handle, handle) || isSameName(author?.id, handle);
}

/** @param story what `isStory` is true of */
export function readStory(story: JsonObject, context: FacebookContext): FoundPost {
  const content = contentOf(story);
  const text = textOf(story);
  const attached = readAttachments(content.attachments ?? story.attachments);
  const shared = sharedOf(story, context);
  const counts = countsOf(story);
  return makePost({
    platform: 'facebook',
    id: numberOf(story) ?? '',
    url: addressOf(story, context),
    kind: shared === null ? 'post' : text === '' ? 'repost' : 'quote',
    author: authorOfStory(story, context),
    published: timeOf(story),
    text,
    links: [...new Set([...linksOf(story, context), ...attached.links])],
    tags: hashtagsOf(text),
    media: attached.media,
    quoteOf: text === '' ? null : shared,
    repostOf: text === '' ? shared : null,
    counts,
    countedAt: Object.keys(counts).length === 0 ? null : context.at,
    source: 'crawl',
    extent: attached.isAbridged ? 'part' : 'whole',
  });
}

/** The words have stood in several places, two of them at once. */
function messageOf(story: JsonObject): JsonObject | undefined {
  const content = contentOf(story);
  const places = [
    content.message,
    at(content, 'comet_sections', 'message', 'story', 'message'),
    at(story, 'comet_sections', 'message', 'story', 'message'),
    story.message,
  ];
  return places.map(asObject).find((message) => asText(message?.text) !== null);
}

function textOf(story: JsonObject): string {
  return asText(messageOf(story)?.text) ?? '';
}

function linksOf(story: JsonObject, { origin }: FacebookContext): readonly string[] {
  const marked = objectsOf(messageOf(story)?.ranges).flatMap(({ entity }) => unwrapped(at(entity, 'url')) ?? []);
  return marked.filter((address) => new URL(address).origin !== origin && !/\/hashtag\//.test(address));
}

/** Time and address stand in a list of small parts whose order changes; they are known by their fields. */
function frameOf(story: JsonObject, field: string): unknown {
  const parts = [
    ...objectsOf(at(story, 'comet_sections', 'context_layout', 'story', 'comet_sections', 'metadata')),
    ...objectsOf(at(contentOf(story), 'comet_sections', 'context_layout', 'story', 'comet_sections', 'metadata')),
    asObject(at(story, 'comet_sections', 'timestamp')) ?? {},
  ];
  const part = parts.find((one) => at(one, 'story', field) != null);
  return at(part, 'story', field) ?? contentOf(story)[field] ?? story[field];
}

function timeOf(story: JsonObject): string | null {
  return asUnixTime(frameOf(story, 'creation_time'));
}

function addressOf(story: JsonObject, { origin, handle }: FacebookContext): string {
  const said = asUrl(frameOf(story, 'url')) ?? asUrl(contentOf(story).wwwURL) ?? asUrl(story.permalink_url);
  return said === null ? `${origin}/${handle}/posts/${numberOf(story)}` : plainAddress(said);
}

/** An address without what says where somebody came from. */
export function plainAddress(address: string): string {
  const url = new URL(address);
  for (const name of [...url.searchParams.keys()]) {
    if (!/^(story_fbid|id|fbid|v|set)$/.test(name)) url.searchParams.delete(name);
  }
  url.hash = '';
  return url.href;
}

function sharedOf(story: JsonObject, context: FacebookContext): PostReference | null {
  const shared = asObject(contentOf(story).attached_story) ?? asObject(story.attached_story);
  if (shared === undefined) return null;
  const url = asUrl(frameOf(shared, 'url')) ?? asUrl(contentOf(shared).wwwURL) ?? asUrl(shared.permalink_url);
  return {
    id: numberOf(shared),
    url: url === null ? null : plainAddress(url),
    author: authorOfStory(shared, context),
    text: asText(messageOf(shared)?.text),
  };
}

function countsOf(story: JsonObject): PostCounts {
  const feedback = at(story, 'comet_sections', 'feedback') ?? story.feedback;
  const find = (name: string, ...path: readonly string[]) =>
    asNumber(
      at(
        objectWhere(feedback, (object) => at(object, name, ...path) !== undefined),
        name,
        ...path,
      ),
    );
  const likes = find('reaction_count', 'count');
  const reposts = find('share_count', 'count');
  const replies = find('comments', 'total_count') ?? find('total_comment_count');
  return {
    ...(likes === null ? {} : { likes }),
    ...(reposts === null ? {} : { reposts }),
    ...(replies === null ? {} : { replies }),
  };
}

export function isComment(object: JsonObject): boolean {
  return object.__typename === 'Comment' && object.author !== undefined && asUnixTime(object.created_time) !== null;
}

/** The name of a comment is `comment:POST_COMMENT` in Base64. */
export function readComment(comment: JsonObject, context: FacebookContext): FoundPost | undefined {
  const name = Buffer.from(asText(comment.id) ?? '', 'base64').toString('utf8');
  const [, post, id] = /^comment:(\d+)_(\d+)$/.exec(name) ?? [];
  const author = authorOf(asObject(comment.author) ?? {}, context.origin);
  if (post === undefined || id === undefined || author === null) return undefined;
  const isOwn = isOwnAuthor(author, context);
  const parent =
    asText(at(comment, 'comment_direct_parent', 'legacy_fbid')) ?? asText(at(comment, 'comment_parent', 'legacy_fbid'));
  const attached = readAttachments(comment.attachments);
  return makePost({
    platform: 'facebook',
    id,
    url: asUrl(comment.url),
    kind: isOwn ? 'reply' : 'comment',
    author,
    isOwn,
    published: asUnixTime(comment.created_time),
    text: asText(at(comment, 'body', 'text')) ?? asText(at(comment, 'preferred_body', 'text')) ?? '',
    media: attached.media,
    replyTo: { id: parent ?? post, url: null, author: null, text: null },
    thread: post,
    source: 'crawl',
  });
}
