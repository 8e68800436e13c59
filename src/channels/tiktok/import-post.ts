import {
  type FoundPost,
  makeMedia,
  makePost,
  type PostAuthor,
  type PostMedia,
  type Visibility,
} from '../../model/post.ts';
import { addressesIn, hashtagsOf } from '../reading/caption.ts';
import type { MadeIds } from '../reading/export/export-id.ts';
import { writtenTime } from '../reading/export/written-time.ts';
import { asNumber, asText, asUrl, type JsonObject } from '../reading/json-reader.ts';
import { timeOfNumber } from './tiktok-item.ts';

export interface TiktokOwner {
  readonly author: PostAuthor;
  readonly handle: string;
  readonly origin: string;
  /** When the counts were read, as far as the export says when it was made. */
  readonly madeAt: string | null;
  readonly ids: MadeIds;
}

/** Each is written in one case in some years and in another in others. */
function field(item: JsonObject, ...names: readonly string[]): string | null {
  for (const name of names) {
    const said = (asText(item[name]) ?? asText(item[name.toLowerCase()]))?.trim();
    if (said !== undefined && said !== '') return said === 'N/A' ? null : said;
  }
  return null;
}

const visibilities: Readonly<Record<string, Visibility>> = {
  public: 'public',
  everyone: 'public',
  friends: 'followers',
  'mutual friends': 'followers',
  followers: 'followers',
  private: 'private',
  'only me': 'private',
  'only you': 'private',
};

/** Undefined for a word that is not known; older exports say nothing. */
export function visibilityOf(item: JsonObject): Visibility | undefined {
  const word = field(item, 'WhoCanView')?.toLowerCase();
  if (word === undefined) return 'unknown';
  return Object.hasOwn(visibilities, word) ? visibilities[word] : undefined;
}

/** The number of a film stands in addresses of its page; those of the bytes alone have none. */
export function numberIn(item: JsonObject): string | null {
  for (const link of linksOf(item)) {
    const { pathname, searchParams } = new URL(link);
    const number = /\/(?:video|photo)\/(\d{6,20})(?:\/|$)/.exec(pathname)?.[1] ?? searchParams.get('item_id');
    if (number !== null && /^\d{6,20}$/.test(number)) return number;
  }
  return null;
}

/** One for a film, one for each picture of a post of pictures. */
function linksOf(item: JsonObject): readonly string[] {
  return (field(item, 'Link', 'VideoLink') ?? '').split(/[\s,]+(?=https?:)/).flatMap((link) => asUrl(link) ?? []);
}

/** Null when there is none, undefined when it is none. */
export function dateOf(item: JsonObject): string | null | undefined {
  const said = field(item, 'Date');
  return said === null ? null : (writtenTime(said) ?? undefined);
}

export function readPost(item: JsonObject, visibility: Visibility, owner: TiktokOwner): FoundPost {
  const text = field(item, 'Title', 'Description') ?? '';
  const links = linksOf(item);
  const number = numberIn(item);
  const isPictures = links.length > 0 && links.every(isPicture);
  const likes = asNumber(field(item, 'Likes'));
  const page = `${owner.origin}/@${owner.handle}/${isPictures ? 'photo' : 'video'}/${number}`;
  return makePost({
    platform: 'tiktok',
    id: number ?? owner.ids.idOf('post', field(item, 'Date'), text),
    url: number === null ? null : page,
    kind: isPictures ? 'post' : 'video',
    author: owner.author,
    published: dateOf(item) ?? timeOfNumber(number ?? ''),
    text,
    links: addressesIn(text),
    tags: hashtagsOf(text),
    media: links.map((url) => mediumAt(url, field(item, 'AlternateText'))),
    counts: likes === null ? {} : { likes },
    countedAt: likes === null ? null : owner.madeAt,
    visibility,
    source: 'export',
  });
}

function isPicture(link: string): boolean {
  return /\/photo\/|\.(jpe?g|png|webp|heic)$|photomode/i.test(new URL(link).pathname);
}

function mediumAt(url: string, alt: string | null): PostMedia {
  return makeMedia({ url, kind: isPicture(url) ? 'image' : 'video', alt });
}

/** One's own words below a film; which film is said only in newer exports. */
export function readOwnComment(item: JsonObject, owner: TiktokOwner): FoundPost | undefined {
  const published = dateOf(item);
  const text = field(item, 'Comment');
  const photo = asUrl(field(item, 'Photo'));
  if (published === undefined || (text === null && photo === null)) return undefined;
  const url = asUrl(field(item, 'Url'));
  const film = url === null ? null : (/\/(?:video|photo)\/(\d{6,20})/.exec(url)?.[1] ?? null);
  return makePost({
    platform: 'tiktok',
    id: owner.ids.idOf('comment', field(item, 'Date'), text, film),
    kind: 'reply',
    author: owner.author,
    published,
    text: text ?? '',
    links: addressesIn(text ?? ''),
    media: photo === null ? [] : [makeMedia({ url: photo, kind: 'image' })],
    replyTo: url === null ? null : { id: film, url, author: null, text: null },
    thread: film,
    visibility: 'unknown',
    source: 'export',
  });
}
