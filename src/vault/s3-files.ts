import { DeleteObjectCommand, HeadObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { sha256Of } from '../base/digest.ts';
import type { PutOptions, VaultFiles, VaultItem, VaultSource, VaultStat } from '../model/vault-files.ts';
import { openDesk, type S3Desk, type S3Place } from './s3-desk.ts';
import { holdLock, requireLock } from './s3-lock.ts';
import { putMultipart } from './s3-multipart.ts';
import { putWhole } from './s3-put.ts';
import { bucketQuestions } from './s3-questions.ts';
import { readObject } from './s3-read.ts';
import { explainS3, isNotFound } from './s3-trouble.ts';
import { damagedInVault, nameTaken, requireKey } from './vault-key.ts';

/** A vault in a bucket of any S3 API. Nothing is asked of the server until a method is called. */
export function s3Files(place: S3Place): VaultFiles {
  const desk = openDesk(place);
  const statOf = (key: string) => asked(desk, key, () => head(desk, key));
  let isLockChecked = place.lockMs === undefined;
  return {
    place: desk.nameOf('').replace(/\/$/, ''),
    bucket: bucketQuestions(desk),
    pathOf: () => undefined,
    nameOf: desk.nameOf,
    stat: statOf,
    put: async (key, source, options = {}) => {
      requireKey(key);
      if (!isLockChecked) await asked(desk, key, () => requireLock(desk));
      isLockChecked = true;
      return asked(desk, key, () => put(desk, key, source, options));
    },
    read: (key, options) => readObject(desk, requireKey(key), options),
    list: (prefix, signal) => listObjects(desk, prefix, signal),
    remove: async (key) => {
      await asked(desk, key, () =>
        desk.client.send(new DeleteObjectCommand({ Bucket: place.bucket, Key: desk.objectKey(requireKey(key)) })),
      );
    },
    close: async () => desk.client.destroy(),
  };
}

async function asked<T>(desk: S3Desk, key: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw explainS3(error, desk, key);
  }
}

interface Head extends VaultStat {
  readonly sha256: string | undefined;
}

async function head({ client, place, objectKey }: S3Desk, key: string): Promise<Head | undefined> {
  try {
    const found = await client.send(new HeadObjectCommand({ Bucket: place.bucket, Key: objectKey(key) }));
    return { bytes: found.ContentLength ?? 0, tag: found.ETag ?? '', sha256: found.Metadata?.sha256 };
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

async function put(desk: S3Desk, key: string, source: VaultSource, options: PutOptions): Promise<VaultStat> {
  const there = await sameThere(desk, key, source);
  if (there) return there;
  const isLarge = source.bytes > desk.partBytes;
  const isThere = async () => (await head(desk, key)) !== undefined;
  const sent = isLarge
    ? await putMultipart(desk, key, source, options, isThere)
    : await putWhole(desk, key, source, options);
  if (sent === 'taken') {
    const other = await sameThere(desk, key, source);
    if (other) return other;
    throw nameTaken(desk.nameOf(key));
  }
  options.onBytes?.(source.bytes);
  const stat = await readBack(desk, key, source, sent);
  await holdLock(desk, key);
  return stat;
}

/** @throws KnownError `vault.name-taken` */
async function sameThere(desk: S3Desk, key: string, source: VaultSource): Promise<VaultStat | undefined> {
  const there = await head(desk, key);
  if (there === undefined) return undefined;
  const known = there.sha256 ?? (await sha256Of(readObject(desk, key)));
  if (there.bytes === source.bytes && known === source.sha256) return there;
  throw nameTaken(desk.nameOf(key));
}

/**
 * Where the server's own digest is the one of what was sent, it has it. Where its ETag is none (as with a key of the
 * customer's), all of it is read once more.
 */
async function readBack(desk: S3Desk, key: string, source: VaultSource, etag: string): Promise<VaultStat> {
  const there = await head(desk, key);
  if (there === undefined) throw damagedInVault(desk.nameOf(key), 'it was sent, and the server does not have it.');
  if (there.bytes !== source.bytes) {
    throw damagedInVault(desk.nameOf(key), `it has ${there.bytes} bytes and not ${source.bytes}.`);
  }
  if (there.tag.replaceAll('"', '') === etag) return there;
  const digest = await sha256Of(readObject(desk, key));
  if (digest === source.sha256) return there;
  throw damagedInVault(desk.nameOf(key), `its digest is ${digest}, not ${source.sha256}.`);
}

async function* listObjects(desk: S3Desk, prefix: string, signal?: AbortSignal): AsyncGenerator<VaultItem> {
  const above = desk.objectKey('').length;
  let ContinuationToken: string | undefined;
  do {
    signal?.throwIfAborted();
    const wanted = {
      Bucket: desk.place.bucket,
      Prefix: desk.objectKey(prefix),
      ...(ContinuationToken && { ContinuationToken }),
    };
    const page = await asked(desk, prefix, () => desk.client.send(new ListObjectsV2Command(wanted)));
    for (const { Key = '', Size = 0, ETag = '' } of page.Contents ?? []) {
      yield { key: Key.slice(above), bytes: Size, tag: ETag };
    }
    ContinuationToken = page.IsTruncated ? page.NextContinuationToken : undefined;
  } while (ContinuationToken !== undefined);
}
