import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { zonedMomentIn } from '../../base/zoned-format.ts';
import { isRightToLeft } from '../../model/farewell/locale.ts';
import { languageOf } from '../facts/language-of.ts';
import { markdownBlocks } from '../markdown/markdown-blocks.ts';
import { postsOf } from '../templates/parse-template.ts';
import { type Direction, numberings, paragraphOf, plainParagraph, runsOf } from './docx-paragraphs.ts';
import { draftTitle, headOf } from './draft-head.ts';
import { type ExportedDraft, type ExportedLocale, type ExportKit, isMarkdown, languageFor } from './export-kit.ts';
import { exportWords } from './export-words.ts';

/** A4 less 2.5 cm on either side, in twentieths of a point. */
const TEXT_WIDTH = 11_906 - 2 * 1417;
const NAME_WIDTH = 2000;

/** All drafts of a language as a Word file: a heading, a table and the text for each, with page numbers. */
export async function writeDocx({ locale, drafts }: ExportedLocale, kit: ExportKit): Promise<Uint8Array> {
  const words = exportWords[languageFor(locale)];
  const title = words.title(kit.brand);
  const made = words.made(zonedMomentIn(languageFor(locale), kit.madeAt, kit.facts.timezone), kit.software);
  const isRight = isRightToLeft(locale);
  const document = new Document({
    title,
    creator: kit.brand,
    lastModifiedBy: kit.software,
    styles: { default: { document: { run: { font: 'Calibri', size: 22, language: languageTags(locale) } } } },
    numbering: { config: [bullets(), ...numberings(drafts.map(({ draft }) => draft))] },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: 1417, right: 1417, bottom: 1417, left: 1417 },
          },
        },
        footers: { default: pageNumbers() },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
          new Paragraph({ spacing: { after: 240 }, children: [new TextRun({ text: made, color: '595959' })] }),
          ...drafts.flatMap((exported) => section(exported, kit, isRight)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function languageTags(locale: ExportedLocale['locale']): { value: string; bidirectional?: string } {
  const tag = locale === 'ar' ? 'ar-SA' : languageOf[locale].tag;
  return locale === 'ar' ? { value: 'en-GB', bidirectional: tag } : { value: tag };
}

function bullets() {
  const levels = [0, 1, 2].map((level) => ({
    level,
    format: LevelFormat.BULLET,
    text: '•',
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { start: 360 * (level + 1), hanging: 280 } } },
  }));
  return { reference: 'bullets', levels };
}

function pageNumbers(): Footer {
  const children = [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], color: '595959' })];
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children })] });
}

function section(exported: ExportedDraft, kit: ExportKit, isRight: Direction): readonly (Paragraph | Table)[] {
  const { draft } = exported;
  const words = exportWords[languageFor(draft.locale)];
  const heading = new Paragraph({
    heading: HeadingLevel.HEADING_1,
    keepNext: true,
    spacing: { before: 480, after: 120 },
    children: [new TextRun(draftTitle(exported))],
  });
  const table = factTable(exported, kit, isRight);
  const gap = new Paragraph({ spacing: { after: 120 }, children: [] });
  if (isMarkdown(draft)) {
    const blocks = markdownBlocks(draft.text).map((block) => paragraphOf(block, draft, isRight));
    return [heading, table, gap, ...blocks];
  }
  const posts = postsOf(draft.text);
  const texts = posts.flatMap((post, at) => {
    const number = new Paragraph({
      keepNext: true,
      children: [new TextRun({ text: words.post(at + 1, posts.length), color: '595959' })],
    });
    return [...(posts.length === 1 ? [] : [number]), plainParagraph(post, isRight)];
  });
  return [heading, table, gap, ...texts];
}

function factTable(exported: ExportedDraft, kit: ExportKit, isRight: Direction): Table {
  const fields = new Set(Object.values(exported.draft.fields));
  const rows = headOf(exported, kit).map(([name, value]) => {
    const children = [
      cell(NAME_WIDTH, new Paragraph({ children: [new TextRun({ text: name, bold: true, size: 20 })] })),
      cell(
        TEXT_WIDTH - NAME_WIDTH,
        new Paragraph({
          bidirectional: fields.has(value) && isRight,
          children: runsOf([{ ...plainSpan, text: value }], fields.has(value) && isRight, 20),
        }),
      ),
    ];
    return new TableRow({ cantSplit: true, children });
  });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [NAME_WIDTH, TEXT_WIDTH - NAME_WIDTH],
    rows,
  });
}

const plainSpan = { bold: false, italic: false, struck: false, code: false, href: null } as const;

function cell(size: number, paragraph: Paragraph): TableCell {
  const margins = { top: 40, bottom: 40, left: 100, right: 100 };
  return new TableCell({ width: { size, type: WidthType.DXA }, margins, children: [paragraph] });
}
