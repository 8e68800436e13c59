import type { ExportFinding, ExportPosition } from '../../model/official-export.ts';
import {
  type FoundPost,
  makeMedia,
  makePost,
  type PostAuthor,
  type PostReference,
  type Visibility,
} from '../../model/post.ts';
import { addressesIn, hashtagsOf } from '../reading/caption.ts';
import type { LeftOutCounter } from '../reading/export/count-left-out.ts';
import type { MadeIds } from '../reading/export/export-id.ts';
import { asUrl } from '../reading/json-reader.ts';
import { dateOf, namedIn, wordsOf } from './import-words.ts';
import { plainAddress } from './linkedin-urn.ts';

export interface OwnWords {
  readonly author: PostAuthor;
  /** `https://www.linkedin.com` */
  readonly origin: string;
  readonly ids: MadeIds;
}

type Fields = Readonly<Record<string, string>>;

const visibilities: Readonly<Record<string, Visibility>> = {
  PUBLIC: 'public',
  ANYONE: 'public',
  EVERYONE: 'public',
  // The kind of visibility and not its value: the same stands beside public posts.
  MEMBER_NETWORK: 'unknown',
  '': 'unknown',
  LOGGED_IN: 'unknown',
  CONNECTIONS: 'followers',
  CONNECTIONS_ONLY: 'followers',
  CONTAINER: 'followers',
  GROUP: 'followers',
};

export function* readShareLine(
  fields: Fields,
  at: ExportPosition,
  own: OwnWords,
  leftOut: LeftOutCounter,
): Generator<ExportFinding> {
  const known = namedIn(fields.ShareLink, own.origin);
  const published = dateOf(fields.Date, known?.number);
  const seenBy = (fields.Visibility ?? '').trim().toUpperCase();
  const visibility = Object.hasOwn(visibilities, seenBy) ? visibilities[seenBy] : undefined;
  if (published === undefined) yield unreadable(at, known?.id ?? null, `"${fields.Date ?? ''}" is no date`);
  else if (asUrl(fields.ShareLink ?? '') === null) yield unreadable(at, null, 'it has no address');
  else if (visibility === undefined) {
    yield unreadable(at, known?.id ?? null, `whom "${fields.Visibility}" lets see it is not known`);
  } else if (leftOut.gives(visibility === 'followers' ? 'followers-only' : 'public')) {
    yield { kind: 'post', post: postOf(fields, published, visibility, own), at };
  }
}

function postOf(fields: Fields, published: string | null, visibility: Visibility, own: OwnWords) {
  const { origin, author, ids } = own;
  const known = namedIn(fields.ShareLink, origin);
  const text = wordsOf(fields.ShareCommentary ?? '');
  const shared = sharedBy(fields.SharedUrl, origin);
  const links = linksOf(text, shared === null ? fields.SharedUrl : undefined, origin);
  const media = mediaAt(fields.MediaUrl ?? '');
  // A post with nothing in it is one whose document, poll or shared post the table does not name.
  const isBare = text === '' && shared === null && links.length === 0 && media.length === 0;
  return makePost({
    platform: 'linkedin',
    id: known?.id ?? ids.idOf(fields.Date ?? null, fields.ShareLink ?? null, text),
    url: known?.url ?? plainAddress(fields.ShareLink, origin),
    author,
    published,
    text,
    links,
    tags: hashtagsOf(text),
    media,
    ...passedOn(shared, text),
    visibility,
    source: 'export',
    extent: isBare ? 'part' : 'whole',
  });
}

function linksOf(text: string, shared: string | undefined, origin: string): readonly string[] {
  const all = [...addressesIn(text), shared ?? ''];
  return [...new Set(all.flatMap((address) => plainAddress(address, origin) ?? []))];
}

function passedOn(shared: PostReference | null, text: string): Pick<FoundPost, 'kind' | 'quoteOf' | 'repostOf'> {
  if (shared === null) return { kind: 'post', quoteOf: null, repostOf: null };
  return text === ''
    ? { kind: 'repost', quoteOf: null, repostOf: shared }
    : { kind: 'quote', quoteOf: shared, repostOf: null };
}

function sharedBy(url: string | undefined, origin: string): PostReference | null {
  const post = namedIn(url, origin);
  return post === undefined ? null : { id: post.id, url: post.url, author: null, text: null };
}

function mediaAt(said: string) {
  const url = asUrl(said);
  if (url === null) return [];
  const kind = /\/(vid|video|playlist)\b|\.mp4/i.test(url)
    ? 'video'
    : /\/document\b|\.pdf/i.test(url)
      ? 'file'
      : 'image';
  return [makeMedia({ url, kind })];
}

/** One's own comment below somebody's post. The link is that of the post, and only sometimes has the comment's number. */
export function readCommentLine(fields: Fields, at: ExportPosition, own: OwnWords): ExportFinding {
  const { author, origin, ids } = own;
  const link = asUrl(fields.Link ?? '');
  const below = namedIn(fields.Link, origin);
  const published = dateOf(fields.Date, undefined);
  if (published === undefined) return unreadable(at, null, `"${fields.Date ?? ''}" is no date`);
  if (link === null) return unreadable(at, null, 'it has no address');
  const text = wordsOf(fields.Message ?? '');
  const number = /comment:\([^,()]*,(\d{10,20})\)/.exec(new URL(link).searchParams.get('commentUrn') ?? '')?.[1];
  const post = makePost({
    platform: 'linkedin',
    id: number ?? ids.idOf(fields.Date ?? null, link, text),
    kind: 'reply',
    author,
    published,
    text,
    links: addressesIn(text),
    tags: hashtagsOf(text),
    replyTo: { id: below?.id ?? null, url: below?.url ?? link, author: null, text: null },
    thread: below?.id ?? null,
    visibility: 'unknown',
    source: 'export',
  });
  return { kind: 'post', post, at };
}

/** Somebody's post passed on with one click: only when, and which. */
export function readRepostLine(fields: Fields, at: ExportPosition, own: OwnWords): ExportFinding {
  const published = dateOf(fields.Date, undefined);
  const link = asUrl(fields.Link ?? '');
  if (published === undefined) return unreadable(at, null, `"${fields.Date ?? ''}" is no date`);
  if (link === null) return unreadable(at, null, 'it has no address');
  const post = makePost({
    platform: 'linkedin',
    id: own.ids.idOf('repost', fields.Date ?? null, link),
    kind: 'repost',
    author: own.author,
    published,
    repostOf: sharedBy(link, own.origin) ?? { id: null, url: link, author: null, text: null },
    visibility: 'unknown',
    source: 'export',
    extent: 'part',
  });
  return { kind: 'post', post, at };
}

function unreadable(at: ExportPosition, id: string | null, problem: string): ExportFinding {
  return { kind: 'unreadable', id, at, message: `A line of ${at.file} could not be read: ${problem}.` };
}
