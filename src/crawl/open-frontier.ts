import type { CrawlPlan } from '../model/crawl-plan.ts';
import type { CrawlLoopDeps } from './crawl-deps.ts';
import { Frontier } from './frontier.ts';
import type { PaceRules } from './polite/host-pace.ts';

const defaultPace: PaceRules = { firstPauseMs: 5_000, maxPauseMs: 15 * 60_000 };

/** A page that is only asked whether it has changed costs a server a request or two; one that is opened costs dozens. */
const lightShare = 0.2;

export function paceRules({ politeness }: CrawlPlan): PaceRules {
  return { ...defaultPace, ...politeness };
}

/** What is to be visited, as polite as plan and robots.txt ask for; every change is remembered. */
export function openFrontier({ plan, robots, context }: Pick<CrawlLoopDeps, 'plan' | 'robots' | 'context'>): Frontier {
  const { delayMs } = plan.politeness;
  return new Frontier({
    delayMs: (host) => Math.max(delayMs, robots.delayMs(host)),
    lightDelayMs: (host) => Math.max(delayMs * lightShare, robots.delayMs(host)),
    pace: paceRules(plan),
    onChange: (row) => context.checkpoints.address(row),
  });
}
