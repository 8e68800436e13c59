import type { ChannelPlace } from '../../model/channel.ts';
import {
  type FoundPost,
  makeMedia,
  makePost,
  type PostAuthor,
  type PostCounts,
  type PostMedia,
} from '../../model/post.ts';
import { asList, asNumber, asObject, asText, asTime, asUrl, at, type JsonObject } from '../reading/json-reader.ts';
import { accountName } from './seeds.ts';

export const isPin = (object: JsonObject): boolean =>
  object.type === 'pin' && asText(object.id) !== null && (object.images !== undefined || object.videos !== undefined);

/** Whose pin it is: whoever put it on a board, not whoever made it first. */
export function pinnerOf(pin: JsonObject): string {
  const named = asText(at(pin, 'pinner', 'username')) ?? asText(at(pin, 'board', 'owner', 'username'));
  return (named ?? (asText(at(pin, 'board', 'url')) ?? '').split('/')[1] ?? '').toLowerCase();
}

/**
 * A pin as the lists have it.
 * @see https://github.com/mikf/gallery-dl (extractor/pinterest.py)
 */
export function readPin(pin: JsonObject, place: ChannelPlace, countedAt: string): FoundPost {
  const id = asText(pin.id) ?? '';
  const { origin } = new URL(place.url);
  const counts = readCounts(pin);
  const maker = asObject(pin.native_creator) ?? asObject(pin.origin_pinner);
  const isOthers = asText(maker?.username) !== null && asText(maker?.username)?.toLowerCase() !== accountName(place);
  const media = readMedia(pin);
  const link = asUrl(pin.link, origin);
  return makePost({
    platform: 'pinterest',
    id,
    url: `${origin}/pin/${id}/`,
    source: 'crawl',
    kind: isOthers ? 'repost' : media.some(({ kind }) => kind === 'video') ? 'video' : 'post',
    author: authorOf(asObject(pin.pinner), origin),
    published: asTime(pin.created_at),
    title: asText(pin.title) ?? asText(pin.grid_title),
    text: (asText(pin.description) ?? '').trim(),
    media,
    links: link === null ? [] : [link],
    repostOf: isOthers
      ? { id: asText(at(pin, 'origin_pin', 'id')), url: null, author: authorOf(maker, origin), text: null }
      : null,
    tags: [...asList(pin.hashtags).flatMap((tag) => asText(tag)?.replace(/^#/, '') ?? []), ...boardName(pin)],
    counts,
    countedAt: Object.keys(counts).length === 0 ? null : countedAt,
  });
}

/** A board is what a pin is sorted into. */
function boardName(pin: JsonObject): readonly string[] {
  const name = asText(at(pin, 'board', 'name'));
  return name === null ? [] : [name];
}

function authorOf(person: JsonObject | undefined, origin: string): PostAuthor | null {
  const handle = asText(person?.username);
  if (person === undefined || handle === null) return null;
  return { id: asText(person.id), handle, name: asText(person.full_name), url: `${origin}/${handle}/` };
}

/** Its film, the pictures of its pages or slots, or its one picture. */
function readMedia(pin: JsonObject): readonly PostMedia[] {
  const alt = asText(pin.alt_text);
  const film = readFilm(pin.videos, alt);
  if (film.length > 0) return film;
  const blocks = asList(at(pin.story_pin_data, 'pages')).flatMap((page) => asList(at(page, 'blocks')));
  const pages = blocks.flatMap((block) => [
    ...readFilm(at(block, 'video'), alt),
    ...readPicture(at(block, 'image', 'images'), alt),
  ]);
  if (pages.length > 0) return pages;
  const slots = asList(at(pin.carousel_data, 'carousel_slots'));
  const pictures = slots.flatMap((slot) => readPicture(at(slot, 'images'), asText(at(slot, 'alt_text')) ?? alt));
  return pictures.length > 0 ? pictures : readPicture(pin.images, alt);
}

/** `orig` is the picture as it was uploaded; the others are made smaller from it, all as JPEG. */
function readPicture(images: unknown, alt: string | null): readonly PostMedia[] {
  const forms = Object.entries(asObject(images) ?? {})
    .map(([name, form]) => ({
      url: asUrl(at(form, 'url')),
      width: asNumber(at(form, 'width')),
      height: asNumber(at(form, 'height')),
      isOriginal: /^orig/.test(name),
    }))
    .filter(({ url }) => url !== null)
    .sort((a, b) => Number(b.isOriginal) - Number(a.isOriginal) || (b.width ?? 0) - (a.width ?? 0));
  const [best, ...others] = forms;
  if (best === undefined || best.url === null) return [];
  const otherUrls = others.flatMap(({ url }) => url ?? []);
  return [makeMedia({ url: best.url, otherUrls, kind: 'image', alt, width: best.width, height: best.height })];
}

/** One file before a playlist of many, the largest first. */
function readFilm(videos: unknown, alt: string | null): readonly PostMedia[] {
  const forms = Object.values(asObject(at(videos, 'video_list')) ?? {})
    .map((form) => ({ form, url: asUrl(at(form, 'url')), width: asNumber(at(form, 'width')) ?? 0 }))
    .filter(({ url }) => url !== null)
    .sort((a, b) => Number(isList(a.url)) - Number(isList(b.url)) || b.width - a.width);
  const [best, ...others] = forms;
  if (best === undefined || best.url === null) return [];
  const { form, url } = best;
  return [
    makeMedia({
      url,
      otherUrls: others.flatMap((other) => other.url ?? []),
      kind: 'video',
      alt,
      width: asNumber(at(form, 'width')),
      height: asNumber(at(form, 'height')),
      durationMs: asNumber(at(form, 'duration')),
    }),
  ];
}

const isList = (url: string | null): boolean => /\.m3u8(\?|$)/.test(url ?? '');

function readCounts(pin: JsonObject): PostCounts {
  const reactions = Object.values(asObject(pin.reaction_counts) ?? {}).flatMap((count) => asNumber(count) ?? []);
  const saves = asNumber(at(pin.aggregated_pin_data, 'aggregated_stats', 'saves')) ?? asNumber(pin.repin_count);
  const replies = asNumber(at(pin.aggregated_pin_data, 'comment_count')) ?? asNumber(pin.comment_count);
  return {
    ...(reactions.length === 0 ? {} : { likes: reactions.reduce((sum, count) => sum + count, 0) }),
    ...(saves === null ? {} : { reposts: saves }),
    ...(replies === null ? {} : { replies }),
  };
}
