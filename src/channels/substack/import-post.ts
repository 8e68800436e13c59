import type { ChannelPlace } from '../../model/channel.ts';
import type { Askable } from '../../model/official-export.ts';
import type { FoundPost } from '../../model/post.ts';
import type { CsvRecord } from '../reading/export/csv-records.ts';
import { htmlToText } from '../reading/html-to-text.ts';
import { readSubstackPost } from './read-post.ts';

type Fields = Readonly<Record<string, string>>;

/** What a line of `posts.csv` is: a public post, one that has to be asked for, or nothing that can be told. */
export interface LineKind {
  readonly kind?: 'public' | Extract<Askable, 'drafts' | 'followers-only'>;
  readonly problem?: string;
}

/** Undefined where the line does not say. */
export function isPublished({ is_published: said = '' }: Fields): boolean | undefined {
  if (/^\s*true\s*$/i.test(said)) return true;
  return /^\s*false\s*$/i.test(said) ? false : undefined;
}

/** `everyone` is public; `only_free`, `only_paid`, `founding` are for those who subscribed. */
export function whatItIs({ fields, error }: Pick<CsvRecord, 'fields' | 'error'>): LineKind {
  if (error !== undefined) return { problem: error };
  if (!/^\d/.test(fields.post_id ?? '')) return { problem: 'its post_id does not begin with a number' };
  const published = isPublished(fields);
  if (published === undefined) {
    return { problem: `is_published should be true or false and is "${(fields.is_published ?? '').slice(0, 40)}"` };
  }
  if (!published) return { kind: 'drafts' };
  const audience = fields.audience?.trim() ?? '';
  if (audience === '') return { problem: 'it does not say for whom it is' };
  return { kind: audience === 'everyone' ? 'public' : 'followers-only' };
}

const visibility = { public: 'public', 'followers-only': 'followers', drafts: 'private' } as const;

/**
 * A post as `posts.csv` and its file have it, in the form in which the crawl gives it.
 * @param html null when there is no file: then only what the table says is known
 */
export function readExportedPost(
  fields: Fields,
  html: string | null,
  kind: NonNullable<LineKind['kind']>,
  place: ChannelPlace,
): FoundPost {
  const [, id = '', slug = ''] = /^(\d+)\.?(.*)$/s.exec(fields.post_id ?? '') ?? [];
  const url = kind === 'drafts' || slug === '' ? null : addressOf(place, slug);
  const post = postOf(
    { ...fields, id, slug: slug || id, canonical_url: url ?? place.url, body_html: html ?? '' },
    place,
  );
  return {
    ...post,
    url,
    html,
    text: html === null ? (plain(fields.subtitle) ?? '') : post.text,
    published: kind === 'drafts' ? null : post.published,
    visibility: visibility[kind],
    extent: html === null ? 'part' : 'whole',
  };
}

/** The columns have the names that the interface gives its fields. */
function postOf(item: Fields, place: ChannelPlace): FoundPost {
  const known = { ...item, title: plain(item.title) };
  const read = readSubstackPost(known, { url: place.url, at: '', source: 'export' });
  if (read.kind !== 'post') throw new Error(`post ${item.id} has a number and an address, and was not read`);
  return read.post;
}

/** A publication has its posts at `/p/SLUG`; the page of a person at substack.com has none. */
function addressOf(place: ChannelPlace, slug: string): string | null {
  if (/^(www\.)?substack\.com$/.test(new URL(place.url).hostname)) return null;
  return new URL(`/p/${encodeURIComponent(slug)}`, place.url).href;
}

/** Some lines have their quotes as entities; a `<` in a title is a character all the same. */
function plain(text = ''): string | null {
  return htmlToText(text.replaceAll('<', '&lt;')).text || null;
}
