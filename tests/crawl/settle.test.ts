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
  const askedAtMs: number[] = [];
  const timed =
    (body: string): Route =>
    (_request, response) => {
      askedAtMs.push(performance.now());
      response.writeHead(200, { 'content-type': 'text/html' }).end(html(body));
    };
  const blog = await site({
    '/': timed(restless),
    '/next': timed('<p>Next.</p><a href="/last">on</a>'),
    '/last': timed('<p>Last.</p>'),
    '/beat': html(''),
  });
  const limits = { ...crawlDefaults.limits, pageTimeMs: 80_000 };
  const { pages, report } = await crawlSite([blog.url('/')], { plan: { sitemaps: false, workers: 1, limits } });
  expect(pages.map(({ url }) => new URL(url).pathname)).toEqual(['/', '/next', '/last']);
  expect(report.gaps).toEqual([]);
  const [began = 0, next = 0, last = 0] = askedAtMs;
  // Three waits for rest, each given up after three seconds, and not at its ceiling of ten or fifteen.
  expect(next - began - (last - next)).toBeLessThan(20_000);
});

test('a film that its player leaves waiting holds the page up for a moment only', async () => {
  let isFirst = true;
  const film: Route = (_request, response) => {
    response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': 1_000 });
    // The player's own request stays open; whoever asks again gets all of it.
    if (isFirst) response.write(Buffer.alloc(100));
    else response.end(Buffer.alloc(1_000));
    isFirst = false;
  };
  const askedAtMs: number[] = [];
  const page =
    (body: string): Route =>
    (_request, response) => {
      askedAtMs.push(performance.now());
      response.writeHead(200, { 'content-type': 'text/html' }).end(html(body));
    };
  const blog = await site({
    '/': page('<video src="/film.mp4" preload="auto" controls></video><a href="/plain">on</a>'),
    '/plain': page('<p>No film.</p><a href="/last">on</a>'),
    '/last': page('<p>The last one.</p>'),
    '/film.mp4': film,
  });
  const { exchange, report } = await crawlSite([blog.url('/')], { plan: { sitemaps: false, workers: 1 } });
  expect(exchange(blog.url('/film.mp4')).bytes.length).toBe(1_000);
  expect(report.gaps).toEqual([]);
  const [began = 0, plain = 0, last = 0] = askedAtMs;
  // A request of any other kind is waited for, 15 s and more.
  expect(plain - began - (last - plain)).toBeLessThan(12_000);
});
