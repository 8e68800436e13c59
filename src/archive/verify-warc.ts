import type { Report } from './verify-findings.ts';
import { hashPair, hashText } from './verify-hash-text.ts';
import {
  createRecordTable,
  isAmong,
  type RecordKind,
  type RecordRow,
  type RecordTable,
} from './verify-record-table.ts';
import { type RecordClaim, readClaim } from './verify-warc-head.ts';
import { type BlockAnswer, type BlockReader, readBlock } from './warc-read-block.ts';
import { type WarcReport, walkMembers } from './warc-read-members.ts';
import { RecordSplitter } from './warc-read-record.ts';

/** Verifies WARC files one after the other, and what can only be said of all their records together. */
export interface WarcCheck {
  readonly table: RecordTable;
  /** Names without folder, in the order they were walked; a row's `file` counts in it. */
  readonly files: readonly string[];
  walk(path: string, chunks: AsyncIterator<Buffer>): Promise<void>;
  /** Reports record ids that stand twice, and revisits that lead nowhere unless they may lead out of this WACZ. */
  finish(options: { readonly revisitsLeadOut: boolean }): void;
}

interface Revisit {
  readonly row: number;
  readonly id: string | undefined;
  /** Key of address and time, when the record names both. */
  readonly target: number | undefined;
}

export function createWarcCheck(report: Report): WarcCheck {
  const table = createRecordTable();
  const files: string[] = [];
  const paths: string[] = [];
  const revisits: Revisit[] = [];

  async function walk(path: string, chunks: AsyncIterator<Buffer>): Promise<void> {
    const file = files.length;
    files.push(path.slice(path.lastIndexOf('/') + 1));
    paths.push(path);
    const say: WarcReport = (rule, offset, message, record) =>
      report(rule, { file: path, offset, record: record ?? null }, message);
    const keep = (claim: RecordClaim, row: RecordRow) => {
      if (claim.type === 'revisit') revisits.push(revisitOf(claim, table.rows));
      table.add(row);
    };
    if (path.endsWith('.gz')) await walkPacked(chunks, { file, say, keep });
    else await walkPlain(chunks, { file, say, keep });
  }

  function finish({ revisitsLeadOut }: { readonly revisitsLeadOut: boolean }): void {
    reportRepeatedIds(table, paths, report);
    if (!revisitsLeadOut) reportLostRevisits(table, revisits, paths, report);
  }

  return { table, files, walk, finish };
}

interface FileWalk {
  readonly file: number;
  readonly say: WarcReport;
  readonly keep: (claim: RecordClaim, row: RecordRow) => void;
}

interface ReadRecord {
  readonly claim: RecordClaim;
  readonly answer: BlockAnswer;
}

async function walkPacked(chunks: AsyncIterator<Buffer>, { file, say, keep }: FileWalk): Promise<void> {
  let last: ReadRecord | undefined;
  let memberAt = 0;
  const splitter = watchRecords(say, (record) => {
    last ??= record;
  });
  await walkMembers(
    chunks,
    {
      begin(at) {
        last = undefined;
        memberAt = at;
        splitter.begin(at, true);
      },
      bytes: (bytes) => splitter.update(bytes),
      end(lengthBytes) {
        const whole = splitter.end();
        if (whole !== 'broken' && whole > 1)
          say('warc.member', memberAt, `A gzip member must hold one record, this one holds ${whole}.`);
        if (whole === 0) say('warc.member', memberAt, 'A gzip member holds no whole record.');
        if (last !== undefined) keep(last.claim, rowOf(last, file, lengthBytes));
      },
      broken: () => splitter.reset(),
    },
    say,
  );
}

async function walkPlain(chunks: AsyncIterator<Buffer>, { file, say, keep }: FileWalk): Promise<void> {
  const splitter = watchRecords(say, (record) =>
    keep(record.claim, rowOf(record, file, record.endAt - record.claim.at)),
  );
  splitter.begin(0, false);
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) splitter.update(next.value);
  splitter.end();
}

function watchRecords(
  say: WarcReport,
  onRecord: (record: ReadRecord & { readonly endAt: number }) => void,
): RecordSplitter {
  let claim: RecordClaim | undefined;
  return new RecordSplitter(
    {
      head(fields, at): BlockReader {
        claim = readClaim(fields, at, say);
        const isRevisit = claim.type === 'revisit';
        return readBlock({
          lengthBytes: claim.lengthBytes,
          isHttp: claim.isHttp,
          blockAlgorithm: claim.block?.algorithm,
          // A revisit's payload lies in the record it refers to.
          payloadAlgorithm: isRevisit ? undefined : claim.payload?.algorithm,
        });
      },
      done(reader, endAt) {
        if (claim === undefined) return;
        const answer = reader.finish();
        compare(claim, answer, say);
        onRecord({ claim, answer, endAt });
      },
    },
    say,
  );
}

