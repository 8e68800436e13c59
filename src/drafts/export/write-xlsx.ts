import writeXlsxFile, { type Cell, type Row } from 'write-excel-file/node';
import { neutraliseFormula } from '../../base/neutralise-formula.ts';
import { zonedMomentIn } from '../../base/zoned-format.ts';
import { isRightToLeft } from '../../model/farewell/locale.ts';
import { kindTitles } from '../kind-titles.ts';
import { approvalText, fieldTitle, lengthTexts, whenText } from './draft-head.ts';
import { type ExportedDraft, type ExportedLocale, type ExportKit, languageFor } from './export-kit.ts';
import { exportWords } from './export-words.ts';

/** What a cell can hold, less an apostrophe. @see https://support.microsoft.com/office/excel-specifications-and-limits */
const CELL_CHARACTERS = 32_766;

const WIDTHS = [9, 26, 16, 34, 16, 80, 50, 28, 22, 22, 34, 44];

/**
 * A sheet for those who review: one for each language with a row for each draft and an empty column for what they have to say,
 * and one that says what it is. What begins like a formula gets an apostrophe; what is longer than a cell goes on in the next row.
 * @param language of the sheet that says so
 */
export async function writeXlsx(
  locales: readonly ExportedLocale[],
  kit: ExportKit,
  language: 'de' | 'en',
): Promise<Uint8Array> {
  const file = writeXlsxFile([
    ...locales.map(({ locale, drafts }) => ({
      sheet: locale,
      data: [headings(locale), ...drafts.flatMap((exported) => rowsOf(exported, kit))],
      stickyRowsCount: 1,
      rightToLeft: isRightToLeft(locale),
      columns: WIDTHS.map((width) => ({ width })),
    })),
    { sheet: exportWords[language].about.sheet, data: aboutRows(kit, language), columns: [{ width: 110 }] },
  ]);
  return new Uint8Array(await file.toBuffer());
}

function headings(locale: ExportedLocale['locale']): Row {
  const { columns, when, to, text, length, approval, file } = exportWords[languageFor(locale)];
  const { language, kind, channel, fields, approvedBy, comment } = columns;
  const titles = [language, kind, channel, when, to, text, fields, length, approval, approvedBy, file, comment];
  return titles.map((value) => ({ value, fontWeight: 'bold', alignVertical: 'top' }) as const);
}

function rowsOf(exported: ExportedDraft, kit: ExportKit): readonly Row[] {
  const { draft, file, approval, place } = exported;
  const language = languageFor(draft.locale);
  const words = exportWords[language];
  const [text = '', ...more] = cellTexts(draft.text);
  const fields = Object.entries(draft.fields).map(([name, value]) => `${fieldTitle(exported, name)}: ${value}`);
  const row = [
    draft.locale,
    kindTitles[language][draft.kind],
    place ?? '',
    whenText(exported, kit),
    words.audience[draft.audience],
    text,
    fields.join('\n'),
    lengthTexts(exported).join('\n'),
    approvalText(exported, kit),
    approval?.name ?? '',
    file,
    '',
  ];
  const continued = more.map((part) => ['', words.columns.continued, '', '', '', part]);
  return [row, ...continued].map((cells) => cells.map(cellOf));
}

/** A text in pieces that a cell takes, no sign of it cut in two. */
export function cellTexts(text: string, most = CELL_CHARACTERS): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of text) {
    if (piece.length + character.length > most) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

function cellOf(text: string): Cell {
  if (text === '') return null;
  return { value: neutraliseFormula(text), type: String, wrap: true, alignVertical: 'top' };
}

function aboutRows({ brand, madeAt, facts, software }: ExportKit, language: 'de' | 'en'): Row[] {
  const words = exportWords[language];
  const made = words.made(zonedMomentIn(language, madeAt, facts.timezone), software);
  return [words.title(brand), made, ...words.about.lines].map((text) => [cellOf(text)]);
}
