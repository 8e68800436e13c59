import {
  type FoundPost,
  makeMedia,
  makePost,
  type PostAuthor,
  type PostCounts,
  type PostMedia,
} from '../../model/post.ts';
import { addressesIn, hashtagsOf } from '../reading/caption.ts';
import { objectsOf } from '../reading/json-objects.ts';
import { asList, asNumber, asObject, asText, asUnixTime, asUrl, at, type JsonObject } from '../reading/json-reader.ts';
import { isSameName } from '../reading/own-account.ts';

/** What reading a film takes to know about where it was found. */
export interface TiktokContext {
  readonly handle: string;
  readonly origin: string;
  /** UTC ISO 8601, when it was served. */
  readonly at: string;
}

/** A film, or pictures with a sound, as every answer of TikTok describes one. */
export function isItem(object: JsonObject): boolean {
  return /^\d{6,}$/.test(asText(object.id) ?? '') && typeof object.desc === 'string' && 'createTime' in object;
}

/** The author's name is the author in older data, and a field of the author in newer. */
export function authorOfItem(item: JsonObject, { origin }: Pick<TiktokContext, 'origin'>): PostAuthor | null {
  const author = asObject(item.author) ?? {};
  const handle = asText(author.uniqueId) ?? asText(item.author) ?? null;
  if (handle === null) return null;
  return {
    id: asText(author.id) ?? asText(item.authorId),
    handle,
    name: asText(author.nickname) ?? asText(item.nickname),
    url: `${origin}/@${handle}`,
  };
}

/** The first half of a number is the second in which it was given. */
export function timeOfNumber(id: string): string | null {
  return /^\d{18,20}$/.test(id) ? asUnixTime(Number(BigInt(id) >> 32n)) : null;
}

/** @param item what `isItem` is true of */
export function readItem(item: JsonObject, context: TiktokContext): FoundPost {
  const author = authorOfItem(item, context);
  const id = asText(item.id) ?? '';
  const text = textOf(item);
  const images = objectsOf(at(item, 'imagePost', 'images'));
  const isOwn = isSameName(author?.handle, context.handle);
  const handle = isOwn ? context.handle : (author?.handle ?? '');
  const duet = asText(at(item, 'duetInfo', 'duetFromId'));
  const counts = countsOf(item);
  return makePost({
    platform: 'tiktok',
    id,
    url: `${context.origin}/@${handle}/${images.length > 0 ? 'photo' : 'video'}/${id}`,
    kind: images.length > 0 ? 'post' : 'video',
    author,
    isOwn,
    published: asUnixTime(item.createTime) ?? timeOfNumber(id),
    title: asText(at(item, 'imagePost', 'title')),
    text,
    lang: asText(item.textLanguage)?.replace(/^un$/, '') || null,
    links: addressesIn(text),
    tags: tagsOf(item, text),
    media: images.length > 0 ? images.flatMap(readPicture) : filmOf(asObject(item.video) ?? {}),
    quoteOf: duet === null || duet === '0' ? null : { id: duet, url: null, author: null, text: null },
    counts,
    countedAt: Object.keys(counts).length === 0 ? null : context.at,
    isPinned: item.isPinnedItem === true,
    visibility: item.privateItem === true || item.secret === true ? 'private' : 'public',
    source: 'crawl',
  });
}

/** Long captions come in pieces, of which `desc` is the first. */
function textOf(item: JsonObject): string {
  const pieces = objectsOf(item.contents).flatMap(({ desc }) => asText(desc) ?? []);
  const whole = pieces.join('\n');
  const first = asText(item.desc) ?? '';
  return whole.length > first.length ? whole : first;
}

function tagsOf(item: JsonObject, text: string): readonly string[] {
  const marked = [...asList(item.textExtra), ...objectsOf(item.contents).flatMap((piece) => asList(piece.textExtra))];
  const named = marked.flatMap((mark) => asText(at(mark, 'hashtagName')) ?? []);
  return named.length > 0 ? [...new Set(named)] : hashtagsOf(text);
}

function readPicture(image: JsonObject): readonly PostMedia[] {
  const [url, ...otherUrls] = asList(at(image, 'imageURL', 'urlList')).flatMap((one) => asUrl(one) ?? []);
  if (url === undefined) return [];
  return [
    makeMedia({
      kind: 'image',
      url,
      otherUrls,
      width: asNumber(image.imageWidth),
      height: asNumber(image.imageHeight),
    }),
  ];
}

/** Every quality has several addresses; the first of the largest is the best. All of them expire within hours. */
function filmOf(video: JsonObject): readonly PostMedia[] {
  const qualities = objectsOf(video.bitrateInfo)
    .map((quality) => ({
      rate: asNumber(quality.Bitrate) ?? 0,
      pixels: (asNumber(at(quality, 'PlayAddr', 'Width')) ?? 0) * (asNumber(at(quality, 'PlayAddr', 'Height')) ?? 0),
      urls: asList(at(quality, 'PlayAddr', 'UrlList')).flatMap((one) => asUrl(one) ?? []),
    }))
    .sort((a, b) => b.pixels - a.pixels || b.rate - a.rate);
  const plain = [video.playAddr, video.downloadAddr].flatMap((one) => asUrl(one) ?? []);
  const [url, ...otherUrls] = [...new Set([...qualities.flatMap(({ urls }) => urls), ...plain])];
  if (url === undefined) return [];
  const durationS = asNumber(video.duration);
  return [
    makeMedia({
      kind: 'video',
      url,
      otherUrls,
      width: asNumber(video.width),
      height: asNumber(video.height),
      durationMs: durationS === null ? null : durationS * 1000,
    }),
  ];
}

function countsOf(item: JsonObject): PostCounts {
  const stats = asObject(item.statsV2) ?? asObject(item.stats) ?? {};
  const found = {
    likes: stats.diggCount,
    reposts: stats.shareCount,
    replies: stats.commentCount,
    views: stats.playCount,
    bookmarks: stats.collectCount,
  };
  const known = Object.entries(found).flatMap(([name, value]) => {
    const count = asNumber(value);
    return count === null || count < 0 ? [] : [[name, count] as const];
  });
  return Object.fromEntries(known);
}

/** A comment below a film. @param film its number */
export function readComment(comment: JsonObject, film: string, context: TiktokContext): FoundPost | undefined {
  const id = asText(comment.cid);
  const handle = asText(at(comment, 'user', 'unique_id'));
  if (id === null || handle === null) return undefined;
  const isOwn = isSameName(handle, context.handle);
  const text = asText(comment.text) ?? '';
  const parent = asText(comment.reply_id);
  const likes = asNumber(comment.digg_count);
  return makePost({
    platform: 'tiktok',
    id,
    kind: isOwn ? 'reply' : 'comment',
    author: {
      id: asText(at(comment, 'user', 'uid')),
      handle,
      name: asText(at(comment, 'user', 'nickname')),
      url: `${context.origin}/@${handle}`,
    },
    isOwn,
    published: asUnixTime(comment.create_time),
    text,
    replyTo: { id: parent === null || parent === '0' ? film : parent, url: null, author: null, text: null },
    thread: film,
    counts: likes === null ? {} : { likes },
    countedAt: likes === null ? null : context.at,
    source: 'crawl',
  });
}
