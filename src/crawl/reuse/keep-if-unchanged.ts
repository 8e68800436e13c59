import type { CrawlLoopDeps } from '../crawl-deps.ts';
import type { Frontier, FrontierItem } from '../frontier.ts';
import type { VisitAccount } from '../visit-account.ts';

/**
 * Keeps a page that is what it was in the earlier snapshot. One that was tried already has to be opened.
 * @returns false when it has to be opened
 * @throws SinkError when it cannot be taken over
 */
export async function keepIfUnchanged(
  item: FrontierItem,
  { unchanged, awake, stop }: Pick<CrawlLoopDeps, 'unchanged' | 'awake' | 'stop'>,
  frontier: Frontier,
  account: VisitAccount,
): Promise<boolean> {
  if (unchanged === undefined || item.tries > 0) return false;
  const beganMs = awake.now();
  frontier.begins(item, beganMs);
  const page = await unchanged.find(item.url);
  if (page === undefined || stop.signal.aborted) return false;
  frontier.wasLight(item, beganMs);
  await account.keepUnchanged(item, page);
  return true;
}
