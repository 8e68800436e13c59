import { createHash } from 'node:crypto';
import type { Sha256 } from '../base/digest.ts';
import { KnownError } from '../base/known-error.ts';

export type WarcType = 'warcinfo' | 'response' | 'request' | 'revisit' | 'resource';

/** Bytes that can be read any number of times. */
export interface Octets {
  readonly lengthBytes: number;
  stream(): AsyncIterable<Uint8Array>;
}

/** One record before it is written: the block is `head` and, after it, `payload`. */
export interface WarcRecord {
  readonly type: WarcType;
  /** UUID without `urn:uuid:`. */
  readonly id: string;
  readonly date: Date;
  /** Named fields of this type of record, between the common ones and the digests. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly contentType: string;
  /** HTTP start line and headers; empty for records that are not HTTP. */
  readonly head: Uint8Array;
  readonly payload: Octets;
  /**
   * What the payload's digest must come out as. For a revisit, whose block has no payload, it is the digest of the
   * payload it stands for (WARC 1.1, 5.9).
   */
  readonly payloadDigest?: Sha256;
}

export const NO_OCTETS: Octets = octets(new Uint8Array(0));

/** Bytes in memory as something a record can hold. */
export function octets(bytes: Uint8Array): Octets {
  return {
    lengthBytes: bytes.length,
    async *stream() {
      if (bytes.length > 0) yield bytes;
    },
  };
}

export function recordUri(id: string): string {
  return `<urn:uuid:${id}>`;
}

/**
 * The record's own header, ended by an empty line. Reads the payload once, because the digests stand before what they
 * are the digest of.
 * @throws KnownError `snapshot.body-changed` when the payload is not what it was said to be
 * @see WARC 1.1, 4 and 5
 */
export async function warcHeader(record: WarcRecord): Promise<Uint8Array> {
  const { block, payload } = await digests(record);
  const lines: (readonly [string, string])[] = [
    ['WARC-Type', record.type],
    ['WARC-Record-ID', recordUri(record.id)],
    ['WARC-Date', record.date.toISOString()],
    ...record.fields,
  ];
  if (record.type !== 'warcinfo') lines.push(['WARC-Payload-Digest', payload]);
  lines.push(
    ['WARC-Block-Digest', block],
    ['Content-Type', record.contentType],
    ['Content-Length', String(record.head.length + record.payload.lengthBytes)],
  );
  return Buffer.from(`WARC/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`, 'utf8');
}

/** The whole record as it stands in the file before compression: header, block and the two line ends after it. */
export async function* recordBytes(header: Uint8Array, record: WarcRecord): AsyncGenerator<Uint8Array> {
  yield header;
  if (record.head.length > 0) yield record.head;
  let written = 0;
  for await (const chunk of record.payload.stream()) {
    written += chunk.length;
    yield chunk;
  }
  if (written !== record.payload.lengthBytes) throw bodyChanged(record, `${written} bytes`);
  yield Buffer.from('\r\n\r\n');
}

async function digests(record: WarcRecord): Promise<{ readonly block: Sha256; readonly payload: Sha256 }> {
  const block = createHash('sha256').update(record.head);
  const payload = createHash('sha256');
  let lengthBytes = 0;
  for await (const chunk of record.payload.stream()) {
    block.update(chunk);
    payload.update(chunk);
    lengthBytes += chunk.length;
  }
  if (lengthBytes !== record.payload.lengthBytes) throw bodyChanged(record, `${lengthBytes} bytes`);
  const found: Sha256 = `sha256:${payload.digest('hex')}`;
  const expected = record.payloadDigest ?? found;
  if (record.type !== 'revisit' && found !== expected) throw bodyChanged(record, found);
  return { block: `sha256:${block.digest('hex')}`, payload: expected };
}

function bodyChanged(record: WarcRecord, found: string): KnownError {
  const uri = record.fields.find(([name]) => name === 'WARC-Target-URI')?.[1] ?? record.id;
  return new KnownError('snapshot.body-changed', `The body of ${uri} reads back as ${found}, not as it was received.`, {
    hint: 'A temporary file may have been cut short: check the disk and take the snapshot again.',
  });
}
