import {
  type FoundPost,
  makeMedia,
  makePost,
  type PostAuthor,
  type PostMedia,
  type PostPoll,
} from '../../model/post.ts';
import { hashtagsOf } from '../reading/caption.ts';
import type { MediaFinder } from '../reading/export/export-files.ts';
import { writtenTime } from '../reading/export/written-time.ts';
import { htmlToText } from '../reading/html-to-text.ts';
import { asList, asNumber, asObject, asText, asUrl, at, type JsonObject } from '../reading/json-reader.ts';
import { visibilityOfAcl } from './import-acl.ts';

export interface PlusReading {
  readonly post: FoundPost;
  /** Own comments below it. */
  readonly replies: readonly FoundPost[];
  readonly commentsByOthers: number;
  /** What below the post could not be read, in words. */
  readonly lost: readonly string[];
  readonly problem?: undefined;
}

export interface PlusProblem {
  readonly id: string | null;
  readonly problem: string;
}

export function isPlusPost(value: unknown): value is JsonObject {
  return (
    /^https?:\/\/plus\.google\.com\//.test(asText(at(value, 'url')) ?? '') &&
    asObject(at(value, 'author')) !== undefined
  );
}

/** The last part of `plus.google.com/+Name/posts/dnaVNGMfB2B`. */
export function postIdIn(url: string | null): string | null {
  return /\/posts\/([\w-]+)/.exec(url ?? '')?.[1] ?? null;
}

