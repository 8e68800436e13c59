import { expect, test } from 'vitest';
import { crawlDefaults } from '../../src/model/crawl-defaults.ts';
import { crawlSite } from '../support/crawl-site.ts';
import { html, useSites } from '../support/fixtures.ts';
import type { Route } from '../support/test-site.ts';

const site = useSites();

/** Answers with the number that was asked for, after a while. */
const late: Route = (_request, response, url) => {
  const answer = () => response.writeHead(200, { 'content-type': 'text/plain' }).end(`Step ${url.search.slice(1)}.`);
  setTimeout(answer, 700);
};

test('waits for what a page loads one after the other', async () => {
  const blog = await site({
    '/': html(`<p>Begun.</p><script>
      const step = async (n) => {
        document.body.append(await (await fetch('/step?' + n)).text());
        if (n < 6) setTimeout(() => step(n + 1), 60);
      };
      step(1);
    </script>`),
    '/step': late,
  });
  const { pageOf, exchanges } = await crawlSite([blog.url('/')], { plan: { sitemaps: false } });
  expect(pageOf(blog.url('/')).text.match(/Step \d\./g)).toHaveLength(6);
  expect(exchanges.filter(({ url }) => url.includes('/step?'))).toHaveLength(6);
});

test('goes on under a page that never rests', async () => {
  const restless = `<p id="clock">0</p><ul id="list"></ul><script>
    let n = 0;
    setInterval(() => { clock.textContent = String(n += 1); list.replaceChildren(document.createElement('li')); }, 20);
    setInterval(() => fetch('/beat?' + n).catch(() => 0), 5_000);
  </script><a href="/next">next</a>`;
  const blog = await site({ '/': html(restless), '/next': html('<p>Next.</p>'), '/beat': html('') });
  const limits = { ...crawlDefaults.limits, pageTimeMs: 55_000 };
  const { pages, report } = await crawlSite([blog.url('/')], { plan: { sitemaps: false, limits } });
  expect(pages.map(({ url }) => new URL(url).pathname)).toEqual(['/', '/next']);
  expect(report.gaps).toEqual([]);
});
