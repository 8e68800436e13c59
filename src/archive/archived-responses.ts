import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { WARCParser } from 'warcio';
import type { Sha256 } from '../base/digest.ts';
import type { ArchivedHead, ArchivedResponse, ArchivedResponses } from '../model/archived-response.ts';
import { bodyText, MAX_TEXT_BYTES } from '../model/body-text.ts';
import type { HttpHeaders } from '../model/http.ts';
import { type IndexEntry, indexEntries } from './wacz-read-index.ts';
import { openWaczSpans } from './wacz-read-span.ts';
import { ownedPieces } from './warc-read-pieces.ts';

/** The bytes of one record, packed as they lie there. */
type RecordBytes = (entry: { file: string; offsetBytes: number; lengthBytes: number }) => AsyncIterable<Uint8Array>;

/**
 * The responses of a snapshot in the making. Everything they name must be on the disk.
 * @param entries its index lines, in the order of arrival
 */
export function responsesInFolder(folder: string, entries: () => AsyncIterable<IndexEntry>): ArchivedResponses {
  return responsesOf(entries, ({ file, offsetBytes, lengthBytes }) =>
    createReadStream(join(folder, file), { start: offsetBytes, end: offsetBytes + lengthBytes - 1 }),
  );
}

/**
 * The responses of a finished WACZ, ours or another tool's. Close it when done.
 * @throws KnownError `verify.no-such-file`, `verify.unreadable`, `verify.not-a-wacz`, `wacz.damaged`
 */
export async function openWaczResponses(file: string): Promise<ArchivedResponses & { close(): Promise<void> }> {
  const spans = await openWaczSpans(file);
  const bytes: RecordBytes = ({ file: path, offsetBytes, lengthBytes }) =>
    ownedPieces(spans.pieces(path, offsetBytes, lengthBytes));
  return { ...responsesOf(() => indexEntries(spans), bytes), close: () => spans.close() };
}

function responsesOf(entries: () => AsyncIterable<IndexEntry>, bytes: RecordBytes): ArchivedResponses {
  return {
    async *heads() {
      for await (const entry of entries()) if (/^https?:/i.test(entry.url)) yield headOf(entry);
    },
    open: (head) => openResponse(head, bytes),
  };
}

function headOf(entry: IndexEntry): ArchivedHead {
  const { url, method, status, mime, file, offset, lengthBytes, at, digest, isPart, requestBody, record } = entry;
  return {
    url,
    method,
    status,
    mime,
    place: { url, file, offsetBytes: offset, lengthBytes, at },
    record: record ?? null,
    sha256: digest as Sha256,
    isRevisit: mime === 'warc/revisit',
    isPart,
    requestBody: requestBody === '' ? null : requestBody,
  };
}

async function openResponse(head: ArchivedHead, bytes: RecordBytes): Promise<ArchivedResponse> {
  const { record, headers } = await recordAt(head, bytes);
  const stream = async function* (): AsyncGenerator<Uint8Array> {
    const again = await recordAt(head, bytes);
    for await (const chunk of again.body) yield chunk;
  };
  const { place, record: _known, ...rest } = head;
  return {
    ...rest,
    place: { ...place, record },
    headers,
    stream,
    text: () => bodyText(stream(), headers, MAX_TEXT_BYTES),
  };
}

interface OpenedRecord {
  /** WARC-Record-ID. */
  readonly record: string;
  readonly headers: HttpHeaders;
  /** Unpacked: codings of transfer and content taken off. */
  readonly body: AsyncIterable<Uint8Array>;
}

async function recordAt({ place, url }: ArchivedHead, bytes: RecordBytes): Promise<OpenedRecord> {
  const record = await WARCParser.parse(bytes(place));
  if (record?.warcType !== 'response' && record?.warcType !== 'revisit') {
    throw new Error(`There is no response for ${url} at ${place.offsetBytes} of ${place.file}.`);
  }
  const id = (record.warcHeader('WARC-Record-ID') ?? '').replace(/^<|>$/g, '');
  const headers = [...(record.httpHeaders?.headers ?? [])].map(([name, value]) => [name.toLowerCase(), value] as const);
  return { record: id, headers, body: record };
}
