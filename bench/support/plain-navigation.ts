import type { Page } from 'playwright-core';
import { launchBrowser } from '../../dist/crawl/browser/launch-browser.js';

/** Shares the pages among the tabs; each tab takes the next one when it has finished its last. */
export async function share(
  urls: readonly string[],
  tabs: number,
  openTab: () => Promise<(url: string) => Promise<unknown>>,
): Promise<void> {
  const left = [...urls];
  const work = async () => {
    const visit = await openTab();
    for (let url = left.shift(); url !== undefined; url = left.shift()) await visit(url);
  };
  await Promise.all(Array.from({ length: tabs }, work));
}

export async function goTo(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'networkidle' });
}

/** Goes to each page with Playwright until the network is idle, and does nothing else. Browser and flags are ours. */
export async function plainNavigation(urls: readonly string[], tabs: number, executablePath: string): Promise<void> {
  const viewport = { width: 1280, height: 800 };
  const browser = await launchBrowser({ executablePath, headed: false, viewport });
  try {
    await share(urls, tabs, async () => {
      const page = await browser.context.newPage();
      return (url) => goTo(page, url);
    });
  } finally {
    await browser.close();
  }
}
