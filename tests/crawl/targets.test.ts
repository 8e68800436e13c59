import { expect, test } from 'vitest';
import { crawlSite } from '../support/crawl-site.ts';
import { bytes, html, png, redirect, useSites } from '../support/fixtures.ts';

const site = useSites();

test('takes what a cross-origin frame loads, and what that frame fetches', async () => {
  // Chromium gives localhost and 127.0.0.1 processes of their own: this frame is out of process.
  const embed = await site(
    {
      '/embed': html(
        '<div id="o"></div><img src="/inside.png"><script>fetch("/data.json").then(r => r.text()).then(t => o.textContent = t)</script>',
      ),
      '/data.json': bytes('{"from":"frame"}', 'application/json'),
      '/inside.png': bytes(png(8, 8), 'image/png'),
    },
    'localhost',
  );
  const blog = await site({ '/': html(`<iframe src="${embed.url('/embed')}"></iframe>`) });
  const result = await crawlSite([blog.url('/')]);
  expect(result.exchange(embed.url('/embed')).status).toBe(200);
  expect(result.exchange(embed.url('/data.json')).bytes.toString()).toBe('{"from":"frame"}');
  expect(result.exchange(embed.url('/inside.png')).bytes.equals(png(8, 8))).toBe(true);
  const resources = result.pageOf(blog.url('/')).resources.map((resource) => resource.url);
  expect(resources).toEqual(
    expect.arrayContaining([embed.url('/embed'), embed.url('/data.json'), embed.url('/inside.png')]),
  );
  // As the frame got them: what is fetched a second time beside it may be another answer.
  const asked = embed.requests.filter((line) => !line.endsWith('/favicon.ico'));
  expect(asked.sort()).toEqual(['GET /data.json', 'GET /embed', 'GET /inside.png']);
});

test('takes what dedicated and shared workers fetch', async () => {
  const blog = await site({
    '/': html('<script>new Worker("/worker.js"); new SharedWorker("/shared.js")</script>'),
    '/worker.js': bytes('fetch("/from-worker.json"); importScripts("/imported.js")', 'text/javascript'),
    '/imported.js': bytes('self.x = 1', 'text/javascript'),
    '/from-worker.json': bytes('{"w":1}', 'application/json'),
    '/shared.js': bytes('fetch("/from-shared.json")', 'text/javascript'),
    '/from-shared.json': bytes('{"s":1}', 'application/json'),
  });
  const result = await crawlSite([blog.url('/')]);
  const urls = result.exchanges.map((exchange) => new URL(exchange.url).pathname);
  expect(urls).toEqual(expect.arrayContaining(['/worker.js', '/from-worker.json', '/imported.js', '/shared.js']));
  expect(urls).toContain('/from-shared.json');
});

test('takes what a popup loads and closes it', async () => {
  const blog = await site({
    // The page goes on loading until its window is closed, and tells the server that it was.
    '/': html(`<script>
      const popup = open("/popup");
      const look = async () => {
        for (let n = 0; n < 80 && !popup.closed; n += 1) {
          await fetch("/still-open");
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        if (popup.closed) await fetch("/closed");
      };
      look();
    </script>`),
    '/popup': html('<p>Popup</p><script>fetch("/popup.json")</script>'),
    '/popup.json': bytes('{"p":1}', 'application/json'),
    '/still-open': bytes('', 'text/plain'),
    '/closed': bytes('', 'text/plain'),
  });
  const result = await crawlSite([blog.url('/')], {
    plan: { scope: { kind: 'page', include: [], exclude: [], maxDepth: 0 } },
  });
  expect(result.exchange(blog.url('/popup')).bytes.toString()).toContain('Popup');
  expect(result.exchange(blog.url('/popup.json')).bytes.toString()).toBe('{"p":1}');
  expect(blog.requests).toContain('GET /closed');
});

