import { escapeHtml } from '../../../base/escape-html.ts';
import { numberIn } from '../../../base/local-format.ts';
import type { FactLanguage } from '../../../model/platform.ts';
import type { HeldPosts, Reconciliation } from '../../../model/statement.ts';
import { statementWords } from '../../../model/statement-words.ts';

type Part = 'both' | 'onlyExport' | 'onlyCrawl';

const parts: readonly Part[] = ['both', 'onlyExport', 'onlyCrawl'];

/** Told apart without any colour as well: full, striped, and an outline. */
const paint: Readonly<Record<Part, string>> = {
  both: 'fill="#0b5b6b"',
  onlyExport: 'fill="url(#stripes)" stroke="#0b5b6b"',
  onlyCrawl: 'fill="#fff" stroke="#0b5b6b"',
};

const stripes =
  '<defs><pattern id="stripes" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">' +
  '<rect width="5" height="5" fill="#fff"/><rect width="2.4" height="5" fill="#0b5b6b"/></pattern></defs>';

const [WIDTH, ROW, LABEL, COUNT] = [640, 17, 84, 50];

type YearRow = Reconciliation['byYear'][number];

/** Bars by year, their legend, and the same numbers as a table; '' where nothing is held. */
export function yearChart(years: readonly YearRow[], language: FactLanguage): string {
  const shown = years.filter((year) => totalOf(year) > 0);
  if (shown.length === 0) return '';
  const words = statementWords[language];
  const most = Math.max(...shown.map(totalOf));
  const scale = (WIDTH - LABEL - COUNT) / most;
  const legend = parts
    .map(
      (part) =>
        `<li><svg viewBox="0 0 30 14" aria-hidden="true"><rect x="1" y="1" width="28" height="12" ${paint[part]}/></svg>${words[part]}</li>`,
    )
    .join('');
  const described = shown.map((year) => `${labelOf(year, language)}: ${numberIn(language, totalOf(year))}`).join('; ');
  return `<h2>${words.years}</h2>
<div class="chart">
<svg viewBox="0 0 ${WIDTH} ${shown.length * ROW + 2}" role="img" aria-labelledby="chart-title chart-desc">
<title id="chart-title">${words.years}</title><desc id="chart-desc">${escapeHtml(described)}</desc>
${stripes}${shown.map((year, row) => bar(year, row, scale, language)).join('\n')}
</svg>
<ul class="legend">${legend}</ul>
${table(shown, language)}
</div>`;
}

function totalOf({ both, onlyExport, onlyCrawl }: HeldPosts): number {
  return both + onlyExport + onlyCrawl;
}

function labelOf({ year }: YearRow, language: FactLanguage): string {
  return year === null ? statementWords[language].undated : String(year);
}

/** A number above nothing is always to be seen, however long the longest bar is. */
function bar(year: YearRow, row: number, scale: number, language: FactLanguage): string {
  const top = row * ROW + 3;
  let x = LABEL;
  const boxes = parts
    .filter((part) => year[part] > 0)
    .map((part) => {
      const width = Math.max(1.5, year[part] * scale);
      const box = `<rect x="${x.toFixed(1)}" y="${top}" width="${width.toFixed(1)}" height="12" ${paint[part]}/>`;
      x += width;
      return box;
    });
  const baseline = top + 10;
  return (
    `<text x="${LABEL - 8}" y="${baseline}" text-anchor="end">${labelOf(year, language)}</text>${boxes.join('')}` +
    `<text x="${(x + 6).toFixed(1)}" y="${baseline}">${numberIn(language, totalOf(year))}</text>`
  );
}

function table(years: readonly YearRow[], language: FactLanguage): string {
  const words = statementWords[language];
  const heads = parts.map((part) => `<th scope="col" class="number">${words[part]}</th>`).join('');
  const rows = years.map((year) => {
    const cells = parts.map((part) => `<td class="number">${numberIn(language, year[part])}</td>`).join('');
    return `<tr><th scope="row">${labelOf(year, language)}</th>${cells}</tr>`;
  });
  return `<details><summary>${words.years} – ${words.posts}</summary><table><thead><tr><th scope="col">${words.year}</th>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table></details>`;
}
