import { CID } from 'multiformats/cid';
import type { Sha256 } from '../../base/digest.ts';
import { makeMedia, type PostMedia } from '../../model/post.ts';
import { asNumber, asObject, asText, at } from '../reading/json-reader.ts';
import { xrpc } from './repo-address.ts';

/** Where the bytes of an account's blobs are. */
export interface BlobSource {
  readonly did: string;
  /** Origin of the server on which the account lives; null where the answer does not say it. */
  readonly server: string | null;
  /** The pictures' second home, at which smaller copies are; false where one server is to answer everything. */
  readonly hasCdn: boolean;
}

/**
 * The CID of a blob: a link in JSON and DAG-CBOR alike, a bare string in records of the first months.
 * @see https://atproto.com/specs/data-model#blob-type
 */
export function cidOf(blob: unknown): string | null {
  const link = at(blob, 'ref', '$link') ?? at(blob, '$link') ?? at(blob, 'cid');
  return asText(link);
}

const cdn = 'https://cdn.bsky.app/img';

/**
 * A picture or film by its blob. The blob itself is what the author gave, and its CID is the digest of its bytes; the copies
 * at the CDN are smaller and made anew.
 */
export function readBlob(
  blob: unknown,
  kind: PostMedia['kind'],
  { did, server, hasCdn }: BlobSource,
  more: { readonly alt: string | null; readonly ratio?: unknown },
): PostMedia | undefined {
  const cid = cidOf(blob);
  if (cid === null) return undefined;
  const own = server === null ? [] : [xrpc(server, 'com.atproto.sync.getBlob', { did, cid })];
  const copies =
    hasCdn && kind === 'image'
      ? [`${cdn}/feed_fullsize/plain/${did}/${cid}@jpeg`, `${cdn}/feed_thumbnail/plain/${did}/${cid}@jpeg`]
      : [];
  // A film's playlist is no film, but it leads to one where the server is not known.
  const playlist =
    hasCdn && kind === 'video' && server === null
      ? [`https://video.bsky.app/watch/${encodeURIComponent(did)}/${cid}/playlist.m3u8`]
      : [];
  const [url, ...otherUrls] = [...own, ...copies, ...playlist];
  if (url === undefined) return undefined;
  const width = asNumber(at(more.ratio, 'width'));
  const height = asNumber(at(more.ratio, 'height'));
  return makeMedia({ url, otherUrls, kind, mime: asText(at(blob, 'mimeType')), alt: more.alt, width, height });
}

/**
 * Every blob in an embed that is younger than this software: what the author gave is kept, whatever it is shown as. Captions of
 * films are found so as well.
 */
export function blobsIn(value: unknown, source: BlobSource, alt: string | null = null): readonly PostMedia[] {
  if (Array.isArray(value)) return value.flatMap((item) => blobsIn(item, source, alt));
  const object = asObject(value);
  if (object === undefined) return [];
  if (object.$type === 'blob') {
    const family = asText(object.mimeType)?.split('/')[0];
    const kind = family === 'image' || family === 'video' || family === 'audio' ? family : 'file';
    const medium = readBlob(object, kind, source, { alt });
    return medium === undefined ? [] : [medium];
  }
  const words = asText(object.alt) ?? alt;
  return Object.values(object).flatMap((inner) => blobsIn(inner, source, words));
}

/**
 * Whether the bytes that came for a blob are others than its CID was made of. Told from the digest alone, without reading them.
 * @param url of com.atproto.sync.getBlob
 */
export function isWrongBlob(url: string, digest: Sha256): boolean {
  const name = new URL(url).searchParams.get('cid') ?? '';
  try {
    const { code, multihash } = CID.parse(name);
    // 0x55: the bytes as they are; 0x12: SHA-256. No other kind is a blob's.
    const isPlain = code === 0x55 && multihash.code === 0x12;
    return isPlain && `sha256:${Buffer.from(multihash.digest).toString('hex')}` !== digest;
  } catch {
    return false;
  }
}
