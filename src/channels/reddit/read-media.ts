import { makeMedia, type PostMedia } from '../../model/post.ts';
import { asList, asNumber, asObject, asText, asUrl, at, type JsonObject } from '../reading/json-reader.ts';

/** Addresses come escaped as HTML where nobody asked for `raw_json`. */
const address = (value: unknown): string | null =>
  typeof value === 'string' ? asUrl(value.replaceAll('&amp;', '&')) : null;

/** The pictures of a gallery in its order, the one picture of a post, or its film. */
export function readRedditMedia(data: JsonObject): readonly PostMedia[] {
  const gallery = asList(at(data.gallery_data, 'items'));
  if (gallery.length > 0) return gallery.flatMap((item) => fromGallery(item, asObject(data.media_metadata)));
  const film = asObject(at(data.secure_media, 'reddit_video')) ?? asObject(at(data.media, 'reddit_video'));
  if (film !== undefined) return readFilm(film);
  const linked = address(data.url_overridden_by_dest ?? data.url);
  const preview = asObject(asList(at(data.preview, 'images'))[0]);
  const isPicture =
    data.post_hint === 'image' || /\.(jpe?g|png|gif|webp)$/i.test(linked === null ? '' : new URL(linked).pathname);
  if (!isPicture || linked === null) return embedded(data);
  const smaller = [
    at(preview, 'source', 'url'),
    ...asList(at(preview, 'resolutions'))
      .map((form) => at(form, 'url'))
      .reverse(),
  ];
  return [
    makeMedia({
      url: linked,
      otherUrls: smaller.map(address).filter((url) => url !== null),
      kind: 'image',
      width: asNumber(at(preview, 'source', 'width')),
      height: asNumber(at(preview, 'source', 'height')),
    }),
  ];
}

/** Pictures that stand within the text of a post. */
function embedded(data: JsonObject): readonly PostMedia[] {
  const known = asObject(data.media_metadata) ?? {};
  return Object.keys(known).flatMap((id) => fromGallery({ media_id: id }, known));
}

function fromGallery(item: unknown, known: JsonObject | undefined): readonly PostMedia[] {
  const id = asText(at(item, 'media_id'));
  const picture = asObject(known?.[id ?? '']);
  const source = picture?.s;
  const shown = address(at(source, 'u')) ?? address(at(source, 'gif')) ?? address(at(source, 'mp4'));
  if (id === null || shown === null) return [];
  const mime = asText(picture?.m)?.replace('image/jpg', 'image/jpeg') ?? null;
  const smaller = asList(picture?.p)
    .map((form) => address(at(form, 'u')))
    .filter((url) => url !== null)
    .reverse();
  const isPreview = new URL(shown).hostname === 'preview.redd.it';
  // The picture as it was uploaded, where the preview is one made smaller.
  const original = `https://i.redd.it/${id}.${mime?.split('/')[1]?.replace('jpeg', 'jpg') ?? 'jpg'}`;
  return [
    makeMedia({
      url: isPreview ? original : shown,
      otherUrls: isPreview ? [shown, ...smaller] : smaller,
      kind: 'image',
      mime,
      alt: asText(at(item, 'caption')),
      width: asNumber(at(source, 'x')),
      height: asNumber(at(source, 'y')),
    }),
  ];
}

/** A film's one file has no sound; where it has any, that is a file of its own beside it. */
function readFilm(film: JsonObject): readonly PostMedia[] {
  const url = address(film.fallback_url);
  if (url === null) return [];
  const seconds = asNumber(film.duration);
  const playlists = [film.hls_url, film.dash_url].map(address).filter((other) => other !== null);
  const size = { width: asNumber(film.width), height: asNumber(film.height) };
  const picture = makeMedia({
    url,
    otherUrls: playlists,
    kind: 'video',
    durationMs: seconds === null ? null : seconds * 1000,
    ...size,
  });
  const sound = url.replace(/\/(DASH|CMAF)_\d+(\.mp4)?.*$/, '/$1_AUDIO_128.mp4');
  return film.has_audio === true && sound !== url ? [picture, makeMedia({ url: sound, kind: 'audio' })] : [picture];
}
