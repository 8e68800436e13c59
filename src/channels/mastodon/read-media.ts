import { makeMedia, type PostMedia } from '../../model/post.ts';
import { asList, asNumber, asObject, asText, asUrl, at, type JsonObject } from '../reading/json-reader.ts';

const kinds: Readonly<Record<string, PostMedia['kind']>> = {
  image: 'image',
  gifv: 'video',
  video: 'video',
  audio: 'audio',
};

/** What a medium is: by its type, its MIME type, or how its address ends. */
export function kindOfMedia(type: string, mime: string | null, url: string): PostMedia['kind'] {
  const known = kinds[type] ?? kinds[mime?.split('/')[0] ?? ''];
  if (known !== undefined) return known;
  const ending = /\.(\w+)$/.exec(new URL(url).pathname)?.[1]?.toLowerCase() ?? '';
  if (/^(jpe?g|png|gif|webp|avif|heic)$/.test(ending)) return 'image';
  if (/^(mp4|webm|mov|m4v|ogv)$/.test(ending)) return 'video';
  return /^(mp3|ogg|oga|opus|flac|wav|m4a|aac)$/.test(ending) ? 'audio' : 'file';
}

/**
 * The attachments of a status.
 * @see https://docs.joinmastodon.org/entities/MediaAttachment/
 */
export function readAttachments(list: unknown): readonly PostMedia[] {
  return asList(list).flatMap((value) => {
    const attachment = asObject(value);
    const medium = attachment === undefined ? undefined : readAttachment(attachment);
    return medium === undefined ? [] : [medium];
  });
}

function readAttachment(attachment: JsonObject): PostMedia | undefined {
  const [url, ...others] = [attachment.url, attachment.remote_url, attachment.preview_url].flatMap((address) => {
    const known = asUrl(address);
    return known === null ? [] : [known];
  });
  if (url === undefined) return undefined;
  const mime = asText(at(attachment, 'pleroma', 'mime_type'));
  const kind = kindOfMedia(asText(attachment.type) ?? '', mime, url);
  const original = at(attachment, 'meta', 'original');
  const seconds = asNumber(at(original, 'duration'));
  // The preview of a film is a picture of it, which is not the film.
  const same = kind === 'image' ? others : others.filter((other) => other === asUrl(attachment.remote_url));
  return makeMedia({
    url,
    otherUrls: [...new Set(same)].filter((other) => other !== url),
    kind,
    mime,
    alt: asText(attachment.description),
    width: asNumber(at(original, 'width')),
    height: asNumber(at(original, 'height')),
    durationMs: seconds === null ? null : Math.round(seconds * 1000),
  });
}

/** Attachments of an ActivityStreams object: Document, Image, Video, Audio, each with one address or several. */
export function readDocuments(list: unknown): readonly PostMedia[] {
  return (Array.isArray(list) ? list : [list]).flatMap((value) => {
    const document = asObject(value);
    const addresses = linksOf(document?.url ?? document?.href);
    const [best, ...others] = addresses;
    if (document === undefined || best === undefined || asText(document.type) === 'Link') return [];
    const mime = asText(document.mediaType) ?? best.mime;
    return [
      makeMedia({
        url: best.url,
        otherUrls: others.map(({ url }) => url),
        kind: kindOfMedia((asText(document.type) ?? '').toLowerCase(), mime, best.url),
        mime,
        alt: asText(document.name) ?? asText(document.summary),
        width: asNumber(document.width),
        height: asNumber(document.height),
        durationMs: null,
      }),
    ];
  });
}

interface Link {
  readonly url: string;
  readonly mime: string | null;
  readonly height: number;
}

/** The addresses of an ActivityStreams `url`, the largest first: a string, a Link, or a list of either. */
export function linksOf(value: unknown): readonly Link[] {
  const links = (Array.isArray(value) ? value : [value]).flatMap((one): Link[] => {
    const object = asObject(one);
    const url = asUrl(object === undefined ? one : (object.href ?? object.url));
    if (url === null) return [];
    return [
      { url, mime: asText(object?.mediaType) ?? asText(object?.mimeType), height: asNumber(object?.height) ?? 0 },
    ];
  });
  return links.sort((a, b) => b.height - a.height);
}
