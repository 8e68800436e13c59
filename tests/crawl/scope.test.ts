import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { crawlDefaults } from '../../src/model/crawl-defaults.ts';
import { crawlSite } from '../support/crawl-site.ts';
import { bytes, html, redirect, useSites } from '../support/fixtures.ts';
import type { Route } from '../support/test-site.ts';

const site = useSites();
const paths = (pages: readonly { url: string }[]) =>
  pages.map((page) => new URL(page.url).pathname + new URL(page.url).search).sort();
const everything = { kind: 'host' as const, include: [], exclude: [], maxDepth: Number.POSITIVE_INFINITY };

test('visits every page of the host that a page links to, once', async () => {
  const blog = await site({
    '/': html('<a href="/a">a</a> <a href="/b?utm_source=x">b</a> <a href="https://elsewhere.example/">out</a>'),
    '/a': html('<a href="/b#part">b</a><a href="/">home</a>'),
    '/b': html('<p>End</p>'),
  });
  const { pages, report } = await crawlSite([blog.url('/')]);
  expect(paths(pages)).toEqual(['/', '/a', '/b']);
  expect(report).toMatchObject({ state: 'complete', pages: 3, gaps: [], leftOut: { 'other-host': 1 } });
  expect(blog.requests.filter((line) => line === 'GET /b')).toHaveLength(1);
});

test('a prefix keeps to its folder, include widens, exclude narrows', async () => {
  const blog = await site({
    '/blog/': html(
      '<a href="/blog/one">1</a><a href="/shop">s</a><a href="/press/kit">p</a><a href="/blog/private/x">x</a>',
    ),
    '/blog/one': html('1'),
    '/press/kit': html('kit'),
  });
  const scope = {
    kind: 'prefix' as const,
    include: [/\/press\//],
    exclude: [/private/],
    maxDepth: Number.POSITIVE_INFINITY,
  };
  const { pages, report } = await crawlSite([blog.url('/blog/')], { plan: { scope } });
  expect(paths(pages)).toEqual(['/blog/', '/blog/one', '/press/kit']);
  expect(report.leftOut).toEqual({ 'outside-prefix': 1, excluded: 1 });
  expect(report.state).toBe('complete');
});

test('depth and page limits hold; a page limit is a gap with the number left', async () => {
  const chain = Object.fromEntries(
    Array.from({ length: 8 }, (_, n) => [`/${n}`, html(`<a href="/${n + 1}">next</a>`)]),
  );
  const blog = await site(chain);
  const deep = await crawlSite([blog.url('/0')], { plan: { scope: { ...everything, maxDepth: 2 } } });
  expect(paths(deep.pages)).toEqual(['/0', '/1', '/2']);
  expect(deep.report.leftOut).toEqual({ 'too-deep': 1 });
  const wide = await site({
    '/': html(Array.from({ length: 9 }, (_, n) => `<a href="/p${n}">x</a>`).join('')),
    ...Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`/p${n}`, html('p')])),
  });
  const few = await crawlSite([wide.url('/')], { plan: { limits: { ...crawlDefaults.limits, maxPages: 4 } } });
  expect(few.pages).toHaveLength(4);
  expect(few.report).toMatchObject({ state: 'partial', gaps: [{ reason: 'limit-pages', count: 6 }] });
});

test('finds pages that only a sitemap, a gzipped one behind an index, or a feed knows', async () => {
  const blog = await site({
    '/': html('<p>Home</p>', '<link rel="alternate" type="application/rss+xml" href="/feed">'),
    '/robots.txt': (_request, response, url) =>
      void response
        .writeHead(200, { 'content-type': 'text/plain' })
        .end(`User-agent: *\nSitemap: http://${_request.headers.host}/index.xml\n${url.search}`),
    '/index.xml': (request, response) =>
      void response
        .writeHead(200, { 'content-type': 'application/xml' })
        .end(
          `<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>http://${request.headers.host}/part.xml.gz</loc></sitemap></sitemapindex>`,
        ),
    '/part.xml.gz': (request, response) =>
      void response
        .writeHead(200, { 'content-type': 'application/gzip' })
        .end(
          gzipSync(`<urlset><url><loc>http://${request.headers.host}/only-in-sitemap?a=1&amp;b=2</loc></url></urlset>`),
        ),
    '/only-in-sitemap?a=1&b=2': html('found by sitemap'),
    '/feed': bytes(
      '<rss version="2.0"><channel><link>/</link><item><title>Only</title><link>/only-in-feed</link></item></channel></rss>',
      'application/rss+xml',
    ),
    '/only-in-feed': html('found by feed'),
  });
  const { pages, exchange } = await crawlSite([blog.url('/')]);
  expect(paths(pages)).toEqual(['/', '/only-in-feed', '/only-in-sitemap?a=1&b=2']);
  expect(exchange(blog.url('/index.xml')).status).toBe(200);
});