export function authorOf(author: unknown): PostAuthor | null {
  const url = asUrl(at(author, 'profilePageUrl'));
  const name = asText(at(author, 'displayName'));
  const id =
    asText(at(author, 'resourceName'))?.replace(/^users\//, '') ?? /\/(\d{15,21})$/.exec(url ?? '')?.[1] ?? null;
  if (url === null && name === null && id === null) return null;
  const last =
    url === null
      ? undefined
      : new URL(url).pathname
          .split('/')
          .filter((part) => part !== '')
          .at(-1);
  return { id, handle: last === undefined ? null : decodePlus(last), name, url };
}

function decodePlus(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Names change, numbers do not, and some posts have one of them only. */
export function isSamePerson(one: PostAuthor | null, other: PostAuthor | null): boolean {
  if (one === null || other === null) return false;
  return (one.id !== null && one.id === other.id) || (one.url !== null && one.url === other.url);
}

/** @param folder where the file of the post lies, with `/` at its end: its pictures lie beside it */
export function readPlusJson(
  value: JsonObject,
  folder: string,
  files: MediaFinder,
  madeAt: string | null,
): PlusReading | PlusProblem {
  const url = asUrl(value.url);
  const id = postIdIn(url) ?? asText(value.activityId);
  const published = writtenTime(asText(value.creationTime));
  if (id === null) return { id, problem: 'it has no id' };
  if (published === null) return { id, problem: `"${asText(value.creationTime) ?? ''}" is no date` };
  const html = asText(value.content) ?? '';
  const { text, links } = htmlToText(html);
  const author = authorOf(value.author);
  const updated = writtenTime(asText(value.updateTime));
  const link = asUrl(at(value, 'link', 'url'));
  const counts = countsOf(value);
  const comments = asList(value.comments);
  const own = comments.filter((comment) => isSamePerson(authorOf(at(comment, 'author')), author));
  const post = makePost({
    platform: 'google-plus',
    id,
    url,
    author,
    published,
    edited: updated === published ? null : updated,
    text,
    html: html === '' ? null : html,
    media: mediaOf(value, folder, files),
    links: [...new Set([...links, ...(link === null ? [] : [link])])].filter(
      (one) => !/\/\/plus\.google\.com\/s\//.test(one),
    ),
    tags: hashtagsOf(text),
    ...passedOn(value.resharedPost, text),
    poll: pollOf(value.poll),
    counts,
    countedAt: Object.keys(counts).length === 0 ? null : madeAt,
    visibility: visibilityOfAcl(value.postAcl),
    source: 'export',
  });
  const replies = own.flatMap((comment, place) => replyOf(comment, place, post) ?? []);
  const lost = [
    ...(value.comments === undefined || Array.isArray(value.comments) ? [] : ['its comments are no list']),
    ...undated(own.length - replies.length),
  ];
  return { post, replies, commentsByOthers: comments.length - own.length, lost };
}

/** A comment of one's own that has no date is no post, and must not pass for somebody else's. */
export function undated(count: number): readonly string[] {
  return count === 0 ? [] : [`${count === 1 ? 'a comment has' : `${count} comments have`} no date`];
}

function countsOf(value: JsonObject): FoundPost['counts'] {
  const count = (name: string) => asList(value[name]).length;
  return {
    ...(count('plusOnes') > 0 ? { likes: count('plusOnes') } : {}),
    ...(count('reshares') > 0 ? { reposts: count('reshares') } : {}),
    ...(count('comments') > 0 ? { replies: count('comments') } : {}),
  };
}

function passedOn(shared: unknown, text: string): Pick<FoundPost, 'kind' | 'quoteOf' | 'repostOf'> {
  if (asObject(shared) === undefined) return { kind: 'post', quoteOf: null, repostOf: null };
  const url = asUrl(at(shared, 'url'));
  const said = htmlToText(asText(at(shared, 'content')) ?? '').text;
  const reference = { id: postIdIn(url), url, author: authorOf(at(shared, 'author')), text: said };
  return text === ''
    ? { kind: 'repost', quoteOf: null, repostOf: reference }
    : { kind: 'quote', quoteOf: reference, repostOf: null };
}

function mediaOf(value: JsonObject, folder: string, files: MediaFinder): readonly PostMedia[] {
  const all = [...(asObject(value.media) === undefined ? [] : [value.media]), ...asList(at(value, 'album', 'media'))];
  return all.flatMap((medium) => {
    const url = asUrl(at(medium, 'url'));
    const said = asText(at(medium, 'localFilePath')) ?? url;
    if (said === null) return [];
    const name = decodePlus(said.split(/[?#]/)[0]?.split('/').at(-1) ?? '');
    const mime = asText(at(medium, 'contentType')) ?? 'image/*';
    const known = {
      mime: mime.includes('*') ? null : mime,
      alt: asText(at(medium, 'description')),
      width: asNumber(at(medium, 'width')),
      height: asNumber(at(medium, 'height')),
      file: fileOf(name, folder, files),
    };
    return [makeMedia({ url: url ?? `export:${encodeURI(folder + name)}`, kind: kindOfMime(mime), ...known })];
  });
}

function kindOfMime(mime: string): PostMedia['kind'] {
  if (mime.startsWith('video')) return 'video';
  return mime.startsWith('audio') ? 'audio' : 'image';
}

/** Beside the post; elsewhere only where there is one file of that name. */
export function fileOf(name: string, folder: string, files: MediaFinder): string | null {
  if (name === '') return null;
  const named = files.named(name);
  const beside = named.find(({ path }) => path === folder + name);
  return (beside ?? (named.length === 1 ? named[0] : undefined))?.path ?? null;
}

function pollOf(poll: unknown): PostPoll | null {
  const options = asList(at(poll, 'choices')).map((choice) => ({
    text: asText(at(choice, 'description')) ?? '',
    votes: asNumber(at(choice, 'voteCount')),
  }));
  return options.length === 0 ? null : { options, endsAt: null, voters: asNumber(at(poll, 'totalVotes')) };
}

function replyOf(comment: unknown, place: number, post: FoundPost): FoundPost | undefined {
  const published = writtenTime(asText(at(comment, 'creationTime')));
  if (published === null) return undefined;
  const { text, links } = htmlToText(asText(at(comment, 'content')) ?? '');
  return makeReply(post, { id: asText(at(comment, 'commentActivityId')), place, published, text, links });
}

export function makeReply(
  post: FoundPost,
  said: {
    readonly id: string | null;
    readonly place: number;
    readonly published: string;
    readonly text: string;
    readonly links: readonly string[];
  },
): FoundPost {
  return makePost({
    platform: 'google-plus',
    id: said.id ?? `${post.id}/comment/${Date.parse(said.published)}-${said.place}`,
    kind: 'reply',
    author: post.author,
    published: said.published,
    text: said.text,
    links: said.links,
    tags: hashtagsOf(said.text),
    replyTo: { id: post.id, url: post.url, author: null, text: null },
    thread: post.id,
    visibility: post.visibility,
    source: 'export',
  });
}
