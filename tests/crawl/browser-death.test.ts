import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { launchOptionsOf } from '../../src/crawl/browser/browser-options.ts';
import { launchBrowser } from '../../src/crawl/browser/launch-browser.ts';
import { unlessClosed } from '../../src/crawl/browser/unless-closed.ts';
import { findChromium } from '../../src/crawl/find-chromium.ts';
import { crawlDefaults } from '../../src/model/crawl-defaults.ts';
import { browserPids } from '../support/browser-pids.ts';
import { crawlSite } from '../support/crawl-site.ts';
import { html, useSites } from '../support/fixtures.ts';
import type { Route } from '../support/test-site.ts';

const site = useSites();

const isLinux = process.platform === 'linux';

test.runIf(isLinux)(
  'a browser that dies is replaced, and no page is lost or blamed for it',
  async () => {
    const routes: Record<string, Route> = {};
    for (let n = 0; n < 14; n += 1) {
      const links = [1, 2, 3].map((step) => `<a href="/${Math.min(n + step, 13)}">on</a>`).join(' ');
      routes[n === 0 ? '/' : `/${n}`] = html(`<h1>Page ${n}</h1>${links}`);
    }
    const blog = await site(routes);
    let seen = 0;
    const { report, pages } = await crawlSite([blog.url('/')], {
      plan: { workers: 3 },
      onPage: () => {
        seen += 1;
        // Several times in a row: the same pages are open again and again when it happens.
        if ((seen >= 4 && seen <= 7) || seen === 10) for (const pid of browserPids()) process.kill(pid, 'SIGKILL');
      },
    });
    expect(pages.map(({ url }) => new URL(url).pathname).sort()).toEqual(
      ['/', ...Array.from({ length: 13 }, (_, index) => `/${index + 1}`)].sort(),
    );
    expect(report).toMatchObject({ state: 'complete', pages: 14, gaps: [] });
  },
  240_000,
);

test.runIf(isLinux)(
  'a page that kills the browser each time is told, and the others are all there',
  async () => {
    const kill = async (): Promise<void> => {
      await sleep(50);
      for (const pid of browserPids()) process.kill(pid, 'SIGKILL');
    };
    const blog = await site({
      '/': html('<a href="/a">a</a><a href="/killer">k</a><a href="/b">b</a><a href="/c">c</a>'),
      '/a': html('a'),
      '/b': html('b'),
      '/c': html('c'),
      '/killer': (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        response.write('<!doctype html><title>killer</title>');
        void kill().finally(() => response.end());
      },
    });
    const { report, pages } = await crawlSite([blog.url('/')], { plan: { workers: 3 } });
    expect(pages.map(({ url }) => new URL(url).pathname).sort()).toEqual(['/', '/a', '/b', '/c']);
    expect(report.gaps).toMatchObject([{ reason: 'crashed', url: blog.url('/killer') }]);
  },
  240_000,
);

test.runIf(isLinux)('what a browser owes us is waited for no longer than there is a browser', async () => {
  const { path } = await findChromium();
  const browser = await launchBrowser({
    ...launchOptionsOf(crawlDefaults),
    executablePath: path,
    headed: false,
    guard: undefined,
  });
  expect(await unlessClosed(browser.context, Promise.resolve('a tab'))).toBe('a tab');
  const never = unlessClosed(browser.context, new Promise(() => undefined));
  for (const pid of browserPids()) process.kill(pid, 'SIGKILL');
  await expect(never).rejects.toThrow('closed');
  await browser.close();
});
