import { sha256 } from '../../base/digest.ts';
import type { ExportReport, LeftOut } from '../../model/official-export.ts';
import type { CompletenessStatement, Reconciliation, StatementExport, StatementGap } from '../../model/statement.ts';
import type { Facts } from './because.ts';
import { becauseInEnglish } from './because-in-english.ts';
import { becauseInGerman } from './because-in-german.ts';
import { decideStatement, type Judged, judgeProof, otherKinds } from './decide-statement.ts';
import { type FoundGap, findStatementGaps } from './find-statement-gaps.ts';
import type { GapFacts } from './gap-words.ts';
import { gapsInEnglish } from './gaps-in-english.ts';
import { gapsInGerman } from './gaps-in-german.ts';
import { notesOnStatement } from './notes-on-statement.ts';
import { platformSays } from './platform-says.ts';
import { readAgainstClaim } from './read-whole.ts';
import type { StatementInput } from './statement-input.ts';
import { type StatementNumbers, weighStatement } from './weigh-statement.ts';

const ITEMS = 100;

/**
 * Export × crawl × the platform's own count. `complete` only where a number or a list of the platform proves it, or an
 * export that holds everything and was read whole, and there is no gap of any kind.
 */
export function stateCompleteness(input: StatementInput): CompletenessStatement {
  const { channel, crawl, exports, posts, now } = input;
  const numbers = weighStatement(input);
  const judged = judgeProof(input, numbers);
  const found = findStatementGaps(input, numbers, judged);
  const { verdict, reason } = decideStatement(input, numbers, judged, found);
  const missing = missingOf(numbers, judged);
  const facts = factsOf(input, numbers, judged, found, missing ?? 0);
  return {
    version: 1,
    brand: channel.brand,
    channel: channel.id,
    title: channel.title,
    platform: channel.platform,
    platformName: channel.platformName,
    url: channel.url,
    statedAt: now.toISOString(),
    verdict,
    because: { en: becauseInEnglish[reason](facts), de: becauseInGerman[reason](facts) },
    platformSays: platformSays(crawl?.report.claims ?? [], numbers.current),
    expected: numbers.expected,
    holds: numbers.holds,
    missing,
    posts: withShortLists(posts),
    media: { export: exportMedia(numbers.current), crawl: crawlMedia(crawl) },
    leftOut: leftOutOf(numbers.current),
    gaps: found.map((gap) => told(gap, input, numbers)),
    exports: exports.map(statedExport),
    snapshots: input.snapshots,
    notes: notesOnStatement(input, numbers),
  };
}

/**
 * Never less than what is known by name to be missing; null where nothing says, or nothing that can be relied on: a 0 beside a
 * number that proves nothing reads as if all were there.
 */
function missingOf({ shortfall, named }: StatementNumbers, { proof }: Judged): number | null {
  const missing = Math.max(shortfall, named.length);
  return proof === null && missing === 0 ? null : missing;
}

function factsOf(
  input: StatementInput,
  numbers: StatementNumbers,
  { proof, isWhole }: Judged,
  gaps: readonly FoundGap[],
  missing: number,
): Facts {
  const { posts, crawl, exports } = input;
  const [newest] = exports;
  const others = otherKinds(input, numbers, isWhole);
  return {
    ...posts.held,
    holds: numbers.holds,
    expected: numbers.expected,
    missing,
    named: numbers.named.length,
    newer: numbers.newer,
    others: others.reduce((sum, kind) => sum + (posts.byKind[kind] ?? 0), 0),
    lostFiles: input.lostFiles.length,
    exportAt: newest?.madeAt ?? null,
    exportSays: newest === undefined ? null : readAgainstClaim(newest).says,
    crawlAt: crawl?.startedAt ?? null,
    inexact: numbers.weighed.chosen[0]?.count ?? null,
    proof,
    gaps,
  };
}

function told(gap: FoundGap, input: StatementInput, numbers: StatementNumbers): StatementGap {
  const { kind, count, items } = gap;
  const id = gapId(input.channel.id, gap);
  const facts: GapFacts = {
    count,
    holds: numbers.holds,
    expected: numbers.expected,
    mayBeHidden: numbers.claims.some(({ reach }) => reach === 'more-hidden'),
    hasExport: input.exports.length > 0,
    channel: input.channel.id,
    areNowhere: kind === 'export-media-missing' && gap.about.length > 0,
    lostFiles: kind === 'crawl-gaps' ? input.lostFiles.length : 0,
  };
  const [en, de] = [gapsInEnglish[kind](facts), gapsInGerman[kind](facts)];
  return {
    id,
    kind,
    count,
    reason: { en: en.reason, de: de.reason },
    remedy: { en: en.remedy, de: de.remedy },
    items: items.slice(0, ITEMS),
    accepted: input.acceptances.findLast((one) => one.gap === id && one.channel === input.channel.id) ?? null,
  };
}

/** Ten digits that a person can type: the beginning of a digest over what exactly is missing, in whatever order. */
function gapId(channel: string, { kind, count, items, about }: FoundGap): string {
  const content = [channel, kind, count, items.toSorted(), about];
  return sha256(JSON.stringify(content)).slice('sha256:'.length, 'sha256:'.length + 10);
}

/** A statement is one page that is filed; the ledger has the rest. */
function withShortLists(posts: Reconciliation): Reconciliation {
  const cut = <T>(list: readonly T[]): readonly T[] => list.slice(0, ITEMS);
  const { differing, gone, cutOff } = posts;
  return {
    ...posts,
    onlyExport: cut(posts.onlyExport),
    onlyCrawl: cut(posts.onlyCrawl),
    differing: { ...differing, posts: cut(differing.posts) },
    gone: { ...gone, posts: cut(gone.posts) },
    cutOff: { ...cutOff, posts: cut(cutOff.posts) },
  };
}

type Media = CompletenessStatement['media'];

function exportMedia(exports: readonly ExportReport[]): Media['export'] {
  if (exports.length === 0) return null;
  const sum = (of: (media: ExportReport['media']) => number): number =>
    exports.reduce((total, { media }) => total + of(media), 0);
  const [known, had, elsewhere] = [
    sum((media) => media.known),
    sum(({ had: n }) => n),
    sum((media) => media.elsewhere),
  ];
  return { known, had, missing: sum(({ missing }) => missing.length), elsewhere };
}

function crawlMedia(crawl: StatementInput['crawl']): Media['crawl'] {
  if (crawl === null) return null;
  const { known, had, missing } = crawl.report.media;
  return { known, had, missing: Math.max(missing.length, known - had) };
}

function leftOutOf(exports: readonly ExportReport[]): CompletenessStatement['leftOut'] {
  const sums: Partial<Record<LeftOut, number>> = {};
  for (const { leftOut } of exports) {
    for (const [kind, count] of Object.entries(leftOut) as [LeftOut, number][]) sums[kind] = (sums[kind] ?? 0) + count;
  }
  return sums;
}

function statedExport({ id, dialect, madeAt, importedAt, posts, parts }: ExportReport): StatementExport {
  return {
    id,
    dialect,
    madeAt,
    importedAt,
    posts,
    parts: parts.map(({ name, bytes, sha256: digest }) => ({ name, bytes, sha256: digest })),
  };
}
