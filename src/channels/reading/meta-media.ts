import { makeMedia, type PostMedia } from '../../model/post.ts';
import { asList, asNumber, asObject, asText, asUrl, at, type JsonObject } from './json-reader.ts';

/**
 * What Meta's own recognition says a picture shows. Nobody of the brand wrote it, so it is no alternative text of a post;
 * it stays in the archived answer.
 */
const machineMade =
  /\b(may be an? |may contain|no photo description available|image may be|ist möglicherweise|keine fotobeschreibung verfügbar|peut être une image|puede ser una imagen|potrebbe essere un)/i;
/** `Photo by NAME on January 08, 2024.` is made by the machine as well, with or without more after it. */
const credit = /^(photo|video|reel)( shared)? by .{1,80}? on \w+ \d{1,2}, \d{4}\b/i;

/** An alternative text that somebody wrote; null for what a machine made of the picture. */
export function writtenAlt(caption: unknown): string | null {
  const text = asText(caption);
  return text === null || machineMade.test(text) || credit.test(text) ? null : text;
}

/** The media of a post as Instagram and Threads describe them in `image_versions2`, `video_versions`, `carousel_media`. */
export function readMetaMedia(post: JsonObject): readonly PostMedia[] {
  const carousel = asList(post.carousel_media);
  return (carousel.length > 0 ? carousel : [post]).flatMap((item) => {
    const medium = readItem(asObject(item) ?? {});
    return medium === undefined ? [] : [medium];
  });
}

interface Version {
  readonly url: string;
  readonly width: number | null;
  readonly height: number | null;
}

function versionsOf(list: unknown): readonly Version[] {
  const versions = asList(list).flatMap((version) => {
    const url = asUrl(at(version, 'url'));
    if (url === null) return [];
    return [{ url, width: asNumber(at(version, 'width')), height: asNumber(at(version, 'height')) }];
  });
  // Of those that say nothing of their size the first is the best; sorting keeps the order of equals.
  return versions.sort((a, b) => (b.width ?? 0) * (b.height ?? 0) - (a.width ?? 0) * (a.height ?? 0));
}

function readItem(item: JsonObject): PostMedia | undefined {
  const films = versionsOf(item.video_versions);
  const versions = films.length > 0 ? films : versionsOf(at(item, 'image_versions2', 'candidates'));
  const [best, ...others] = versions;
  if (best === undefined) return undefined;
  const durationS = asNumber(item.video_duration);
  return makeMedia({
    kind: films.length > 0 ? 'video' : 'image',
    url: best.url,
    otherUrls: [...new Set(others.map(({ url }) => url))].filter((url) => url !== best.url),
    alt: writtenAlt(item.accessibility_caption),
    width: asNumber(item.original_width) ?? best.width,
    height: asNumber(item.original_height) ?? best.height,
    durationMs: durationS === null ? null : Math.round(durationS * 1000),
  });
}
