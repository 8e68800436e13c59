import { escapePattern } from '../../base/escape-pattern.ts';
import { type ContractFinding, type DutyKind, dutyKinds } from '../../model/farewell/reports/contracts-report.ts';
import type { ReportSource } from '../../model/farewell/reports/report-source.ts';
import { findDates } from '../lint/claims/find-dates.ts';
import { dayOf, isDay } from '../lint/claims/same-claim.ts';
import { sentencesWithOffsets } from '../lint/sentences.ts';
import { dutyWords } from './duty-words.ts';

/** A channel that is left, as a contract may name it. */
export interface SoughtChannel {
  readonly id: string;
  readonly platform: string;
  /** With its @; null where there is none. */
  readonly handle: string | null;
  readonly url: string;
}

/** Sentences of a contract that name a channel that is left. @param file as seen from the folder */
export function findDuties(
  file: string,
  { pages, isPaged }: { readonly pages: readonly string[]; readonly isPaged: boolean },
  channels: readonly SoughtChannel[],
  lastDay: string,
): readonly ContractFinding[] {
  const sought = channels.map((channel) => ({ id: channel.id, pattern: namesOf(channel) }));
  return pages.flatMap((page, at) => {
    const text = joinedLines(page);
    return sentencesWithOffsets(text, 'de').flatMap(({ text: words, from }) => {
      const place = { file, line: isPaged ? null : lineOf(page, from), page: isPaged ? at + 1 : null };
      return sought.flatMap(({ id, pattern }) => dutyIn(words, id, pattern, place, lastDay));
    });
  });
}

/** A line in a contract ends where the paper does, and not the sentence. */
function joinedLines(page: string): string {
  return page.replace(/\r\n?/g, '\n').replace(/(?<!\n)\n(?!\s*(?:\n|[-*•]|\d+\.))/g, ' ');
}

function dutyIn(
  words: string,
  channel: string,
  pattern: RegExp,
  place: Pick<ReportSource, 'file' | 'line' | 'page'>,
  lastDay: string,
): readonly ContractFinding[] {
  const [named] = pattern.exec(words) ?? [];
  if (named === undefined) return [];
  const days = daysIn(words);
  return [
    {
      channel,
      named: named.trim(),
      duties: dutiesIn(words),
      days,
      isAfter: days.some((day) => day > lastDay),
      source: { ...place, words: words.replace(/\s+/g, ' '), locale: null },
    },
  ];
}

/** Joining lines moves no sign; only the two signs at the end of a line have become one. */
function lineOf(page: string, from: number): number {
  return page.replace(/\r\n?/g, '\n').slice(0, from).split('\n').length;
}

function dutiesIn(sentence: string): readonly DutyKind[] {
  const found = dutyKinds.filter((kind) => kind !== 'named' && dutyWords[kind].test(sentence));
  return found.length === 0 ? ['named'] : found;
}

/** Days of either language, each once, in order; without a year nobody knows whether it has been. */
function daysIn(sentence: string): readonly string[] {
  const dates = [...findDates(sentence, 'de'), ...findDates(sentence, 'en')].filter(isDay);
  const days = dates.map((date) => dayOf(date)).filter((day) => day !== null);
  return [...new Set(days)].sort();
}

/** What people still call them. */
const otherNames: Readonly<Record<string, readonly string[]>> = { X: ['Twitter', 'Tweets?'], Facebook: ['Meta'] };

function namesOf({ platform, handle, url }: SoughtChannel): RegExp {
  const { host, pathname } = new URL(url);
  const path = pathname.replace(/\/+$/, '');
  const hosts = platform === 'X' ? ['x.com', 'twitter.com'] : [host.replace(/^www\./, '')];
  const addresses = hosts.map((one) => `(?:www\\.)?${escapePattern(`${one}${path}`)}(?![\\p{L}\\p{N}])`);
  const handles = handle === null ? [] : [`${escapePattern(handle)}(?![\\p{L}\\p{N}_])`];
  return new RegExp([...addresses, ...handles, ...platformNames(platform)].join('|'), 'iu');
}

/** One letter is a name only beside words that make it one: “auf X”, “X account”. */
function platformNames(platform: string): readonly string[] {
  const word = (name: string): string => `(?<![\\p{L}\\p{N}@/.])${name}(?![\\p{L}\\p{N}])`;
  const others = (otherNames[platform] ?? []).map(word);
  if (platform.length > 1) return [word(escapePattern(platform)), ...others];
  const name = escapePattern(platform);
  return [
    `(?<![\\p{L}\\p{N}])(?:auf|on|bei|via|über)\\s+${name}(?![\\p{L}\\p{N}]|\\.\\p{L})`,
    `(?<![\\p{L}\\p{N}])${name}[- ](?:Kanal|Konto|Account|Profil|Beitr|Post|channel|profile)`,
    ...others,
  ];
}
