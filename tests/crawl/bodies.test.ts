import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { crawlSite } from '../support/crawl-site.ts';
import { bytes, html, png, useSites } from '../support/fixtures.ts';
import type { Route } from '../support/test-site.ts';

const site = useSites();
const sha = (data: Buffer) => `sha256:${createHash('sha256').update(data).digest('hex')}`;

/** Bytes that do not compress and are the same each time. */
function noise(length: number): Buffer {
  const data = Buffer.alloc(length);
  let state = 1;
  for (let index = 0; index < length; index += 4) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    data.writeInt32LE(state, index);
  }
  return data;
}

function withRanges(content: Buffer, type: string): Route {
  return (request, response) => {
    const asked = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
    if (!asked) {
      response.writeHead(200, { 'content-type': type, 'content-length': content.length, 'accept-ranges': 'bytes' });
      response.end(content);
      return;
    }
    const start = Number(asked[1]);
    const end = asked[2] ? Number(asked[2]) : content.length - 1;
    response.writeHead(206, {
      'content-type': type,
      'content-range': `bytes ${start}-${end}/${content.length}`,
      'content-length': end - start + 1,
    });
    response.end(content.subarray(start, end + 1));
  };
}

test('a video that the browser reads in ranges is kept whole and once', async () => {
  const video = noise(3_000_000);
  const blog = await site({
    '/': html('<video src="/clip.mp4" preload="auto" controls></video><a href="/two">two</a>'),
    '/two': html('<video src="/clip.mp4" preload="metadata"></video>'),
    '/clip.mp4': withRanges(video, 'video/mp4'),
  });
  const { exchanges } = await crawlSite([blog.url('/')]);
  const clips = exchanges.filter((exchange) => exchange.url === blog.url('/clip.mp4'));
  expect(clips).toHaveLength(1);
  expect(clips[0]).toMatchObject({ status: 200, sha256: sha(video) });
});

test('a body of unknown length is streamed, given to the page and kept whole', async () => {
  const data = noise(20_000_000);
  const blog = await site({
    '/': html(
      '<p id="o"></p><script>fetch("/big").then(r => r.arrayBuffer()).then(b => { o.textContent = b.byteLength })</script>',
    ),
    '/big': (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/octet-stream' });
      for (let at = 0; at < data.length; at += 1_000_000) response.write(data.subarray(at, at + 1_000_000));
      response.end();
    },
  });
  const result = await crawlSite([blog.url('/')]);
  expect(result.exchange(blog.url('/big')).sha256).toBe(sha(data));
  expect(result.pageOf(blog.url('/')).text).toContain('20000000');
});

test('a large file of known length is kept whole', async () => {
  const data = noise(9_000_000);
  const blog = await site({
    // By a script: what the page names is fetched at its end in any case.
    '/': html('<script>fetch("/large.bin").then((answer) => answer.arrayBuffer())</script>'),
    '/large.bin': bytes(data, 'application/octet-stream'),
  });
  expect((await crawlSite([blog.url('/')])).exchange(blog.url('/large.bin')).sha256).toBe(sha(data));
});

test('a compressed page arrives decoded, with the headers as served', async () => {
  const blog = await site({
    '/': (_request, response) => {
      const body = gzipSync(html('<p>Grüße</p>'));
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-encoding': 'gzip',
        'content-length': body.length,
      });
      response.end(body);
    },
  });
  const page = (await crawlSite([blog.url('/')])).exchange(blog.url('/'));
  expect(page.bytes.toString('utf8')).toContain('Grüße');
  expect(page.bodyIsRaw).toBe(false);
  expect(page.responseHeaders).toContainEqual(['content-encoding', 'gzip']);
});

test('what the browser has in its cache is kept once and still listed with every page', async () => {
  const blog = await site({
    '/': html('<img src="/logo.png"><a href="/two">two</a>', '<link rel="stylesheet" href="/style.css">'),
    '/two': html('<img src="/logo.png"><p>Two</p>', '<link rel="stylesheet" href="/style.css">'),
    '/logo.png': bytes(png(20, 20), 'image/png', { 'cache-control': 'max-age=3600' }),
    '/style.css': bytes('p { color: green }', 'text/css', { 'cache-control': 'max-age=3600' }),
  });
  const { exchanges, pageOf } = await crawlSite([blog.url('/')], { plan: { workers: 1 } });
  for (const path of ['/logo.png', '/style.css']) {
    expect(
      exchanges.filter((exchange) => exchange.url === blog.url(path)),
      path,
    ).toHaveLength(1);
    const listed = pageOf(blog.url('/two')).resources.find((resource) => resource.url === blog.url(path));
    expect(listed, path).toMatchObject({ fromCache: true, status: 200 });
  }
});

test('tokens in addresses never leave the crawl, neither in addresses nor in headers', async () => {
  const blog = await site({
    '/': html(
      '<script>fetch("/feed.json?preview_key=PLANTED1&page=2")</script><a href="/next?access_token=PLANTED2">n</a>',
    ),
    '/feed.json': bytes('{}', 'application/json'),
    '/next': html('<img src="/pixel.png">'),
    '/pixel.png': bytes(png(2, 2), 'image/png'),
  });
  const { exchanges, pages } = await crawlSite([blog.url('/')], { plan: { secretParameters: ['preview_key'] } });
  const told = JSON.stringify([
    exchanges.map(({ url, requestHeaders, responseHeaders }) => [url, requestHeaders, responseHeaders]),
    pages.map(({ url, finalUrl, resources }) => [url, finalUrl, resources]),
  ]);
  expect(told).not.toContain('PLANTED');
  expect(exchanges.map((exchange) => exchange.url)).toContain(blog.url('/feed.json?preview_key=REDACTED&page=2'));
  // The server got the real ones: redaction is about what is kept.
  expect(blog.requests).toContain('GET /feed.json?preview_key=PLANTED1&page=2');
});

test('a page that the browser has already parsed keeps its charset', async () => {
  const blog = await site({
    '/': (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=iso-8859-1' });
      response.end(Buffer.from(html('<p>Gr\u00fc\u00dfe aus K\u00f6ln</p>'), 'latin1'));
    },
  });
  const { pageOf, exchange } = await crawlSite([blog.url('/')]);
  expect(pageOf(blog.url('/')).text).toBe('Grüße aus Köln');
  expect(exchange(blog.url('/')).bytes.toString('latin1')).toContain('Grüße aus Köln');
});
