import { type FoundPost, makePost, type PostAuthor, type PostMedia, type PostReference } from '../../model/post.ts';
import { asList, asObject, asText, asTime, asUrl, at } from '../reading/json-reader.ts';
import { type BlobSource, blobsIn, readBlob } from './read-blob.ts';
import { readFacets } from './read-facets.ts';
import { type Account, pageOf, readAtUri } from './repo-address.ts';

export interface RecordContext {
  readonly account: Account;
  /** DID of the account whose snapshot this is. */
  readonly ownDid: string;
  readonly blobs: BlobSource;
  readonly author: PostAuthor | null;
  /** `at://` address of the pinned post, where it is known. */
  readonly pinned?: string | null;
}

const post = 'app.bsky.feed.post';

/** What an embed holds, taken apart. */
interface Embed {
  readonly media: readonly PostMedia[];
  readonly links: readonly string[];
  readonly quoteOf: PostReference | null;
}

const none: Embed = { media: [], links: [], quoteOf: null };

/**
 * A record of an account → the post it is; undefined for records that are none.
 * @param uri `at://did/collection/key`
 * @see https://github.com/bluesky-social/atproto/tree/main/lexicons/app/bsky/feed
 */
export function readRecord(uri: string, record: unknown, context: RecordContext): FoundPost | undefined {
  const collection = readAtUri(uri)?.collection;
  if (collection === 'app.bsky.feed.repost') return readRepost(uri, record, context);
  return collection === post ? readPost(uri, record, context) : undefined;
}

function refer(reference: unknown, { account, ownDid }: RecordContext): PostReference | null {
  const uri = asText(at(reference, 'uri'));
  const address = readAtUri(uri);
  if (uri === null || address === undefined) return null;
  const { did } = address;
  const author: PostAuthor = { id: did, handle: null, name: null, url: null };
  return { id: uri, url: pageOf(uri, account, ownDid), author, text: null };
}

function readRepost(uri: string, record: unknown, context: RecordContext): FoundPost {
  return makePost({
    platform: 'bluesky',
    id: uri,
    kind: 'repost',
    author: context.author,
    published: asTime(at(record, 'createdAt')),
    repostOf: refer(at(record, 'subject'), context),
    source: 'api',
  });
}

function readPost(uri: string, record: unknown, context: RecordContext): FoundPost {
  const { account, ownDid } = context;
  const embed = readEmbed(at(record, 'embed'), context);
  const facets = readFacets(record);
  const replyTo = refer(at(record, 'reply', 'parent'), context);
  const root = asText(at(record, 'reply', 'root', 'uri'));
  const isOwn = readAtUri(uri)?.did === ownDid;
  return makePost({
    platform: 'bluesky',
    id: uri,
    url: pageOf(uri, account, ownDid),
    kind: kindOf({ isOwn, quoteOf: embed.quoteOf, replyTo, ownDid }),
    author: context.author,
    isOwn,
    published: asTime(at(record, 'createdAt')),
    text: asText(at(record, 'text')) ?? '',
    lang: asText(asList(at(record, 'langs'))[0]),
    warning: labelsOf(record),
    media: embed.media,
    links: [...new Set([...facets.links, ...embed.links])],
    replyTo,
    quoteOf: embed.quoteOf,
    thread: root,
    tags: facets.tags,
    isPinned: context.pinned === uri,
    source: 'api',
  });
}

interface Facts {
  readonly isOwn: boolean;
  readonly quoteOf: PostReference | null;
  readonly replyTo: PostReference | null;
  readonly ownDid: string;
}

/** Going on with a thread of one's own answers nobody. */
function kindOf({ isOwn, quoteOf, replyTo, ownDid }: Facts): FoundPost['kind'] {
  if (!isOwn) return 'comment';
  if (quoteOf !== null) return 'quote';
  return replyTo === null || replyTo.author?.id === ownDid ? 'post' : 'reply';
}

/** What the author warns of: `nudity`, `graphic-media`. */
function labelsOf(record: unknown): string | null {
  const values = asList(at(record, 'labels', 'values')).flatMap((label) => asText(at(label, 'val')) ?? []);
  return values.length === 0 ? null : values.join(', ');
}

function readEmbed(embed: unknown, context: RecordContext): Embed {
  const type = asText(at(embed, '$type'));
  if (type === 'app.bsky.embed.images') return { ...none, media: readImages(embed, context) };
  if (type === 'app.bsky.embed.video') return { ...none, media: readVideo(embed, context) };
  if (type === 'app.bsky.embed.external') {
    const link = asUrl(at(embed, 'external', 'uri'));
    return { ...none, links: link === null ? [] : [link] };
  }
  if (type === 'app.bsky.embed.record') return readQuoted(at(embed, 'record'), context);
  if (type !== 'app.bsky.embed.recordWithMedia') return { ...none, media: blobsIn(embed, context.blobs) };
  const { media, links } = readEmbed(at(embed, 'media'), context);
  const quoted = readQuoted(at(embed, 'record', 'record'), context);
  return { media, links: [...links, ...quoted.links], quoteOf: quoted.quoteOf };
}

/** A post is quoted; a feed, a list or a starter pack is shown, as a link would be. */
function readQuoted(reference: unknown, context: RecordContext): Embed {
  const quoteOf = refer(reference, context);
  if (quoteOf === null || readAtUri(quoteOf.id)?.collection === post) return { ...none, quoteOf };
  return { ...none, links: quoteOf.url === null ? [] : [quoteOf.url] };
}

function readImages(embed: unknown, { blobs }: RecordContext): readonly PostMedia[] {
  return asList(at(embed, 'images')).flatMap((image) => {
    const more = { alt: asText(at(image, 'alt')), ratio: at(image, 'aspectRatio') };
    return readBlob(at(image, 'image'), 'image', blobs, more) ?? [];
  });
}

function readVideo(embed: unknown, { blobs }: RecordContext): readonly PostMedia[] {
  const more = { alt: asText(at(embed, 'alt')), ratio: at(embed, 'aspectRatio') };
  const film = readBlob(at(embed, 'video'), 'video', blobs, more);
  const captions = blobsIn(at(embed, 'captions'), blobs);
  return film === undefined ? captions : [film, ...captions];
}

/** The record behind a profile: name, words, and the pinned post. */
export function pinnedIn(profile: unknown): string | null {
  return asObject(profile) === undefined ? null : asText(at(profile, 'pinnedPost', 'uri'));
}
