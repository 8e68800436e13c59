import type { Gap, GapReason } from '../model/gap.ts';
import { postAddressKey } from '../model/post-address.ts';

/** These end the whole crawl, wherever it was: any number of posts may lie behind them. */
const everywhere: ReadonlySet<GapReason> = new Set<GapReason>([
  'interrupted',
  'logged-out',
  'rate-limited',
  'limit-time',
  'limit-pages',
  'limit-bytes',
]);

/** These close one address: a single page, or the account with all its posts. */
const somewhere: ReadonlySet<GapReason> = new Set<GapReason>([
  'login-wall',
  'bot-wall',
  'forbidden',
  'robots',
  'age-gate',
  'country-gate',
  'page-budget',
  'server-error',
  'timeout',
  'connection-failed',
  'crashed',
]);

/** Behind this gap there may be any number of posts, whatever the lists say. */
export function isBottomless({ reason, url }: Gap, account: string): boolean {
  const isAccount = postAddressKey(url) === postAddressKey(account);
  return everywhere.has(reason) || (somewhere.has(reason) && isAccount);
}

/** The gap that most likely hides posts: at the account itself, then one that ended the crawl, then a closed page. */
export function findWall(gaps: readonly Gap[], account: string): Gap | undefined {
  return gaps.find((gap) => isBottomless(gap, account)) ?? gaps.find(({ reason }) => somewhere.has(reason));
}
