import { makeMedia, type PostMedia } from '../../model/post.ts';
import { asNumber, asUrl } from './json-reader.ts';
import type { XmlElement, XmlTree } from './xml-tree.ts';

/**
 * Enclosures and Media RSS of one entry. What stands in one `media:group` is one thing in several forms.
 * @see https://www.rssboard.org/media-rss
 */
export function readFeedMedia(xml: XmlTree, entry: XmlElement, base: string): readonly PostMedia[] {
  const groups = xml.children(entry, 'media:group').map((group) => xml.children(group, 'media:content'));
  const alone = xml.children(entry, 'media:content').map((content) => [content]);
  const contents = [...groups, ...alone].map((forms) => oneOfForms(xml, forms, base));
  const enclosures = [
    ...xml.children(entry, 'enclosure').map((element) => enclosed(xml, element, 'url', base)),
    ...xml
      .children(entry, 'atom:link', 'link')
      .filter((link) => xml.attribute(link, 'rel') === 'enclosure')
      .map((element) => enclosed(xml, element, 'href', base)),
  ];
  const found = [...contents, ...enclosures].filter((medium) => medium !== undefined);
  return once(found.length > 0 ? found : thumbnails(xml, entry, base));
}

function oneOfForms(xml: XmlTree, forms: readonly XmlElement[], base: string): PostMedia | undefined {
  const sized = forms
    .map((form) => ({ form, url: asUrl(xml.attribute(form, 'url'), base) }))
    .filter((one): one is { form: XmlElement; url: string } => one.url !== null)
    .sort((a, b) => worth(xml, b.form) - worth(xml, a.form));
  const [best, ...others] = sized;
  if (best === undefined) return undefined;
  const { form, url } = best;
  const mime = mimeOf(xml.attribute(form, 'type'));
  const seconds = asNumber(xml.attribute(form, 'duration'));
  return makeMedia({
    url,
    otherUrls: others.map((other) => other.url),
    kind: kindOf(xml.attribute(form, 'medium'), mime, url),
    mime,
    alt: xml.text(xml.child(form, 'media:description')),
    width: asNumber(xml.attribute(form, 'width')),
    height: asNumber(xml.attribute(form, 'height')),
    durationMs: seconds === null ? null : Math.round(seconds * 1000),
  });
}

function worth(xml: XmlTree, form: XmlElement): number {
  const named = (name: string) => asNumber(xml.attribute(form, name)) ?? 0;
  return named('width') * named('height') || named('bitrate') || named('fileSize');
}

function enclosed(xml: XmlTree, element: XmlElement, name: string, base: string): PostMedia | undefined {
  const url = asUrl(xml.attribute(element, name), base);
  if (url === null) return undefined;
  const mime = mimeOf(xml.attribute(element, 'type'));
  return makeMedia({ url, kind: kindOf(null, mime, url), mime });
}

/** A small picture stands for the post only where nothing larger does. */
function thumbnails(xml: XmlTree, entry: XmlElement, base: string): readonly PostMedia[] {
  const holders = [entry, ...xml.children(entry, 'media:group')];
  return holders
    .flatMap((holder) => xml.children(holder, 'media:thumbnail'))
    .map((thumbnail) => asUrl(xml.attribute(thumbnail, 'url'), base))
    .filter((url) => url !== null)
    .map((url) => makeMedia({ url, kind: 'image' }));
}

export function mimeOf(type: string | null): string | null {
  const mime = type?.split(';')[0]?.trim().toLowerCase() ?? '';
  return /^[\w.+-]+\/[\w.+-]+$/.test(mime) ? mime : null;
}

/** @param medium what the feed calls it, where it does: image, video, audio, document, executable */
export function kindOf(medium: string | null, mime: string | null, url: string): PostMedia['kind'] {
  const said = medium ?? mime?.split('/')[0] ?? '';
  if (said === 'image' || said === 'video' || said === 'audio') return said;
  const path = new URL(url).pathname;
  if (/\.(jpe?g|png|gif|webp|avif|svg)$/i.test(path)) return 'image';
  if (/\.(mp4|m4v|webm|mov|ogv)$/i.test(path)) return 'video';
  return /\.(mp3|m4a|ogg|oga|opus|wav|flac)$/i.test(path) ? 'audio' : 'file';
}

export function once(media: readonly PostMedia[]): readonly PostMedia[] {
  const known = new Set<string>();
  return media.filter(({ url, otherUrls }) => {
    const isNew = ![url, ...otherUrls].some((address) => known.has(address));
    for (const address of [url, ...otherUrls]) known.add(address);
    return isNew;
  });
}
