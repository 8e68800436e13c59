import type { ComparedSide, ScopeTrait, Unfairness } from './comparison.ts';
import type { Gap } from './gap.ts';
import type { CrawlReport } from './snapshot.ts';

/** Of a crawl's report, what tells whether two crawls could see the same. */
export type CrawlView = Pick<CrawlReport, 'state' | 'gaps' | 'robots' | 'session' | 'browser' | 'scope'>;

/** A snapshot as its own reports describe it. */
export interface DescribedSide {
  readonly side: Pick<ComparedSide, 'takenAt' | 'channel' | 'url'>;
  /** null when the file has no report of its crawl. */
  readonly crawl: CrawlView | null;
}

/** Everything but time that parts two snapshots, the gravest first. */
export function unfairnessOf(before: DescribedSide, after: DescribedSide): readonly Unfairness[] {
  return [
    ...backwards(before.side, after.side),
    ...otherPlace(before.side, after.side),
    ...otherViewer(before.crawl, after.crawl),
    ...otherRobots(before.crawl, after.crawl),
    ...narrowerScope(before.crawl, after.crawl),
    ...partial('before', before),
    ...partial('after', after),
  ];
}

/**
 * True when whatever the later snapshot lacks may be missing for another reason than time: then nothing is gone. What a partial
 * snapshot or a narrower scope left out is merely not there; an address that it did ask for has answered all the same.
 */
export function isOtherView(unfair: readonly Unfairness[]): boolean {
  return unfair.some(({ kind }) => kind !== 'partial' && kind !== 'narrower-scope');
}

/** True when a snapshot, as far as is known of it, looked at the same as an earlier one, through the same eyes. */
export function isSameView(before: DescribedSide | null, after: DescribedSide | null): boolean {
  return before !== null && after !== null && !isOtherView(unfairnessOf(before, after));
}

type Side = DescribedSide['side'];

function backwards(before: Side, after: Side): readonly Unfairness[] {
  if (before.takenAt === null || after.takenAt === null) return [];
  if (Date.parse(before.takenAt) <= Date.parse(after.takenAt)) return [];
  return [{ kind: 'backwards', before: before.takenAt, after: after.takenAt }];
}

function otherPlace(before: Side, after: Side): readonly Unfairness[] {
  if (before.channel !== null && after.channel !== null && before.channel !== after.channel) {
    return [{ kind: 'other-channel', before: before.channel, after: after.channel }];
  }
  if (before.url === null || after.url === null || before.url === after.url) return [];
  return [{ kind: 'other-address', before: before.url, after: after.url }];
}

function otherViewer(before: CrawlView | null, after: CrawlView | null): readonly Unfairness[] {
  if (before === null || after === null) return [];
  const login = ({ session }: CrawlView) => (session === undefined ? 'none' : 'logged in');
  const view = ({ browser }: CrawlView) => browser?.viewport;
  const size = (crawl: CrawlView) => {
    const viewport = view(crawl);
    return viewport === undefined ? '' : `${viewport.width}x${viewport.height}@${viewport.scaleFactor ?? 1}`;
  };
  const traits = [
    ['login', login],
    ['language', ({ browser }: CrawlView) => browser?.language ?? ''],
    ['timezone', ({ browser }: CrawlView) => browser?.timezone ?? ''],
    ['viewport', size],
    ['device', ({ browser }: CrawlView) => browser?.device ?? ''],
  ] as const;
  // Nothing is said of a browser in older snapshots: that is no difference.
  const isSaid = before.browser !== undefined && after.browser !== undefined;
  return traits.flatMap(([what, of]): readonly Unfairness[] => {
    const [a, b] = [of(before), of(after)];
    return a === b || (what !== 'login' && !isSaid) ? [] : [{ kind: 'other-viewer', what, before: a, after: b }];
  });
}

function otherRobots(before: CrawlView | null, after: CrawlView | null): readonly Unfairness[] {
  if (!before?.robots || !after?.robots || before.robots === after.robots) return [];
  return [{ kind: 'other-scope', before: `robots.txt ${before.robots}`, after: `robots.txt ${after.robots}` }];
}

const KINDS = ['page', 'prefix', 'host'] as const;

/** Nothing is said where one of the two does not tell its scope: older snapshots do not. */
function narrowerScope(before: CrawlView | null, after: CrawlView | null): readonly Unfairness[] {
  const [a, b] = [before?.scope, after?.scope];
  if (a === undefined || b === undefined) return [];
  const told = (what: ScopeTrait, was: string, is: string): Unfairness => {
    return { kind: 'narrower-scope', what, before: was, after: is };
  };
  const lost = a.include.filter((pattern) => !b.include.includes(pattern));
  const shut = b.exclude.filter((pattern) => !a.exclude.includes(pattern));
  return [
    ...(KINDS.indexOf(b.kind) < KINDS.indexOf(a.kind) ? [told('kind', a.kind, b.kind)] : []),
    ...(depthOf(b) < depthOf(a) ? [told('depth', depthText(a), depthText(b))] : []),
    ...(lost.length > 0 ? [told('include', lost.join(' '), 'none')] : []),
    ...(shut.length > 0 ? [told('exclude', 'none', shut.join(' '))] : []),
    ...(a.sitemaps && !b.sitemaps ? [told('sitemaps', 'yes', 'no')] : []),
  ];
}

type Depth = Pick<NonNullable<CrawlView['scope']>, 'maxDepth'>;

function depthOf({ maxDepth }: Depth): number {
  return maxDepth ?? Number.POSITIVE_INFINITY;
}

function depthText({ maxDepth }: Depth): string {
  return maxDepth === null ? 'any' : String(maxDepth);
}

function partial(side: 'before' | 'after', { crawl }: DescribedSide): readonly Unfairness[] {
  if (crawl === null) return [{ kind: 'no-report', side }];
  return crawl.state === 'partial' ? [{ kind: 'partial', side, gaps: gapsOf(crawl.gaps) }] : [];
}

export function gapsOf(gaps: readonly Gap[]): number {
  return gaps.reduce((sum, { count }) => sum + (count ?? 1), 0);
}
