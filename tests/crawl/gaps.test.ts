import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { crawlDefaults } from '../../src/model/crawl-defaults.ts';
import { crawlSite } from '../support/crawl-site.ts';
import { bytes, html, png, redirect, useSites } from '../support/fixtures.ts';
import { selfSignedCertificate } from '../support/self-signed-certificate.ts';
import type { Route } from '../support/test-site.ts';

const site = useSites();
const limits = { ...crawlDefaults.limits, pageTimeMs: 6_000 };

test('a host that does not exist', async () => {
  const { report, pages } = await crawlSite(['http://no-such-host.invalid/']);
  expect(pages).toEqual([]);
  expect(report.gaps).toMatchObject([
    { reason: 'no-such-host', message: 'http://no-such-host.invalid/: there is no such host.' },
  ]);
});

test('a port where nobody listens', async () => {
  const gone = await site({});
  await gone.close();
  const { report } = await crawlSite([gone.url('/')]);
  expect(report.gaps).toMatchObject([{ reason: 'connection-failed', url: gone.url('/') }]);
});

test('a certificate that is not valid', async () => {
  const server = createServer(selfSignedCertificate(), (_request, response) => response.end('secret'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const { report } = await crawlSite([`https://127.0.0.1:${port}/`]);
    expect(report.gaps).toMatchObject([{ reason: 'tls-error' }]);
  } finally {
    server.close();
  }
});

test('https asked of a server that has none is not taken for a bad certificate', async () => {
  const plain = await site({ '/': html('plain') });
  const url = plain.url('/').replace('http:', 'https:');
  const { report } = await crawlSite([url]);
  expect(report.gaps).toMatchObject([
    { reason: 'tls-error', message: `${url}: it does not speak https as it should.` },
  ]);
});

test('a redirect that leads round in circles', async () => {
  const blog = await site({ '/': redirect('/a'), '/a': redirect('/') });
  const { report } = await crawlSite([blog.url('/')]);
  expect(report.gaps).toMatchObject([{ reason: 'redirect-loop', url: blog.url('/') }]);
});

test('an answer of 0 bytes', async () => {
  const blog = await site({ '/': bytes('', 'text/html') });
  const { report, pages } = await crawlSite([blog.url('/')]);
  expect(pages).toEqual([]);
  expect(report.gaps).toMatchObject([{ reason: 'empty', url: blog.url('/') }]);
});

test('a PDF as the first address is kept as a file and told; behind a link it is a file like any other', async () => {
  const pdf = bytes('%PDF-1.4 nothing', 'application/pdf');
  const blog = await site({ '/': html('<a href="/doc.pdf">pdf</a>'), '/doc.pdf': pdf });
  const linked = await crawlSite([blog.url('/')]);
  expect(linked.report).toMatchObject({ state: 'complete', pages: 1, files: 1, gaps: [] });
  expect(linked.exchange(blog.url('/doc.pdf')).bytes.toString()).toBe('%PDF-1.4 nothing');
  const first = await crawlSite([blog.url('/doc.pdf')]);
  expect(first.report).toMatchObject({ pages: 0, files: 1, gaps: [{ reason: 'not-html' }] });
});

test('a page that never answers costs its budget and no more', async () => {
  const blog = await site({
    '/': html('<a href="/slow">s</a><a href="/fine">f</a>'),
    '/slow': () => undefined,
    '/fine': html('fine'),
  });
  // Long enough for the two good pages on a machine that is busy with other tests.
  const { report } = await crawlSite([blog.url('/')], { plan: { limits: { ...limits, pageTimeMs: 8_000 } } });
  expect(report.pages).toBe(2);
  expect(report.gaps).toMatchObject([{ reason: 'timeout', url: blog.url('/slow') }]);
});

test('a part that breaks off is never kept as if it were whole: it is a gap with its address', async () => {
  const torn =
    (headers: Record<string, string | number>, part: Buffer): Route =>
    (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/css', ...headers });
      response.write(part);
      setTimeout(() => response.destroy(), 1_000);
    };
  const packed = gzipSync(Buffer.alloc(100_000, 'p { color: red } '));
  const blog = await site({
    '/': html(
      '<p>Text</p>',
      ['length', 'chunked', 'gzip'].map((name) => `<link rel="stylesheet" href="/${name}.css">`).join(''),
    ),
    '/length.css': torn({ 'content-length': 5000 }, Buffer.alloc(100, ' ')),
    '/chunked.css': torn({}, Buffer.alloc(100, ' ')),
    '/gzip.css': torn({ 'content-encoding': 'gzip' }, packed.subarray(0, packed.length - 20)),
  });
  const { report, exchanges } = await crawlSite([blog.url('/')]);
  const missing = ['/chunked.css', '/gzip.css', '/length.css'].map((path) => blog.url(path));
  expect(report.gaps.map((gap) => gap.url).sort()).toEqual(missing);
  expect(exchanges.filter((exchange) => missing.includes(exchange.url))).toEqual([]);
});

test('a part that breaks off is a gap also when the page is too busy to say so', async () => {
  const busy = `<p>Text</p><script>setTimeout(() => { const end = performance.now() + 5000; while (performance.now() < end); }, 20);
    const link = document.createElement('link'); link.rel = 'stylesheet'; link.href = '/torn.css'; document.head.append(link);</script>`;
  const blog = await site({
    '/': html(busy),
    '/torn.css': (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/css' });
      response.write(Buffer.alloc(100, ' '));
      // When the browser has read what came, and long before the page is heard of again.
      setTimeout(() => response.destroy(), 2_000);
    },
  });
  const { report, exchanges } = await crawlSite([blog.url('/')], { plan: { sitemaps: false } });
  expect(report.gaps.map(({ url }) => url)).toEqual([blog.url('/torn.css')]);
  expect(exchanges.filter(({ url }) => url.endsWith('/torn.css'))).toEqual([]);
});

test('a part that breaks off once is fetched again', async () => {
  let times = 0;
  const blog = await site({
    '/': html('<img src="/torn.png">'),
    '/torn.png': (_request, response) => {
      times += 1;
      const picture = png(50, 50);
      response.writeHead(200, { 'content-type': 'image/png', 'content-length': picture.length });
      if (times > 1) response.end(picture);
      else {
        response.write(picture.subarray(0, 30));
        setTimeout(() => response.destroy(), 50);
      }
    },
  });
  const { report, exchange } = await crawlSite([blog.url('/')]);
  expect(exchange(blog.url('/torn.png')).bytes.equals(png(50, 50))).toBe(true);
  expect(report.gaps).toEqual([]);
});

test('a site that asks for a pause gets it and is asked again', async () => {
  for (const header of ['retry-after', 'ratelimit-reset']) {
    const times: number[] = [];
    const blog = await site({
      '/': html('<a href="/busy">b</a>'),
      '/busy': (_request, response) => {
        times.push(performance.now());
        const type = { 'content-type': 'text/html' };
        if (times.length === 1) response.writeHead(429, { [header]: '2', ...type }).end('<p>slow down</p>');
        else response.writeHead(200, type).end(html('now'));
      },
    });
    // Of our own accord we would wait for a millisecond.
    const politeness = { robots: 'obey', delayMs: 0, firstPauseMs: 1 } as const;
    const { report } = await crawlSite([blog.url('/')], { plan: { politeness } });
    expect(report, header).toMatchObject({ state: 'complete', pages: 2, gaps: [] });
    expect((times[1] ?? 0) - (times[0] ?? 0), header).toBeGreaterThan(1_900);
  }
});

test('a page that is closed to us is no page and a gap', async () => {
  const blog = await site({
    '/': html('<a href="/members">m</a>'),
    '/members': (_request, response) =>
      void response.writeHead(403, { 'content-type': 'text/html' }).end('<h1>Members only</h1>'),
  });
  const { report, pages } = await crawlSite([blog.url('/')]);
  expect(pages).toHaveLength(1);
  expect(report.gaps).toMatchObject([{ reason: 'forbidden', url: blog.url('/members') }]);
});

test('stops in good order: what was captured stays, the rest is a gap', async () => {
  const stop = new AbortController();
  const blog = await site(
    Object.fromEntries(
      Array.from({ length: 30 }, (_, n) => [`/${n}`, html(`<a href="/${n + 1}">n</a><a href="/${n + 2}">n</a>`)]),
    ),
  );
  const result = await crawlSite([blog.url('/0')], {
    signal: stop.signal,
    onPage: (page) => {
      if (page.url.endsWith('/3')) stop.abort();
    },
  });
  expect(result.pages.length).toBeGreaterThanOrEqual(3);
  expect(result.pages.length).toBeLessThan(30);
  expect(result.report).toMatchObject({ state: 'partial', gaps: [{ reason: 'interrupted' }] });
});

test('stops at the time and byte limits and says how much is left', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 40 }, (_, n) => [`/${n}`, html(`<a href="/${n + 1}">n</a><!-- ${'x'.repeat(50_000)} -->`)]),
  );
  const blog = await site(many);
  const late = await crawlSite([blog.url('/0')], { plan: { limits: { ...limits, maxTimeMs: 4_000 } } });
  expect(late.report.gaps).toMatchObject([{ reason: 'limit-time' }]);
  const heavy = await crawlSite([blog.url('/0')], { plan: { limits: { ...limits, maxBytes: 120_000 } } });
  expect(heavy.report.gaps.map((gap) => gap.reason)).toContain('limit-bytes');
  expect(heavy.pages.length).toBeLessThan(6);
});

test('an error of the sink ends the crawl and comes out', async () => {
  const blog = await site({ '/': html('x') });
  const full = new Error('no space left');
  await expect(crawlSite([blog.url('/')], { onPage: () => Promise.reject(full) })).rejects.toBe(full);
  await expect(
    crawlSite([blog.url('/')], {
      onExchange: (exchange) => (exchange.url === blog.url('/') ? Promise.reject(full) : undefined),
    }),
  ).rejects.toBe(full);
});

test('one page that is left is told as one page', async () => {
  const blog = await site({ '/': html('<a href="/two">two</a>'), '/two': html('two') });
  const { report } = await crawlSite([blog.url('/')], { plan: { limits: { ...limits, maxPages: 1 } } });
  expect(report.gaps).toMatchObject([{ message: 'The page limit was reached with 1 known page to go.', count: 1 }]);
});
