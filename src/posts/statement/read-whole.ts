import type { Claim } from '../../model/finding.ts';
import type { ExportReport, LeftOut } from '../../model/official-export.ts';
import type { PlatformId } from '../../model/platform.ts';

/**
 * Platforms whose official export holds all posts of an account, and says itself how many. Meta, TikTok, YouTube and
 * Telegram let a person choose a span of time or a kind; of the others none says how many there are.
 */
const wholeByNature: ReadonlySet<PlatformId> = new Set<PlatformId>(['x', 'mastodon', 'bluesky']);

/** What such an export counts among its posts although it is no public one. */
const countedThere: readonly LeftOut[] = ['followers-only', 'private', 'direct-messages', 'others'];

/** What an export says of itself, against what was read out of it. */
export interface ReadAgainstClaim {
  /** Null where the export says nothing. */
  readonly says: number | null;
  readonly name: string;
  readonly file: string;
  /** Every record that it may mean is a post, left out, unreadable or a repetition. */
  readonly isWhole: boolean;
  /** How many it says that can be nothing of all that, at least. */
  readonly lacking: number;
}

/** Whether an export was read whole, by its own numbers; of several numbers the one that says most. */
export function readAgainstClaim(report: ExportReport): ReadAgainstClaim {
  const most = sumsOf(report.claims).sort((a, b) => b.count - a.count)[0];
  if (most === undefined) return { says: null, name: '', file: '', isWhole: false, lacking: 0 };
  const { count, name, file } = most;
  const kinds: ReadonlySet<string> = new Set(most.kinds);
  const posts = Object.entries(report.byKind).reduce((sum, [kind, n]) => sum + (kinds.has(kind) ? n : 0), 0);
  const beside = [report.repeated, report.unreadableCount, leftOutOf(report)];
  return {
    says: count,
    name,
    file,
    isWhole: count > 0 && adds(posts, beside, count),
    lacking: Math.max(0, count - beside.reduce((sum, n) => sum + n, posts)),
  };
}

/** The newest export holds all there was when it was made: by its nature, by its own number, and with all its parts. */
export function isWholeExport(report: ExportReport): boolean {
  if (!wholeByNature.has(report.platform) || report.missingParts.length > 0) return false;
  return readAgainstClaim(report).isWhole;
}

/** Parts of one count add up; a count of its own stands by itself. A number that is none says nothing. */
function sumsOf(claims: ExportReport['claims']): (Claim & { readonly file: string })[] {
  const usable = claims.filter(({ count, reach }) => Number.isSafeInteger(count) && count >= 0 && isOfAll(reach));
  const [first, ...others] = usable.filter(({ part }) => part !== undefined);
  const alone = usable.filter(({ part }) => part === undefined);
  if (first === undefined) return alone;
  const kinds = [...new Set([first, ...others].flatMap((claim) => claim.kinds))];
  return [...alone, { ...first, kinds, count: others.reduce((sum, { count }) => sum + count, first.count) }];
}

function isOfAll(reach: Claim['reach']): boolean {
  return reach === 'exact' || reach === 'more-hidden';
}

function leftOutOf({ leftOut }: ExportReport): number {
  return countedThere.reduce((sum, kind) => sum + (leftOut[kind] ?? 0), 0);
}

/** Whether the posts, with some of the other numbers or none, are exactly as many as the export says. */
function adds(posts: number, beside: readonly number[], count: number): boolean {
  let sums = [posts];
  for (const n of beside) sums = sums.concat(sums.map((sum) => sum + n));
  return sums.includes(count);
}
