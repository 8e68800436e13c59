import writeXlsxFile, { type Cell, type Row } from 'write-excel-file/node';
import { neutraliseFormula } from '../../base/neutralise-formula.ts';
import { type CellValue, columns } from './columns.ts';
import { cutText } from './cut-text.ts';
import type { ExportedPost, ExportFacts, OnCut } from './exported-post.ts';

/** What a sheet can hold. @see https://support.microsoft.com/office/excel-specifications-and-limits */
export const MAX_ROWS = 1_048_576;
const MAX_CELL_CHARACTERS = 32_767;

/** Excel's days begin in 1900; an earlier date stays a text. */
const FIRST_DATE_MS = Date.UTC(1900, 2, 1);

/**
 * A table as an Excel file: one sheet of posts, one that says what it is and what is cut. The format has to be packed as a
 * whole, so all rows are in memory.
 * @param maxRows of the sheet of posts, its heading among them
 */
export async function* writeXlsx(
  posts: AsyncIterable<ExportedPost>,
  facts: ExportFacts,
  onCut: OnCut,
  maxRows = MAX_ROWS,
): AsyncGenerator<Uint8Array> {
  const cuts = new Cuts();
  const rows: Row[] = [columns.map(({ title }) => heading(title))];
  let left = 0;
  for await (const exported of posts) {
    if (rows.length >= maxRows) left += 1;
    else rows.push(columns.map(({ title, value }) => cellOf(value(exported), () => cuts.add(title, exported.post.id))));
  }
  const sentences = cuts.sentences(left, maxRows);
  for (const sentence of sentences) onCut(sentence);
  const file = writeXlsxFile([
    {
      sheet: 'Posts',
      data: rows,
      stickyRowsCount: 1,
      columns: columns.map(({ width }) => ({ width })),
    },
    { sheet: 'About', data: aboutRows(facts, rows.length - 1, sentences), columns: [{ width: 100 }] },
  ]);
  yield await file.toBuffer();
}

function heading(title: string): Cell {
  return { value: title, fontWeight: 'bold', alignVertical: 'top' };
}

function cellOf(value: CellValue, onCut: () => void): Cell {
  if (value === null || value === '') return null;
  if (value instanceof Date) return dateCell(value);
  if (typeof value !== 'string') return { value, alignVertical: 'top' };
  const text = neutraliseFormula(value);
  if (text.length <= MAX_CELL_CHARACTERS) return textCell(text);
  onCut();
  const mark = ` … [cut: ${value.length} characters]`;
  return textCell(cutText(text, MAX_CELL_CHARACTERS - mark.length) + mark);
}

function textCell(value: string): Cell {
  return { value, type: String, alignVertical: 'top' };
}

function dateCell(value: Date): Cell {
  if (value.getTime() < FIRST_DATE_MS) return textCell(value.toISOString());
  return { value, type: Date, format: 'yyyy-mm-dd hh:mm:ss', alignVertical: 'top' };
}

function aboutRows({ title, madeAt, software }: ExportFacts, posts: number, cuts: readonly string[]): Row[] {
  const texts = [
    `${title}: ${posts} posts`,
    `Made by ${software} on ${madeAt}. All times are UTC.`,
    'A text that a spreadsheet would take for a formula has an apostrophe in front of it.',
    ...(cuts.length === 0 ? ['Nothing was cut.'] : ['What is cut here is whole in the other formats:', ...cuts]),
  ];
  return texts.map((text) => [{ value: neutraliseFormula(text), type: String, wrap: true, alignVertical: 'top' }]);
}

const NAMED_CUTS = 20;

/** What did not fit, in sentences. */
class Cuts {
  readonly #named: string[] = [];
  #cells = 0;

  add(column: string, id: string): void {
    this.#cells += 1;
    if (this.#named.length < NAMED_CUTS) this.#named.push(`"${column}" of post ${id}`);
  }

  sentences(left: number, maxRows: number): readonly string[] {
    const more = this.#cells - this.#named.length;
    const cells = `${this.#named.join(', ')}${more > 0 ? `, and ${more} more` : ''}`;
    return [
      ...(this.#cells > 0
        ? [`A cell holds ${MAX_CELL_CHARACTERS} characters at most; these were longer and are cut: ${cells}.`]
        : []),
      ...(left > 0 ? [`A sheet holds ${maxRows} rows at most; the newest ${left} posts are not in it.`] : []),
    ];
  }
}
