import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import type { ExportFile } from '../../../model/official-export.ts';

/** One line of a table, by the names of its columns; what a line has too little is ''. */
export interface CsvRecord {
  /** From 1, without the line of names. */
  readonly record: number;
  readonly offsetBytes: number | null;
  readonly fields: Readonly<Record<string, string>>;
  /** How many fields it has too little; absent when it has them all. */
  readonly lacks?: number;
  /** What is wrong with it; absent when nothing is. */
  readonly error?: string;
}

export interface CsvOptions {
  /** As in LinkedIn's Connections.csv, which begins with notes: lines before the names of the columns. */
  readonly fromLine?: number;
  readonly signal?: AbortSignal;
  /** Hears the names of the columns, also where no line follows. */
  readonly onNames?: (names: readonly string[]) => void;
}

/**
 * The lines of a CSV of any size, as RFC 4180 has it, with or without a byte order mark; quotes that are not doubled and
 * lines of another length are read as far as they can be. Names of columns are trimmed.
 * @throws KnownError `export.damaged` when the file itself cannot be unpacked
 */
export async function* readCsvRecords(file: ExportFile, options: CsvOptions = {}): AsyncGenerator<CsvRecord> {
  const parser = parse({
    bom: true,
    columns: false,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: false,
    max_record_size: 32 << 20,
    ...(options.fromLine === undefined ? {} : { from_line: options.fromLine }),
  });
  const source = Readable.from(file.open(options.signal));
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let names: readonly string[] | undefined;
  let record = 0;
  try {
    for await (const { record: values, info } of parser as AsyncIterable<{
      record: string[];
      info: { bytes: number };
    }>) {
      if (names === undefined) {
        names = values.map((name) => name.trim());
        options.onNames?.(names);
        continue;
      }
      record += 1;
      const fields = Object.fromEntries(names.map((name, place) => [name, values[place] ?? '']));
      const error =
        values.length > names.length ? `it has ${values.length} fields for ${names.length} columns` : undefined;
      const lacks = names.length > values.length ? { lacks: names.length - values.length } : {};
      yield { record, offsetBytes: info.bytes, fields, ...lacks, ...(error === undefined ? {} : { error }) };
    }
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || !String(error.code).startsWith('CSV_')) throw error;
    yield { record: record + 1, offsetBytes: null, fields: {}, error: `from here on it is no table: ${error.message}` };
  } finally {
    source.destroy();
  }
}

/** The names of a CSV's columns; [] when there are none. */
export async function csvColumns(file: ExportFile): Promise<readonly string[]> {
  for await (const { fields } of readCsvRecords(file)) return Object.keys(fields);
  return [];
}
