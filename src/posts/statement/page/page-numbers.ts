import { escapeHtml } from '../../../base/escape-html.ts';
import { numberIn } from '../../../base/local-format.ts';
import type { LeftOut } from '../../../model/official-export.ts';
import type { FactLanguage } from '../../../model/platform.ts';
import type { CompletenessStatement, MatchedBy } from '../../../model/statement.ts';
import { statementWords } from '../../../model/statement-words.ts';

type Cell = number | string | null;

function row(label: string, value: Cell, language: FactLanguage, kind = ''): string {
  const text = typeof value === 'number' ? numberIn(language, value) : (value ?? '–');
  const name = kind === '' ? '' : ` class="${kind}"`;
  return `<tr${name}><th scope="row">${escapeHtml(label)}</th><td class="number">${escapeHtml(text)}</td></tr>`;
}

/** Platform says, export holds, crawl holds, both, only the one, only the other, together, missing. */
export function postsTable(statement: CompletenessStatement, language: FactLanguage): string {
  const words = statementWords[language];
  const { held } = statement.posts;
  const hasExport = statement.exports.length > 0;
  return `<table class="numbers"><tbody>
${row(words.platformSays, statement.expected ?? words.nothingSays, language)}
${row(words.exportHolds, hasExport ? held.export : null, language)}
${row(words.crawlHolds, statement.media.crawl === null && held.crawl === 0 ? null : held.crawl, language)}
${row(words.both, held.both, language, 'part')}
${row(words.onlyExport, held.onlyExport, language, 'part')}
${row(words.onlyCrawl, held.onlyCrawl, language, 'part')}
${row(words.together, statement.holds, language, 'sum')}
${row(words.missing, statement.missing ?? '?', language, 'sum')}
</tbody></table>`;
}

/** What is known of pictures and films, on either side. */
export function mediaTable({ media }: CompletenessStatement, language: FactLanguage): string {
  const words = statementWords[language];
  const { export: exported, crawl } = media;
  const cells = (of: keyof NonNullable<typeof exported>): string => {
    const values = [exported?.[of] ?? null, of === 'elsewhere' ? null : (crawl?.[of] ?? null)];
    return values.map((n) => `<td class="number">${n === null ? '–' : numberIn(language, n)}</td>`).join('');
  };
  const line = (label: string, of: keyof NonNullable<typeof exported>): string =>
    `<tr><th scope="row">${label}</th>${cells(of)}</tr>`;
  return `<table><thead><tr><td></td><th scope="col" class="number">${words.inExport}</th><th scope="col" class="number">${words.inCrawl}</th></tr></thead><tbody>
${line(words.known, 'known')}
${line(words.had, 'had')}
${line(words.lacking, 'missing')}
${(exported?.elsewhere ?? 0) > 0 ? line(words.elsewhere, 'elsewhere') : ''}
</tbody></table>`;
}

/** How the posts of export and crawl were found to be the same; '' where none was. */
export function matchedTable({ posts }: CompletenessStatement, language: FactLanguage): string {
  const words = statementWords[language];
  if (posts.held.both === 0) return '';
  const rows = (Object.keys(words.matchedBy) as MatchedBy[]).map((by) =>
    row(words.matchedBy[by], posts.matchedBy[by], language),
  );
  const differing = posts.differing.count;
  const told = differing === 0 ? '' : `<p class="small">${words.differing(numberIn(language, differing))}</p>`;
  return `<h2>${words.matched}</h2><table><tbody>${rows.join('')}</tbody></table>${told}`;
}

/** What the exports hold besides public posts; '' where that is nothing. */
export function leftOutTable({ leftOut }: CompletenessStatement, language: FactLanguage): string {
  const words = statementWords[language];
  const rows = (Object.entries(leftOut) as [LeftOut, number][])
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => row(words.leftOutKinds[kind] ?? kind, count, language));
  return rows.length === 0 ? '' : `<h2>${words.leftOut}</h2><table><tbody>${rows.join('')}</tbody></table>`;
}
