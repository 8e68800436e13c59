import type { Verdict } from '../../model/completeness.ts';
import type { PostKind } from '../../model/post.ts';
import type { StatementGap } from '../../model/statement.ts';
import { isWholeExport, readAgainstClaim } from './read-whole.ts';
import type { StatementInput } from './statement-input.ts';
import type { StatementNumbers } from './weigh-statement.ts';

/** What proves that all is there. */
export type Proof = 'number' | 'crawl' | 'export' | 'nothing-there';

/** Why nothing proves it. */
export type Doubt =
  | 'no-crawl'
  | 'no-export'
  | 'empty'
  | 'contradiction'
  | 'newer-than-crawl'
  | 'other-kinds'
  | 'count-too-low'
  | 'inexact'
  | 'nothing-says';

/** Why a statement's verdict is what it is. */
export type StatementReason = Proof | 'named' | 'lost' | 'short' | 'hidden' | 'known-missing' | 'walled' | Doubt;

export interface Judged {
  readonly proof: Proof | null;
  readonly doubt: Doubt | null;
  /** The newest export holds all there was when it was made, as it says itself. */
  readonly isWhole: boolean;
}

export function judgeProof(input: StatementInput, numbers: StatementNumbers): Judged {
  const [newest] = input.exports;
  const isWhole = newest !== undefined && isWholeExport(newest) && notInExport(input) === 0;
  const proof = proofOf(input, numbers, isWhole);
  return { proof, doubt: proof === null ? doubtOf(input, numbers, isWhole) : null, isWhole };
}

/** Posts of the public pages that the newest export should hold and does not. */
export function notInExport({ exports, posts }: StatementInput): number {
  return exports.length === 0 ? 0 : Math.max(0, posts.held.onlyCrawl - posts.newerThanExport);
}

/** Without a crawl an export proves no more than that it was read: nobody looked whether all that is public is in it. */
function proofOf(input: StatementInput, numbers: StatementNumbers, isWhole: boolean): Proof | null {
  const { crawl } = input;
  const { claims, weighed, newer, isProvedByCrawl } = numbers;
  if (crawl === null || weighed.contradicting.length > 0) return null;
  if (numbers.holds === 0) return isNothingThere(input) ? 'nothing-there' : null;
  if ((newer > 0 && !isWhole) || otherKinds(input, numbers, isWhole).length > 0) return null;
  if (isProvedByCrawl) return 'crawl';
  const isCounted = claims.length > 0 && claims.every(({ reach }) => reach === 'exact' || reach === 'more-hidden');
  if (isCounted && !numbers.isCountedTooLow) return 'number';
  return isWhole && reachesUpToNow(input, numbers) ? 'export' : null;
}

function isNothingThere({ crawl, exports }: StatementInput): boolean {
  return crawl?.report.verdict === 'complete' && exports.every(({ posts }) => posts === 0);
}

/**
 * An export speaks of the time before it was made. Of the time after it the crawl has to speak: it came first, or it saw
 * everything it went for, and nothing newer. A crawl that saw no post is no witness. When an export was made counts only
 * where the export says so.
 */
function reachesUpToNow({ crawl, exports, posts }: StatementInput, { isCountedTooLow }: StatementNumbers): boolean {
  if (crawl === null || posts.held.crawl === 0 || posts.newerThanExport > 0) return false;
  const madeAt = exports[0]?.madeAt ?? null;
  if (madeAt !== null && madeAt >= crawl.startedAt) return true;
  return crawl.report.gaps.length === 0 && crawl.report.missingPosts.length === 0 && !isCountedTooLow;
}

