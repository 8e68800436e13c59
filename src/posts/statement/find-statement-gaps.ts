import type { NamedPost, StatementGapKind } from '../../model/statement.ts';
import { type Judged, notInExport } from './decide-statement.ts';
import { readAgainstClaim } from './read-whole.ts';
import type { StatementInput } from './statement-input.ts';
import type { StatementNumbers } from './weigh-statement.ts';

/** A gap before it has its words and its id. */
export interface FoundGap {
  readonly kind: StatementGapKind;
  readonly count: number;
  /** All names that are known; a statement shows the first hundred. */
  readonly items: readonly string[];
  /** What makes it another gap, besides its kind, count and names. */
  readonly about: readonly (string | number | null)[];
}

/** Everything that is not as it should be, the heaviest first. */
export function findStatementGaps(
  input: StatementInput,
  numbers: StatementNumbers,
  judged: Judged,
): readonly FoundGap[] {
  const { posts } = input;
  const found = [
    gap('missing-posts', numbers.unnamed, [], [numbers.expected, numbers.holds]),
    gapOf(
      'named-missing-posts',
      numbers.named.map(({ name }) => name),
    ),
    gap('not-in-export', notInExport(input), olderThanExport(input).map(nameOf)),
    ...exportGaps(input, numbers),
    ...crawlGaps(input),
    gap('cut-off', posts.cutOff.count, posts.cutOff.posts.map(nameOf)),
    gap('gone-since-earlier-export', posts.gone.count, posts.gone.posts.map(nameOf)),
  ].filter(({ count }) => count > 0);
  return [...found, ...unproved(input, numbers, judged)];
}

function gap(
  kind: StatementGapKind,
  count: number,
  items: readonly string[] = [],
  about: FoundGap['about'] = [],
): FoundGap {
  return { kind, count, items, about };
}

function gapOf(kind: StatementGapKind, items: readonly string[]): FoundGap {
  return gap(kind, items.length, items);
}

function exportGaps(input: StatementInput, { current }: StatementNumbers): readonly FoundGap[] {
  const lacking = current.map(readAgainstClaim).filter(({ lacking: n }) => n > 0);
  const parts = current.flatMap(({ missingParts }) => missingParts);
  const unnamed = lacking.map(({ name, file, lacking: n }) => `${file}: ${name} − ${n}`);
  const unread = current.flatMap(({ unreadable }) =>
    unreadable.map(
      ({ id, at }) => `${at.file}${at.record === null ? '' : `, ${at.record}`}${id === null ? '' : ` (${id})`}`,
    ),
  );
  return [
    gapOf('export-parts-missing', [...parts, ...unnamed]),
    gap(
      'export-unreadable',
      current.reduce((sum, { unreadableCount }) => sum + unreadableCount, 0),
      unread,
    ),
    mediaGap(input, current),
    gapOf(
      'export-refused',
      current.flatMap(({ refused }) => refused.map(({ part, path }) => `${part}: ${path}`)),
    ),
  ];
}

/**
 * Where exports of a kind hold no pictures, those of posts that no crawl saw are nowhere: how many of them these posts have
 * is not known, and never less than what the crawls have too few.
 */
function mediaGap({ crawl, posts }: StatementInput, current: StatementNumbers['current']): FoundGap {
  const missing = current.flatMap(({ media }) => media.missing.map(({ file, post }) => (file === '' ? post : file)));
  const short = current.reduce(
    (sum, { media }) => sum + Math.max(media.missingCount, media.known - media.had - media.elsewhere),
    0,
  );
  const elsewhere = current.reduce((sum, { media }) => sum + media.elsewhere, 0);
  const nowhere =
    elsewhere > 0 && posts.held.onlyExport > 0 ? Math.max(1, elsewhere - (crawl?.report.media.had ?? 0)) : 0;
  return gap('export-media-missing', short + nowhere, missing, nowhere > 0 ? [elsewhere, posts.held.onlyExport] : []);
}

function crawlGaps({ crawl, lostFiles, isHeld }: StatementInput): readonly FoundGap[] {
  const report = crawl?.report;
  const media = report?.media;
  const unread = (report?.unreadable ?? []).filter(({ id }) => id === null || !isHeld({ id, url: null }));
  const items = [
    ...lostFiles,
    ...(report?.gaps ?? []).map(({ reason, count }) => `${reason} × ${count}`),
    ...unread.map(({ id, where }) => id ?? where),
  ];
  const count = (report?.gaps ?? []).reduce((sum, one) => sum + one.count, lostFiles.length + unread.length);
  return [
    gap(
      'crawl-media-missing',
      media === undefined ? 0 : Math.max(media.missing.length, media.known - media.had),
      media?.missing.map(({ url }) => url),
    ),
    gap('crawl-gaps', count, items),
  ];
}

/** Nothing proves the number: what is asked for is what might. */
function unproved(
  input: StatementInput,
  { unnamed, holds }: StatementNumbers,
  { proof, doubt }: Judged,
): readonly FoundGap[] {
  const lacks = [
    ...(input.crawl === null ? [gap('no-crawl', 1)] : []),
    ...(input.exports.length === 0 && (proof === null || unnamed > 0) && input.channel.platform !== 'website'
      ? [gap('no-export', 1)]
      : []),
  ];
  if (proof !== null || unnamed > 0 || lacks.length > 0) return lacks;
  return [gap('unproved', 1, [], [doubt, holds])];
}

function olderThanExport({ exports, posts }: StatementInput): readonly NamedPost[] {
  const [newest] = exports;
  if (newest === undefined) return [];
  const at = newest.madeAt ?? newest.importedAt;
  return posts.onlyCrawl.filter(({ published }) => published === null || published <= at);
}

/** An address where there is one; else the day and the first words, by which a person finds it. */
function nameOf({ url, id, published, words }: NamedPost): string {
  if (url !== null) return url;
  const told = [published?.slice(0, 10), words].filter((part) => part !== undefined && part !== '').join(': ');
  return told === '' ? (id ?? '?') : told;
}
