import type { ExportReport } from '../../model/official-export.ts';
import type { PostKind } from '../../model/post.ts';
import { type Weighed, type WeighedClaim, weighClaims } from '../weigh-claims.ts';
import type { AssessedCrawl, PostNames, StatementInput } from './statement-input.ts';

/** A post that is known to be missing, with the name that it has for people. */
export interface MissingByName extends PostNames {
  readonly name: string;
}

/** Everything that a statement's verdict is made from, in numbers. */
export interface StatementNumbers {
  readonly holds: number;
  /** Held by exports alone and newer than the platform's numbers, which cannot count them. */
  readonly newer: number;
  readonly weighed: Weighed;
  /** The platform's numbers that still say something. */
  readonly claims: readonly WeighedClaim[];
  readonly expected: number | null;
  /** How many the numbers count that neither export nor crawl holds. */
  readonly shortfall: number;
  readonly named: readonly MissingByName[];
  /** How many of the shortfall nobody can name. */
  readonly unnamed: number;
  /** The crawl by itself saw all that was public when it was taken. */
  readonly isProvedByCrawl: boolean;
  /** More is held than the platform's number says. */
  readonly isCountedTooLow: boolean;
  /** The newest export of each kind: what older ones lack may be in these. */
  readonly current: readonly ExportReport[];
}

/** Holds the platform's numbers against what export and crawl hold together. */
export function weighStatement(input: StatementInput): StatementNumbers {
  const { posts, crawl } = input;
  const { both, onlyExport, onlyCrawl } = posts.held;
  const holds = both + onlyExport + onlyCrawl;
  const isProvedByCrawl = crawl !== null && provesItself(crawl);
  const ofKinds = (kinds: readonly PostKind[]): number =>
    kinds.reduce((sum, kind) => sum + (posts.byKind[kind] ?? 0), 0);
  const weighed = weighClaims(crawl?.report.claims ?? [], ofKinds);
  const claims = weighed.chosen.filter((claim) => saysMore(claim, isProvedByCrawl));
  const newer = newerThanNumbers(input);
  const listed = claims.length === 0 && isProvedByCrawl ? (crawl?.report.expected ?? null) : null;
  const shortfall = Math.max(shortOf(claims, newer), listed === null ? 0 : listed - Math.max(0, holds - newer), 0);
  const current = newestOfEachKind(input.exports);
  const named = missingByName(input, current);
  return {
    holds,
    newer,
    weighed,
    claims,
    expected: expectedOf(claims) ?? listed,
    shortfall,
    named,
    unnamed: Math.max(0, shortfall - named.length),
    isProvedByCrawl,
    isCountedTooLow: isTooLow(claims, weighed, newer),
    current,
  };
}

/** A report that gives no number of its own proves none, whatever its verdict is. */
function provesItself({ report: { verdict, expected } }: AssessedCrawl): boolean {
  if (expected === null || !Number.isSafeInteger(expected) || expected < 0) return false;
  return verdict === 'complete' || verdict === 'complete-with-named-gaps';
}

/** "At least 15" is said no better by having 16, and "1.2K" is not said at all where a list was read to its end. */
function saysMore({ reach, shortfall }: WeighedClaim, isListed: boolean): boolean {
  if (shortfall > 0 || isCount(reach)) return true;
  return reach === 'rounded' && !isListed;
}

function isCount(reach: WeighedClaim['reach']): boolean {
  return reach === 'exact' || reach === 'more-hidden';
}

/** A rounded number or a lower bound says how many there are only where even so there are too few. */
function expectedOf(claims: readonly WeighedClaim[]): number | null {
  const said = claims.filter(({ reach, shortfall }) => isCount(reach) || shortfall > 0);
  return said.length === 0 ? null : said.reduce((sum, { count }) => sum + count, 0);
}

/**
 * A post that was published after the platform had counted makes up for none that it counted. Of which kind the newer ones
 * are is not known, so that they are taken off the sum as well.
 */
function shortOf(claims: readonly WeighedClaim[], newer: number): number {
  const byEach = claims.reduce((sum, { shortfall }) => sum + shortfall, 0);
  const counts = claims.filter(({ reach }) => isCount(reach));
  const [said, have] = [sumOf(counts, 'count'), Math.max(0, sumOf(counts, 'have') - newer)];
  return Math.max(byEach, said - have);
}

function sumOf(claims: readonly WeighedClaim[], what: 'count' | 'have'): number {
  return claims.reduce((sum, claim) => sum + claim[what], 0);
}

/** A number that fell while the crawl went on may still count as high as it was. */
function isTooLow(claims: readonly WeighedClaim[], { changed }: Weighed, newer: number): boolean {
  const fallen = changed.reduce((sum, { highest, last }) => sum + highest - last, 0);
  return claims.some(({ count, have, reach }) => isCount(reach) && have - newer > count + fallen);
}

/** The ledger compares with the newest snapshot, which may be one in which no posts and no numbers were read. */
function newerThanNumbers({ posts, crawl, snapshots }: StatementInput): number {
  if (crawl === null) return 0;
  if (snapshots.every(({ startedAt }) => startedAt <= crawl.startedAt)) return posts.newerThanCrawl;
  const { onlyExport, held } = posts;
  if (onlyExport.length < held.onlyExport) return held.onlyExport;
  const after = onlyExport.filter(({ published }) => published === null || published > crawl.startedAt).length;
  return Math.max(posts.newerThanCrawl, after);
}

function newestOfEachKind(exports: readonly ExportReport[]): readonly ExportReport[] {
  return exports.filter(({ dialect }, at) => exports.findIndex((other) => other.dialect === dialect) === at);
}

function missingByName(input: StatementInput, exports: readonly ExportReport[]): readonly MissingByName[] {
  const { report } = input.crawl ?? {};
  const unread = [...(report?.unreadable ?? []), ...exports.flatMap(({ unreadable }) => unreadable)];
  const known: readonly PostNames[] = [
    ...(report?.missingPosts ?? []),
    ...unread.filter(({ id }) => id !== null).map(({ id }) => ({ id, url: null })),
  ];
  const byName = new Map<string, MissingByName>();
  const ids = new Set<string>();
  for (const { id, url } of known) {
    const name = url ?? id;
    if (name === null || (id !== null && ids.has(id)) || input.isHeld({ id, url })) continue;
    if (id !== null) ids.add(id);
    byName.set(name, { id, url, name });
  }
  return [...byName.values()];
}
