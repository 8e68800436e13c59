import { printable, type Report } from './verify-findings.ts';
import { hashText } from './verify-hash-text.ts';
import { cutLines, parseObject } from './verify-lines.ts';
import { isAmong, type RecordRow } from './verify-record-table.ts';
import { namesInstant } from './verify-time.ts';
import { bareMime, type WarcCheck } from './verify-warc.ts';
import { parseDigest } from './warc-read-digest.ts';
import { walkMembers } from './warc-read-members.ts';

/** Holds index lines against the records that were read. Every WARC must have been walked before. */
export interface CdxjCheck {
  lines(): number;
  walk(path: string, chunks: AsyncIterator<Buffer>): Promise<void>;
  /** Reports records that no index names. */
  finish(): void;
}

interface LinePlace {
  readonly file: string;
  readonly offset: number;
  readonly record: string;
}

/** @see CDXJ 0.1.0 */
export function createCdxjCheck(warc: WarcCheck, report: Report): CdxjCheck {
  const files = new Map(warc.files.map((name, index) => [name, index]));
  let total = 0;

  async function walk(path: string, chunks: AsyncIterator<Buffer>): Promise<void> {
    const isPacked = path.endsWith('.gz');
    let before: Buffer = Buffer.alloc(0);
    const lines = cutLines(
      {
        line(line, offset, number) {
          if (line.length === 0 || line[0] === EXCLAMATION) return;
          total += 1;
          const place = { file: path, offset, record: `line ${number}` };
          before = checkOrder(before, line, place, report);
          checkLine(line.toString('utf8'), place);
        },
        tooLong: (offset, number) =>
          report('cdxj.line', { file: path, offset, record: `line ${number}` }, 'An index line is too long.'),
      },
      isPacked,
    );
    if (isPacked) await walkPackedLines(path, chunks, lines, report);
    else await walkPlainLines(chunks, lines);
    lines.end();
  }

  function checkLine(line: string, place: LinePlace): void {
    const [key, time] = line.split(' ', 2);
    const json =
      key === undefined || time === undefined ? undefined : parseObject(line.slice(key.length + time.length + 2));
    if (json === undefined || time === undefined) {
      report('cdxj.line', place, 'An index line must be "key time {json}".');
      return;
    }
    const row = findRow(json, place);
    if (row !== undefined) compareRow(json, time, row, place, report);
  }

  function findRow(json: Json, place: LinePlace): RecordRow | undefined {
    const filename = typeof json.filename === 'string' ? json.filename.replace(/^archive\//, '') : '';
    const offset = toNumber(json.offset);
    const file = files.get(filename);
    if (file === undefined) {
      report('cdxj.file', place, 'An index line names a WARC file that is not in the archive.');
      return undefined;
    }
    const index = offset === undefined ? -1 : warc.table.find(file, offset);
    if (index === -1) {
      report('cdxj.offset', place, `No record begins at byte ${offset} of ${filename}.`);
      return undefined;
    }
    warc.table.markIndexed(index);
    return warc.table.row(index);
  }

  function finish(): void {
    const { table } = warc;
    const findable = table.sorted((row, index) => (table.isIndexed(index) && row.status !== 304 ? row.url : undefined));
    for (let index = 0; index < table.rows; index += 1) {
      const { kind, file, offset, status, url } = table.row(index);
      if (kind === 'other' || table.isIndexed(index)) continue;
      // Replay cannot use a part of a file or a bare "not modified"; they may stay out where it finds the whole.
      if ((status === 206 || status === 304) && isAmong(findable, url)) continue;
      report(
        'cdxj.missing',
        { file: `archive/${warc.files[file]}`, offset },
        `No index line names this ${kind} record.`,
      );
    }
  }

  return { lines: () => total, walk, finish };
}

type Json = Readonly<Record<string, unknown>>;

const EXCLAMATION = 0x21;
const SPACE = 0x20;

/** Gives the line's sort key. The JSON after it is left out: tools order lines of one address and second in many ways. */
function checkOrder(before: Buffer, line: Buffer, place: LinePlace, report: Report): Buffer {
  const second = line.indexOf(SPACE, line.indexOf(SPACE) + 1);
  const key = Buffer.from(line.subarray(0, second === -1 ? line.length : second + 1));
  if (Buffer.compare(before, key) > 0)
    report('cdxj.order', place, 'This index line should stand before the one above it.');
  return key;
}

function compareRow(json: Json, time: string, row: RecordRow, place: LinePlace, report: Report): void {
  const length = toNumber(json.length);
  if (length !== row.lengthBytes) {
    report('cdxj.length', place, `The index says ${length} bytes, the record has ${row.lengthBytes}.`);
  }
  if (typeof json.url !== 'string' || hashText(json.url) !== row.url) {
    report('cdxj.url', place, 'The url in the index is not the WARC-Target-URI of the record.');
  }
  if (!Number.isNaN(row.time) && !namesInstant(time, row.time)) {
    const date = new Date(row.time).toISOString();
    report('cdxj.time', place, `The index says ${printable(time, 20)}, the WARC-Date is ${date}.`);
  }
  const status = toNumber(json.status);
  if (row.status !== 0 && status !== undefined && status !== row.status) {
    report('cdxj.status', place, `The index says status ${status}, the record ${row.status}.`);
  }
  const mime = json.mime;
  if (row.mime !== 0 && typeof mime === 'string' && hashText(bareMime(mime)) >>> 0 !== row.mime) {
    report('cdxj.mime', place, 'The mime in the index is not the media type of the record.');
  }
  const digest = typeof json.digest === 'string' ? parseDigest(json.digest) : undefined;
  if (row.digest !== 0 && digest !== undefined && hashText(`${digest.algorithm}:${digest.hex}`) !== row.digest) {
    report('cdxj.digest', place, 'The digest in the index is not the payload digest of the record.');
  }
}

/** Some tools write numbers as strings. */
export function toNumber(value: unknown): number | undefined {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : undefined;
}

async function walkPlainLines(chunks: AsyncIterator<Buffer>, lines: ReturnType<typeof cutLines>): Promise<void> {
  let at = 0;
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) {
    lines.update(next.value, at);
    at += next.value.length;
  }
}

async function walkPackedLines(
  path: string,
  chunks: AsyncIterator<Buffer>,
  lines: ReturnType<typeof cutLines>,
  report: Report,
): Promise<void> {
  let at = 0;
  const sink = {
    begin: (memberAt: number) => {
      at = memberAt;
    },
    bytes: (bytes: Buffer) => lines.update(bytes, at),
    end: () => undefined,
    broken: () => undefined,
  };
  await walkMembers(chunks, sink, (rule, offset, message) => report(rule, { file: path, offset }, message), '');
}
