import type { CheerioAPI } from 'cheerio';
import { makeMedia, type PostMedia } from '../../model/post.ts';
import { asUrl } from '../reading/json-reader.ts';
import { readShownDuration } from '../reading/shown-count.ts';

export type Part = ReturnType<CheerioAPI>;

export interface MessageMedia {
  readonly media: readonly PostMedia[];
  /** Things that the message has and the web view does not hand out, in words. */
  readonly withheld: readonly string[];
}

const kinds = [
  'a.tgme_widget_message_photo_wrap',
  '.tgme_widget_message_video_player',
  '.tgme_widget_message_roundvideo_player',
  '.tgme_widget_message_voice_player',
  '.tgme_widget_message_document_wrap',
  '.tgme_widget_message_sticker',
  '.tgme_widget_message_tgsticker',
  '.tgme_widget_message_videosticker',
].join(',');

/** The address in `background-image:url('…')`, which is how the web view shows pictures. */
export function backgroundUrl(part: Part, base: string): string | null {
  const match = /url\(\s*['"]?([^'")]+)['"]?\s*\)/.exec(part.attr('style') ?? '');
  return asUrl(match?.[1], base);
}

/** Pictures, films, recordings, stickers and files of one message, in its order; an album has several. */
export function readMedia($: CheerioAPI, message: Part, base: string): MessageMedia {
  const media: PostMedia[] = [];
  const withheld: string[] = [];
  for (const element of message.find(kinds)) {
    const part = $(element);
    const read = readOne(part, base);
    if (typeof read === 'string') {
      withheld.push(read);
      // The still of a film that is not handed out is better than nothing at all.
      const still = backgroundUrl(part.find('i[style*="background-image"]').first(), base);
      if (still !== null) media.push(makeMedia({ url: still, kind: 'image' }));
    } else media.push(read);
  }
  return { media, withheld };
}

/** The medium, or in words what it would have been. */
function readOne(part: Part, base: string): PostMedia | string {
  if (part.is('.tgme_widget_message_photo_wrap')) return picture(backgroundUrl(part, base), 'a picture');
  if (part.is('.tgme_widget_message_voice_player')) return sound(part, base);
  if (part.is('.tgme_widget_message_document_wrap')) return file(part);
  if (part.is('.tgme_widget_message_sticker')) {
    return picture(asUrl(part.attr('data-webp'), base) ?? backgroundUrl(part, base), 'a sticker');
  }
  if (part.is('.tgme_widget_message_tgsticker')) {
    const drawn = part.find('source[srcset]').first().attr('srcset') ?? part.find('img').attr('src');
    return picture(asUrl(drawn, base), 'an animated sticker');
  }
  return film(part, base);
}

function picture(url: string | null, what: string): PostMedia | string {
  return url === null ? `${what} without an address` : makeMedia({ url, kind: 'image' });
}

function film(part: Part, base: string): PostMedia | string {
  const shown = part.find('time').first().text().trim();
  const url = asUrl(part.find('video').attr('src') ?? part.filter('video').attr('src'), base);
  if (url !== null) return makeMedia({ url, kind: 'video', durationMs: readShownDuration(shown) });
  const label = part.find('.message_media_not_supported_label').text().trim();
  return `a film${shown === '' ? '' : ` of ${shown}`} (${label === '' ? 'no address given' : label})`;
}

function sound(part: Part, base: string): PostMedia | string {
  const audio = part.find('audio');
  const url = asUrl(audio.attr('src') ?? audio.attr('data-ogg'), base);
  if (url === null) return 'a voice message without an address';
  return makeMedia({ url, kind: 'audio', durationMs: readShownDuration(part.find('time').first().text()) });
}

/** Files are opened in the app only: the web view has no address for their bytes. */
function file(part: Part): string {
  const title = part.find('.tgme_widget_message_document_title').text().trim();
  const extra = part.find('.tgme_widget_message_document_extra').text().trim();
  return `the file ${[title === '' ? 'without a name' : title, extra === '' ? '' : `(${extra})`].join(' ').trim()}`;
}
