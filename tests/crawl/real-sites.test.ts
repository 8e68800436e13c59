import { expect, test } from 'vitest';
import { crawlDefaults } from '../../src/model/crawl-defaults.ts';
import { crawlSite } from '../support/crawl-site.ts';
import { bytes, html, png, useSites } from '../support/fixtures.ts';
import type { Route } from '../support/test-site.ts';

const site = useSites();

test('a file the browser caches by its own judgement is read and counted once', async () => {
  // What nginx and Apache send for static files unless told otherwise: validators, and not a word on caching.
  const unsaid = { 'last-modified': 'Mon, 05 Jan 2026 10:00:00 GMT', etag: '"695b8b20-1a2b"' };
  const pages = Array.from({ length: 5 }, (_, n) => `/${n}`);
  const page = html(
    `<img src="/logo.png">${pages.map((path) => `<a href="${path}">x</a>`).join('')}`,
    '<link rel="stylesheet" href="/style.css">',
  );
  const blog = await site({
    ...Object.fromEntries(pages.map((path) => [path, page])),
    '/logo.png': bytes(png(20, 20), 'image/png', unsaid),
    '/style.css': bytes('p { color: green }', 'text/css', unsaid),
  });
  const { exchanges, pageOf } = await crawlSite([blog.url('/0')], { plan: { workers: 1 } });
  for (const path of ['/logo.png', '/style.css']) {
    expect(blog.requests.filter((line) => line === `GET ${path}`)).toHaveLength(1);
    expect(exchanges.filter(({ url }) => url === blog.url(path))).toHaveLength(1);
    const listed = pageOf(blog.url('/4')).resources.find(({ url }) => url === blog.url(path));
    expect(listed).toMatchObject({ fromCache: true, status: 200 });
  }
});

test('the answers of a script that never reads them are kept, each of them, and nothing waits for the reading', async () => {
  let served = 0;
  const blog = await site({
    '/': html(
      '<script>fetch("/now").then(() => fetch("/now")).then(() => fetch("/count", {method: "POST", body: "1"}))</script>',
    ),
    '/now': (_request, response) => {
      served += 1;
      response.writeHead(200, { 'content-type': 'text/plain', 'cache-control': 'no-store' }).end(`moment ${served}`);
    },
    '/count': (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"counted":');
      response.end('true}');
    },
  });
  const startedMs = performance.now();
  const { exchanges, exchange, report } = await crawlSite([blog.url('/')]);
  const told = exchanges.filter(({ url }) => url === blog.url('/now')).map(({ bytes }) => bytes.toString());
  expect(told).toEqual(['moment 1', 'moment 2']);
  expect(exchange(blog.url('/count'), 'POST').bytes.toString()).toBe('{"counted":true}');
  expect(report.gaps).toEqual([]);
  expect(performance.now() - startedMs).toBeLessThan(25_000);
});

test('an answer that breaks off is a gap also when no script reads it', async () => {
  const blog = await site({
    '/': html('<script>fetch("/torn").catch(() => {})</script>'),
    '/torn': (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' }).write('half of it');
      setTimeout(() => response.destroy(), 100);
    },
  });
  const { exchanges, report } = await crawlSite([blog.url('/')]);
  expect(exchanges.filter(({ url }) => url === blog.url('/torn'))).toEqual([]);
  expect(report.gaps).toMatchObject([{ reason: 'resource-failed', url: blog.url('/torn') }]);
});

test('sound and film that wait for somebody to press play are kept, with picture and subtitles', async () => {
  const blog = await site({
    '/': html(
      '<audio controls preload="none"><source type="audio/wav" src="/bell.wav?_=1"></audio>' +
        '<video controls preload="none" poster="/still.png"><source src="/cast.webm"><source src="/cast.mp4">' +
        '<track kind="subtitles" srclang="de" src="/cast.vtt"></video>',
    ),
    '/bell.wav?_=1': bytes('RIFF', 'audio/wav'),
    '/still.png': bytes(png(4, 4), 'image/png'),
    '/cast.webm': bytes('webm', 'video/webm'),
    '/cast.mp4': bytes('mp4', 'video/mp4'),
    '/cast.vtt': bytes('WEBVTT\n', 'text/vtt'),
  });
  const { exchange, report } = await crawlSite([blog.url('/')]);
  for (const path of ['/bell.wav?_=1', '/still.png', '/cast.webm', '/cast.mp4', '/cast.vtt']) {
    expect(exchange(blog.url(path)).status, path).toBe(200);
  }
  expect(report.state).toBe('complete');
});