function compare(claim: RecordClaim, answer: BlockAnswer, say: WarcReport): void {
  const { at, id, block, payload } = claim;
  if (block !== undefined && block.hex !== answer.blockHex) {
    say('warc.block-digest', at, `The block hashes to ${answer.blockHex}, the record says ${block.hex}.`, id);
  }
  const isRight = payload?.hex === answer.payloadHex || payload?.hex === answer.unchunkedHex;
  if (payload !== undefined && claim.type !== 'revisit' && !isRight) {
    say('warc.payload-digest', at, `The payload hashes to ${answer.payloadHex}, the record says ${payload.hex}.`, id);
  }
  if (claim.type === 'response' && claim.isHttp && answer.http === undefined) {
    say('warc.http', at, 'The response has no HTTP head that ends in an empty line.', id);
  }
}

function kindOf(type: string): RecordKind {
  return type === 'response' || type === 'revisit' || type === 'resource' ? type : 'other';
}

function rowOf({ claim, answer }: ReadRecord, file: number, lengthBytes: number): RecordRow {
  const mime = mimeOf(claim, answer);
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(answer.http?.startLine ?? '')?.[1];
  return {
    file,
    offset: claim.at,
    lengthBytes,
    kind: kindOf(claim.type),
    id: claim.id === undefined ? 0 : hashText(claim.id),
    url: hashText(claim.uri ?? ''),
    time: claim.time,
    digest: claim.payload === undefined ? 0 : hashText(`${claim.payload.algorithm}:${claim.payload.hex}`),
    mime: mime === '' ? 0 : hashText(mime) >>> 0,
    status: Number(status ?? 0),
  };
}

function mimeOf(claim: RecordClaim, answer: BlockAnswer): string {
  if (claim.type === 'revisit') return 'warc/revisit';
  return bareMime((claim.isHttp ? answer.http?.get('content-type') : claim.contentType) ?? '');
}

/** The media type alone, lower case. */
export function bareMime(value: string): string {
  return (
    value
      .split(/[;,\n]/, 1)[0]
      ?.trim()
      .toLowerCase() ?? ''
  );
}

function revisitOf({ id, refersTo }: RecordClaim, row: number): Revisit {
  const { uri, time } = refersTo;
  const isFull = uri !== undefined && time !== undefined;
  return { row, id, target: isFull ? placeKey(hashText(uri), time) : undefined };
}

/** To the second: what refers to a record often names its time less exactly than the record does. */
function placeKey(url: number, time: number): number {
  return hashPair(url, Number.isNaN(time) ? 0 : Math.floor(time / 1000));
}

function reportRepeatedIds(table: RecordTable, paths: readonly string[], report: Report): void {
  const ids = table.sorted((row) => (row.id === 0 ? undefined : row.id));
  const repeated = new Set<number>();
  for (let index = 1; index < ids.length; index += 1) {
    const id = ids[index];
    if (id !== undefined && id === ids[index - 1]) repeated.add(id);
  }
  if (repeated.size === 0) return;
  const met = new Set<number>();
  for (let index = 0; index < table.rows; index += 1) {
    const { id, file, offset } = table.row(index);
    if (!repeated.has(id)) continue;
    if (met.has(id))
      report(
        'warc.record-id-repeated',
        { file: paths[file] ?? '', offset },
        'An earlier record has the same WARC-Record-ID.',
      );
    met.add(id);
  }
}

function reportLostRevisits(
  table: RecordTable,
  revisits: readonly Revisit[],
  paths: readonly string[],
  report: Report,
): void {
  if (revisits.length === 0) return;
  const isTarget = (row: RecordRow) => row.kind === 'response' || row.kind === 'resource';
  const places = table.sorted((row) => (isTarget(row) ? placeKey(row.url, row.time) : undefined));
  const digests = table.sorted((row) => (isTarget(row) && row.digest !== 0 ? row.digest : undefined));
  for (const { row: index, id, target } of revisits) {
    const row = table.row(index);
    const place = { file: paths[row.file] ?? '', offset: row.offset, record: id ?? null };
    if (target !== undefined && !isAmong(places, target)) {
      report('warc.revisit-target', place, 'The record this revisit refers to is not in the archive.');
    } else if (row.digest !== 0 && !isAmong(digests, row.digest)) {
      report('warc.revisit-target', place, 'No record in the archive has the payload this revisit stands for.');
    } else if (target === undefined && row.digest === 0) {
      report('warc.revisit-target', place, 'This revisit does not say which record it refers to.');
    }
  }
}
