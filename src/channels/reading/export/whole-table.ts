import type { ExportFile } from '../../../model/official-export.ts';
import { type CsvOptions, type CsvRecord, readCsvRecords } from './csv-records.ts';

export interface TableOptions extends CsvOptions {
  /** How a line begins: a field in which one does has swallowed it, for want of a quote. */
  readonly lineBegins?: RegExp;
}

/** No column is called so; a line that stands behind the names for want of a line break has one of these. */
const moment = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/;

/**
 * The lines of a table whose maker writes every field of a line and ends the last line: a line that lacks fields, one that
 * has swallowed another, and a file that stops in the middle of a line come with their error, so that none is lost in silence.
 * @throws KnownError `export.damaged` when the file itself cannot be unpacked
 */
export async function* readWholeTable(file: ExportFile, options: TableOptions = {}): AsyncGenerator<CsvRecord> {
  const end = { byte: -1 };
  let record = 0;
  let isSwallowed = false;
  const onNames = (names: readonly string[]) => {
    isSwallowed = names.some((name) => moment.test(name));
  };
  const watchedFile = { ...file, open: (signal?: AbortSignal) => watched(file.open(signal), end) };
  for await (const line of readCsvRecords(watchedFile, { ...options, onNames })) {
    record = line.record;
    yield line.error === undefined ? { ...line, ...faultOf(line, options.lineBegins) } : line;
  }
  if (isSwallowed) {
    yield { record: 0, offsetBytes: 0, fields: {}, error: 'the names of its columns have swallowed a line' };
  }
  if (end.byte === 0x0a || end.byte === 0x0d) return;
  const error = 'the file does not end with a line break: it may be cut off';
  yield { record: record + 1, offsetBytes: null, fields: {}, error };
}

function faultOf(line: CsvRecord, lineBegins: RegExp | undefined): { readonly error?: string } {
  if (line.lacks !== undefined) return { error: `it lacks ${line.lacks} of its fields` };
  const isSwallowed = lineBegins !== undefined && Object.values(line.fields).some((field) => lineBegins.test(field));
  return isSwallowed ? { error: 'another line stands inside of it' } : {};
}

async function* watched(chunks: AsyncIterable<Uint8Array>, end: { byte: number }): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    end.byte = chunk.at(-1) ?? end.byte;
    yield chunk;
  }
}
