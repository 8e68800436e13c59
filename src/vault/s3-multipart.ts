import { createHash } from 'node:crypto';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import type { PutOptions, VaultSource } from '../model/vault-files.ts';
import type { S3Desk } from './s3-desk.ts';
import { objectHeaders, type Piece, pieceOf } from './s3-put.ts';
import { isTaken } from './s3-trouble.ts';
import { damagedInVault } from './vault-key.ts';

/** S3 knows no more parts of one object. */
const MOST_PARTS = 10_000;
/** Two that send the same file at once end each other's upload at most once each; more than that is a server's fault. */
const MOST_ATTEMPTS = 4;

interface SentPart {
  readonly PartNumber: number;
  readonly ETag: string;
  readonly ChecksumSHA256?: string;
}

interface Upload {
  readonly desk: S3Desk;
  readonly key: string;
  readonly id: string;
  /** What the server has of it from an earlier attempt, by number. */
  readonly has: ReadonlyMap<number, string>;
}

/**
 * Sends a large file in parts, one in memory at a time, each with its checksum. What a killed process left is gone on with;
 * other unfinished uploads of the same key are ended, so that nobody pays for parts without an object. That upload may be one
 * which another process is at: then either may find it completed or ended under its hands.
 * @param isThere whether the key has an object by now, whatever it holds
 * @returns the ETag that the server should give it; `taken` when something is there
 */
export async function putMultipart(
  desk: S3Desk,
  key: string,
  source: VaultSource,
  options: PutOptions,
  isThere: () => Promise<boolean>,
): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await sendParts(desk, key, source, options);
    } catch (error) {
      if ((error as Error).name !== 'NoSuchUpload') throw error;
      if (await isThere()) return 'taken';
      if (attempt === MOST_ATTEMPTS) throw error;
    }
  }
}

async function sendParts(desk: S3Desk, key: string, source: VaultSource, options: PutOptions): Promise<string> {
  const partBytes = Math.max(desk.partBytes, Math.ceil(source.bytes / MOST_PARTS));
  const upload = await openUpload(desk, key, source);
  const parts: SentPart[] = [];
  const whole = createHash('md5');
  const digest = createHash('sha256');
  let bytes = 0;
  for await (const body of inParts(source.open(), partBytes)) {
    options.signal?.throwIfAborted();
    const piece = pieceOf(body, desk.place.checksums);
    parts.push(await sendPart(upload, parts.length + 1, piece, options));
    whole.update(Buffer.from(piece.md5, 'hex'));
    digest.update(body);
    bytes += body.length;
    options.onBytes?.(bytes);
  }
  if (`sha256:${digest.digest('hex')}` !== source.sha256) {
    await abort(desk, key, upload.id);
    throw damagedInVault(desk.nameOf(key), 'what was read was not what it was.');
  }
  const isDone = await complete(upload, parts);
  return isDone ? `${whole.digest('hex')}-${parts.length}` : 'taken';
}

async function openUpload(desk: S3Desk, key: string, source: VaultSource): Promise<Upload> {
  const { client, place, objectKey } = desk;
  const [last, ...others] = (await unfinished(desk, key)).reverse();
  for (const id of others) await abort(desk, key, id);
  if (last !== undefined) return { desk, key, id: last, has: await partsOf(desk, key, last) };
  const wanted = {
    ...{ Bucket: place.bucket, Key: objectKey(key) },
    ...objectHeaders(source, key),
    ...desk.retention(),
    ...(place.checksums === 'when_supported' ? { ChecksumAlgorithm: 'SHA256' as const } : {}),
  };
  const { UploadId = '' } = await client.send(new CreateMultipartUploadCommand(wanted));
  return { desk, key, id: UploadId, has: new Map() };
}

/** Oldest first. A server that cannot list them has none that could be gone on with. */
async function unfinished({ client, place, objectKey }: S3Desk, key: string): Promise<string[]> {
  const Key = objectKey(key);
  try {
    const { Uploads = [] } = await client.send(new ListMultipartUploadsCommand({ Bucket: place.bucket, Prefix: Key }));
    const own = Uploads.filter((one) => one.Key === Key && one.UploadId !== undefined);
    own.sort((a, b) => (a.Initiated?.getTime() ?? 0) - (b.Initiated?.getTime() ?? 0));
    return own.map(({ UploadId = '' }) => UploadId);
  } catch (error) {
    if (['NotImplemented', 'MethodNotAllowed', 'AccessDenied'].includes((error as Error).name)) return [];
    throw error;
  }
}

async function partsOf({ client, place, objectKey }: S3Desk, key: string, id: string): Promise<Map<number, string>> {
  const has = new Map<number, string>();
  let after: string | undefined;
  do {
    const wanted = {
      Bucket: place.bucket,
      Key: objectKey(key),
      UploadId: id,
      ...(after && { PartNumberMarker: after }),
    };
    const page = await client.send(new ListPartsCommand(wanted));
    for (const { PartNumber = 0, ETag = '' } of page.Parts ?? []) has.set(PartNumber, ETag.replaceAll('"', ''));
    after = page.IsTruncated ? page.NextPartNumberMarker : undefined;
  } while (after !== undefined);
  return has;
}

async function sendPart({ desk, key, id, has }: Upload, PartNumber: number, piece: Piece, { signal }: PutOptions) {
  const checksum = 'ChecksumSHA256' in piece.check ? piece.check : {};
  if (has.get(PartNumber) === piece.md5) return { PartNumber, ETag: `"${piece.md5}"`, ...checksum };
  const { body: Body, check } = piece;
  const wanted = { Bucket: desk.place.bucket, Key: desk.objectKey(key), UploadId: id, PartNumber, Body, ...check };
  const { ETag = '' } = await desk.client.send(
    new UploadPartCommand({ ...wanted, ContentLength: Body.length }),
    signal ? { abortSignal: signal } : {},
  );
  return { PartNumber, ETag, ...checksum };
}

/** False when something has the name already; then nothing of this upload stays. */
async function complete({ desk, key, id }: Upload, Parts: SentPart[]): Promise<boolean> {
  const wanted = { Bucket: desk.place.bucket, Key: desk.objectKey(key), UploadId: id, IfNoneMatch: '*' };
  try {
    await desk.client.send(new CompleteMultipartUploadCommand({ ...wanted, MultipartUpload: { Parts } }));
    return true;
  } catch (error) {
    if (!isTaken(error)) throw error;
    await abort(desk, key, id);
    return false;
  }
}

/** A server that cannot end one has no parts that would stay, or cleans up by a rule of its own. */
async function abort({ client, place, objectKey }: S3Desk, key: string, UploadId: string): Promise<void> {
  const wanted = { Bucket: place.bucket, Key: objectKey(key), UploadId };
  await client.send(new AbortMultipartUploadCommand(wanted)).catch((error: unknown) => {
    if (!['NoSuchUpload', 'NotImplemented', 'MethodNotAllowed'].includes((error as Error).name)) throw error;
  });
}

async function* inParts(pieces: AsyncIterable<Uint8Array>, partBytes: number): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let bytes = 0;
  for await (let piece of pieces) {
    while (bytes + piece.length >= partBytes) {
      const cut = partBytes - bytes;
      yield Buffer.concat([...held, piece.subarray(0, cut)]);
      piece = piece.subarray(cut);
      held = [];
      bytes = 0;
    }
    if (piece.length > 0) held.push(Uint8Array.from(piece));
    bytes += piece.length;
  }
  if (bytes > 0) yield Buffer.concat(held);
}
