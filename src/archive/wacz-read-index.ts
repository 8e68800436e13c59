import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { cutLines, parseObject } from './verify-lines.ts';
import type { WaczSpans } from './wacz-read-span.ts';

/** As much of an index line as finding a record takes. */
export interface IndexEntry {
  readonly url: string;
  /** Path in the WACZ. */
  readonly file: string;
  readonly offset: number;
  readonly lengthBytes: number;
  /** `GET` unless the line names another. */
  readonly method: string;
  /** 0 for what is no answer, or does not say. */
  readonly status: number;
  /** `warc/revisit` for a record without a body; '' when the line does not say. */
  readonly mime: string;
  /** UTC ISO 8601; '' when the line's time is none. */
  readonly at: string;
  /** As the line has it: `sha256:…`, of other tools also `sha-1:…` or nothing. */
  readonly digest: string;
  readonly isPart: boolean;
  readonly requestBody: string | null;
  /** `urn:uuid:…`; only a journal knows it. */
  readonly record?: string;
}

/** Every line of every index, in order, read in pieces. Lines that are none are passed over, `verify` reports them. */
export async function* indexEntries(spans: WaczSpans): AsyncGenerator<IndexEntry> {
  for (const path of spans.paths) {
    if (/^indexes\/.*\.cdxj?(\.gz)?$/.test(path)) yield* entriesIn(spans.read(path), path.endsWith('.gz'));
  }
}

async function* entriesIn(chunks: AsyncIterable<Buffer>, isPacked: boolean): AsyncGenerator<IndexEntry> {
  let found: IndexEntry[] = [];
  const lines = cutLines({
    line(line) {
      const entry = entryOf(line.toString('utf8'));
      if (entry !== undefined) found.push(entry);
    },
    tooLong: () => undefined,
  });
  try {
    for await (const chunk of isPacked ? gunzipped(chunks) : chunks) {
      lines.update(chunk, 0);
      yield* found;
      found = [];
    }
    lines.end();
  } catch (error) {
    // A damaged index gives what could be read of it.
    if (!isZlibError(error)) throw error;
  }
  yield* found;
}

function gunzipped(chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  async function* copies(): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) yield Buffer.from(chunk);
  }
  const source = Readable.from(copies(), { objectMode: false });
  const unpacked = createGunzip();
  source.on('error', (error) => unpacked.destroy(error));
  return source.pipe(unpacked) as AsyncIterable<Buffer>;
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}

/** Reads one index line; undefined when it is none. */
export function entryOf(line: string): IndexEntry | undefined {
  const brace = line.indexOf(' {');
  const json = brace === -1 ? undefined : parseObject(line.slice(brace + 1));
  if (json === undefined || typeof json.url !== 'string' || typeof json.filename !== 'string') return undefined;
  const [offset, lengthBytes] = [Number(json.offset), Number(json.length)];
  if (!(Number.isSafeInteger(offset) && Number.isSafeInteger(lengthBytes) && offset >= 0 && lengthBytes > 0)) {
    return undefined;
  }
  return {
    url: json.url,
    file: `archive/${json.filename.replace(/^archive\//, '')}`,
    offset,
    lengthBytes,
    method: typeof json.method === 'string' ? json.method : 'GET',
    status: Number(json.status) || 0,
    mime: typeof json.mime === 'string' ? json.mime : '',
    at: timeOf(line.slice(0, brace)),
    digest: typeof json.digest === 'string' ? json.digest : '',
    isPart: json.range !== undefined,
    requestBody: typeof json.requestBody === 'string' ? json.requestBody : null,
  };
}

/** `SURT 20261123093000250`: with 14 digits as CDXJ asks for, or 17 as we write. */
function timeOf(key: string): string {
  const [, year, month, day, hour, minute, second, ms] =
    / (\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d{3})?$/.exec(key) ?? [];
  const text = `${year}-${month}-${day}T${hour}:${minute}:${second}.${ms ?? '000'}Z`;
  return Number.isNaN(Date.parse(text)) ? '' : text;
}
