import { relative } from 'node:path';
import type { CompletenessReport } from '../model/completeness.ts';
import type { Gap } from '../model/gap.ts';
import type { CrawlReport, Snapshot } from '../model/snapshot.ts';
import type { CommandContext } from './command-spec.ts';
import { completenessFacts } from './completeness-text.ts';
import { formatCount, formatDuration, formatFacts, formatSize, plural } from './format.ts';
import type { Style } from './style.ts';

const EXAMPLES_PER_REASON = 3;

/** A path as short as it can be typed: relative when it is below the current folder. */
export function shownPath(file: string, cwd: string): string {
  const path = relative(cwd, file);
  return path === '' || path.startsWith('..') ? file : path;
}

/** For a command line that can be pasted into a shell. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

function groupByReason(gaps: readonly Gap[]): ReadonlyMap<string, readonly Gap[]> {
  const groups = new Map<string, Gap[]>();
  for (const gap of gaps) groups.set(gap.reason, [...(groups.get(gap.reason) ?? []), gap]);
  return groups;
}

const countOf = (gaps: readonly Gap[]): number => gaps.reduce((sum, { count }) => sum + (count ?? 1), 0);

/** Gaps by reason, each with its count, its hint and the first few addresses. '' when there are none. */
export function describeGaps(gaps: readonly Gap[], style: Style): string {
  const groups = [...groupByReason(gaps)].sort(([, a], [, b]) => countOf(b) - countOf(a));
  const lines = groups.flatMap(([reason, group]) => {
    const shown = group.slice(0, EXAMPLES_PER_REASON).map(({ url, message }) => `    ${url}\n      ${message}`);
    const more = group.length - EXAMPLES_PER_REASON;
    return [
      `  ${style.yellow(reason)}: ${formatCount(countOf(group))}. ${group[0]?.hint ?? ''}`.trimEnd(),
      ...shown,
      ...(more > 0 ? [`    and ${formatCount(more)} more`] : []),
    ];
  });
  return lines.join('\n');
}

function describeNotFound(addresses: readonly string[]): readonly string[] {
  if (addresses.length === 0) return [];
  const shown = addresses.slice(0, EXAMPLES_PER_REASON).map((address) => `  ${address}`);
  const more = addresses.length - EXAMPLES_PER_REASON;
  return [
    '',
    `${plural(addresses.length, 'page')} linked but not found (404 or 410; recorded as such, no gap):`,
    ...shown,
    ...(more > 0 ? [`  and ${formatCount(more)} more`] : []),
  ];
}

/** Addresses that led on to another page by themselves. Nothing when there are none. */
export function describeMoved(moved: CrawlReport['movedByScript'] = []): readonly string[] {
  if (moved.length === 0) return [];
  const shown = moved.slice(0, EXAMPLES_PER_REASON).map(({ from, to }) => `  ${from} → ${to}`);
  const more = moved.length - EXAMPLES_PER_REASON;
  return [
    '',
    `${plural(moved.length, 'page')} led on to another address by a script or a refresh (kept there if it belongs, no gap):`,
    ...shown,
    ...(more > 0 ? [`  and ${formatCount(more)} more`] : []),
  ];
}

function signatureText(signed: boolean): string {
  return signed
    ? "signed with the workspace's key: a later change shows, and who made it can be shown"
    : 'unsigned: a change of single bytes shows, but not who made the file (a workspace has a key: lastpost init)';
}

function headline(
  { state, gaps }: Snapshot,
  report: CrawlReport,
  completeness: CompletenessReport,
  style: Style,
): string {
  if (state === 'complete') return style.green('Snapshot complete.');
  const interrupted = report.gaps.some(({ reason }) => reason === 'interrupted');
  const lacking = gaps + (completeness.missing ?? 0);
  const why = interrupted ? 'it was stopped before the end' : `${plural(lacking, 'thing')} could not be had`;
  return style.yellow(`Snapshot partial: ${why}. The file is valid.`);
}

export function leftOutText(leftOut: CrawlReport['leftOut']): readonly (readonly [string, string])[] {
  const parts = Object.entries(leftOut).filter(([, count]) => count > 0);
  if (parts.length === 0) return [];
  return [['Left out', parts.map(([rule, count]) => `${formatCount(count)} ${rule}`).join(', ')]];
}

/** What was done about robots.txt; when it was ignored, who decided and what it would have closed. */
function robotsText({ robots, robotsDecidedBy, robotsHosts = [] }: CrawlReport): string {
  if (robots === 'obeyed') return robots;
  const closed = robotsHosts.reduce((sum, host) => sum + host.closed, 0);
  const by = robotsDecidedBy === 'lastpost.yaml' ? 'as lastpost.yaml says' : 'as --robots says';
  return `${robots}, ${by}; ${plural(closed, 'address', 'addresses')} would have been closed`;
}

function pagesText({ pages }: Snapshot, { unchanged }: CrawlReport): string {
  if (unchanged === undefined) return formatCount(pages);
  const opened = formatCount(pages - unchanged);
  return `${formatCount(pages)} (${opened} opened, ${formatCount(unchanged)} not changed since the snapshot before)`;
}

function facts(snapshot: Snapshot, report: CrawlReport, completeness: CompletenessReport, cwd: string): string {
  const tookMs = Date.parse(report.finishedAt) - Date.parse(report.startedAt);
  return formatFacts([
    ['File', shownPath(snapshot.file, cwd)],
    ['Size', formatSize(snapshot.bytes)],
    ['Pages', pagesText(snapshot, report)],
    ...completenessFacts(completeness),
    ['Responses', `${formatCount(report.responses)} (${formatSize(report.bodyBytes)} from the network)`],
    ['Gaps', formatCount(snapshot.gaps)],
    ...leftOutText(report.leftOut),
    ['robots.txt', robotsText(report)],
    ['Took', formatDuration(tookMs)],
    ['Signature', signatureText(snapshot.signed)],
    ['SHA-256', snapshot.sha256.replace('sha256:', '')],
    ['ID', snapshot.id],
  ]);
}

/** How a snapshot is named to a command: by its file where any reader opens it, else by its id. */
export function commandName({ id, file, form }: Pick<Snapshot, 'id' | 'file' | 'form'>, cwd: string): string {
  const isOpen = form !== 'delta' && !file.startsWith('s3://') && !file.endsWith('.age');
  return isOpen ? shellWord(shownPath(file, cwd)) : id;
}

/** What `snapshot take` says at the end. */
export function describeTaken(
  snapshot: Snapshot,
  report: CrawlReport,
  { cwd, style }: Pick<CommandContext, 'cwd' | 'style'>,
  completeness: CompletenessReport,
): string {
  const file = commandName(snapshot, cwd);
  const gaps = describeGaps(report.gaps, style);
  return [
    headline(snapshot, report, completeness, style),
    '',
    facts(snapshot, report, completeness, cwd),
    ...(gaps === '' ? [] : ['', style.bold('Gaps:'), gaps]),
    ...describeNotFound(report.notFound),
    ...(report.notes?.length ? ['', style.bold('Noted:'), ...report.notes.map((note) => `  ${note}`)] : []),
    ...describeMoved(report.movedByScript),
    '',
    style.bold('Next:'),
    `  lastpost snapshot verify ${file}`,
    `  lastpost snapshot replay ${file}`,
  ].join('\n');
}
