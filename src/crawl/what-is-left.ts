import type { CrawlLoopDeps } from './crawl-deps.ts';
import type { Frontier } from './frontier.ts';
import { makeGap } from './gaps.ts';

/**
 * Says which known pages were not visited, and why: a host that was left alone, a limit, or somebody who stopped it.
 * @param aside addresses that are in no queue at the moment
 */
export function noteWhatIsLeft(deps: CrawlLoopDeps, frontier: Frontier, aside: number): void {
  const { stop } = deps;
  const left = frontier.waiting + aside;
  if (stop.reason !== undefined && stop.reason !== 'failed') noteStop(deps, stop.reason, left);
  else noteLimit(deps, left - noteGivenUpHosts(deps, frontier));
}

/** @returns how many pages that were */
function noteGivenUpHosts({ context, clock }: CrawlLoopDeps, frontier: Frontier): number {
  let pages = 0;
  for (const { origin, waiting, isRateLimited } of frontier.givenUp()) {
    const words = isRateLimited ? 'keeps asking us to slow down' : 'keeps failing';
    const message = `${origin} ${words} and was left alone with ${toGo(waiting)}.`;
    const reason = isRateLimited ? 'rate-limited' : 'server-error';
    context.ledger.addGap(makeGap(reason, origin, message, clock.now(), waiting));
    pages += waiting;
  }
  return pages;
}

const stopWords = {
  interrupted: 'The crawl was stopped',
  'limit-time': 'The time limit was reached',
  'logged-out': 'The crawl was logged out',
} as const;

function noteStop({ plan, context, clock }: CrawlLoopDeps, reason: keyof typeof stopWords, left: number): void {
  const message = `${stopWords[reason]} with ${toGo(left)}.`;
  context.ledger.addGap(makeGap(reason, plan.seeds[0] ?? '', message, clock.now(), Math.max(1, left)));
}

function noteLimit({ plan, context, clock }: CrawlLoopDeps, left: number): void {
  if (left <= 0) return;
  const byBytes = context.ledger.bodyBytes >= plan.limits.maxBytes;
  const message = `${byBytes ? 'The byte limit' : 'The page limit'} was reached with ${toGo(left)}.`;
  const reason = byBytes ? 'limit-bytes' : 'limit-pages';
  context.ledger.addGap(makeGap(reason, plan.seeds[0] ?? '', message, clock.now(), left));
}

function toGo(count: number): string {
  return `${count} known ${count === 1 ? 'page' : 'pages'} to go`;
}