test('records POST and fetch answers with what was sent', async () => {
  const blog = await site({
    '/': html(
      '<script>fetch("/api", {method: "POST", headers: {"content-type": "application/json"}, body: JSON.stringify({vote: 3})})</script>',
    ),
    '/api': bytes('{"votes":4}', 'application/json'),
  });
  const post = (await crawlSite([blog.url('/')])).exchange(blog.url('/api'), 'POST');
  expect(Buffer.from(post.requestBody ?? []).toString()).toBe('{"vote":3}');
  expect(post.bytes.toString()).toBe('{"votes":4}');
});

test('records each hop of a redirect chain, and keeps the page once under the name it ended at', async () => {
  const blog = await site({
    '/': html('<a href="/old">old</a><a href="/new">new</a>'),
    '/old': redirect('/older', 301),
    '/older': redirect('/new', 302),
    '/new': html('<p>New place</p>'),
  });
  const result = await crawlSite([blog.url('/')]);
  expect(result.exchange(blog.url('/old'))).toMatchObject({ status: 301 });
  expect(result.exchange(blog.url('/older'))).toMatchObject({ status: 302 });
  expect(result.pages.map((page) => new URL(page.url).pathname).sort()).toEqual(['/', '/new']);
});

test('records errors as they came: a missing page is told, a failing one is a gap', async () => {
  const blog = await site({
    '/': html('<a href="/gone">gone</a><a href="/broken">broken</a><img src="/no.png">'),
    '/broken': (_request, response) => void response.writeHead(500, { 'content-type': 'text/html' }).end('<p>Oh</p>'),
  });
  const { report, exchange, pages } = await crawlSite([blog.url('/')]);
  expect(exchange(blog.url('/gone')).status).toBe(404);
  expect(exchange(blog.url('/no.png')).status).toBe(404);
  expect(exchange(blog.url('/broken')).status).toBe(500);
  expect(report.notFound).toEqual([blog.url('/gone')]);
  expect(report.gaps).toMatchObject([{ reason: 'server-error', url: blog.url('/broken') }]);
  expect(report.state).toBe('partial');
  expect(pages).toHaveLength(1);
});

test('dialogs, print, beforeunload and downloads do not stop a crawl', async () => {
  const trap = html(
    '<a href="/next">next</a><a id="d" href="/file.bin" download>file</a><script>onbeforeunload = (e) => { e.preventDefault(); e.returnValue = "stay" }; print(); alert("hello"); confirm("sure?"); prompt("name?"); d.click()</script>',
  );
  const blog = await site({
    '/': trap,
    '/next': html('<p>Next</p>'),
    '/file.bin': bytes(Buffer.alloc(2000, 7), 'application/octet-stream', { 'content-disposition': 'attachment' }),
  });
  const { pages, report } = await crawlSite([blog.url('/')]);
  expect(pages.map((page) => new URL(page.url).pathname).sort()).toEqual(['/', '/next']);
  expect(report.gaps).toEqual([]);
});

test('a WebSocket is noted with the page', async () => {
  const blog = await site({ '/': html('<script>new WebSocket("ws://" + location.host + "/live")</script>') });
  const { pageOf } = await crawlSite([blog.url('/')]);
  const noted = pageOf(blog.url('/')).resources.find((resource) => resource.type === 'websocket');
  expect(noted?.url).toBe(blog.url('/live').replace('http', 'ws'));
});

test('a live event stream neither hangs the crawl nor fills the disk', async () => {
  const blog = await site({
    '/': html('<script>new EventSource("/events")</script>'),
    '/events': (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('data: hello\n\n');
    },
  });
  const startedMs = performance.now();
  const { report, pageOf } = await crawlSite([blog.url('/')], {
    plan: { limits: { maxPages: 9, maxBytes: 1e9, maxTimeMs: 60_000, pageTimeMs: 30_000 } },
  });
  expect(report.pages).toBe(1);
  const noted = pageOf(blog.url('/')).resources.find((resource) => resource.url === blog.url('/events'));
  expect(noted).toMatchObject({ type: 'eventsource', mime: 'text/event-stream' });
  expect(performance.now() - startedMs).toBeLessThan(14_000);
});
