import type { ImportResult } from '../journeys/import-export.ts';
import type { ExportReport, LeftOut } from '../model/official-export.ts';
import type { CommandContext } from './command-spec.ts';
import { kindsText } from './completeness-report.ts';
import { cutText } from './cut-text.ts';
import { formatCount, formatFacts, formatSize, formatTime, plural } from './format.ts';

const SHOWN = 10;

const leftOutWords: Readonly<Record<LeftOut, readonly [one: string, many: string]>> = {
  'followers-only': ['post for followers only', 'posts for followers only'],
  private: ['private post', 'private posts'],
  drafts: ['draft', 'drafts'],
  scheduled: ['scheduled post', 'scheduled posts'],
  deleted: ['deleted post', 'deleted posts'],
  'direct-messages': ['direct message', 'direct messages'],
  'comments-by-others': ['comment by others', 'comments by others'],
  'likes-and-bookmarks': ['like or bookmark', 'likes and bookmarks'],
  contacts: ['contact', 'contacts'],
  advertising: ['record of advertising', 'records of advertising'],
  others: ['other record', 'other records'],
};

/** Everything a person should know of an import: what it was, what is new, what is left out, what is wrong. */
export function describeImport(
  { report, change, isKnown, lacking }: ImportResult,
  context: CommandContext,
  withNext = true,
): string {
  const { style } = context;
  const facts: (readonly [string, string])[] = [
    [
      'Export',
      `${report.dialect}${ownerText(report)}${report.madeAt === null ? '' : `, made ${formatTime(report.madeAt)}`}`,
    ],
    ['Posts', `${kindsText(report.byKind, 'en')}${spanText(report)}`],
    ['Change', changeText(change, isKnown)],
    ...mediaFacts(report),
    ...leftOutFacts(report),
    ...(report.cutOff === 0
      ? []
      : [['Cut off', `${plural(report.cutOff, 'post')} that the export gives in part`] as const]),
    ...(report.repeated === 0
      ? []
      : [['Repeated', `${plural(report.repeated, 'record')} of a post that was there already`] as const]),
    ['Unreadable', plural(report.unreadableCount, 'record')],
    ...(lacking === 0 ? [] : [['Not found', `${plural(lacking, 'record')} that the export itself counts`] as const]),
    ...report.parts.map(
      ({ file, bytes, sha256 }, index) =>
        [index === 0 ? 'Original' : '', `${file} (${formatSize(bytes)}, ${sha256})`] as const,
    ),
  ];
  return [
    style.bold(`${report.channel}: the official export is ${isKnown ? 'known, and was read again' : 'read'}.`),
    '',
    formatFacts(facts),
    ...troubles(report, context),
    ...report.notes.map(({ en }) => `\n${en}`),
    ...(withNext ? nextSteps(report, context) : []),
  ].join('\n');
}

function nextSteps({ channel }: ExportReport, { style }: CommandContext): readonly string[] {
  return ['', style.bold('Next:'), `  See whether everything is there: lastpost channel statement ${channel}`];
}

function ownerText({ owner }: ExportReport): string {
  const name = owner.handle ?? owner.name ?? owner.id;
  return name === null ? '' : ` of ${name}`;
}

function spanText({ oldest, newest }: ExportReport): string {
  return oldest === null || newest === null ? '' : `; ${oldest.slice(0, 10)} to ${newest.slice(0, 10)}`;
}

function changeText({ added, changed, gone }: ImportResult['change'], isKnown: boolean): string {
  const parts = [`${formatCount(added)} new`, `${formatCount(changed)} changed`, `${formatCount(gone)} gone`];
  return `${parts.join(', ')}${isKnown ? '; the same files were imported before' : ''}`;
}

function mediaFacts({ media }: ExportReport): readonly (readonly [string, string])[] {
  if (media.known === 0) return [];
  const elsewhere = media.elsewhere === 0 ? '' : `; ${formatCount(media.elsewhere)} that such an export never holds`;
  const own = media.known - media.elsewhere;
  return [['Media', `${formatCount(media.had)} of ${formatCount(own)} in the export${elsewhere}`]];
}

function leftOutFacts({ leftOut }: ExportReport): readonly (readonly [string, string])[] {
  const parts = Object.entries(leftOut).map(([what, count]) => {
    const [one, many] = leftOutWords[what as LeftOut];
    return plural(count, one, many);
  });
  return parts.length === 0 ? [] : [['Left out', parts.join(', ')]];
}

function troubles(report: ExportReport, { style, width }: CommandContext): readonly string[] {
  const { missingParts, unreadable, unreadableCount, media, refused } = report;
  return [
    ...list('Parts that are missing', missingParts.length, missingParts),
    ...list(
      'What could not be read',
      unreadableCount,
      unreadable.map(({ at, message }) => `${at.file}${at.record === null ? '' : `, record ${at.record}`}: ${message}`),
    ),
    ...list(
      'Media that are missing',
      media.missingCount,
      media.missing.map(({ file, why }) => `${file}: ${why}`),
    ),
    ...list(
      'Entries that were not touched',
      refused.length,
      refused.map(({ path, message }) => `${path}: ${message}`),
    ),
  ].map((line) => (line.startsWith('  ') ? cutText(line, Math.max(40, width * 2)) : style.yellow(line)));
}

function list(title: string, count: number, lines: readonly string[]): readonly string[] {
  if (count === 0) return [];
  const left = count - Math.min(SHOWN, lines.length);
  const more = left > 0 ? [`  … and ${formatCount(left)} more; all of them with --json`] : [];
  return [`\n${title}: ${formatCount(count)}`, ...lines.slice(0, SHOWN).map((line) => `  ${line}`), ...more];
}
