import { dayIn } from '../base/local-format.ts';
import type { ChannelStatus } from '../journeys/channel-status.ts';
import type { FactLanguage } from '../model/platform.ts';
import type { CommandContext } from './command-spec.ts';
import { describeCompleteness, haveOfExpected, verdictText, whatIsThere } from './completeness-report.ts';
import { completenessWords, countText } from './completeness-words.ts';
import { formatTable } from './format.ts';
import { commandName } from './snapshot-text.ts';
import { type StatusWords, statusWords } from './status-words.ts';
import { plainStyle } from './style.ts';
import { wrapText } from './wrap-text.ts';

const DAY_MS = 86_400_000;
/** A brand that still posts has said something new by then. */
const OLD_AFTER_DAYS = 7;
const LINE_WIDTH = 96;

type Context = Pick<CommandContext, 'cwd' | 'style' | 'clock'>;

/** Whole days between the dates of two instants, in UTC. */
export function ageInDays(iso: string, now: Date): number {
  const day = (ms: number): number => Math.floor(ms / DAY_MS);
  return Math.max(0, day(now.getTime()) - day(Date.parse(iso)));
}

function row({ channel, report, snapshot }: ChannelStatus, language: FactLanguage, now: Date): readonly string[] {
  const words = statusWords[language];
  const age = snapshot === null ? '-' : words.age(ageInDays(snapshot.startedAt, now));
  if (report === null) {
    const state = snapshot === null ? words.noSnapshot : words.notAssessed;
    return [channel.id, channel.platformName, state, '-', '-', age];
  }
  const missing = report.missing === null ? '?' : countText(report.missing, language);
  const verdict = completenessWords[language].verdicts[report.verdict];
  return [channel.id, channel.platformName, verdict, haveOfExpected(report, language), missing, age];
}

function table(statuses: readonly ChannelStatus[], language: FactLanguage, now: Date): string {
  const [id, platform, verdict, posts, missing, taken] = statusWords[language].columns;
  return formatTable(
    [
      { title: id },
      { title: platform },
      { title: verdict },
      { title: posts, align: 'right' },
      { title: missing, align: 'right' },
      { title: taken },
    ],
    statuses.map((status) => row(status, language, now)),
  );
}

function headline({ channel, report, snapshot }: ChannelStatus, language: FactLanguage, context: Context): string {
  const { style, clock } = context;
  const words = statusWords[language];
  const name = style.bold(channel.title ?? channel.id);
  if (snapshot === null) return `${name}: ${words.nothingYet}`;
  const taken = words.taken(words.age(ageInDays(snapshot.startedAt, clock.now())));
  if (report === null) return `${name}: ${words.notAssessed}, ${taken}.`;
  return `${name}: ${verdictText(report, language, style)}. ${whatIsThere(report, language)}, ${taken}.`;
}

function wrapped(text: string): readonly string[] {
  return wrapText(text, LINE_WIDTH - 2).map((line) => `  ${line}`);
}

function remarks(
  { report, snapshot, isPresent, newer }: ChannelStatus,
  words: StatusWords,
  now: Date,
): readonly string[] {
  if (snapshot === null) return [];
  const days = ageInDays(snapshot.startedAt, now);
  return [
    ...(isPresent ? [] : [words.fileGone(snapshot.file)]),
    ...(newer === null ? [] : [words.newer(newer.id)]),
    ...(report !== null && days >= OLD_AFTER_DAYS ? [words.old(days)] : []),
  ];
}

function exportRemark(
  { officialExport }: ChannelStatus,
  words: StatusWords,
  language: FactLanguage,
): readonly string[] {
  if (officialExport === null) return [];
  const { posts, madeAt, importedAt } = officialExport;
  return [words.exported(posts, dayIn(language, madeAt ?? importedAt))];
}

function nextSteps(status: ChannelStatus, words: StatusWords, cwd: string): readonly string[] {
  const { channel, report, snapshot, officialExport } = status;
  const take = `lastpost snapshot take --channel ${channel.id}`;
  const stated = `${words.statement} lastpost channel statement ${channel.id}`;
  const about = officialExport === null ? `${words.aboutLeaving} lastpost channel show ${channel.id}` : stated;
  if (channel.platform === 'google-plus' && snapshot === null) return [about];
  if (snapshot === null) return [...(officialExport === null ? [] : [stated]), `${words.take} ${take}`];
  if (report === null) return [`${words.list} ${take}`];
  const file = commandName(snapshot, cwd);
  if (report.verdict === 'complete') return [`${words.verify} lastpost snapshot verify ${file}`];
  const details = `${words.details} lastpost channel status --channel ${channel.id}`;
  return report.verdict === 'complete-with-named-gaps' ? [details] : [details, about, `${words.take} ${take}`];
}

function paragraph(status: ChannelStatus, language: FactLanguage, context: Context): string {
  const words = statusWords[language];
  const { report } = status;
  const gaps = (report?.gaps ?? []).map(
    ({ reason, count, hint }) => `${reason}: ${countText(count, language)}. ${hint}`,
  );
  return [
    headline(status, language, context),
    ...(report === null ? [] : wrapped(report.because[language])),
    ...(status.gonePosts > 0 ? wrapped(words.gonePosts(status.gonePosts)) : []),
    ...exportRemark(status, words, language).flatMap(wrapped),
    ...remarks(status, words, context.clock.now()).flatMap(wrapped),
    ...(gaps.length === 0 ? [] : [`  ${words.gaps}`, ...gaps.flatMap(wrapped).map((line) => `  ${line}`)]),
    ...nextSteps(status, words, context.cwd).map((step) => `  ${step}`),
  ].join('\n');
}

/** What `channel status` says: how many channels are complete, a table, and each channel with what to do next. */
export function describeStatus(statuses: readonly ChannelStatus[], language: FactLanguage, context: Context): string {
  const words = statusWords[language];
  if (statuses.length === 0) return words.noChannels;
  const complete = statuses.filter(({ report }) => report?.verdict === 'complete').length;
  return [
    words.summary(complete, statuses.length),
    '',
    table(statuses, language, context.clock.now()),
    ...statuses.flatMap((status) => ['', paragraph(status, language, context)]),
  ].join('\n');
}

/** One channel with everything that is missing by name, and what proves the numbers. */
export function describeOneStatus(status: ChannelStatus, language: FactLanguage, context: Context): string {
  const { report } = status;
  const details = report === null ? [] : ['', ...describeCompleteness(report, plainStyle, Number.POSITIVE_INFINITY)];
  return [paragraph(status, language, context), ...details].join('\n');
}
