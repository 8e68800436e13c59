import { inflateRawSync } from 'node:zlib';
import { load } from 'cheerio';
import { unzip } from '../archive/unzip.ts';

export interface ReadSheet {
  readonly name: string;
  readonly isRightToLeft: boolean;
  readonly rows: readonly (readonly string[])[];
}

/** The files of an Office document by their paths, as text. */
export function officeParts(bytes: Uint8Array): ReadonlyMap<string, string> {
  const entries = unzip(Buffer.from(bytes)).map(({ name, data, central }) => {
    const inflated = central.readUInt16LE(10) === 8 ? inflateRawSync(data) : data;
    return [name, inflated.toString('utf8')] as const;
  });
  return new Map(entries);
}

/** The sheets of an Excel file as rows of texts, read from its XML. */
export function readXlsx(bytes: Uint8Array): readonly ReadSheet[] {
  const parts = officeParts(bytes);
  const xml = (path: string) => load(parts.get(path) ?? '', { xml: true });
  const strings = xml('xl/sharedStrings.xml');
  const shared = [...strings('si')].map((item) => strings(item).text());
  const book = xml('xl/workbook.xml');
  return [...book('sheet')].map((sheet, at) => {
    const $ = xml(`xl/worksheets/sheet${at + 1}.xml`);
    const rows = [...$('row')].map((row) => {
      const cells: string[] = [];
      for (const cell of $(row).children('c')) {
        const letters = /^[A-Z]+/.exec($(cell).attr('r') ?? '')?.[0] ?? '';
        const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
        const value = $(cell).text();
        cells[column] = $(cell).attr('t') === 's' ? (shared[Number(value)] ?? '(none)') : value;
      }
      return Array.from(cells, (cell) => cell ?? '');
    });
    const isRightToLeft = $('sheetView').attr('rightToLeft') !== undefined;
    return { name: book(sheet).attr('name') ?? '', isRightToLeft, rows };
  });
}
