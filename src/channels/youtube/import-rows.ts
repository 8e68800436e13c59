import { type FoundPost, makeMedia, makePost, type PostAuthor, type Visibility } from '../../model/post.ts';
import { hashtagsOf } from '../reading/caption.ts';
import type { MediaFinder } from '../reading/export/export-files.ts';
import { writtenTime } from '../reading/export/written-time.ts';
import { asList, asNumber, asText, at, parseJson } from '../reading/json-reader.ts';
import { privacyWords, type Role, type YoutubeTable } from './import-columns.ts';
import type { FilmFiles } from './import-films.ts';
import { linksInText } from './read-watch.ts';

export interface YoutubeOwner {
  readonly author: PostAuthor;
  /** `https://www.youtube.com` */
  readonly origin: string;
}

export type Fields = Readonly<Record<string, string>>;
export type Reading = { readonly post: FoundPost } | { readonly problem: string };

export function cellOf(table: YoutubeTable, fields: Fields, role: Role): string | null {
  const name = table.columns[role];
  const value = name === undefined ? '' : (fields[name] ?? '').trim();
  return value === '' ? null : value;
}

/** Null without a date, undefined for one that is none. */
function dateOf(table: YoutubeTable, fields: Fields, ...roles: readonly Role[]): string | null | undefined {
  const said = roles.map((role) => cellOf(table, fields, role)).find((value) => value !== null) ?? null;
  return said === null ? null : (writtenTime(said) ?? undefined);
}

/** By the word that stands there, in any of the languages; undefined where nobody knows it. */
function visibilityOf(word: string | undefined): Visibility | undefined {
  return word !== undefined && Object.hasOwn(privacyWords, word) ? privacyWords[word] : undefined;
}

/** A line of the table of films. `files` has them by their titles. */
export function readFilm(table: YoutubeTable, fields: Fields, owner: YoutubeOwner, files: FilmFiles): Reading {
  const id = cellOf(table, fields, 'video');
  const word = cellOf(table, fields, 'privacy')?.toLowerCase();
  const published = dateOf(table, fields, 'published', 'created');
  if (id === null || !/^[\w-]{11}$/.test(id)) return { problem: `"${id ?? ''}" is no id of a film` };
  if (published === undefined) return { problem: 'its date is none' };
  const visibility = visibilityOf(word);
  if (visibility === undefined) return { problem: `whom "${word ?? ''}" lets see it is not known` };
  const title = cellOf(table, fields, 'title');
  const text = (cellOf(table, fields, 'description') ?? '').replace(/\r\n?/g, '\n');
  const file = title === null ? null : files.take(title);
  const durationMs = asNumber(cellOf(table, fields, 'duration'));
  const url = `${owner.origin}/watch?v=${id}`;
  const post = makePost({
    platform: 'youtube',
    id,
    url,
    kind: 'video',
    author: owner.author,
    published,
    title,
    text,
    media: [makeMedia({ url, kind: 'video', durationMs, file: file?.path ?? null })],
    links: linksInText(text),
    tags: table.tags.flatMap((name) => fields[name]?.trim() || []),
    visibility,
    source: 'export',
  });
  return { post };
}

/** Text comes in pieces, as JSON objects with commas between them and no list round them; older ones are in one object. */
export function segmentsOf(said: string): string {
  if (!said.startsWith('{')) return said;
  const pieces = asList(parseJson(`[${said}]`));
  const all = pieces.flatMap((piece) => [piece, ...asList(at(piece, 'takeoutSegments'))]);
  const texts = all.flatMap((piece) => asText(at(piece, 'text')) ?? []);
  return pieces.length === 0 ? said : texts.join('');
}

export function readComment(table: YoutubeTable, fields: Fields, owner: YoutubeOwner): Reading {
  const id = cellOf(table, fields, 'comment');
  const published = dateOf(table, fields, 'created', 'published');
  if (id === null) return { problem: 'it has no id' };
  if (published === undefined) return { problem: 'its date is none' };
  const text = segmentsOf(cellOf(table, fields, 'text') ?? '');
  const below = cellOf(table, fields, 'video') ?? cellOf(table, fields, 'post');
  const above = cellOf(table, fields, 'parent') ?? (id.includes('.') ? (id.split('.')[0] ?? null) : below);
  const post = makePost({
    platform: 'youtube',
    id,
    kind: 'comment',
    author: owner.author,
    published,
    text,
    links: linksInText(text),
    replyTo: above === null ? null : { id: above, url: null, author: null, text: null },
    thread: below,
    visibility: 'unknown',
    source: 'export',
  });
  return { post };
}

export function readCommunityPost(
  table: YoutubeTable,
  fields: Fields,
  owner: YoutubeOwner,
  pictures: MediaFinder,
): Reading {
  const id = cellOf(table, fields, 'post');
  const published = dateOf(table, fields, 'published', 'created');
  if (id === null) return { problem: 'it has no id' };
  if (published === undefined) return { problem: 'its date is none' };
  const text = segmentsOf(cellOf(table, fields, 'text') ?? '');
  const names = Object.values(fields).filter((value) => /^[^/\\\n]{1,200}\.(jpe?g|png|webp|gif)$/i.test(value));
  const options = Object.entries(fields).flatMap(([name, value]) =>
    /option/i.test(name) && value.trim() !== '' && !/^(true|false|\d+)$/i.test(value) ? [segmentsOf(value)] : [],
  );
  const post = makePost({
    platform: 'youtube',
    id,
    url: `${owner.origin}/post/${id}`,
    kind: 'post',
    author: owner.author,
    published,
    text,
    links: linksInText(text),
    tags: hashtagsOf(text),
    media: names.map((name) => pictureOf(name, table, pictures)),
    poll:
      options.length < 2
        ? null
        : { options: options.map((one) => ({ text: one, votes: null })), endsAt: null, voters: null },
    source: 'export',
  });
  return { post };
}

function pictureOf(name: string, table: YoutubeTable, pictures: MediaFinder) {
  const folder = table.file.path.slice(0, table.file.path.lastIndexOf('/') + 1);
  const file = pictures.at(folder + name) ?? pictures.named(name)[0] ?? null;
  return makeMedia({ url: `export:${encodeURI(folder + name)}`, kind: 'image', file: file?.path ?? null });
}

/** A film as the older Takeout gives it, one JSON file each, in the shape of YouTube's interface for programs. */
export function readFilmResource(value: unknown, owner: YoutubeOwner, file: string | null): Reading {
  const id = asText(at(value, 'id'));
  const title = asText(at(value, 'snippet', 'title'));
  const word = asText(at(value, 'status', 'privacyStatus'))?.toLowerCase();
  const said = asText(at(value, 'snippet', 'publishedAt'));
  const published = writtenTime(said);
  if (id === null || !/^[\w-]{11}$/.test(id)) return { problem: `"${id ?? ''}" is no id of a film` };
  if (said !== null && published === null) return { problem: 'its date is none' };
  const visibility = visibilityOf(word);
  if (visibility === undefined) return { problem: `whom "${word ?? ''}" lets see it is not known` };
  const text = asText(at(value, 'snippet', 'description')) ?? '';
  const url = `${owner.origin}/watch?v=${id}`;
  const post = makePost({
    platform: 'youtube',
    id,
    url,
    kind: 'video',
    author: owner.author,
    published,
    title,
    text,
    media: [makeMedia({ url, kind: 'video', file })],
    links: linksInText(text),
    tags: asList(at(value, 'snippet', 'tags')).flatMap((tag) => asText(tag) ?? []),
    visibility,
    source: 'export',
  });
  return { post };
}