test('every icon a page names is kept, not only the one this browser would show', async () => {
  const icons = ['/icon-32.png', '/icon-192.png', '/touch.png'];
  const blog = await site({
    '/': html(
      '<p>Home</p>',
      '<link rel="icon" href="/icon-32.png" sizes="32x32"><link rel="shortcut icon" href="/icon-192.png" sizes="192x192">' +
        '<link rel="apple-touch-icon" href="/touch.png">',
    ),
    ...Object.fromEntries(icons.map((path, n) => [path, bytes(png(4, 4, n), 'image/png')])),
  });
  const { exchanges } = await crawlSite([blog.url('/')]);
  const kept = new Set(exchanges.map(({ url }) => new URL(url).pathname));
  expect(icons.filter((path) => !kept.has(path))).toEqual([]);
});

test('a page that gets stuck while it is scrolled is kept as it was before, with a gap, and its links are followed', async () => {
  const blog = await site({
    '/': html(
      '<h1>Index of everything</h1><div style="height:3000px"></div><a href="/next">next</a>' +
        '<script>addEventListener("scroll", () => { for (;;); })</script>',
    ),
    '/next': html('<p>Next</p>'),
  });
  const limits = { ...crawlDefaults.limits, pageTimeMs: 3_000 };
  const { pageOf, report } = await crawlSite([blog.url('/')], { plan: { limits } });
  expect(pageOf(blog.url('/')).text).toContain('Index of everything');
  expect(pageOf(blog.url('/')).view).toBeDefined();
  expect(pageOf(blog.url('/next')).text).toBe('Next');
  expect(report.gaps).toMatchObject([{ reason: 'page-budget', url: blog.url('/') }]);
});

test("WordPress's login pages are left out, one address for every post they return to", async () => {
  const blog = await site({
    '/': html(
      '<a href="/wp-login.php">in</a><a href="/wp-login.php?redirect_to=%2Fa">a</a><a href="/wp-signup.php">new</a>' +
        '<a href="/wp-admin/">admin</a><a href="/why-wp-login-matters/">post</a>',
    ),
    '/why-wp-login-matters/': html('A post of its own'),
    '/wp-login.php': html('<form></form>'),
  });
  const { pages, report } = await crawlSite([blog.url('/')]);
  expect(pages.map(({ url }) => url).sort()).toEqual([blog.url('/'), blog.url('/why-wp-login-matters/')]);
  expect(report.leftOut).toEqual({ 'login-link': 4 });
});

test('a WordPress with plain permalinks is asked for its sitemap where it has it', async () => {
  const xml = (body: (origin: string) => string): Route => {
    return (request, response) => {
      response.writeHead(200, { 'content-type': 'application/xml' }).end(body(`http://${request.headers.host}`));
    };
  };
  const blog = await site({
    '/': html('<a href="/?p=3">A post</a>'),
    '/?p=3': html('A post'),
    '/?page_id=84': html('Linked from nowhere'),
    '/?sitemap=index': xml(
      (origin) =>
        `<sitemapindex><sitemap><loc>${origin}/?sitemap=posts&amp;sitemap-subtype=page</loc></sitemap></sitemapindex>`,
    ),
    '/?sitemap=posts&sitemap-subtype=page': xml(
      (origin) => `<urlset><url><loc>${origin}/?page_id=84</loc></url></urlset>`,
    ),
  });
  const { pageOf, pages } = await crawlSite([blog.url('/')]);
  expect(pageOf(blog.url('/?page_id=84')).text).toBe('Linked from nowhere');
  expect(pages).toHaveLength(3);
});
