import type { CrawlPlan } from '../model/crawl-plan.ts';
import type { ScopeReport } from '../model/snapshot.ts';

/** What belonged to the crawl, for its report. @param redacted takes secrets out of a pattern that a person wrote */
export function scopeReport(
  { scope, limits, sitemaps }: Pick<CrawlPlan, 'scope' | 'limits' | 'sitemaps'>,
  redacted: (text: string) => string,
): ScopeReport {
  const patterns = (list: readonly RegExp[]) => list.map(({ source }) => redacted(source));
  return {
    kind: scope.kind,
    include: patterns(scope.include),
    exclude: patterns(scope.exclude),
    maxDepth: finite(scope.maxDepth),
    sitemaps,
    maxPages: finite(limits.maxPages),
    maxBytes: finite(limits.maxBytes),
    maxTimeMs: finite(limits.maxTimeMs),
  };
}

/** JSON knows no infinity. */
function finite(limit: number): number | null {
  return Number.isFinite(limit) ? limit : null;
}
