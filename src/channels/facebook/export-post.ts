import {
  type FoundPost,
  makePost,
  type PostAuthor,
  type PostMedia,
  type PostPoll,
  type PostReference,
  type Visibility,
} from '../../model/post.ts';
import { addressesIn, hashtagsOf } from '../reading/caption.ts';
import type { MediaFinder } from '../reading/export/export-files.ts';
import type { MadeIds } from '../reading/export/export-id.ts';
import type { ReadRecord } from '../reading/export/meta-export.ts';
import { type NamedMedium, readNamedMedium } from '../reading/export/meta-files.ts';
import {
  addressesOfLabels,
  audienceOf,
  type MetaLabel,
  readMetaLabels,
  textOfLabels,
  visibilityOf,
} from '../reading/export/meta-labels.ts';
import { repairMojibake } from '../reading/export/mojibake.ts';
import { objectsOf } from '../reading/json-objects.ts';
import { asList, asObject, asText, asUnixTime, asUrl, at, type JsonObject } from '../reading/json-reader.ts';
import { unwrapped } from './facebook-media.ts';
import { plainAddress } from './facebook-story.ts';
import { recogniseFacebook } from './recognise.ts';

/** What reading a record takes to know about its export. */
export interface FacebookExport {
  readonly author: PostAuthor;
  readonly finder: MediaFinder;
  /** Of posts that say nothing of it: those of a Page are public; those of a profile may be for friends alone. */
  readonly visibility: Visibility;
}

/** What hangs on a record: `attachments: [{data: [{media: …}, {external_context: …}, {place: …}, …]}]`. */
interface Attached {
  readonly named: readonly NamedMedium[];
  readonly links: readonly string[];
  /** Words that stand nowhere else: of an event, a place, a note, something for sale. */
  readonly words: readonly string[];
  readonly poll: PostPoll | null;
  readonly noteTitle: string | null;
}

/**
 * A record of Facebook's lists of posts, reels, stories, photos or videos.
 * @returns why it is none, where it is none
 */
export function readFacebookRecord(record: JsonObject, ids: MadeIds, context: FacebookExport): ReadRecord | string {
  const labels = readMetaLabels(record);
  const attached = readAttached(record, labels, context.finder);
  const published = timeOf(record);
  const written = writtenIn(record, labels);
  const isKnown = published !== null && ['attachments', 'data', 'title', 'label_values'].some((key) => key in record);
  const hasContent = attached.named.length > 0 || attached.links.length > 0 || attached.words.length > 0;
  if (!isKnown && !hasContent && written === null) return 'It has neither words nor media, and no time.';
  const text = textOf(record, written, attached);
  const uris = attached.named.map(({ uri }) => uri);
  const post = makePost({
    platform: 'facebook',
    id: numberIn(record) ?? ids.idOf(published, text, ...uris, ...attached.links),
    source: 'export',
    kind: 'post',
    author: context.author,
    published,
    edited: editedAt(record, published),
    text,
    tags: hashtagsOf(text),
    media: mediaOf(attached.named, text),
    links: [...new Set([...attached.links, ...addressesIn(text)])],
    poll: attached.poll,
    visibility: visibilityOf(audienceOf(record, labels)) ?? context.visibility,
    // Of what was passed on from elsewhere Facebook often keeps the time alone.
    extent: hasContent || written !== null ? 'whole' : 'part',
    ...placeOf(labels),
    ...(attached.noteTitle === null ? {} : { title: attached.noteTitle, kind: 'article' as const }),
  });
  return { post: withShared(post, attached.links), uris };
}

function timeOf(record: JsonObject): string | null {
  const [first] = asList(record.media);
  const times = [
    record.timestamp,
    record.creation_timestamp,
    record.created_timestamp,
    at(first, 'creation_timestamp'),
  ];
  return times.map(asUnixTime).find((time) => time !== null) ?? null;
}

/** Facebook writes an update at the time of the post itself where there was none. */
function editedAt(record: JsonObject, published: string | null): string | null {
  const stated = [record.updated_timestamp, ...objectsOf(record.data).map(({ update_timestamp }) => update_timestamp)];
  const times = stated.flatMap((time) => asUnixTime(time) ?? []);
  const last = times.sort().at(-1) ?? null;
  return last !== null && (published === null || last > published) ? last : null;
}

function numberIn(record: JsonObject): string | null {
  const number = asText(record.fbid);
  return number !== null && /^\d{5,25}$/.test(number) ? number : null;
}

/** Its own address, where one of the labels has it. */
function placeOf(labels: readonly MetaLabel[]): Pick<FoundPost, 'url'> | undefined {
  const own = labels.find(({ href, isNested }) => !isNested && href !== null && isPost(href));
  return own?.href == null ? undefined : { url: plainAddress(own.href) };
}

