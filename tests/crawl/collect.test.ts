import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Collect, SiteAnswer } from '../../src/model/public-site.ts';
import { openCrawlStore } from '../../src/storage/sqlite-crawl-store.ts';
import { crawlSite } from '../support/crawl-site.ts';
import { bytes, html, png, redirect, useSites } from '../support/fixtures.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import type { Route } from '../support/test-site.ts';

const site = useSites();
const page = { kind: 'page', include: [], exclude: [/\/unwanted/], maxDepth: 0 } as const;
const plan = {
  workers: 1,
  sitemaps: false,
  scope: page,
  politeness: { robots: 'obey', delayMs: 0, firstPauseMs: 20 },
} as const;

/** Answers with `later` after it has answered `first` once. */
function once(first: Route, later: Route): Route {
  let asked = 0;
  return (request, response, url) => {
    asked += 1;
    const route = asked === 1 ? first : later;
    if (typeof route === 'function') return route(request, response, url);
    response.writeHead(200, { 'content-type': 'text/html' }).end(route);
    return undefined;
  };
}

const busy: Route = (_request, response) => void response.writeHead(429, { 'retry-after': '1' }).end('slow down');
const broken: Route = (_request, response) => void response.writeHead(503).end();

test("a channel's lists are asked politely, each answer is kept, and what they name is visited wherever it lies", async () => {
  const blog = await site({
    '/robots.txt': bytes('User-agent: *\nDisallow: /closed/', 'text/plain'),
    '/': html('<p>The account.</p><a href="/elsewhere">not ours</a>'),
    '/api/1': once(busy, bytes('{"umlaut":"ü"}', 'application/json')),
    '/api/2': redirect('/api/3'),
    '/api/3': once(broken, bytes('[3]', 'application/json; charset=iso-8859-1')),
    '/closed/api': bytes('{}', 'application/json'),
    '/post/1': html('<p>Post 1</p>'),
    '/unwanted/2': html('<p>nobody wants it</p>'),
    '/elsewhere': html('<p>of somebody else</p>'),
    '/picture.png': bytes(png(2, 2), 'image/png'),
  });
  const answers: SiteAnswer[] = [];
  const collect: Collect = async function* (asking) {
    for (const path of ['/api/1', '/api/2', '/closed/api', '/api/none']) answers.push(await asking.ask(blog.url(path)));
    yield { kind: 'page', url: blog.url('/post/1') };
    yield { kind: 'page', url: blog.url('/unwanted/2') };
    yield { kind: 'page', url: blog.url('/post/1#again') };
    yield { kind: 'note', message: 'The list lost a post.' };
    yield { kind: 'gap', reason: 'login-wall', url: blog.url('/more'), message: 'More is behind a login.', count: 7 };
  };
  const complete: Collect = async function* () {
    yield { kind: 'file', url: blog.url('/picture.png') };
    yield { kind: 'file', url: 'data:image/png;base64,AAAA' };
  };
  const { report, pages, exchanges } = await crawlSite([blog.url('/')], { plan, collect, complete });

  expect(answers.map(({ status, text, problem }) => [status, text, problem?.reason])).toEqual([
    [200, '{"umlaut":"ü"}', undefined],
    [200, '[3]', undefined],
    [0, '', 'robots'],
    [404, '<h1>Not here</h1>', undefined],
  ]);
  expect(answers[1]?.url).toBe(blog.url('/api/3'));
  expect(pages.map(({ url }) => new URL(url).pathname)).toEqual(['/', '/post/1']);
  const kept = exchanges.map(({ url, status }) => `${new URL(url).pathname} ${status}`);
  expect(kept).toEqual(
    expect.arrayContaining(['/api/1 429', '/api/1 200', '/api/2 302', '/api/3 503', '/api/3 200', '/picture.png 200']),
  );
  expect(blog.requests).not.toContain('GET /closed/api');
  expect(report.notes).toEqual(['The list lost a post.']);
  expect(report.gaps.map(({ reason, count }) => [reason, count])).toEqual([['login-wall', 7]]);
  expect(report.leftOut).toMatchObject({ excluded: 1 });
});

test('a walk that was stopped is walked again, and no page is visited twice', async () => {
  const folder = await temporaryFolder();
  const blog = await site({
    '/': html('<p>The account.</p>'),
    '/api': bytes('[]', 'application/json'),
    '/post/1': html('<p>Post 1</p>'),
    '/post/2': html('<p>Post 2</p>'),
  });
  const stop = new AbortController();
  let walks = 0;
  const collect: Collect = async function* (asking) {
    walks += 1;
    await asking.ask(blog.url('/api'));
    yield { kind: 'page', url: blog.url('/post/1') };
    if (walks === 1) stop.abort();
    yield { kind: 'page', url: blog.url('/post/2') };
  };
  const run = async (signal?: AbortSignal) => {
    const store = await openCrawlStore(join(folder, 'crawl.db'));
    try {
      return await crawlSite([blog.url('/')], { plan, collect, store, ...(signal ? { signal } : {}) });
    } finally {
      await store.close();
    }
  };
  const first = await run(stop.signal);
  expect(first.report.gaps.map(({ reason }) => reason)).toContain('interrupted');
  const second = await run();
  expect(walks).toBe(2);
  const visited = [...first.pages, ...second.pages].map(({ url }) => new URL(url).pathname);
  expect(visited.sort()).toEqual(['/', '/post/1', '/post/2']);
  expect(second.report).toMatchObject({ state: 'complete', pages: 3 });

  const third = await run();
  expect(walks).toBe(2);
  expect(third.pages).toEqual([]);
});
