import { createHash } from 'node:crypto';
import type { OthersXPost, XPost } from './load-x-posts.ts';
import { X_BRAND } from './x-frame.ts';

/** One version of a post, as it is written down. */
export interface XVersion {
  readonly post: XPost;
  readonly id: string;
  readonly date: string;
  readonly text: string;
}

export function newestOf(post: XPost): XVersion {
  return { post, id: post.versions.at(-1) ?? post.id, date: post.editedAt, text: post.text };
}

export interface XUrl {
  readonly url: string;
  readonly expanded_url: string;
  readonly display_url: string;
  readonly indices: readonly number[];
}

export interface XWords {
  /** Escaped, links shortened, those of media and of what is quoted at its end. */
  readonly full: string;
  readonly urls: readonly XUrl[];
  readonly hashtags: readonly { readonly text: string; readonly indices: readonly number[] }[];
  /** Where the words begin: names of those answered stand before it. */
  readonly start: number;
  readonly quoteShort: string;
  /** The whole of a long text, links shortened, nothing escaped. */
  readonly note?: string;
}

const MOST = 280;
const CUT = 270;

/** `Mon Apr 11 08:00:00 +0000 2016` */
export function xTime(date: string): string {
  const [day, number, month, year, time] = new Date(date).toUTCString().replace(',', '').split(' ');
  return `${day} ${month} ${number} ${time} +0000 ${year}`;
}

/** Short links are made of what they lead to, so that page and archive have the same. */
export function shortOf(what: string): string {
  return `https://t.co/${createHash('sha256').update(what).digest('base64url').replace(/[-_]/g, '').slice(0, 10)}`;
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Where the quoted post stands on X itself: an archive knows it by that address. */
export function addressOnX({ id, by }: OthersXPost): string {
  return `https://x.com/${by.handle}/status/${id}`;
}

export function wordsOf({ post, id, text }: XVersion): XWords {
  const urls: XUrl[] = [];
  const short = text.replace(/https?:\/\/\S+/g, (long) => {
    const url = shortOf(`${id} ${long}`);
    urls.push({
      url,
      expanded_url: long,
      display_url: long.replace(/^https?:\/\//, '').slice(0, 27),
      indices: [0, 23],
    });
    return url;
  });
  const isLong = [...short].length > MOST;
  const quoteShort = post.quotes === undefined ? '' : shortOf(`quote ${id}`);
  const media = post.images.length > 0 || post.film !== undefined ? mediaShort(post) : '';
  const addressee = post.answers === undefined ? '' : `@${post.answers.by.handle} `;
  const words = isLong
    ? `${escaped([...short].slice(0, CUT).join('').trimEnd())}… ${shortOf(`self ${id}`)}`
    : escaped(short);
  const hashtags = [...text.matchAll(/#(\p{L}[\p{L}\p{N}]*|\d+\p{L}+)/gu)].map(([, tag = ''], place) => ({
    text: tag,
    indices: [place, place + 1],
  }));
  return {
    full: [addressee + words, quoteShort, media].filter((part) => part !== '').join(' '),
    ...{ urls, hashtags, quoteShort },
    start: addressee.length,
    ...(isLong && { note: short }),
  };
}

function mediaShort({ id }: XPost): string {
  return shortOf(`media ${id}`);
}

/** Pictures and the film as both page and archive describe them. */
export function mediaOf(post: XPost, origin: string): readonly object[] {
  const url = mediaShort(post);
  const pictures = post.images.map(({ file, alt }) => ({
    ...{
      display_url: 'pic.x.com',
      expanded_url: `https://x.com${photoPath(post)}`,
      ext_alt_text: alt,
      indices: [0, 23],
    },
    ...{ media_url_https: `${origin}/media/${file}.jpg`, type: 'photo', url },
  }));
  if (post.film === undefined) return pictures;
  const { file, alt } = post.film;
  const variants = [{ bitrate: 2_176_000, content_type: 'video/mp4', url: `${origin}/media/${file}.mp4` }];
  return [
    ...pictures,
    {
      ...{
        display_url: 'pic.x.com',
        ext_alt_text: alt,
        media_url_https: `${origin}/media/${file}-poster.jpg`,
        type: 'video',
      },
      ...{ url, video_info: { aspect_ratio: [16, 9], duration_millis: 6_000, variants } },
    },
  ];
}

function photoPath({ id }: XPost): string {
  return `/${X_BRAND.handle}/status/${id}/photo/1`;
}
