import { GetObjectCommand } from '@aws-sdk/client-s3';
import { KnownError } from '../base/known-error.ts';
import type { VaultFiles } from '../model/vault-files.ts';
import { S3_ATTEMPTS, type S3Desk } from './s3-desk.ts';
import { explainS3, isNotFound } from './s3-trouble.ts';
import { missingInVault } from './vault-key.ts';

type ReadOptions = NonNullable<Parameters<VaultFiles['read']>[1]>;

/** How far a read has come; the end and the object are known after the first answer. */
interface Reading {
  at: number;
  end: number | undefined;
  tag: string | undefined;
  failures: number;
}

/** A connection that is cut is taken up where it was, as long as the object is the same one. */
export async function* readObject(desk: S3Desk, key: string, options: ReadOptions = {}): AsyncGenerator<Uint8Array> {
  const { range, signal } = options;
  const reading: Reading = { at: range?.startByte ?? 0, end: range?.endByte, tag: undefined, failures: 0 };
  while (reading.end === undefined || reading.at < reading.end) {
    try {
      signal?.throwIfAborted();
      yield* readOn(desk, key, reading, signal);
    } catch (error) {
      reading.failures += 1;
      const isFinal = error instanceof KnownError || signal?.aborted || reading.failures >= S3_ATTEMPTS;
      if (isNotFound(error)) throw missingInVault(desk.nameOf(key));
      // What failed before the first answer was tried again by the client itself.
      if (isFinal || reading.tag === undefined) throw explainS3(error, desk, key);
    }
  }
}

async function* readOn(
  { client, place, objectKey }: S3Desk,
  key: string,
  reading: Reading,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  const { at, end, tag } = reading;
  const Range = at === 0 && end === undefined ? undefined : `bytes=${at}-${end === undefined ? '' : end - 1}`;
  const wanted = { Bucket: place.bucket, Key: objectKey(key), ...(Range && { Range }), ...(tag && { IfMatch: tag }) };
  const answer = await client.send(new GetObjectCommand(wanted), signal ? { abortSignal: signal } : {});
  reading.tag = answer.ETag;
  reading.end ??= at + (answer.ContentLength ?? 0);
  for await (const chunk of answer.Body as AsyncIterable<Uint8Array>) {
    // A server may give more than the range that it was asked for.
    const wantedChunk = chunk.subarray(0, (reading.end ?? 0) - reading.at);
    reading.at += wantedChunk.length;
    reading.failures = 0;
    yield wantedChunk;
  }
  // A body that ends too early without an error would otherwise be asked for again and again.
  if (reading.at < (reading.end ?? 0))
    throw Object.assign(new Error('The connection was cut.'), { code: 'ECONNRESET' });
}
