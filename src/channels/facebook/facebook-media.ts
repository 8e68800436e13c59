import { makeMedia, type PostMedia } from '../../model/post.ts';
import { objectsOf, objectWhere } from '../reading/json-objects.ts';
import { asList, asNumber, asObject, asText, asUrl, at, type JsonObject } from '../reading/json-reader.ts';
import { writtenAlt } from '../reading/meta-media.ts';

/** What hangs on a post. */
export interface Attached {
  readonly media: readonly PostMedia[];
  /** Where its preview leads. */
  readonly links: readonly string[];
  /** An album says how many pictures it has, and the feed loads the first few of them. */
  readonly isAbridged: boolean;
}

/** @param attachments as they stand at a Story, each with its style round it */
export function readAttachments(attachments: unknown): Attached {
  const read = objectsOf(attachments).map((styled) => {
    const attachment =
      asObject(at(styled, 'styles', 'attachment')) ??
      asObject(at(styled, 'style_type_renderer', 'attachment')) ??
      styled;
    return readAttachment(attachment);
  });
  const known = new Set<string>();
  return {
    media: read.flatMap(({ media }) => media).filter(({ url }) => !known.has(url) && known.add(url)),
    links: [...new Set(read.flatMap(({ links }) => links))],
    isAbridged: read.some(({ isAbridged }) => isAbridged),
  };
}

function readAttachment(attachment: JsonObject): Attached {
  const lists = ['all_subattachments', 'five_photos_subattachments', 'four_photos_subattachments'];
  const album = lists.map((name) => asObject(attachment[name])).find((list) => asList(list?.nodes).length > 0);
  const nodes = objectsOf(album?.nodes);
  const count = asNumber(album?.count) ?? nodes.length;
  const shown = nodes.length > 0 ? nodes.map(({ media }) => media) : [attachment.media];
  const link = objectWhere(attachment, (object) => 'web_link' in object);
  const address = unwrapped(at(link, 'web_link', 'url')) ?? unwrapped(at(attachment, 'target', 'external_url'));
  return {
    media: shown.flatMap((medium) => readMedium(asObject(medium) ?? {})),
    links: address === null ? [] : [address],
    isAbridged: count > nodes.length || shown.some(isFilmWithoutAddress),
  };
}

/** Some lists show of a film its first picture alone. */
function isFilmWithoutAddress(medium: unknown): boolean {
  return at(medium, '__typename') === 'Video' && readMedium(asObject(medium) ?? {}).length === 0;
}

function readMedium(medium: JsonObject): readonly PostMedia[] {
  const type = asText(medium.__typename) ?? asText(medium.__isMedia) ?? '';
  const film = asObject(at(medium, 'video_grid_renderer', 'video')) ?? medium;
  const films = type === 'Video' ? filmAddresses(film) : [];
  const pictures = picturesOf(medium);
  const best = films[0] ?? pictures[0]?.url;
  if (best === undefined || (type === 'Video' && films.length === 0)) return [];
  const size = pictures.find(({ width }) => width !== null);
  return [
    makeMedia({
      kind: films.length > 0 ? 'video' : 'image',
      url: best,
      otherUrls: [...new Set([...films, ...(films.length > 0 ? [] : pictures.map(({ url }) => url))])].slice(1),
      alt: writtenAlt(medium.accessibility_caption),
      width: asNumber(film.width) ?? size?.width ?? null,
      height: asNumber(film.height) ?? size?.height ?? null,
      durationMs: films.length > 0 ? asNumber(film.playable_duration_in_ms) : null,
    }),
  ];
}

/** Names of the same picture in its sizes, the largest first. */
function picturesOf(
  medium: JsonObject,
): readonly { readonly url: string; readonly width: number | null; readonly height: number | null }[] {
  return ['viewer_image', 'photo_image', 'large_share_image', 'image', 'flexible_height_share_image'].flatMap(
    (name) => {
      const url = asUrl(at(medium, name, 'uri'));
      const width = asNumber(at(medium, name, 'width'));
      return url === null ? [] : [{ url, width, height: asNumber(at(medium, name, 'height')) }];
    },
  );
}

/** The same film under the names it has had over the years, high resolution first. */
function filmAddresses(film: JsonObject): readonly string[] {
  const progressive = [
    ...objectsOf(at(film, 'videoDeliveryResponseFragment', 'videoDeliveryResponseResult', 'progressive_urls')),
  ].sort((a, b) => Number(at(b, 'metadata', 'quality') === 'HD') - Number(at(a, 'metadata', 'quality') === 'HD'));
  const legacy = asObject(film.videoDeliveryLegacyFields) ?? film;
  const all = [
    ...progressive.map(({ progressive_url }) => progressive_url),
    legacy.browser_native_hd_url,
    film.playable_url_quality_hd,
    legacy.browser_native_sd_url,
    film.playable_url,
  ];
  return [...new Set(all.flatMap((one) => asUrl(one) ?? []))];
}

/** `https://l.facebook.com/l.php?u=…` only counts who leaves. */
export function unwrapped(address: unknown): string | null {
  const url = asUrl(address);
  if (url === null || !/^lm?\.facebook\.com$/.test(new URL(url).hostname)) return url;
  return asUrl(new URL(url).searchParams.get('u')) ?? url;
}
