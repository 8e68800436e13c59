import {
  AlignmentType,
  ExternalHyperlink,
  HeadingLevel,
  type ILevelsOptions,
  LevelFormat,
  Paragraph,
  TextRun,
} from 'docx';
import type { Draft } from '../../model/farewell/draft.ts';
import { type Block, markdownBlocks, type Span } from '../markdown/markdown-blocks.ts';
import { isMarkdown } from './export-kit.ts';

/** Whether a text runs from right to left. */
export type Direction = boolean;

/** Below the headings of the file, which are of the first level. */
const headings = [
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

type Named = Pick<Draft, 'id' | 'text' | 'channel'>;

const numberingName = ({ id }: Named, list: number): string => `${id}-${list}`;

/** Every numbered list of the texts needs a numbering of its own, so that it begins anew. */
export function numberings(
  drafts: readonly Named[],
): readonly { reference: string; levels: readonly ILevelsOptions[] }[] {
  return drafts.filter(isMarkdown).flatMap((draft) => {
    const lists = new Map<number, number>();
    for (const block of markdownBlocks(draft.text)) {
      if (block.kind === 'item' && block.number !== null) lists.set(block.list, block.first);
    }
    return [...lists].map(([list, first]) => ({ reference: numberingName(draft, list), levels: numbered(first) }));
  });
}

function numbered(first: number): readonly ILevelsOptions[] {
  return [0, 1, 2].map((level) => ({
    level,
    format: LevelFormat.DECIMAL,
    text: `%${level + 1}.`,
    alignment: AlignmentType.START,
    start: first,
    style: { paragraph: { indent: { start: 360 * (level + 1), hanging: 360 } } },
  }));
}

/** A block of a draft's Markdown. */
export function paragraphOf(block: Block, draft: Named, isRight: Direction): Paragraph {
  if (block.kind === 'rule') return new Paragraph({ thematicBreak: true });
  const common = { bidirectional: isRight, spacing: { after: block.kind === 'item' ? 60 : 140 } };
  const children = runsOf(block.spans, isRight);
  switch (block.kind) {
    case 'heading':
      return new Paragraph({
        ...common,
        heading: headings[block.level - 1] ?? HeadingLevel.HEADING_6,
        keepNext: true,
        children,
      });
    case 'item': {
      const level = Math.min(block.depth, 2);
      const reference = block.number === null ? 'bullets' : numberingName(draft, block.list);
      return new Paragraph({ ...common, numbering: { reference, level }, children });
    }
    case 'quote':
      return new Paragraph({ ...common, indent: { start: 480 }, children });
    default:
      return new Paragraph({ ...common, children });
  }
}

/** A text that is no Markdown, line by line as it is. */
export function plainParagraph(text: string, isRight: Direction): Paragraph {
  const span = { text, bold: false, italic: false, struck: false, code: false, href: null };
  return new Paragraph({ bidirectional: isRight, spacing: { after: 140 }, children: runsOf([span], isRight) });
}

/** @param size in half points */
export function runsOf(spans: readonly Span[], isRight: Direction, size?: number): (TextRun | ExternalHyperlink)[] {
  return spans.flatMap((span): (TextRun | ExternalHyperlink)[] => {
    const runs = runOf(span, isRight, size);
    return span.href === null
      ? runs
      : [new ExternalHyperlink({ link: encodeURI(decodeSafely(span.href)), children: runs })];
  });
}

function runOf(
  { text, bold, italic, struck, code, href }: Span,
  isRight: Direction,
  size: number | undefined,
): TextRun[] {
  return text.split('\n').map(
    (line, at) =>
      new TextRun({
        text: line,
        bold,
        italics: italic,
        strike: struck,
        rightToLeft: isRight,
        ...(at === 0 ? {} : { break: 1 }),
        ...(code ? { font: 'Consolas' } : {}),
        ...(size === undefined ? {} : { size }),
        ...(href === null ? {} : { style: 'Hyperlink' }),
      }),
  );
}

/** What is encoded already is not encoded twice. */
function decodeSafely(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}
