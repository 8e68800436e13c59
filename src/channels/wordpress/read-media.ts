import { load } from 'cheerio';
import { makeMedia, type PostMedia } from '../../model/post.ts';
import { kindOf, mimeOf } from '../reading/feed-media.ts';
import { htmlMedia } from '../reading/html-media.ts';
import { htmlToText } from '../reading/html-to-text.ts';
import { asNumber, asObject, asText, asUrl, at } from '../reading/json-reader.ts';

/** Everything in a post's markup: pictures, films, recordings, and the files it links to. */
export function contentMedia(html: string, base: string): readonly PostMedia[] {
  return onceEach([...htmlMedia(html, base).map(withPlainAddress), ...linkedFiles(html, base)]);
}

/** WordPress numbers its players in the address of what they play. */
function withPlainAddress(medium: PostMedia): PostMedia {
  const url = new URL(medium.url);
  if (!url.searchParams.has('_')) return medium;
  url.searchParams.delete('_');
  return { ...medium, otherUrls: [...medium.otherUrls, url.href] };
}

const uploads = /\/(wp-content\/uploads|files\.wordpress\.com)\//;

function linkedFiles(html: string, base: string): readonly PostMedia[] {
  if (!/<a\b/i.test(html)) return [];
  const $ = load(html, null, false);
  const files: PostMedia[] = [];
  for (const element of $('a[href]')) {
    const url = asUrl($(element).attr('href'), base);
    if (url === null || !uploads.test(url) || !/\.\w{2,5}$/.test(new URL(url).pathname)) continue;
    // A link round a picture is the picture's own affair, and is read with it.
    if ($(element).find('img').length > 0) continue;
    files.push(makeMedia({ url, kind: kindOf(null, null, url) }));
  }
  return files;
}

/** The featured picture of a post, as `_embed` brings it. */
export function featuredMedia(post: unknown): PostMedia | undefined {
  const medium = at(post, '_embedded', 'wp:featuredmedia', 0);
  const url = asUrl(at(medium, 'source_url'));
  if (url === null) return undefined;
  const mime = mimeOf(asText(at(medium, 'mime_type')));
  const sizes = Object.values(asObject(at(medium, 'media_details', 'sizes')) ?? {})
    .map((size) => ({ url: asUrl(at(size, 'source_url')), width: asNumber(at(size, 'width')) ?? 0 }))
    .sort((a, b) => b.width - a.width);
  const otherUrls = sizes.map((size) => size.url).filter((other) => other !== null && other !== url) as string[];
  return makeMedia({
    url,
    otherUrls: [...new Set(otherUrls)],
    kind: kindOf(asText(at(medium, 'media_type')) === 'image' ? 'image' : null, mime, url),
    mime,
    alt: asText(at(medium, 'alt_text')) ?? captionOf(medium),
    width: asNumber(at(medium, 'media_details', 'width')),
    height: asNumber(at(medium, 'media_details', 'height')),
  });
}

function captionOf(medium: unknown): string | null {
  return htmlToText(asText(at(medium, 'caption', 'rendered')) ?? '').text || null;
}

/** A picture is the same in each of its sizes: `bell-300x200.jpg` is `bell.jpg`, and so is `bell-scaled.jpg`. */
export function onceEach(media: readonly PostMedia[]): readonly PostMedia[] {
  const byFile = new Map<string, PostMedia>();
  for (const medium of media) {
    const file = fileOf(medium.url);
    const known = byFile.get(file);
    const otherUrls = [...(known?.otherUrls ?? []), medium.url, ...medium.otherUrls];
    byFile.set(
      file,
      known === undefined
        ? medium
        : {
            ...known,
            alt: known.alt ?? medium.alt,
            otherUrls: [...new Set(otherUrls)].filter((url) => url !== known.url),
          },
    );
  }
  return [...byFile.values()];
}

/** What is the same for a picture in each of its sizes. */
export function fileOf(address: string): string {
  const { host, pathname } = new URL(address);
  return host + pathname.replace(/-(\d{2,5}x\d{2,5}|scaled|rotated)(?=\.\w+$)/, '');
}
