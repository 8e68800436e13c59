import type { CrawlFacts } from '../model/crawl-store.ts';
import type { SessionReport } from '../model/session-report.ts';
import type { CrawlReport, HostReport, MovedPage } from '../model/snapshot.ts';
import type { CrawlLoopDeps } from './crawl-deps.ts';
import { scopeReport } from './scope-report.ts';

/** What a crawl did, for the snapshot and for the person. @param hosts those that had to be treated with care */
export function crawlReport(
  { context, plan, clock, robots, unchanged }: CrawlLoopDeps,
  facts: CrawlFacts & {
    readonly pages: number;
    readonly notFound: readonly string[];
    readonly movedByScript: readonly MovedPage[];
  },
  hosts: readonly HostReport[],
  session: SessionReport | undefined,
): CrawlReport {
  const { ledger, redactor } = context;
  const { gaps } = ledger;
  return {
    state: gaps.length === 0 ? 'complete' : 'partial',
    pages: facts.pages,
    files: facts.files,
    // A crawl that is gone on with and told to open all has those that were taken over before.
    ...(unchanged === undefined && !facts.unchanged ? {} : { unchanged: facts.unchanged ?? 0 }),
    notFound: facts.notFound,
    ...(facts.movedByScript.length > 0 ? { movedByScript: facts.movedByScript } : {}),
    responses: facts.responses,
    bodyBytes: facts.bodyBytes,
    gaps,
    leftOut: facts.leftOut,
    scope: scopeReport(plan, (text) => redactor.text(text)),
    robots: plan.politeness.robots === 'obey' ? 'obeyed' : 'ignored',
    robotsDecidedBy: plan.politeness.robotsDecidedBy ?? 'default',
    robotsHosts: robots.report((text) => redactor.text(text)),
    robotsTags: ledger.robotsTags.report,
    ...(session ? { session } : {}),
    ...(plan.behaviours?.length ? { behaviours: plan.behaviours.map(({ name, sha256 }) => ({ name, sha256 })) } : {}),
    hosts,
    ...(facts.notes?.length ? { notes: facts.notes } : {}),
    startedAt: facts.startedAt,
    finishedAt: clock.now().toISOString(),
  };
}
