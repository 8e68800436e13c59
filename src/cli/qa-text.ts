import type { QaResult } from '../journeys/qa-snapshot.ts';
import { isUnderTheLine, type QaPage, type QaReason, type QaReport } from '../model/qa.ts';
import type { CommandContext } from './command-spec.ts';
import { formatCount, formatTable, plural, shorten } from './format.ts';
import { shellWord, shownPath } from './snapshot-text.ts';

const SHOWN_PAGES = 40;
const SHOWN_MISSING = 5;
const URL_WIDTH = 60;

/** Rounded down, so that what is under the line never reads as being on it. */
function percent(score: number): string {
  return `${(Math.floor(score * 1000 + 1e-9) / 10).toFixed(1)} %`;
}

const scoreText = (score: number | null): string => (score === null ? '-' : percent(score));

export function reasonText(reason: QaReason): string {
  switch (reason.kind) {
    case 'answer':
      return reason.status === 0
        ? 'the replay has no answer for the page'
        : `the replay answers ${reason.status} for the page`;
    case 'shown':
      return `the browser could not show it: ${reason.words}`;
    case 'picture':
    case 'text':
      return `the ${reason.kind} is alike by ${percent(reason.score)}, less than ${percent(reason.least)}`;
    case 'blank':
      return 'it shows no text, and there is no picture to compare with';
    case 'parts':
      return `${formatCount(reason.missing)} of ${plural(reason.expected, 'part')} missing`;
  }
}

function table(pages: readonly QaPage[]): string {
  const rows = pages.map(({ verdict, picture, text, resources, url }) => [
    verdict,
    scoreText(picture),
    scoreText(text),
    `${formatCount(resources.found)}/${formatCount(resources.expected)}`,
    shorten(url, URL_WIDTH),
  ]);
  return formatTable(
    [
      { title: 'VERDICT' },
      { title: 'PICTURE', align: 'right' },
      { title: 'TEXT', align: 'right' },
      { title: 'PARTS', align: 'right' },
      { title: 'PAGE' },
    ],
    rows,
  );
}

function describeBad({ url, reasons, resources }: QaPage): readonly string[] {
  const { missing } = resources;
  const more = missing.length - SHOWN_MISSING;
  return [
    `  ${url}`,
    ...reasons.map((reason) => `    ${reasonText(reason)}`),
    ...missing.slice(0, SHOWN_MISSING).map((part) => `      ${part}`),
    ...(more > 0 ? [`      and ${formatCount(more)} more`] : []),
  ];
}

function headline({ report }: QaResult, { style }: Pick<CommandContext, 'style'>): string {
  const under = report.pages.filter(({ verdict }) => isUnderTheLine(verdict)).length;
  const done = plural(report.pages.length, 'page');
  const stopped = report.stopped ? ` Stopped: ${formatCount(report.wanted - report.pages.length)} not looked at.` : '';
  if (under > 0) return style.red(`${formatCount(under)} of ${done} under the line.`) + stopped;
  if (report.stopped) return `${done} well.${stopped}`;
  if (report.counts.loads === 0) return style.green(`All well: ${done} replayed as captured.`);
  return style.green(
    `All well: ${done} load with all their parts, ${formatCount(report.counts.good)} of them compared.`,
  );
}

function notes({ uncompared, refused, pages, known }: QaReport): readonly string[] {
  const none = ([count, what]: readonly [number, string]): readonly string[] =>
    count === 0 ? [] : [`${plural(count, 'page')} without ${what}: not compared.`];
  return [
    ...(pages.length < known ? [`${formatCount(pages.length)} of ${plural(known, 'page')} in the snapshot.`] : []),
    ...none([uncompared.picture, 'a picture from the capture (urn:view)']),
    ...none([uncompared.text, 'text from the capture (urn:text)']),
    ...none([uncompared.resources, 'a list of their parts (urn:pageinfo)']),
    refused.length === 0
      ? 'Network: nothing left the replay, and nothing tried to.'
      : `Network: nothing left the replay; ${plural(refused.length, 'attempt')} refused, first ${shorten(refused[0] ?? '', 60)}`,
  ];
}

/** What `snapshot qa` says at the end: the table, worst pages first, and why those under the line are there. */
export function describeQa(result: QaResult, context: Pick<CommandContext, 'cwd' | 'style'>): string {
  const { worstFirst, report, reportFile, file } = result;
  const shown = worstFirst.slice(0, SHOWN_PAGES);
  const more = worstFirst.length - shown.length;
  const bad = shown.filter(({ verdict }) => isUnderTheLine(verdict));
  const path = shellWord(shownPath(file, context.cwd));
  return [
    ...(shown.length === 0 ? [] : [table(shown)]),
    ...(more > 0 ? [`and ${plural(more, 'more page')}, none worse; all of them with --json`] : []),
    '',
    headline(result, context),
    ...notes(report),
    ...(bad.length === 0 ? [] : ['', context.style.bold('Under the line:'), ...bad.flatMap(describeBad)]),
    ...(reportFile === undefined ? [] : ['', `Report: ${shownPath(reportFile, context.cwd)}`]),
    ...(bad.length === 0 ? [] : ['', context.style.bold('Next:'), `  lastpost snapshot replay ${path}`]),
  ].join('\n');
}

/** `{ok, pages, counts}` and what else there is to say; pages in the order of the snapshot. */
export function qaJson({ file, report, reportFile }: QaResult): object {
  const { ok, stopped, pages, wanted, known, counts, limits, uncompared, refused } = report;
  const parts = pages.map(({ resources }) => resources);
  const sum = (key: 'expected' | 'found') => parts.reduce((total, part) => total + part[key], 0);
  return {
    ok,
    pages: pages.map(({ url, title, picture, text, resources, verdict, reasons }) => ({
      url,
      title,
      picture,
      text,
      resources,
      verdict,
      reasons: reasons.map(reasonText),
    })),
    counts: {
      known,
      wanted,
      pages: pages.length,
      ...counts,
      resources: { expected: sum('expected'), found: sum('found'), missing: sum('expected') - sum('found') },
      not_compared: uncompared,
    },
    stopped,
    limits: { picture: limits.minPicture, text: limits.minText },
    refused,
    snapshot: file,
    report: reportFile ?? null,
  };
}
