import { escapeHtml } from '../../base/escape-html.ts';
import { sealedHead } from '../../base/sealed-head.ts';
import { isRightToLeft } from '../../model/farewell/locale.ts';
import type { ReportLanguage } from '../../model/farewell/reports/report-names.ts';
import type {
  ReportPaper,
  ReportPoint,
  ReportSection,
  ReportTable,
} from '../../model/farewell/reports/report-paper.ts';
import type { ReportSource } from '../../model/farewell/reports/report-source.ts';
import { reportStyle } from './report-style.ts';
import { pageWords } from './words/page-words.ts';

export interface ReportPageFrame {
  readonly brand: string;
  /** As people of that language write it: when the files were read. */
  readonly readAt: string;
}

/** All reports on one page that needs nothing else and reaches no net. @param papers all in one language, at least one */
export function reportPage(
  papers: readonly [ReportPaper, ...ReportPaper[]],
  { brand, readAt }: ReportPageFrame,
): string {
  const [{ language }] = papers;
  const words = pageWords[language];
  const title = words.title(brand);
  const contents = papers.map(({ name, title: own }) => `<li><a href="#${name}">${escapeHtml(own)}</a></li>`);
  return `${sealedHead(language, title, reportStyle)}
<body>
<header><h1>${escapeHtml(title)}</h1><p class="made">${escapeHtml(words.made(readAt))}</p></header>
<nav aria-label="${words.contents}"><ol>${contents.join('')}</ol></nav>
<main>
${papers.map(paperHtml).join('\n')}
</main>
</body>
</html>
`;
}

function paperHtml({ name, language, title, lead, table, sections }: ReportPaper): string {
  return `<article id="${name}" aria-labelledby="${name}-title">
<h2 id="${name}-title">${escapeHtml(title)}</h2>
<p class="lead">${escapeHtml(lead.join(' '))}</p>
${table === null ? '' : tableHtml(table, title)}
${sections.map((section) => sectionHtml(section, language)).join('\n')}
</article>`;
}

function tableHtml({ head, rows, notes }: ReportTable, title: string): string {
  const heads = head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`);
  const lines = rows.map(([first = '', ...cells]) => {
    const others = cells.map((cell) => `<td${cell === '–' ? ' class="none"' : ''}>${escapeHtml(cell)}</td>`);
    return `<tr><th scope="row">${escapeHtml(first)}</th>${others.join('')}</tr>`;
  });
  return `<div class="wide" role="region" tabindex="0" aria-label="${escapeHtml(title)}"><table>
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${lines.join('\n')}
</tbody></table></div>
<p class="notes">${notes.map(escapeHtml).join('<br>')}</p>`;
}

function sectionHtml({ heading, todo, points }: ReportSection, language: ReportLanguage): string {
  return `<section><h3>${escapeHtml(heading)}</h3>
<ul>
${points.map((point) => pointHtml(point, language)).join('\n')}
</ul>${todo === null ? '' : todoHtml(todo)}</section>`;
}

function pointHtml({ says, sources, todo }: ReportPoint, language: ReportLanguage): string {
  const lines = sources.map((source) => sourceHtml(source, language));
  return `<li>${escapeHtml(says)}${lines.join('')}${todo === null ? '' : todoHtml(todo)}</li>`;
}

function todoHtml(todo: string): string {
  return `<p class="todo"><span aria-hidden="true">→ </span>${escapeHtml(todo)}</p>`;
}

function sourceHtml({ file, line, page, words, locale }: ReportSource, language: ReportLanguage): string {
  const at = page === null ? '' : `, ${pageWords[language].page} ${page}`;
  const where = `<code>${escapeHtml(`${file}${line === null ? '' : `:${line}`}`)}</code>${at}`;
  if (words === null) return `<p class="source">${where}</p>`;
  const spoken = locale === null ? '' : ` lang="${locale}"${isRightToLeft(locale) ? ' dir="rtl"' : ''}`;
  return `<p class="source">${where} <q${spoken}>${escapeHtml(words)}</q></p>`;
}
