import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../src/base/clock.ts';
import { randomIds } from '../../src/base/ids.ts';
import { crawl } from '../../src/crawl/crawl.ts';
import { type FoundChromium, findChromium } from '../../src/crawl/find-chromium.ts';
import type { Dialing } from '../../src/crawl/guard/network-guard.ts';
import { crawlDefaults } from '../../src/model/crawl-defaults.ts';
import type { CrawlPlan } from '../../src/model/crawl-plan.ts';
import type { CrawlStore } from '../../src/model/crawl-store.ts';
import type { Exchange } from '../../src/model/http.ts';
import type { PageCapture } from '../../src/model/page.ts';
import type { Progress } from '../../src/model/progress.ts';
import type { Collect } from '../../src/model/public-site.ts';
import type { CrawlSession, LoggedOut, StoredSession } from '../../src/model/session.ts';
import type { CrawlReport } from '../../src/model/snapshot.ts';

/** An exchange with its body read out: tests are small. */
export interface KeptExchange extends Omit<Exchange, 'body'> {
  readonly bytes: Buffer;
  readonly sha256: string;
}

export interface CrawlResult {
  readonly report: CrawlReport;
  readonly exchanges: readonly KeptExchange[];
  readonly pages: readonly PageCapture[];
  readonly progress: readonly Progress[];
  /** The one exchange of an address (and method); fails when there is none. */
  exchange(url: string, method?: string): KeptExchange;
  pageOf(url: string): PageCapture;
}

export interface CrawlSiteOptions {
  readonly plan?: Partial<Omit<CrawlPlan, 'seeds'>>;
  readonly signal?: AbortSignal;
  readonly dialing?: Partial<Dialing>;
  /** Looked for when absent. */
  readonly chromium?: FoundChromium;
  readonly onExchange?: (exchange: Exchange) => Promise<void> | void;
  readonly session?: CrawlSession;
  /** The crawl's memory, for another one to go on with. */
  readonly store?: CrawlStore;
  readonly onLoggedOut?: (told: LoggedOut) => Promise<StoredSession | undefined>;
  readonly onPage?: (page: PageCapture) => Promise<void> | void;
  readonly collect?: Collect;
  readonly complete?: Collect;
}

/** Crawls with the real browser and keeps what reaches the sink. Nothing waits politely between loopback pages. */
export async function crawlSite(seeds: readonly string[], options: CrawlSiteOptions = {}): Promise<CrawlResult> {
  const folder = await mkdtemp(join(tmpdir(), 'lastpost-crawl-'));
  const exchanges: KeptExchange[] = [];
  const pages: PageCapture[] = [];
  const progress: Progress[] = [];
  try {
    const report = await crawl({
      plan: { ...crawlDefaults, politeness: { robots: 'obey', delayMs: 0 }, ...options.plan, seeds },
      chromium: options.chromium ?? (await findChromium()),
      headed: false,
      spoolFolder: join(folder, 'spool'),
      signal: options.signal ?? new AbortController().signal,
      onProgress: (moment) => progress.push(moment),
      clock: systemClock,
      ids: randomIds,
      ...(options.dialing ? { dialing: options.dialing } : {}),
      ...(options.store ? { store: options.store } : {}),
      ...(options.session ? { session: options.session } : {}),
      ...(options.collect ? { collect: options.collect } : {}),
      ...(options.complete ? { complete: options.complete } : {}),
      ...(options.onLoggedOut ? { onLoggedOut: options.onLoggedOut } : {}),
      sink: {
        exchange: async (exchange) => {
          await options.onExchange?.(exchange);
          const parts: Uint8Array[] = [];
          for await (const part of exchange.body.stream()) parts.push(part);
          const { body, ...rest } = exchange;
          exchanges.push({ ...rest, bytes: Buffer.concat(parts), sha256: body.sha256 });
        },
        page: async (page, keep) => {
          await options.onPage?.(page);
          pages.push(page);
          await keep(undefined);
        },
        settle: (keep) => keep(undefined),
      },
    });
    const find = <T>(found: T | undefined, what: string): T => {
      if (found === undefined) throw new Error(`${what} was not captured.`);
      return found;
    };
    return {
      report,
      exchanges,
      pages,
      progress,
      exchange: (url, method = 'GET') =>
        find(
          exchanges.find((one) => one.url === url && one.method === method),
          `${method} ${url}`,
        ),
      pageOf: (url) =>
        find(
          pages.find((page) => page.url === url),
          url,
        ),
    };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
