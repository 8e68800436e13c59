import { expect, test } from 'vitest';
import { crawlSite } from '../support/crawl-site.ts';
import { bytes, html, png, useSites } from '../support/fixtures.ts';
import type { Route } from '../support/test-site.ts';

const site = useSites();

test.each([
  ['at rest', ''],
  [
    'under a script that leaves it no time',
    '<script>(function spin() { const end = performance.now() + 80; while (performance.now() < end); setTimeout(spin, 5); })();</script>',
  ],
])('scrolls past no part of a page %s without its observers seeing it', async (_, script) => {
  const count = 50;
  const rows = Array.from({ length: count }, (_row, n) => `<div style="height:100px"><img data-src="/${n}.png"></div>`);
  const observe = `<script>
    const seen = new IntersectionObserver((entries) => entries.forEach(({ isIntersecting, target }) => {
      if (isIntersecting) target.firstChild.src = target.firstChild.dataset.src;
    }));
    document.querySelectorAll('div').forEach((row) => seen.observe(row));
    setTimeout(() => document.body.append('settled'), 100);
  </script>`;
  const routes: Record<string, Route> = {
    '/': html(`<style>body { margin: 0 }</style>${rows.join('')}${observe}${script}`),
  };
  for (let n = 0; n < count; n += 1) routes[`/${n}.png`] = bytes(png(8, 8, n), 'image/png');
  const blog = await site(routes);
  const { exchanges } = await crawlSite([blog.url('/')]);
  const loaded = new Set(exchanges.map(({ url }) => new URL(url).pathname));
  expect(Object.keys(routes).filter((path) => !loaded.has(path))).toEqual([]);
});
