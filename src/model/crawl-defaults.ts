import type { CrawlPlan } from './crawl-plan.ts';

/** How long a page that has not changed is taken over unopened: nearly every snapshot is quick, and none is believed for ever. */
export const defaultReuseMs = 30 * 86_400_000;

/**
 * What a crawl does when nobody says otherwise. Ten thousand pages is a stop for endless calendars;
 * a site that has more gets a `limit-pages` gap that says how to go on.
 */
export const crawlDefaults: Omit<CrawlPlan, 'seeds'> = {
  scope: { kind: 'host', include: [], exclude: [], maxDepth: Number.POSITIVE_INFINITY },
  limits: {
    maxPages: 10_000,
    maxBytes: Number.POSITIVE_INFINITY,
    maxTimeMs: Number.POSITIVE_INFINITY,
    pageTimeMs: 60_000,
  },
  politeness: { robots: 'obey', delayMs: 500 },
  workers: 2,
  sitemaps: true,
  viewport: { width: 1280, height: 800 },
  secretParameters: [],
  // Far above what pages need, far below what hurts a machine.
  bounds: {
    bodyBytes: 16 * 1024 ** 3,
    openEndedBytes: 512 * 1024 ** 2,
    openEndedMs: 5 * 60_000,
    bodyRatio: 200,
    heldMs: 15_000,
    browserGrowthBytes: 256 * 1024 ** 2,
    tabMemoryBytes: 2 * 1024 ** 3,
    unresponsiveMs: 15_000,
    navigations: 10,
    popups: 10,
    frames: 200,
    requests: 5_000,
    links: 10_000,
    socketBytes: 16 * 1024 ** 2,
    segments: 50_000,
  },
  publicOnly: false,
};
