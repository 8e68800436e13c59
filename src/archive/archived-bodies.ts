import { WARCParser, type WARCRecord } from 'warcio';
import { KnownError } from '../base/known-error.ts';
import type { ArchivedBodies, ArchivedBody } from '../model/archived-bodies.ts';
import { BodyFinder, type RecordPlace } from './body-finder.ts';
import { openWaczSpans, type WaczSpans } from './wacz-read-span.ts';
import { parseDigest, startDigest } from './warc-read-digest.ts';
import { ownedPieces } from './warc-read-pieces.ts';

/**
 * The bodies of a finished WACZ, ours or another tool's, each read as a stream and held against its digest. Close it when
 * done.
 * @throws KnownError `verify.no-such-file`, `verify.unreadable`, `verify.not-a-wacz`, `wacz.damaged`
 */
export async function openArchivedBodies(file: string): Promise<ArchivedBodies> {
  const spans = await openWaczSpans(file);
  const finder = new BodyFinder(spans);
  return {
    open: (place) => openBody(place, spans, finder),
    close: () => spans.close(),
  };
}

async function openBody(place: RecordPlace, spans: WaczSpans, finder: BodyFinder): Promise<ArchivedBody> {
  const head = await withRecord(place, spans, async (record) => headOf(record));
  if (head?.type !== 'revisit') return bodyAt(place, head, spans);
  const original = await finder.originalOf(head);
  if (original === undefined) {
    throw noBody(place, 'it names an earlier record, and that is not in this snapshot');
  }
  return bodyAt(original, await withRecord(original, spans, async (record) => headOf(record)), spans);
}

interface RecordHead {
  readonly type: string;
  readonly mime: string;
  /** As the record has it; '' without one. */
  readonly digest: string;
  readonly isCoded: boolean;
  readonly refersToUrl: string;
  readonly refersToDate: string;
}

function headOf(record: WARCRecord): RecordHead {
  const http = (name: string) => record.httpHeaders?.headers.get(name) ?? '';
  const isCoded = [http('content-encoding'), http('transfer-encoding')].some(
    (coding) => !/^(identity)?$/i.test(coding),
  );
  const type = record.httpHeaders === null ? (record.warcContentType ?? '') : http('content-type');
  return {
    type: record.warcType,
    mime: (type.split(';')[0] ?? '').trim().toLowerCase(),
    digest: record.warcPayloadDigest ?? '',
    isCoded,
    refersToUrl: record.warcRefersToTargetURI ?? '',
    refersToDate: record.warcRefersToDate ?? '',
  };
}

function bodyAt(place: RecordPlace, head: RecordHead | undefined, spans: WaczSpans): ArchivedBody {
  if (head === undefined || !['response', 'resource'].includes(head.type)) {
    throw noBody(place, 'no response can be read there');
  }
  return { mime: head.mime, stream: () => checkedBytes(place, head, spans) };
}

/** The digest is of the bytes as they lie there. Where those are still coded, they are read once for it beforehand. */
async function* checkedBytes(place: RecordPlace, head: RecordHead, spans: WaczSpans): AsyncGenerator<Uint8Array> {
  if (head.isCoded) {
    for await (const _raw of checked(recordBytes(place, spans, 'raw'), place, head));
    yield* recordBytes(place, spans, 'decoded');
  } else yield* checked(recordBytes(place, spans, 'raw'), place, head);
}

async function* checked(
  bytes: AsyncIterable<Uint8Array>,
  place: RecordPlace,
  { digest }: RecordHead,
): AsyncGenerator<Uint8Array> {
  const declared = parseDigest(digest);
  const running = declared === undefined ? undefined : startDigest(declared.algorithm);
  for await (const piece of bytes) {
    running?.update(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength));
    yield piece;
  }
  if (running === undefined || running.hex() === declared?.hex) return;
  throw new KnownError(
    'archive.digest-mismatch',
    `The bytes of ${place.url} at ${place.offsetBytes} of ${place.file} are not what their digest says.`,
    {
      hint: 'The snapshot is damaged: "lastpost snapshot verify" names the place. Put the file back from your backup.',
    },
  );
}

async function* recordBytes(place: RecordPlace, spans: WaczSpans, form: 'raw' | 'decoded'): AsyncGenerator<Uint8Array> {
  const pieces = ownedPieces(spans.pieces(place.file, place.offsetBytes, place.lengthBytes));
  try {
    const record = await WARCParser.parse(pieces);
    if (record !== null) yield* form === 'raw' ? record.reader : record;
  } finally {
    await pieces.return(undefined);
  }
}

/** @returns undefined when no record can be read there */
async function withRecord<T>(
  { file, offsetBytes, lengthBytes }: RecordPlace,
  spans: WaczSpans,
  read: (record: WARCRecord) => Promise<T>,
): Promise<T | undefined> {
  const pieces = ownedPieces(spans.pieces(file, offsetBytes, lengthBytes));
  try {
    const record = await WARCParser.parse(pieces).catch(() => null);
    return record === null ? undefined : await read(record);
  } finally {
    await pieces.return(undefined);
  }
}

function noBody({ url, file, offsetBytes }: RecordPlace, why: string): KnownError {
  return new KnownError('archive.no-body', `The body of ${url} cannot be read at ${offsetBytes} of ${file}: ${why}.`, {
    hint: 'See what the snapshot says of itself with "lastpost snapshot verify".',
  });
}