/** Kinds of posts that are held, and of which nothing says how many there are. */
export function otherKinds(
  { crawl, posts, exports }: StatementInput,
  { claims, isProvedByCrawl }: StatementNumbers,
  isWhole: boolean,
): readonly string[] {
  if (crawl === null || (claims.length === 0 && !isProvedByCrawl)) return [];
  const counted = new Set<string>(['comment', ...claims.flatMap(({ kinds }) => kinds)]);
  if (isProvedByCrawl) for (const kind of Object.keys(crawl.report.byKind)) counted.add(kind);
  const [newest] = exports;
  if (isWhole && newest !== undefined) for (const kind of kindsCountedBy(newest)) counted.add(kind);
  // Below articles and films a reply answers a comment, and is expected as little as that.
  if (!counted.has('post') && !counted.has('quote')) counted.add('reply');
  return Object.keys(posts.byKind).filter((kind) => !counted.has(kind) && (posts.byKind[kind] ?? 0) > 0);
}

function kindsCountedBy(report: StatementInput['exports'][number]): readonly PostKind[] {
  const { says } = readAgainstClaim(report);
  return says === null ? [] : report.claims.flatMap(({ kinds }) => kinds);
}

function doubtOf(input: StatementInput, numbers: StatementNumbers, isWhole: boolean): Doubt {
  if (input.crawl === null) return 'no-crawl';
  if (numbers.holds === 0) return 'empty';
  if (numbers.weighed.contradicting.length > 0) return 'contradiction';
  if (numbers.newer > 0 && !isWhole) return 'newer-than-crawl';
  if (otherKinds(input, numbers, isWhole).length > 0) return 'other-kinds';
  if (numbers.isCountedTooLow) return 'count-too-low';
  if (numbers.weighed.chosen.length > 0) return 'inexact';
  return input.exports.length === 0 ? 'no-export' : 'nothing-says';
}

/** The verdict and its reason: `complete` is what is left when everything that could speak against it has been asked. */
export function decideStatement(
  input: StatementInput,
  numbers: StatementNumbers,
  { proof, doubt, isWhole }: Judged,
  gaps: readonly Pick<StatementGap, 'kind'>[],
): { readonly verdict: Verdict; readonly reason: StatementReason } {
  if (input.lostFiles.length > 0) return { verdict: 'incomplete', reason: 'lost' };
  if (numbers.unnamed > 0) {
    return isOnlyHidden(input, numbers, isWhole)
      ? { verdict: 'cannot-tell', reason: 'hidden' }
      : { verdict: 'incomplete', reason: 'short' };
  }
  if (proof === null) return withoutProof(input, numbers, doubt ?? 'nothing-says', gaps);
  if (gaps.length > 0) return { verdict: 'complete-with-named-gaps', reason: 'named' };
  return { verdict: 'complete', reason: proof };
}

function withoutProof(
  { crawl, exports }: StatementInput,
  numbers: StatementNumbers,
  doubt: Doubt,
  gaps: readonly Pick<StatementGap, 'kind'>[],
): ReturnType<typeof decideStatement> {
  const isLacking = gaps.some(({ kind }) => kind === 'export-parts-missing' || kind === 'export-unreadable');
  if (numbers.named.length > 0 || isLacking) return { verdict: 'incomplete', reason: 'known-missing' };
  if (exports.length === 0 && crawl?.report.verdict === 'incomplete')
    return { verdict: 'incomplete', reason: 'walled' };
  return { verdict: 'cannot-tell', reason: doubt };
}

/** All that could be seen is there, and the platform counts more: what strangers do not see, or nothing. */
function isOnlyHidden(input: StatementInput, numbers: StatementNumbers, isWhole: boolean): boolean {
  const { claims, named, newer } = numbers;
  const short = claims.filter(({ count, have }) => count > have - newer);
  if (named.length > 0 || short.length === 0 || !short.every(({ reach }) => reach === 'more-hidden')) return false;
  if (isWhole && reachesUpToNow(input, numbers)) return true;
  const report = input.crawl?.report;
  // Where the crawl could not tell and its number was not reached, its lists had been read to their end.
  return report?.verdict === 'cannot-tell' && report.missingPosts.length === 0 && (report.expected ?? 0) > report.have;
}