/** What somebody wrote; null when nobody did. */
function writtenIn(record: JsonObject, labels: readonly MetaLabel[]): string | null {
  const pieces = [...objectsOf(record.data).map(({ post }) => post), record.text].flatMap(
    (piece) => words(piece) ?? [],
  );
  const own = [...new Set(pieces)].join('\n');
  return own === '' ? withoutMarkup(textOfLabels(labels)) : own;
}

function words(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? withoutMarkup(repairMojibake(value)) : null;
}

/** `@[1234:2048:Name]` is how Facebook keeps the name of somebody who is mentioned. */
function withoutMarkup(text: string | null): string | null {
  return text?.replace(/@\[\d{1,25}:\d{1,6}:([^\]\n]{1,200})\]/g, '$1') ?? null;
}

/**
 * What was written, else what a single picture says of itself, else what the post was about. The sentence that Facebook makes
 * of it (`X updated his profile picture.`) is the text only where there is nothing else: no page shows it as the post's words.
 */
function textOf(record: JsonObject, written: string | null, { named, words: others, links }: Attached): string {
  if (written !== null) return written;
  const beside = new Set(named.flatMap((medium) => words(medium.words) ?? []));
  const own = words(record.description);
  if (own !== null) beside.add(own);
  if (beside.size === 1) return [...beside].join('');
  if (others.length > 0) return [...new Set(others)].join('\n');
  return named.length > 0 || links.length > 0 ? '' : (words(record.title) ?? '');
}

/** Words beside a picture that are not the post's own are what its author says that it shows. */
function mediaOf(named: readonly NamedMedium[], text: string): readonly PostMedia[] {
  const known = new Set<string>();
  return named.flatMap(({ media, words: beside }) => {
    if (known.has(media.url)) return [];
    known.add(media.url);
    const alt = words(beside);
    return [alt === null || alt === text ? media : { ...media, alt }];
  });
}

function readAttached(record: JsonObject, labels: readonly MetaLabel[], finder: MediaFinder): Attached {
  const items = objectsOf(record.attachments).flatMap(({ data }) => objectsOf(data));
  const notes = objectsOf(items.map(({ note }) => note));
  const own = 'uri' in record ? [record] : [];
  const media = [...own, ...items.map((item) => item.media), ...asList(record.media), ...notes.flatMap(mediaOfNote)];
  const outside = objectsOf(items.map((item) => item.external_context));
  const links = [...outside.map(({ url }) => url), ...addressesOfLabels(labels).filter((url) => !isPost(url))];
  const titles = [...notes, ...('text' in record ? [record] : [])].flatMap(({ title }) => words(title) ?? []);
  return {
    named: media.flatMap((medium) => readNamedMedium(medium, finder) ?? []),
    links: [...new Set(links.flatMap((url) => unwrapped(asUrl(repairMojibake(asText(url) ?? ''))) ?? []))],
    words: [...notes.map(({ text }) => text), ...items.flatMap(wordsOf)].flatMap((one) => words(one) ?? []),
    poll: items.map(pollOf).find((poll) => poll !== null) ?? null,
    noteTitle: titles[0] ?? null,
  };
}

function mediaOfNote(note: JsonObject): readonly unknown[] {
  return [...asList(note.media), note.cover_photo];
}

/** A place says its name, and never where it lies: that is where somebody was. */
function wordsOf(item: JsonObject): readonly unknown[] {
  return [
    item.text,
    at(item, 'poll', 'question'),
    at(item, 'event', 'name'),
    at(item, 'life_event', 'title'),
    at(item, 'for_sale_item', 'title'),
    at(item, 'fundraiser', 'title'),
    at(item, 'place', 'name'),
    ...('url' in (asObject(item.external_context) ?? {}) ? [] : [at(item, 'external_context', 'name')]),
  ];
}

function pollOf({ poll }: JsonObject): PostPoll | null {
  const options = objectsOf(at(poll, 'options')).flatMap(({ option }) => words(option) ?? []);
  if (options.length === 0) return null;
  return { options: options.map((text) => ({ text, votes: null })), endsAt: null, voters: null };
}

function isPost(url: string): boolean {
  return URL.canParse(url) && recogniseFacebook(new URL(url))?.shows === 'post';
}

/** What is linked and is a post of Facebook's was passed on. */
function withShared(post: FoundPost, links: readonly string[]): FoundPost {
  const url = links.find(isPost);
  if (url === undefined || post.kind !== 'post') return post;
  const address = plainAddress(url);
  const id =
    /\/(?:posts|videos|reel)\/(\d+)\/?$/.exec(new URL(address).pathname)?.[1] ??
    /^\d+$/.exec(new URL(address).searchParams.get('story_fbid') ?? '')?.[0] ??
    null;
  const shared: PostReference = { id, url: address, author: null, text: null };
  return post.text === '' ? { ...post, kind: 'repost', repostOf: shared } : { ...post, kind: 'quote', quoteOf: shared };
}
