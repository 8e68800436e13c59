import { join } from 'node:path';
import { systemClock } from '../../dist/base/clock.js';
import { launchBrowser } from '../../dist/crawl/browser/launch-browser.js';
import { TargetTree } from '../../dist/crawl/browser/target-tree.js';
import { DirectDownloads } from '../../dist/crawl/capture/direct-download.js';
import { directOptionsOf } from '../../dist/crawl/capture/direct-options.js';
import { Redactor } from '../../dist/crawl/capture/redact.js';
import { ResponseCapture } from '../../dist/crawl/capture/response-capture.js';
import { Checkpoints } from '../../dist/crawl/checkpoints.js';
import { CrawlLedger } from '../../dist/crawl/crawl-sink.js';
import type { FoundChromium } from '../../dist/crawl/find-chromium.js';
import { openTab } from '../../dist/crawl/page/tab.js';
import { crawlDefaults } from '../../dist/model/crawl-defaults.js';
import { withWriter } from './bench-writer.ts';
import { goTo, share } from './plain-navigation.ts';

/** The same navigation as `plainNavigation`, with every response of every target taken into a WARC. */
export async function captureWhileNavigating(
  urls: readonly string[],
  tabs: number,
  chromium: FoundChromium,
): Promise<void> {
  await withWriter(async (writer, folder) => {
    const viewport = { width: 1280, height: 800 };
    const browser = await launchBrowser({ executablePath: chromium.path, headed: false, viewport });
    try {
      const checkpoints = new Checkpoints(undefined);
      const ledger = new CrawlLedger(checkpoints);
      const redactor = new Redactor([]);
      const context = {
        browserContext: () => browser.context,
        checkpoints,
        sink: {
          exchange: (exchange) => writer.addExchange(exchange),
          page: (page, keep) => writer.addPage(page, keep),
          settle: (keep) => writer.settle(keep),
        },
        ledger,
        redactor,
        clock: systemClock,
        userAgent: browser.userAgent,
        spoolFolder: join(folder, 'spool'),
        signal: new AbortController().signal,
        direct: directOptionsOf(),
        maxBytes: Number.POSITIVE_INFINITY,
        bounds: crawlDefaults.bounds,
        pageTimeMs: crawlDefaults.limits.pageTimeMs,
        guard: undefined,
      } satisfies ConstructorParameters<typeof ResponseCapture>[2];
      const downloads = new DirectDownloads(context);
      const targets = new TargetTree(browser.devtools);
      const capture = new ResponseCapture(browser.devtools, targets, context, downloads);
      await targets.start();
      await share(urls, tabs, async () => {
        const tab = await openTab(browser, targets, capture, redactor);
        return async (url) => {
          const recorder = tab.beginVisit();
          await goTo(tab.page, url);
          await recorder.drained();
        };
      });
      await downloads.idle();
      if (ledger.responses < urls.length) throw new Error(`Only ${ledger.responses} responses were captured.`);
    } finally {
      await browser.close();
    }
  });
}
