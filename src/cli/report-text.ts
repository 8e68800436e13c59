import { quoted } from '../base/quoted.ts';
import { columnsOf, padColumns, plainLine, wrapMeasured } from '../base/text-columns.ts';
import type { ReportPaper, ReportPoint, ReportSection, ReportTable } from '../model/farewell/reports/report-paper.ts';
import type { ReportSource } from '../model/farewell/reports/report-source.ts';
import type { Style } from './style.ts';

export interface ReportTextPlace {
  readonly width: number;
  readonly style: Style;
}

/** Reports for a terminal, one below the other. */
export function reportsText(papers: readonly ReportPaper[], place: ReportTextPlace): string {
  return papers.map((paper) => reportText(paper, place)).join('\n\n\n');
}

export function reportText({ title, lead, table, sections, language }: ReportPaper, place: ReportTextPlace): string {
  const { width, style } = place;
  return [
    style.bold(title.toLocaleUpperCase(language)),
    '',
    ...wrapMeasured(lead.join(' '), width),
    ...(table === null ? [] : ['', ...tableLines(table, place)]),
    ...sections.flatMap((section) => sectionLines(section, language, place)),
  ].join('\n');
}

function tableLines({ head, rows, notes }: ReportTable, { width, style }: ReportTextPlace): readonly string[] {
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => columnsOf(row[at] ?? ''))));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => {
        const columns = widths[at] ?? 0;
        return at === 0 ? padColumns(cell, columns) : `${' '.repeat(columns - columnsOf(cell))}${cell}`;
      })
      .join('  ')
      .trimEnd();
  return [style.bold(line(head)), ...rows.map(line), '', ...notes.flatMap((note) => wrapMeasured(note, width))];
}

function sectionLines(
  { heading, todo, points }: ReportSection,
  language: ReportPaper['language'],
  place: ReportTextPlace,
): readonly string[] {
  return [
    '',
    place.style.bold(heading),
    ...points.flatMap((point) => pointLines(point, language, place)),
    ...(todo === null ? [] : hanging('  → ', todo, place)),
  ];
}

function pointLines(
  { says, sources, todo }: ReportPoint,
  language: ReportPaper['language'],
  place: ReportTextPlace,
): readonly string[] {
  return [
    ...hanging('  - ', says, place),
    ...sources.flatMap((source) => hanging('      ', sourceText(source, language), place)),
    ...(todo === null ? [] : hanging('    → ', todo, place)),
  ];
}

/** `drafts/de/faq.md:41 „Das wissen wir heute nicht.“` */
function sourceText({ file, line, page, words }: ReportSource, language: ReportPaper['language']): string {
  const where = `${file}${line === null ? '' : `:${line}`}${page === null ? '' : `, ${language === 'de' ? 'Seite' : 'page'} ${page}`}`;
  return words === null ? where : `${where} ${quoted(shortened(words), language)}`;
}

const MOST = 160;

/** A whole paragraph is found by its line; the point is told by its beginning. */
function shortened(words: string): string {
  const line = plainLine(words);
  if (line.length <= MOST) return line;
  return `${line.slice(0, line.lastIndexOf(' ', MOST))} …`;
}

function hanging(mark: string, text: string, { width }: ReportTextPlace): readonly string[] {
  const blank = ' '.repeat(mark.length);
  return wrapMeasured(plainLine(text), width - mark.length).map((line, at) => `${at === 0 ? mark : blank}${line}`);
}
