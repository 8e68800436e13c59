import type { Finding } from '../../model/finding.ts';
import {
  type FoundPost,
  makeMedia,
  makePost,
  type PostAuthor,
  type PostCounts,
  type PostMedia,
} from '../../model/post.ts';
import { htmlMedia } from '../reading/html-media.ts';
import { htmlToText } from '../reading/html-to-text.ts';
import { asList, asNumber, asObject, asText, asTime, asUrl, at, type JsonObject } from '../reading/json-reader.ts';

export interface ReadPost {
  /** The address that answered; relative addresses and `/p/SLUG` are made with it. */
  readonly url: string;
  /** When, UTC ISO 8601. */
  readonly at: string;
  readonly source: FoundPost['source'];
}

/**
 * One post, as the archive list, `/api/v1/posts/SLUG` and a page's `window._preloads` all give it. Only the last two have
 * its whole text, and of a post for paying readers nobody gives it.
 * @see https://github.com/jakub-k-slys/substack-api (internal response types), https://github.com/yt-dlp/yt-dlp (SubstackIE)
 */
export function readSubstackPost(item: JsonObject, { url: base, at: countedAt, source }: ReadPost): Finding {
  const id = asText(item.id);
  const slug = asText(item.slug);
  if (id === null || slug === null) {
    return { kind: 'unreadable', id, where: base, message: 'A post of the list has no id or no address.' };
  }
  const url = asUrl(item.canonical_url) ?? new URL(`/p/${slug}`, base).href;
  const html = asText(item.body_html);
  const { text, links } = htmlToText(html ?? '', url);
  const counts = readCounts(item);
  const restacked = asText(item.restacked_post_id);
  const isForAll = (asText(item.audience) ?? 'everyone') === 'everyone';
  const post = makePost({
    platform: 'substack',
    id,
    url,
    source,
    kind: restacked === null ? kindOf(item) : 'repost',
    author: readAuthor(asList(item.publishedBylines)[0], base),
    published: asTime(item.post_date),
    edited: editedAt(item),
    title: asText(item.title),
    text: text === '' ? (asText(item.truncated_body_text) ?? '') : text,
    html,
    lang: asText(item.language) ?? asText(item.detectedLanguage),
    media: readMedia(item, html ?? '', url),
    links,
    repostOf:
      restacked === null ? null : { id: restacked, url: null, author: nameOnly(item.restacked_pub_name), text: null },
    tags: asList(item.postTags).flatMap((tag) => asText(asObject(tag)?.name) ?? []),
    counts,
    countedAt: Object.keys(counts).length === 0 ? null : countedAt,
    isPinned: item.is_pinned === true,
    visibility: isForAll ? 'public' : 'followers',
    extent: html !== null && isForAll ? 'whole' : 'part',
  });
  return { kind: 'post', post };
}

function kindOf(item: JsonObject): FoundPost['kind'] {
  if (item.type === 'video') return 'video';
  if (item.type === 'page') return 'page';
  return item.type === 'thread' || item.type === 'note' ? 'post' : 'article';
}

/** `updated_at` moves with every like; only a day that the publication shows as such is an edit. */
function editedAt(item: JsonObject): string | null {
  return asTime(item.edited_at);
}

function nameOnly(name: unknown): PostAuthor | null {
  const said = asText(name);
  return said === null ? null : { id: null, handle: null, name: said, url: null };
}

function readAuthor(byline: unknown, base: string): PostAuthor | null {
  const writer = asObject(byline);
  if (writer === undefined) return null;
  const handle = asText(writer.handle);
  const url =
    handle === null
      ? null
      : new URL(`/@${handle}`, /substack\.com$/.test(new URL(base).hostname) ? 'https://substack.com' : base).href;
  return { id: asText(writer.id), handle, name: asText(writer.name), url };
}

function readMedia(item: JsonObject, html: string, base: string): readonly PostMedia[] {
  const pictures = htmlMedia(html, base);
  const cover = asUrl(item.cover_image);
  const recording = asUrl(item.podcast_url);
  const film = asText(at(item, 'videoUpload', 'id'));
  const seconds = asNumber(at(item, 'podcastUpload', 'duration')) ?? asNumber(item.podcast_duration);
  const length = asNumber(at(item, 'videoUpload', 'duration'));
  const ms = (value: number | null) => (value === null ? null : Math.round(value * 1000));
  return [
    ...(pictures.length === 0 && cover !== null ? [makeMedia({ url: cover, kind: 'image' })] : []),
    ...pictures,
    ...(recording === null ? [] : [makeMedia({ url: recording, kind: 'audio', durationMs: ms(seconds) })]),
    ...(film === null
      ? []
      : [
          makeMedia({
            url: new URL(`/api/v1/video/upload/${film}/src?type=mp4`, base).href,
            kind: 'video',
            durationMs: ms(length),
          }),
        ]),
  ];
}

function readCounts(item: JsonObject): PostCounts {
  const likes = asNumber(item.reaction_count);
  const replies = asNumber(item.comment_count);
  const reposts = asNumber(item.restacks);
  return {
    ...(likes === null ? {} : { likes }),
    ...(replies === null ? {} : { replies }),
    ...(reposts === null ? {} : { reposts }),
  };
}