test('reads Atom and JSON Feed, and follows rel=next and prev, canonical and meta refresh', async () => {
  const blog = await site({
    '/': html(
      'Home',
      '<link rel="alternate" type="application/atom+xml" href="/atom"><link rel="alternate" type="application/feed+json" href="/feed.json"><link rel="next" href="/page/2"><link rel="prev" href="/page/0"><link rel="canonical" href="/home">',
    ),
    '/atom': bytes(
      '<feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" href="/atom"/><entry><link href="/from-atom"/></entry></feed>',
      'application/atom+xml',
    ),
    '/feed.json': bytes(
      '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","url":"/from-json"}]}',
      'application/feed+json',
    ),
    '/from-atom': html('atom'),
    '/from-json': html('json'),
    '/page/0': html('none'),
    '/page/2': html('two', '<meta http-equiv="refresh" content="3600; url=/refreshed">'),
    '/home': html('home'),
    '/refreshed': html('refreshed'),
  });
  const { pages } = await crawlSite([blog.url('/')]);
  expect(paths(pages)).toEqual(['/', '/from-atom', '/from-json', '/home', '/page/0', '/page/2', '/refreshed']);
});

test('keeps out of what robots.txt closes and says so; ignoring it is recorded', async () => {
  const routes = {
    '/': html('<a href="/open">o</a><a href="/closed/page">c</a>'),
    '/robots.txt': bytes('User-agent: *\nDisallow: /closed/\n', 'text/plain'),
    '/open': html('open'),
    '/closed/page': html('closed'),
  };
  const blog = await site(routes);
  const obeyed = await crawlSite([blog.url('/')]);
  expect(paths(obeyed.pages)).toEqual(['/', '/open']);
  expect(obeyed.report).toMatchObject({
    robots: 'obeyed',
    state: 'partial',
    gaps: [{ reason: 'robots', url: blog.url('/closed/page') }],
  });
  expect(blog.requests).not.toContain('GET /closed/page');
  const ignored = await crawlSite([blog.url('/')], { plan: { politeness: { robots: 'ignore', delayMs: 0 } } });
  expect(paths(ignored.pages)).toEqual(['/', '/closed/page', '/open']);
  expect(ignored.report).toMatchObject({ robots: 'ignored', state: 'complete' });
});

test('keeps the distance that robots.txt or the person asks for, and tells the site who comes', async () => {
  const times: number[] = [];
  const timed =
    (body: string): Route =>
    (_request, response) => {
      times.push(performance.now());
      response.writeHead(200, { 'content-type': 'text/html' }).end(body);
    };
  const blog = await site({
    '/robots.txt': bytes('User-agent: Lastpost\nCrawl-delay: 1\n', 'text/plain'),
    '/': timed(html('<a href="/a">a</a><a href="/b">b</a>')),
    '/a': timed(html('a')),
    '/b': timed(html('b')),
  });
  await crawlSite([blog.url('/')], { plan: { workers: 3 } });
  const distances = times.slice(1).map((at, index) => at - (times[index] ?? 0));
  expect(times).toHaveLength(3);
  // A second by our clock; what a busy machine adds between the browser and the server, it may take from the next.
  for (const distance of distances) expect(distance).toBeGreaterThan(600);
  expect((times[2] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(1_700);
  expect(blog.headersOf.get('/a')?.['user-agent']).toMatch(/Chrome\/\d+.* Lastpost\/\d+\.\d+\.\d+ \(keeps a copy/);
});

test('follows a seed that moves to another host', async () => {
  const target = await site({ '/': html('<a href="/inside">in</a>'), '/inside': html('inside') }, 'localhost');
  const old = await site({ '/': redirect(target.url('/'), 301) });
  const { pages } = await crawlSite([old.url('/')]);
  expect(pages.map((page) => page.url).sort()).toEqual([target.url('/'), target.url('/inside')].sort());
});

test('several tabs share the work without visiting anything twice', async () => {
  const count = 24;
  const routes = Object.fromEntries(
    Array.from({ length: count }, (_, n) => [
      `/p${n}`,
      html(Array.from({ length: count }, (_, m) => `<a href="/p${m}">${m}</a>`).join('')),
    ]),
  );
  const blog = await site(routes);
  const { pages } = await crawlSite([blog.url('/p0')], { plan: { workers: 4 } });
  expect(pages).toHaveLength(count);
  expect(blog.requests.filter((line) => /GET \/p\d+$/.test(line))).toHaveLength(count);
});
