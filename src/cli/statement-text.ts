import { dayIn, momentIn, numberIn } from '../base/local-format.ts';
import type { FactLanguage } from '../model/platform.ts';
import type { CompletenessStatement, HeldPosts, MatchedBy, StatementGap } from '../model/statement.ts';
import { type StatementWords, statementWords } from '../model/statement-words.ts';
import { cutText, oneLine } from './cut-text.ts';
import { formatFacts } from './format.ts';
import type { Style } from './style.ts';
import { wrapText } from './wrap-text.ts';

interface Paper {
  readonly style: Style;
  readonly width: number;
}

/** A terminal shows so many names of a gap; the page has a hundred. */
const NAMES = 10;

/** The statement for a terminal: verdict, numbers, years, gaps with their ids, and what to do. */
export function describeStatement(statement: CompletenessStatement, language: FactLanguage, paper: Paper): string {
  const words = statementWords[language];
  const { style, width } = paper;
  const { title, brand, statedAt, verdict, because, notes } = statement;
  const paint = verdict === 'complete' ? style.green : verdict === 'incomplete' ? style.red : style.yellow;
  const head = `${words.title}: ${oneLine(title)} (${oneLine(brand)}), ${momentIn(language, statedAt)}`;
  return [
    cutText(head, width),
    '',
    style.bold(paint(words.verdicts[verdict])),
    ...wrapText(because[language], width),
    '',
    ...numbers(statement, words, language, width),
    ...years(statement, words, language, paper),
    '',
    style.bold(words.gaps),
    ...(statement.gaps.length === 0
      ? [`  ${words.noGaps}`]
      : statement.gaps.flatMap((gap) => gapLines(gap, language, paper))),
    ...(notes.length === 0 ? [] : ['', style.bold(words.notes)]),
    ...notes.flatMap((note) => indented(oneLine(note[language]), width)),
  ].join('\n');
}

type Row = readonly [label: string, value: string];

function numbers(
  statement: CompletenessStatement,
  words: StatementWords,
  language: FactLanguage,
  width: number,
): readonly string[] {
  const n = (count: number): string => numberIn(language, count);
  const { held, matchedBy } = statement.posts;
  const by = (Object.keys(matchedBy) as MatchedBy[])
    .filter((one) => matchedBy[one] > 0)
    .map((one) => `${n(matchedBy[one])} ${words.matchedBy[one]}`);
  const rows: readonly Row[] = [
    [words.platformSays, statement.expected === null ? words.nothingSays : n(statement.expected)],
    [words.exportHolds, statement.exports.length === 0 ? '–' : n(held.export)],
    [words.crawlHolds, statement.media.crawl === null && held.crawl === 0 ? '–' : n(held.crawl)],
    [`  ${words.both}`, n(held.both)],
    [`  ${words.onlyExport}`, n(held.onlyExport)],
    [`  ${words.onlyCrawl}`, n(held.onlyCrawl)],
    [words.together, n(statement.holds)],
    [words.missing, statement.missing === null ? '?' : n(statement.missing)],
  ];
  const column = Math.max(...rows.map(([, value]) => value.length));
  const media = mediaText(statement, words, n);
  const beside = [
    ...(media === '' ? [] : [`${words.media}: ${media}`]),
    ...(by.length === 0 ? [] : [`${words.matched}: ${by.join(', ')}`]),
  ];
  return [
    ...formatFacts(rows.map(([label, value]) => [label, value.padStart(column)])).split('\n'),
    ...(beside.length === 0 ? [] : ['', ...beside.flatMap((line) => wrapText(line, width))]),
  ];
}

function mediaText({ media }: CompletenessStatement, words: StatementWords, n: (count: number) => string): string {
  const sides = [[media.export, words.inExport] as const, [media.crawl, words.inCrawl] as const];
  return sides
    .flatMap(([side, where]) => (side === null || side.known === 0 ? [] : [`${n(side.had)}/${n(side.known)} ${where}`]))
    .join(', ');
}

/** Told apart without colour, in any font: in both, only in the export, only in the crawl. */
const blocks = { both: '█', onlyExport: '▒', onlyCrawl: '░' } as const;

type Part = keyof typeof blocks;

const parts = Object.keys(blocks) as Part[];

function years(
  { posts }: CompletenessStatement,
  words: StatementWords,
  language: FactLanguage,
  { style, width }: Paper,
): readonly string[] {
  const shown = posts.byYear.filter((year) => totalOf(year) > 0);
  if (shown.length === 0) return [];
  const most = Math.max(...shown.map(totalOf));
  const labels = shown.map(({ year }) => (year === null ? words.undated : String(year)));
  const label = Math.max(...labels.map(({ length }) => length));
  const columns = Math.max(10, width - label - numberIn(language, most).length - 6);
  const lines = shown.map((year, at) => {
    const bar = parts.map((part) => blocks[part].repeat(columnsOf(year[part], most, columns))).join('');
    return `  ${(labels[at] ?? '').padStart(label)}  ${bar} ${numberIn(language, totalOf(year))}`;
  });
  const legend = parts.map((part) => `${blocks[part]} ${words[part]}`).join('   ');
  return ['', `${style.bold(words.years)}  ${style.dim(legend)}`, ...lines];
}

function totalOf({ both, onlyExport, onlyCrawl }: HeldPosts): number {
  return both + onlyExport + onlyCrawl;
}

/** One post is to be seen beside ten thousand, for as long as the line has room. */
function columnsOf(count: number, most: number, columns: number): number {
  return count === 0 ? 0 : Math.max(1, Math.round((count / most) * (columns - parts.length)));
}

function gapLines(gap: StatementGap, language: FactLanguage, { style, width }: Paper): readonly string[] {
  const words = statementWords[language];
  const { id, kind, accepted, items, count } = gap;
  const more = Math.max(items.length, count) - NAMES;
  const state =
    accepted === null
      ? style.yellow(words.open)
      : words.accepted(oneLine(accepted.by), dayIn(language, accepted.at), oneLine(accepted.why));
  return [
    `  ${style.bold(id)}  ${kind}`,
    ...indented(gap.reason[language], width, 4),
    ...items.slice(0, NAMES).map((item) => `      ${cutText(oneLine(item), width - 6)}`),
    ...(items.length > NAMES ? [`      ${words.more(numberIn(language, more))}`] : []),
    ...indented(`${words.remedy}: ${gap.remedy[language]}`, width, 4),
    ...(accepted === null ? [`    ${state}`] : indented(state, width, 4)),
  ];
}

function indented(text: string, width: number, by = 2): readonly string[] {
  return wrapText(text, width - by).map((line) => `${' '.repeat(by)}${line}`);
}
