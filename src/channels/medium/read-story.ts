import type { ChannelPlace } from '../../model/channel.ts';
import type { Finding } from '../../model/finding.ts';
import {
  type FoundPost,
  makeMedia,
  makePost,
  type PostAuthor,
  type PostCounts,
  type PostMedia,
} from '../../model/post.ts';
import { reallyLater } from '../reading/edit-time.ts';
import { asList, asNumber, asObject, asText, asUnixTime, asUrl, at, type JsonObject } from '../reading/json-reader.ts';
import { argued, type Resolve } from './apollo.ts';
import { accountOf } from './seeds.ts';

export interface StoryPlace {
  readonly place: ChannelPlace;
  readonly url: string;
  /** When it was read, UTC ISO 8601. */
  readonly at: string;
  readonly resolve: Resolve;
}

/** Whether a story is the account's: its writer's, or its publication's. Undefined when neither is said. */
export function isOfAccount(post: JsonObject, { place, resolve, url }: StoryPlace): boolean | undefined {
  const writer = asText(resolve(post.creator)?.username)?.toLowerCase();
  const publication = resolve(post.collection);
  const account = accountOf(place);
  const wanted = place.handle?.toLowerCase() ?? account.replace(/^@/, '');
  if (account !== '' && !account.startsWith('@')) return asText(publication?.slug)?.toLowerCase() === wanted;
  if (writer === wanted) return true;
  const domain = asText(publication?.domain)?.toLowerCase();
  if (account === '' && (domain === new URL(place.url).hostname || asText(publication?.slug)?.toLowerCase() === wanted))
    return true;
  const address = asUrl(post.mediumUrl, url);
  if (writer === undefined && address !== null)
    return new URL(address).pathname.toLowerCase().startsWith(`/@${wanted}/`);
  return writer === undefined ? undefined : false;
}

/** A story, a response of the account's, or somebody's response to one of its stories. */
export function* readStory(post: JsonObject, where: StoryPlace): Generator<Finding> {
  const isOwn = isOfAccount(post, where) === true;
  const parent = parentOf(post, where.resolve);
  const isAnswerToUs = parent !== undefined && isOfAccount(parent, where) === true;
  if (!isOwn && !isAnswerToUs) return;
  const ownKind = parent === undefined ? 'article' : 'reply';
  const story = storyOf(post, where);
  yield {
    kind: 'post',
    post: {
      ...story,
      isOwn,
      kind: isOwn ? ownKind : 'comment',
      title: parent === undefined ? story.title : null,
      replyTo: parent === undefined ? null : referenceTo(parent),
    },
  };
  if (asObject(argued(post, 'content'))?.isLockedPreviewOnly !== true) return;
  const message = 'The story is for members of Medium; strangers see only its beginning.';
  yield { kind: 'unreadable', id: story.id, where: story.url ?? where.url, message };
}

function storyOf(post: JsonObject, where: StoryPlace): FoundPost {
  const { resolve, url: base } = where;
  const content = asObject(argued(post, 'content'));
  const paragraphs = asList(at(content, 'bodyModel', 'paragraphs'))
    .map(resolve)
    .filter((one) => one !== undefined);
  const title = asText(post.title);
  const counts = readCounts(post, resolve);
  const published = asUnixTime(post.firstPublishedAt);
  const preview = asText(at(argued(post, 'extendedPreviewContent'), 'subtitle')) ?? '';
  return makePost({
    platform: 'medium',
    id: asText(post.id) ?? '',
    url: asUrl(post.mediumUrl, base),
    source: 'crawl',
    kind: 'article',
    author: readWriter(resolve(post.creator), base),
    published,
    edited: reallyLater(published, asUnixTime(post.latestPublishedAt)),
    title,
    text: textOf(paragraphs, title) || preview,
    lang: asText(post.detectedLanguage),
    media: paragraphs.flatMap((paragraph) => readPicture(paragraph, where)),
    links: linksOf(paragraphs, base),
    tags: asList(post.tags).flatMap((tag) => tagName(resolve(tag)) ?? []),
    counts,
    countedAt: Object.keys(counts).length === 0 ? null : where.at,
    isPinned: (asNumber(post.pinnedByCreatorAt) ?? 0) > 0,
    extent: paragraphs.length > 0 && content?.isLockedPreviewOnly !== true ? 'whole' : 'part',
  });
}

const referenceTo = (parent: JsonObject): FoundPost['replyTo'] => ({
  id: asText(parent.id),
  url: asUrl(parent.mediumUrl),
  author: null,
  text: null,
});

function parentOf(post: JsonObject, resolve: Resolve): JsonObject | undefined {
  const parent = resolve(post.inResponseToPostResult);
  return asText(parent?.id) === null ? undefined : parent;
}

function readWriter(writer: JsonObject | undefined, base: string): PostAuthor | null {
  if (writer === undefined) return null;
  const handle = asText(writer.username);
  const url = handle === null ? null : new URL(`/@${handle}`, base).href;
  return { id: asText(writer.id), handle, name: asText(writer.name), url };
}

/** The title stands once more at the head of the body, mostly. */
function textOf(paragraphs: readonly JsonObject[], title: string | null): string {
  const first = paragraphs[0];
  const isTitle = first !== undefined && asText(first.text) === title && /^H/.test(asText(first.type) ?? '');
  const shown = isTitle ? paragraphs.slice(1) : paragraphs;
  return shown
    .flatMap((paragraph) => asText(paragraph.text) ?? [])
    .join('\n\n')
    .trim();
}

function readPicture(paragraph: JsonObject, { place, resolve }: StoryPlace): readonly PostMedia[] {
  const picture = resolve(paragraph.metadata);
  const id = asText(picture?.id)?.replace(/^ImageMetadata:/, '');
  if (paragraph.type !== 'IMG' || id === undefined) return [];
  const alt = asText(picture?.alt) ?? asText(paragraph.text);
  return pictureOf(id, place, {
    alt,
    width: asNumber(picture?.originalWidth),
    height: asNumber(picture?.originalHeight),
  });
}

/** Pictures are named by a number alone; the image service makes every size of it. */
export function pictureOf(id: string, place: ChannelPlace, known: Partial<PostMedia>): readonly PostMedia[] {
  const base = place.api ?? 'https://miro.medium.com';
  const addresses = ['', 'resize:fit:1400/', 'resize:fit:720/'].map((size) => asUrl(`/v2/${size}${id}`, base));
  const [url, ...otherUrls] = [
    ...addresses,
    asUrl(`https://cdn-images-1.medium.com/max/1024/${id}`),
    ...(known.otherUrls ?? []),
  ].filter((address) => address !== null);
  return url === undefined ? [] : [makeMedia({ ...known, url, otherUrls: [...new Set(otherUrls)], kind: 'image' })];
}

function linksOf(paragraphs: readonly JsonObject[], base: string): readonly string[] {
  const hrefs = paragraphs.flatMap((paragraph) => [
    ...asList(paragraph.markups).map((markup) => at(markup, 'href')),
    at(paragraph.mixtapeMetadata, 'href'),
  ]);
  return [...new Set(hrefs.map((href) => asUrl(href, base)).filter((url) => url !== null))];
}

function tagName(tag: JsonObject | undefined): string | null {
  return asText(tag?.displayTitle) ?? asText(tag?.normalizedTagSlug) ?? asText(tag?.id);
}

function readCounts(post: JsonObject, resolve: Resolve): PostCounts {
  const likes = asNumber(post.clapCount);
  const replies = asNumber(resolve(post.postResponses)?.count);
  return {
    ...(likes === null ? {} : { likes }),
    ...(replies === null ? {} : { replies }),
  };
}
