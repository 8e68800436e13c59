import { createHash } from 'node:crypto';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { sha256 } from '../base/digest.ts';
import type { PutOptions, VaultSource } from '../model/vault-files.ts';
import type { S3Desk } from './s3-desk.ts';
import { isTaken } from './s3-trouble.ts';
import { damagedInVault } from './vault-key.ts';

/** A piece that is sent in one request, with the digests that a server can hold it against. */
export interface Piece {
  readonly body: Buffer;
  /** Hex; what a server's ETag is where it is a digest at all. */
  readonly md5: string;
  /** For the request: SHA-256 where the server knows it, else MD5, which every one does. */
  readonly check: { readonly ChecksumSHA256: string } | { readonly ContentMD5: string };
}

export function pieceOf(body: Buffer, checksums: 'when_required' | 'when_supported'): Piece {
  const md5 = createHash('md5').update(body).digest();
  const check =
    checksums === 'when_required'
      ? { ContentMD5: md5.toString('base64') }
      : { ChecksumSHA256: createHash('sha256').update(body).digest('base64') };
  return { body, md5: md5.toString('hex'), check };
}

/** What every new object says of itself, so that it can be told later whether it is the same. */
export function objectHeaders(source: VaultSource, key: string) {
  const isText = key.endsWith('.json');
  return { Metadata: { sha256: source.sha256 }, ContentType: isText ? 'application/json' : 'application/octet-stream' };
}

/** Sends a small file in one request. @returns the ETag that the server should give it; `taken` when something is there */
export async function putWhole(
  { client, place, objectKey, nameOf, retention }: S3Desk,
  key: string,
  source: VaultSource,
  { signal }: PutOptions,
): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source.open()) chunks.push(Uint8Array.from(chunk));
  const { body, md5, check } = pieceOf(Buffer.concat(chunks), place.checksums);
  if (sha256(body) !== source.sha256) throw damagedInVault(nameOf(key), 'what was read was not what it was.');
  const wanted = {
    ...{ Bucket: place.bucket, Key: objectKey(key), Body: body, ContentLength: body.length, IfNoneMatch: '*' },
    ...check,
    ...objectHeaders(source, key),
    ...retention(),
  };
  try {
    await client.send(new PutObjectCommand(wanted), signal ? { abortSignal: signal } : {});
  } catch (error) {
    if (isTaken(error)) return 'taken';
    throw error;
  }
  return md5;
}
