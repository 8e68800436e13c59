import { makePost, type PostAuthor, type PostKind, type PostMedia, type Visibility } from '../../model/post.ts';
import { addressesIn, hashtagsOf } from '../reading/caption.ts';
import type { MediaFinder } from '../reading/export/export-files.ts';
import type { MadeIds } from '../reading/export/export-id.ts';
import type { ReadRecord } from '../reading/export/meta-export.ts';
import { type NamedMedium, readNamedMedium } from '../reading/export/meta-files.ts';
import { addressesOfLabels, type MetaLabel, readMetaLabels, textOfLabels } from '../reading/export/meta-labels.ts';
import { repairMojibake } from '../reading/export/mojibake.ts';
import { objectsOf } from '../reading/json-objects.ts';
import { asTime, asUnixTime, asUrl, type JsonObject } from '../reading/json-reader.ts';
import { numberOfCode } from './instagram-media.ts';

/** What reading a record takes to know about its export. */
export interface InstagramExport {
  readonly author: PostAuthor;
  readonly finder: MediaFinder;
  readonly visibility: Visibility;
}

/** An address of a post: `/p/CODE/`, `/reel/CODE/`, also behind a name. */
const postAddress = /^https:\/\/www\.instagram\.com\/(?:[\w.]+\/)?(p|reel|tv)\/([\w-]+)\/?(?:[?#]|$)/;

/**
 * A record of Instagram's lists, `{media: [{uri, creation_timestamp, title}], title, creation_timestamp}`: of a single
 * picture the words stand beside it, of several beside the list of them. Stories and records of before 2021 are the medium itself.
 * @returns why it is none, where it is none
 */
export function readInstagramRecord(record: JsonObject, ids: MadeIds, context: InstagramExport): ReadRecord | string {
  const labels = readMetaLabels(record);
  const items = 'uri' in record || 'path' in record ? [record] : objectsOf(record.media);
  const named = items.flatMap((item) => readNamedMedium(item, context.finder) ?? []);
  const published = timeOf(record, items);
  const text = textOf(record, items, labels);
  const post = ownAddress(labels);
  if (named.length === 0 && text === '' && post === undefined) return 'It has neither words nor media.';
  const uris = named.map(({ uri }) => uri);
  return {
    uris,
    post: makePost({
      platform: 'instagram',
      id: post?.id ?? ids.idOf(published, text, ...uris),
      url: post?.url ?? null,
      source: 'export',
      kind: kindOf(named),
      author: context.author,
      published,
      text,
      tags: hashtagsOf(text),
      links: addressesIn(text),
      media: mediaOf(named, items, text),
      visibility: context.visibility,
      extent: items.length > named.length ? 'part' : 'whole',
    }),
  };
}

/** As the crawl has it: a film by itself is a video, what holds several things is a post. */
function kindOf(named: readonly NamedMedium[]): PostKind {
  return named.length === 1 && named[0]?.media.kind === 'video' ? 'video' : 'post';
}

function timeOf(record: JsonObject, items: readonly JsonObject[]): string | null {
  // One after the other: the first of them is nearly always there.
  for (const one of [record, ...items]) {
    const time = asUnixTime(one.creation_timestamp) ?? asUnixTime(one.timestamp);
    if (time !== null) return time;
  }
  return takenAt(record.taken_at);
}

/** Files of before 2020 write UTC, and did not always say so. */
function takenAt(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  return asTime(/(Z|[+-]\d\d:?\d\d)$/.test(value) ? value : `${value}Z`);
}

function textOf(record: JsonObject, items: readonly JsonObject[], labels: readonly MetaLabel[]): string {
  const own = words(record.title) ?? words(record.caption);
  if (own !== null) return own;
  for (const { title } of items) {
    const beside = words(title);
    if (beside !== null) return beside;
  }
  return textOfLabels(labels) ?? '';
}

function words(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? repairMojibake(value) : null;
}

/** Pictures of a series have had words of their own; where they are not the post's, they say what there is to see. */
function mediaOf(named: readonly NamedMedium[], items: readonly JsonObject[], text: string): readonly PostMedia[] {
  const known = new Set<string>();
  return named.flatMap(({ media }, place) => {
    if (known.has(media.url)) return [];
    known.add(media.url);
    const title = named.length === items.length ? words(items[place]?.title) : null;
    return [title === null || title === text ? media : { ...media, alt: title }];
  });
}

/** Newer records with labels are the only ones that give a post's address, and with it its number. */
function ownAddress(labels: readonly MetaLabel[]): { readonly id: string; readonly url: string } | undefined {
  const own = labels.filter(({ isNested }) => !isNested);
  for (const address of addressesOfLabels(own)) {
    const [, folder = '', code = ''] = postAddress.exec(address) ?? [];
    const id = numberOfCode(code);
    if (id !== null) return { id, url: `https://www.instagram.com/${folder}/${code}/` };
  }
  return undefined;
}

/** What somebody else posted and the account passed on: the export names its address alone. */
export function readInstagramRepost(record: JsonObject, ids: MadeIds, context: InstagramExport): ReadRecord | string {
  const addresses = [...addressesOfLabels(readMetaLabels(record)), ...addressesOfMap(record)];
  const address = addresses.find((one) => postAddress.test(one));
  const [, folder = '', code = ''] = postAddress.exec(address ?? '') ?? [];
  const id = numberOfCode(code);
  if (id === null) return 'It does not say which post was passed on.';
  const published = timeOf(record, objectsOf(Object.values(asMap(record))));
  const url = `https://www.instagram.com/${folder}/${code}/`;
  const post = makePost({
    platform: 'instagram',
    id: ids.idOf('repost', published, url),
    source: 'export',
    kind: 'repost',
    author: context.author,
    published,
    repostOf: { id, url, author: null, text: null },
    visibility: context.visibility,
  });
  return { post, uris: [] };
}

function asMap({ string_map_data: map }: JsonObject): JsonObject {
  return typeof map === 'object' && map !== null ? (map as JsonObject) : {};
}

function addressesOfMap(record: JsonObject): readonly string[] {
  const listed = objectsOf(record.string_list_data);
  return [...objectsOf(Object.values(asMap(record))), ...listed].flatMap(
    ({ href, value }) => asUrl(href) ?? asUrl(value) ?? [],
  );
}
