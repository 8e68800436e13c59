import type { Askable } from '../../model/official-export.ts';
import { type FoundPost, makeMedia, makePost, type PostMedia } from '../../model/post.ts';
import { reallyLater } from '../reading/edit-time.ts';
import { nestsTooDeep, TOO_DEEP } from '../reading/export/deep-markup.ts';
import type { MediaFinder } from '../reading/export/export-files.ts';
import { once } from '../reading/feed-media.ts';
import { htmlMedia } from '../reading/html-media.ts';
import { htmlToText } from '../reading/html-to-text.ts';
import { asText, asTime, asUnixTime, asUrl, type JsonObject } from '../reading/json-reader.ts';
import { linkedFiles } from '../reading/main-content.ts';
import { htmlOfDocument } from './import-document.ts';
import type { GhostTables } from './import-tables.ts';

export interface RowKind {
  readonly kind?: 'public' | Extract<Askable, 'drafts' | 'scheduled' | 'followers-only'>;
  readonly problem?: string;
}

/** `sent`: by mail alone, so that it never stood on a page. `members`, `paid`, `tiers`: for those who are logged in. */
export function whatItIs(item: JsonObject): RowKind {
  if (asText(item.id) === null && asText(item.slug) === null) return { problem: 'it has neither an id nor an address' };
  if (nestsTooDeep(...Object.values(item))) return { problem: TOO_DEEP };
  const status = asText(item.status);
  if (status === 'draft') return { kind: 'drafts' };
  if (status === 'scheduled') return { kind: 'scheduled' };
  if (status === 'sent') return { kind: 'followers-only' };
  if (status !== 'published')
    return { problem: `its status is ${JSON.stringify(item.status)?.slice(0, 60) ?? 'not said'}` };
  return { kind: (asText(item.visibility) ?? 'public') === 'public' ? 'public' : 'followers-only' };
}

const visibility = {
  public: 'public',
  'followers-only': 'followers',
  drafts: 'private',
  scheduled: 'private',
} as const;

/** A row of `posts` with what other tables say of it, in the form in which the Content API gives it. */
export function readExportedPost(
  item: JsonObject,
  kind: NonNullable<RowKind['kind']>,
  tables: GhostTables,
  files: MediaFinder,
): FoundPost {
  const url = addressOf(item, kind, tables);
  const id = asText(item.id) ?? url ?? asText(item.slug) ?? '';
  const base = url ?? tables.home;
  const { html, isWhole } = contentOf(item, tables);
  const read = htmlToText(html ?? '', base);
  const isOut = kind === 'public' || kind === 'followers-only';
  const published = isOut ? timeOf(item.published_at) : null;
  const media = [...featured(item, id, tables), ...htmlMedia(html ?? '', base), ...linkedFiles(html ?? '', base)];
  return makePost({
    platform: 'ghost',
    id,
    url,
    kind: isPage(item) ? 'page' : 'article',
    source: 'export',
    author: tables.authorOf(id, asText(item.author_id)),
    published,
    edited: published === null ? null : reallyLater(published, timeOf(item.updated_at)),
    title: asText(item.title),
    text: read.text || (asText(item.plaintext)?.trim() ?? ''),
    html,
    lang: asText(item.locale) ?? asText(item.language),
    media: once(media).map((medium) => withFile(medium, files)),
    links: read.links,
    tags: tables.tagsOf(id),
    isPinned: item.featured === true || item.featured === 1,
    visibility: visibility[kind],
    extent: isWhole ? 'whole' : 'part',
  });
}

function isPage(item: JsonObject): boolean {
  return item.type === 'page' || item.page === true || item.page === 1;
}

/** What is not on a page has no address there; the others are below the home page by their slug, unless routes.yaml differs. */
function addressOf(item: JsonObject, kind: string, { home }: GhostTables): string | null {
  const slug = asText(item.slug);
  const isOnPage = kind === 'public' || (kind === 'followers-only' && item.status === 'published');
  return slug === null || !isOnPage ? null : asUrl(`${encodeURIComponent(slug)}/`, home);
}

/** Newer exports have text and time, the oldest milliseconds. */
function timeOf(value: unknown): string | null {
  return typeof value === 'number' ? asUnixTime(value) : asTime(value);
}

/** What was served; where the export lacks it, what the editor's own document says. */
function contentOf(item: JsonObject, tables: GhostTables): { html: string | null; isWhole: boolean } {
  const html = asText(item.html);
  if (html !== null) return { html: tables.withAddress(html), isWhole: true };
  const made = htmlOfDocument(item);
  if (made !== undefined) return { html: tables.withAddress(made.html), isWhole: made.isWhole };
  return { html: null, isWhole: asText(item.plaintext) !== null };
}

function featured(item: JsonObject, id: string, tables: GhostTables): readonly PostMedia[] {
  const named = asText(item.feature_image) ?? asText(item.image);
  const url = named === null ? null : asUrl(tables.withAddress(named), tables.home);
  if (url === null) return [];
  const details = tables.detailsOf(id);
  const caption = htmlToText(asText(details.feature_image_caption) ?? '').text || null;
  return [makeMedia({ url, kind: 'image', alt: asText(details.feature_image_alt) ?? caption })];
}

/** Pictures are not in the export; who keeps the site's `content` folder beside it has them all the same. */
function withFile(medium: PostMedia, files: MediaFinder): PostMedia {
  const path = /\/(content\/(?:images|media|files)\/.+)$/.exec(decoded(new URL(medium.url).pathname))?.[1];
  const file = path === undefined ? null : (files.at(path) ?? files.at(path.replace(/\/size\/w\d+(h\d+)?/, '')));
  return file === null ? medium : { ...medium, file: file.path };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
