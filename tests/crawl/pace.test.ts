import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { HostPace } from '../../src/crawl/polite/host-pace.ts';
import { crawlSite } from '../support/crawl-site.ts';
import { html, useSites } from '../support/fixtures.ts';
import type { Route } from '../support/test-site.ts';

const site = useSites();
const quick = { robots: 'obey' as const, delayMs: 0, firstPauseMs: 300, maxPauseMs: 5_000 };

/** A start page with links to `count` pages, each answered by `answer`. */
function linked(count: number, answer: (n: number, request: IncomingMessage, response: ServerResponse) => void) {
  const numbers = Array.from({ length: count }, (_, n) => n + 1);
  const routes: Record<string, Route> = { '/': html(numbers.map((n) => `<a href="/${n}">${n}</a>`).join(' ')) };
  for (const n of numbers) routes[`/${n}`] = (request, response) => answer(n, request, response);
  return routes;
}

const send = (response: ServerResponse, status: number, headers: Record<string, string> = {}) =>
  void response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(html(`answer ${status}`));

test('a host that fails for a while is left in peace, tried with one page, and then taken whole', async () => {
  let failures = 0;
  let open = 0;
  let mostOpen = 0;
  const blog = await site(
    linked(12, (_n, _request, response) => {
      open += 1;
      if (failures >= 5) mostOpen = Math.max(mostOpen, open);
      response.once('close', () => {
        open -= 1;
      });
      failures += 1;
      if (failures <= 9) send(response, 503);
      else send(response, 200);
    }),
  );
  const { report } = await crawlSite([blog.url('/')], { plan: { workers: 3, politeness: quick } });
  expect(report).toMatchObject({ state: 'complete', pages: 13, gaps: [] });
  expect(report.hosts).toMatchObject([{ givenUp: false, rateLimited: 0 }]);
  expect(report.hosts[0]?.pauses).toBeGreaterThanOrEqual(2);
});

test('a host that keeps failing is given up, and what is missing there is one gap with its number', async () => {
  const blog = await site(linked(30, (_n, _request, response) => send(response, 500)));
  const { report } = await crawlSite([blog.url('/')], { plan: { workers: 2, politeness: quick } });
  expect(report).toMatchObject({ state: 'partial', pages: 1 });
  expect(report.hosts).toMatchObject([{ givenUp: true }]);
  const missing = report.gaps.filter(({ reason }) => reason === 'server-error');
  expect(missing.reduce((sum, gap) => sum + (gap.count ?? 1), 0)).toBe(30);
  expect(missing.some(({ url, count }) => url === new URL(blog.url('/')).origin && (count ?? 0) > 5)).toBe(true);
  // Politely: far fewer requests than three for each page.
  expect(blog.requests.length).toBeLessThan(40);
});

test('a pause longer than anybody would wait is not waited for, and said', async () => {
  const blog = await site(linked(4, (_n, _request, response) => send(response, 429, { 'ratelimit-reset': '7200' })));
  const { report } = await crawlSite([blog.url('/')], { plan: { politeness: quick } });
  expect(report.gaps.map(({ reason }) => reason)).toContain('rate-limited');
  expect(report.hosts).toMatchObject([{ givenUp: true }]);
  // Only those that were under way when the first answer came.
  expect(blog.requests.filter((line) => /\/\d+$/.test(line)).length).toBeLessThanOrEqual(2);
  expect(report.gaps.reduce((sum, gap) => sum + (gap.count ?? 1), 0)).toBe(4);
});

describe('the pace of one host', () => {
  const rules = { firstPauseMs: 1_000, maxPauseMs: 60_000 };

  test('doubles its pauses while the host says "too many", and one page that comes ends it', () => {
    const pace = new HostPace('example.org', rules);
    pace.begins(0, 500);
    pace.trouble('rate-limited', 0);
    expect(pace.notBeforeMs).toBe(1_000);
    pace.begins(1_000, 500);
    expect(pace.notBeforeMs).toBe(Number.POSITIVE_INFINITY);
    pace.trouble('rate-limited', 1_200);
    expect(pace.notBeforeMs).toBe(3_200);
    pace.begins(3_200, 500);
    pace.wentWell();
    // Slower than before for a while.
    expect(pace.notBeforeMs).toBeGreaterThan(3_200 + 500);
    expect(pace.report()).toMatchObject({ rateLimited: 2, pauses: 2, pausedMs: 3_000, givenUp: false });
  });

  test('opens after five failures in a row, not after five with a success between', () => {
    const pace = new HostPace('example.org', rules);
    for (let n = 0; n < 4; n += 1) pace.trouble('server-error', 0);
    pace.wentWell();
    for (let n = 0; n < 4; n += 1) pace.trouble('server-error', 0);
    expect(pace.notBeforeMs).toBe(0);
    pace.trouble('timeout', 10);
    expect(pace.notBeforeMs).toBe(1_010);
  });

  test('makes a trial again when its page says nothing about the host', () => {
    const pace = new HostPace('example.org', rules);
    pace.trouble('rate-limited', 0);
    pace.begins(1_000, 0);
    pace.saysNothing();
    expect(pace.notBeforeMs).toBeLessThan(Number.POSITIVE_INFINITY);
  });

  test('takes the answers of pages that were under way for the same message', () => {
    const pace = new HostPace('example.org', rules);
    for (let n = 0; n < 8; n += 1) pace.trouble('rate-limited', 0);
    expect(pace.isGivenUp).toBe(false);
    expect(pace.notBeforeMs).toBe(1_000);
  });
});

test('after a page that was only asked about the next may come sooner, but never into a pause or after another page', () => {
  const pace = () => new HostPace('blog.example.org', { firstPauseMs: 5_000, maxPauseMs: 60_000 });
  const light = pace();
  light.begins(1_000, 500);
  light.wasLight(1_000, 100);
  expect(light.notBeforeMs).toBe(1_100);

  const beside = pace();
  beside.begins(1_000, 500);
  beside.begins(1_200, 500);
  beside.wasLight(1_000, 100);
  expect(beside.notBeforeMs).toBe(1_700);

  const paused = pace();
  paused.begins(1_000, 500);
  paused.trouble('rate-limited', 1_050, 8_000);
  paused.wasLight(1_000, 100);
  expect(paused.notBeforeMs).toBe(9_050);
});
