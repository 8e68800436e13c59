import { stringify } from 'csv-stringify/sync';
import { neutraliseFormula } from '../../base/neutralise-formula.ts';
import { type CellValue, columns } from './columns.ts';
import type { ExportedPost } from './exported-post.ts';

/** `plain`: RFC 4180, faithful. `excel`: as a German Excel opens it by double click, and safe to open. */
export type CsvManner = 'plain' | 'excel';

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A table as CSV in UTF-8, a row at a time.
 * @see RFC 4180
 */
export async function* writeCsv(posts: AsyncIterable<ExportedPost>, manner: CsvManner): AsyncGenerator<string> {
  const row = (cells: readonly string[]) => csvRow(cells, manner);
  yield (manner === 'excel' ? BYTE_ORDER_MARK : '') + row(columns.map(({ title }) => title));
  for await (const exported of posts) yield row(columns.map(({ value }) => cellText(value(exported), manner)));
}

function csvRow(cells: readonly string[], manner: CsvManner): string {
  return stringify([cells], {
    delimiter: manner === 'excel' ? ';' : ',',
    record_delimiter: '\r\n',
    // A lone carriage return ends a row for many readers; csv-stringify quotes for the pair only.
    quoted_match: /[\r\n]/,
  });
}

function cellText(value: CellValue, manner: CsvManner): string {
  if (value === null) return '';
  if (value instanceof Date) return manner === 'excel' ? spreadsheetTime(value) : value.toISOString();
  return typeof value === 'string' && manner === 'excel' ? neutraliseFormula(value) : String(value);
}

/** Excel takes this for a time in every language; it does not know the T and the Z. */
function spreadsheetTime(date: Date): string {
  return date.toISOString().slice(0, 19).replace('T', ' ');
}
