import { expect, test } from 'vitest';
import { crawlDefaults } from '../../src/model/crawl-defaults.ts';
import { crawlSite } from '../support/crawl-site.ts';
import { html, redirect, useSites } from '../support/fixtures.ts';
import type { Route } from '../support/test-site.ts';

const site = useSites();
const one = { workers: 1, sitemaps: false };

test('a page is asked for once, also in a tab where one has just failed', async () => {
  const numbers = Array.from({ length: 5 }, (_, n) => n);
  const routes: Record<string, Route> = { '/round': redirect('/about'), '/about': redirect('/round') };
  for (const n of numbers) {
    routes[`/huge/${n}`] = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'x-filler': 'x'.repeat(600_000) }).end('filler');
    };
    routes[`/good/${n}`] = html(`<p>Page ${n}.</p>`);
  }
  const links = numbers.map((n) => `<a href="/huge/${n}">x</a> <a href="/good/${n}">x</a>`).join(' ');
  const blog = await site({ ...routes, '/': html(`<a href="/round">x</a> ${links}`) });
  const politeness = { robots: 'obey', delayMs: 0, firstPauseMs: 1 } as const;
  const { pages } = await crawlSite([blog.url('/')], { plan: { ...one, politeness } });
  const paths = pages.map(({ url }) => new URL(url).pathname).sort();
  expect(paths).toEqual(['/', ...numbers.map((n) => `/good/${n}`)]);
  const asked = blog.requests.filter((line) => line.startsWith('GET /good/'));
  expect(asked.sort()).toEqual(numbers.map((n) => `GET /good/${n}`));
});

test('cookies that a page has piled up close no other page of its server', async () => {
  const numbers = Array.from({ length: 6 }, (_, n) => n);
  const pile = `<script>for (let n = 0; n < 40; n += 1) document.cookie = 'pile' + n + '=' + 'c'.repeat(3900) + ';path=/';</script>`;
  const routes: Record<string, Route> = Object.fromEntries(
    numbers.flatMap((n) => [
      [`/pile/${n}`, html(`<p>Cookies ${n}.</p>${pile}`)],
      [`/good/${n}`, html(`<p>Page ${n}.</p><img src="/good/${n}.svg">`)],
      [`/good/${n}.svg`, html('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ]),
  );
  const links = numbers.map((n) => `<a href="/pile/${n}">x</a> <a href="/good/${n}">x</a>`).join(' ');
  const blog = await site({ ...routes, '/': html(links) });
  const { pages, report } = await crawlSite([blog.url('/')], { plan: { ...one, workers: 3 } });
  expect(pages.length).toBe(1 + 2 * numbers.length);
  expect(report.gaps).toEqual([]);
});

test('a page that leaves before it has come up is kept at once, not when its time is over', async () => {
  const { limits } = crawlDefaults;
  const blog = await site({
    '/': html(
      `<p>Leaves for nowhere.</p><a href="/next">on</a><script>location.href = 'http://no-such-host.invalid/';</script>`,
    ),
    '/next': html('<p>Next.</p>'),
  });
  const startedMs = performance.now();
  const { pages } = await crawlSite([blog.url('/')], {
    plan: { ...one, limits: { ...limits, pageTimeMs: 50_000 } },
  });
  expect(pages.map(({ text }) => text)).toEqual(['Leaves for nowhere.\n\non', 'Next.']);
  expect(performance.now() - startedMs).toBeLessThan(40_000);
});

test('a page that moves on by a script or a refresh is told with where it ended, and kept there once', async () => {
  const moves = (to: string) => html(`<p>Moving.</p><script>location.replace('${to}');</script>`);
  const elsewhere = await site({ '/': html('<p>Elsewhere.</p>') }, 'localhost');
  const blog = await site({
    '/': html(
      ['/new', '/by-script', '/by-refresh', '/by-status', '/out'].map((to) => `<a href="${to}">x</a>`).join(' '),
    ),
    '/new': html('<p>New.</p>'),
    '/by-script': moves('/new?utm_source=old'),
    '/by-refresh': html('<p>Moving.</p>', '<meta http-equiv="refresh" content="0; url=/new">'),
    '/by-status': redirect('/new', 301),
    '/out': moves(elsewhere.url('/')),
  });
  const { pages, report } = await crawlSite([blog.url('/')], { plan: one });
  expect(pages.map(({ url }) => new URL(url).pathname)).toEqual(['/', '/new']);
  expect(report.movedByScript).toEqual([
    { from: blog.url('/by-script'), to: blog.url('/new') },
    { from: blog.url('/by-refresh'), to: blog.url('/new') },
    { from: blog.url('/out'), to: elsewhere.url('/') },
  ]);
  expect(report).toMatchObject({ state: 'complete', gaps: [], notFound: [] });
});

test('a page that goes on to a login by a script, after a while, is a gap', async () => {
  const blog = await site({
    '/': html('<a href="/feed">feed</a>'),
    '/feed': html(
      `<div style="height:3000px">Some posts.</div><script>addEventListener('scroll', () => setTimeout(() => { location.href = '/login?next=/feed'; }, 50));</script>`,
    ),
    '/login': html('<form><input name="user"><input type="password"></form>'),
  });
  const { pages, report } = await crawlSite([blog.url('/')], { plan: one });
  expect(pages.map(({ url }) => new URL(url).pathname)).toEqual(['/']);
  expect(report.gaps.map(({ reason, url }) => [reason, new URL(url).pathname])).toEqual([['login-wall', '/feed']]);
  expect(report.movedByScript).toBeUndefined();
});
