import type { CrawlLoopDeps } from '../crawl-deps.ts';
import type { FrontierItem } from '../frontier.ts';
import { addCookies } from './apply-session.ts';
import { endsAtLogin } from './ends-at-login.ts';
import { secretValues } from './secret-values.ts';
import { SessionGuard } from './session-guard.ts';

/** The guard of a crawl that has a session; undefined for one that has none. */
export async function guardSession(
  deps: CrawlLoopDeps,
  putBack: (item: FrontierItem) => void,
): Promise<SessionGuard<FrontierItem> | undefined> {
  const { session, context, onLoggedOut, onProgress, plan, stop } = deps;
  if (!session) return undefined;
  const { browserContext, ledger, redactor } = context;
  return SessionGuard.begin({
    session,
    seedHosts: plan.seeds.map((seed) => new URL(seed).hostname),
    cookiesNow: async () => (await browserContext()?.cookies()) ?? [],
    isClosedNow: async (url) => {
      const open = browserContext();
      return open ? endsAtLogin(open, url) : false;
    },
    logIn: async ({ cookies }) => {
      redactor.learn(secretValues(cookies));
      const open = browserContext();
      if (open) await addCookies(open, cookies);
    },
    putBack,
    addGap: (gap) => ledger.addGap(gap),
    ...(onLoggedOut ? { askPerson: onLoggedOut } : {}),
    tell: (message) => onProgress({ phase: 'paused', current: message }),
    // A person who interrupts the waiting has interrupted the crawl.
    stop: () => {
      if (!stop.signal.aborted) stop.stop('logged-out');
    },
  });
}
