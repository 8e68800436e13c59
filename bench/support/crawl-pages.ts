import { join } from 'node:path';
import { systemClock } from '../../dist/base/clock.js';
import { randomIds } from '../../dist/base/ids.js';
import { crawl } from '../../dist/crawl/crawl.js';
import type { FoundChromium } from '../../dist/crawl/find-chromium.js';
import { crawlDefaults } from '../../dist/model/crawl-defaults.js';
import { withWriter } from './bench-writer.ts';

/** Captures exactly these pages as a snapshot would, pictures and text included. Sealing is not part of it. */
export async function crawlPages(urls: readonly string[], tabs: number, chromium: FoundChromium): Promise<void> {
  await withWriter(async (writer, folder) => {
    const report = await crawl({
      plan: {
        ...crawlDefaults,
        seeds: urls,
        scope: { kind: 'page', include: [], exclude: [], maxDepth: 0 },
        politeness: { robots: 'ignore', delayMs: 0 },
        sitemaps: false,
        workers: tabs,
      },
      chromium,
      headed: false,
      sink: {
        exchange: (exchange) => writer.addExchange(exchange),
        page: (page, keep) => writer.addPage(page, keep),
        settle: (keep) => writer.settle(keep),
      },
      spoolFolder: join(folder, 'spool'),
      signal: new AbortController().signal,
      onProgress: () => undefined,
      clock: systemClock,
      ids: randomIds,
    });
    if (report.pages !== urls.length) throw new Error(`${report.pages} of ${urls.length} pages were captured.`);
  });
}
