import type { ComparedSide, Unfairness } from '../../model/comparison.ts';
import type { Gap } from '../../model/gap.ts';
import type { CrawlReport } from '../../model/snapshot.ts';

/** A snapshot as its own reports describe it. */
export interface DescribedSide {
  readonly side: ComparedSide;
  readonly crawl: CrawlReport | null;
}

/** Everything but time that parts two snapshots, the gravest first. */
export function unfairnessOf(before: DescribedSide, after: DescribedSide): readonly Unfairness[] {
  return [
    ...backwards(before.side, after.side),
    ...otherPlace(before.side, after.side),
    ...otherViewer(before.crawl, after.crawl),
    ...otherScope(before.crawl, after.crawl),
    ...partial('before', before),
    ...partial('after', after),
  ];
}

/** True when what the later snapshot lacks may lack for another reason than time. */
export function isOtherView(unfair: readonly Unfairness[]): boolean {
  return unfair.some(({ kind }) => kind !== 'partial');
}

function backwards(before: ComparedSide, after: ComparedSide): readonly Unfairness[] {
  if (before.takenAt === null || after.takenAt === null) return [];
  if (Date.parse(before.takenAt) <= Date.parse(after.takenAt)) return [];
  return [{ kind: 'backwards', before: before.takenAt, after: after.takenAt }];
}

function otherPlace(before: ComparedSide, after: ComparedSide): readonly Unfairness[] {
  if (before.channel !== null && after.channel !== null && before.channel !== after.channel) {
    return [{ kind: 'other-channel', before: before.channel, after: after.channel }];
  }
  if (before.url === null || after.url === null || before.url === after.url) return [];
  return [{ kind: 'other-address', before: before.url, after: after.url }];
}

function otherViewer(before: CrawlReport | null, after: CrawlReport | null): readonly Unfairness[] {
  if (before === null || after === null) return [];
  const login = ({ session }: CrawlReport) => (session === undefined ? 'none' : 'logged in');
  const view = ({ browser }: CrawlReport) => browser?.viewport;
  const size = (crawl: CrawlReport) => {
    const viewport = view(crawl);
    return viewport === undefined ? '' : `${viewport.width}x${viewport.height}@${viewport.scaleFactor ?? 1}`;
  };
  const traits = [
    ['login', login],
    ['language', ({ browser }: CrawlReport) => browser?.language ?? ''],
    ['timezone', ({ browser }: CrawlReport) => browser?.timezone ?? ''],
    ['viewport', size],
    ['device', ({ browser }: CrawlReport) => browser?.device ?? ''],
  ] as const;
  // Nothing is said of a browser in older snapshots: that is no difference.
  const isSaid = before.browser !== undefined && after.browser !== undefined;
  return traits.flatMap(([what, of]): readonly Unfairness[] => {
    const [a, b] = [of(before), of(after)];
    return a === b || (what !== 'login' && !isSaid) ? [] : [{ kind: 'other-viewer', what, before: a, after: b }];
  });
}

/** A snapshot does not say its scope; whether it kept to robots.txt is what it says. */
function otherScope(before: CrawlReport | null, after: CrawlReport | null): readonly Unfairness[] {
  if (!before?.robots || !after?.robots || before.robots === after.robots) return [];
  return [{ kind: 'other-scope', before: `robots.txt ${before.robots}`, after: `robots.txt ${after.robots}` }];
}

function partial(side: 'before' | 'after', { crawl }: DescribedSide): readonly Unfairness[] {
  if (crawl === null) return [{ kind: 'no-report', side }];
  return crawl.state === 'partial' ? [{ kind: 'partial', side, gaps: gapsOf(crawl.gaps) }] : [];
}

export function gapsOf(gaps: readonly Gap[]): number {
  return gaps.reduce((sum, { count }) => sum + (count ?? 1), 0);
}
