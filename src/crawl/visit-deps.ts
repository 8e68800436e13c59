import type { CrawlLoopDeps } from './crawl-deps.ts';
import type { Engine } from './engine.ts';
import type { VisitDeps } from './page/visit-page.ts';

/** What one visit works with, of all that the crawl has. */
export function visitDepsOf(
  { context, downloads, ids, plan, awake }: CrawlLoopDeps,
  { browser: { devtools } }: Engine,
): VisitDeps {
  const { viewport, limits, behaviours: scripts = [] } = plan;
  return { context, devtools, downloads, ids, viewport, pageTimeMs: limits.pageTimeMs, scripts, awake };
}
