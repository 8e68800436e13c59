import { makeMedia, type PostMedia } from '../../model/post.ts';
import { asList, asNumber, asObject, asText, asUrl, at, type JsonObject } from '../reading/json-reader.ts';

/** The sizes in which X serves a picture, best first; pages load one of them, whichever fits the screen. */
const sizes = ['orig', '4096x4096', 'large', 'medium', '900x900', 'small', '360x360'];

/** Pictures and films of a post; `legacy` as GraphQL has it, or `mediaDetails` of the embedding service. */
export function readMedia(legacy: JsonObject): readonly PostMedia[] {
  const lists = [at(legacy, 'extended_entities', 'media'), legacy.mediaDetails, at(legacy, 'entities', 'media')];
  const list = lists.map(asList).find(({ length }) => length > 0) ?? [];
  return list.flatMap((medium) => {
    const read = readMedium(asObject(medium) ?? {});
    return read === undefined ? [] : [read];
  });
}

function readMedium(medium: JsonObject): PostMedia | undefined {
  const picture = asUrl(medium.media_url_https) ?? asUrl(medium.media_url);
  const known = {
    alt: asText(medium.ext_alt_text),
    width: asNumber(at(medium, 'original_info', 'width')),
    height: asNumber(at(medium, 'original_info', 'height')),
  };
  if (medium.type === 'video' || medium.type === 'animated_gif') {
    const films = filmsOf(medium);
    const [best, ...others] = films;
    if (best === undefined) return undefined;
    const durationMs = asNumber(at(medium, 'video_info', 'duration_millis'));
    const mime = best.mime ?? null;
    return makeMedia({
      ...known,
      kind: 'video',
      url: best.url,
      otherUrls: others.map(({ url }) => url),
      mime,
      durationMs,
    });
  }
  if (picture === null) return undefined;
  const [best = picture, ...others] = addressesOfPicture(picture);
  return makeMedia({ ...known, kind: 'image', url: best, otherUrls: others });
}

/** Whole films by their bit rate, best first; a playlist only where there is nothing else. */
function filmsOf(medium: JsonObject): readonly { readonly url: string; readonly mime: string | null }[] {
  const variants = asList(at(medium, 'video_info', 'variants')).flatMap((variant) => {
    const url = asUrl(at(variant, 'url'));
    const mime = asText(at(variant, 'content_type'));
    return url === null ? [] : [{ url, mime, bitrate: asNumber(at(variant, 'bitrate')) ?? 0 }];
  });
  const whole = variants.filter(({ mime, url }) => mime === 'video/mp4' || /\.mp4(\?|$)/.test(url));
  return (whole.length > 0 ? whole : variants).sort((a, b) => b.bitrate - a.bitrate);
}

/** `…/media/NAME.jpg` is a small picture; the one as it was uploaded is `…/media/NAME?format=jpg&name=orig`. */
function addressesOfPicture(address: string): readonly string[] {
  const url = new URL(address);
  const [, path, format] = /^(.*\/media\/[\w-]+)\.(jpg|jpeg|png|webp)$/i.exec(url.pathname) ?? [];
  if (path === undefined || format === undefined) return [address];
  return [...sizes.map((size) => `${url.origin}${path}?format=${format}&name=${size}`), address];
}
