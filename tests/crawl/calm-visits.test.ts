import { expect, test } from 'vitest';
import { CalmVisits } from '../../src/crawl/calm-visits.ts';
import type { Visit } from '../../src/crawl/page/visit.ts';
import { crawlDefaults } from '../../src/model/crawl-defaults.ts';
import { crawlSite } from '../support/crawl-site.ts';
import { html, useSites } from '../support/fixtures.ts';
import type { Route } from '../support/test-site.ts';

const site = useSites();
const steps = 12;
const plan = { workers: 2, sitemaps: false, limits: { ...crawlDefaults.limits, pageTimeMs: 6_000 } };

/** A page without end beside one that is far too slow as long as the first is open. */
function neighbours(onVisit: (path: string, time: number) => void = () => undefined): Record<string, Route> {
  let busyAtMs = Number.NEGATIVE_INFINITY;
  const times = new Map<string, number>();
  const page =
    (path: string, body: string): Route =>
    (_request, response) => {
      times.set(path, (times.get(path) ?? 0) + 1);
      onVisit(path, times.get(path) ?? 0);
      response.writeHead(200, { 'content-type': 'text/html' }).end(html(body));
    };
  const answer = (words: string, afterMs: () => number): Route => {
    return (_request, response, url) => {
      const text = words + url.search.slice(1);
      setTimeout(() => response.writeHead(200, { 'content-type': 'text/plain' }).end(text), afterMs());
    };
  };
  return {
    '/': html('<a href="/endless">1</a> <a href="/late">2</a>'),
    '/endless': page(
      '/endless',
      '<p>Endless.</p><script>(async () => { for (;;) await (await fetch("/busy")).text(); })();</script>',
    ),
    '/late': page(
      '/late',
      `<p>Late.</p><script>(async () => {
        for (let n = 1; n <= ${steps}; n += 1) document.body.append(' ' + await (await fetch('/step?' + n)).text() + '.');
      })();</script><a href="/found">on</a>`,
    ),
    '/found': page('/found', '<p>Found on the first visit.</p>'),
    '/busy': (request, response, url) => {
      busyAtMs = performance.now();
      return (answer('busy', () => 250) as Exclude<Route, string>)(request, response, url);
    },
    '/step': answer('Step ', () => (performance.now() - busyAtMs < 1_000 ? 1_500 : 20)),
  };
}

const pathsOf = (pages: readonly { readonly url: string }[]) => pages.map(({ url }) => new URL(url).pathname).sort();

test('a page whose time ran out beside others is visited once more, alone, and kept once', async () => {
  const blog = await site(neighbours());
  const { pages, pageOf, report } = await crawlSite([blog.url('/')], { plan });
  expect(pathsOf(pages)).toEqual(['/', '/endless', '/found', '/late']);
  expect(pageOf(blog.url('/late')).text).toContain(`Step ${steps}.`);
  // The other one is late by itself: it is told once, when it was alone.
  expect(report.gaps).toMatchObject([{ reason: 'page-budget', url: blog.url('/endless') }]);
  const asked = (path: string) => blog.requests.filter((line) => line === `GET ${path}`).length;
  expect([asked('/late'), asked('/endless'), asked('/found')]).toEqual([2, 2, 1]);
  expect(report).toMatchObject({ pages: 4, state: 'partial' });
});

test('what the first visit had is kept when the second one is not to be', async () => {
  const stopped = new AbortController();
  const blog = await site(
    neighbours((_path, time) => {
      if (time === 2) setTimeout(() => stopped.abort(), 500);
    }),
  );
  const { pages, report } = await crawlSite([blog.url('/')], { plan, signal: stopped.signal });
  expect(pathsOf(pages)).toEqual(['/', '/endless', '/found', '/late']);
  expect(report.gaps.filter(({ reason }) => reason === 'page-budget').map(({ url }) => url)).toEqual(
    expect.arrayContaining([blog.url('/endless'), blog.url('/late')]),
  );
});

test('a page that does not come at all beside others is asked for once more, alone, before it is told', async () => {
  let open = 0;
  const asked: string[] = [];
  /** Answers only while nothing else is being answered, and never at first: the others may not have been asked for by then. */
  const shy: Route = (request, response) => {
    const visit = asked.push(request.url ?? '');
    const answer = () => {
      if (response.writableEnded || response.destroyed) return;
      if (visit === 1 || open > 0) setTimeout(answer, 100);
      else response.writeHead(200, { 'content-type': 'text/html' }).end(html('<p>Here I am.</p>'));
    };
    answer();
  };
  const loud: Route = (_request, response) => {
    open += 1;
    response.on('close', () => {
      open -= 1;
    });
    response.writeHead(200, { 'content-type': 'text/html' });
    response.write(html('<p>Loud.</p>').replace('</body>', '').replace('</html>', ''));
  };
  const links = ['/loud/1', '/shy', '/loud/2', '/loud/3', '/loud/4'].map((path) => `<a href="${path}">${path}</a>`);
  const blog = await site({
    '/': html(links.join(' ')),
    '/shy': shy,
    ...Object.fromEntries([1, 2, 3, 4].map((n) => [`/loud/${n}`, loud])),
  });
  const { pages, pageOf, report } = await crawlSite([blog.url('/')], {
    plan: { ...plan, politeness: { ...crawlDefaults.politeness, delayMs: 0, firstPauseMs: 1 } },
  });
  expect(pathsOf(pages)).toContain('/shy');
  expect(pageOf(blog.url('/shy')).text).toContain('Here I am.');
  expect(report.gaps.filter(({ url }) => url === blog.url('/shy'))).toEqual([]);
  expect(asked.length).toBeGreaterThan(1);
});

/** As much of a visit as is looked at. */
const cutOff = (text: string, reasons: readonly string[] = []): Visit =>
  ({
    kind: 'page',
    ranOutOfTime: true,
    capture: { text, gaps: reasons.map((reason) => ({ reason })) },
  }) as unknown as Visit;
const item = (n: number) => ({ url: `https://example.org/${n}`, depth: 1, isSeed: false, tries: 0 });

/** Visits `count` pages side by side, all cut off, and lets those wait that want to. */
function crowd(calm: CalmVisits, count: number) {
  const items = Array.from({ length: count }, (_, n) => item(n));
  for (const each of items) calm.begins(each);
  for (const each of items) {
    const visit = cutOff(`Page ${each.url}`);
    if (calm.wants(each, visit, false)) calm.hold(each, visit);
    calm.ends(each);
  }
  return items;
}

test('pages that are cut off alone as well are not visited twice for ever, and none is lost', () => {
  const calm = new CalmVisits();
  const items = crowd(calm, 8);
  // As many as memory holds: they come first now.
  expect([calm.waiting, calm.isDue]).toEqual([8, true]);
  for (let n = 0; n < 5; n += 1) {
    const next = calm.take();
    expect(next).toBe(items[n]);
    if (!next) continue;
    calm.begins(next);
    expect(calm.isDue).toBe(true);
    const second = cutOff(n === 0 ? 'Less' : 'More than there was the first time.');
    expect(calm.better(next, second)).toMatchObject({
      capture: { text: n === 0 ? `Page ${next.url}` : 'More than there was the first time.' },
    });
    calm.ends(next);
  }
  expect([calm.isDue, calm.take()]).toEqual([false, undefined]);
  expect(crowd(calm, 2).length + calm.waiting).toBe(2 + 3);
  expect(calm.left().map((each) => each.item)).toEqual(items.slice(5));
  expect(calm.left()).toEqual([]);
});

test('a page that was alone, or is late by its own doing, is told at once', () => {
  const calm = new CalmVisits();
  const [first, second] = [item(1), item(2)];
  calm.begins(first);
  expect(calm.wants(first, cutOff('Alone'), false)).toBe(false);
  calm.begins(second);
  expect(calm.wants(first, cutOff('Spins', ['page-budget', 'script-stopped']), false)).toBe(false);
  expect(calm.wants(first, cutOff('Late', ['page-budget', 'resource-failed']), false)).toBe(true);
  expect(calm.wants(second, cutOff('Late as well'), false)).toBe(true);
});

const absent = (reason: string): Visit => ({ kind: 'missing', gap: { reason } }) as unknown as Visit;

test('a page that did not come waits only when it would be told now, and something stood beside it', () => {
  const calm = new CalmVisits();
  const [first, second] = [item(1), item(2)];
  calm.begins(first);
  expect(calm.wants(first, absent('timeout'), true)).toBe(false);
  calm.begins(second);
  expect(calm.wants(first, absent('timeout'), false)).toBe(false);
  expect(calm.wants(first, absent('no-such-host'), true)).toBe(false);
  expect(calm.wants(first, absent('crashed'), true)).toBe(true);
  const visit = absent('timeout');
  expect(calm.wants(first, visit, true)).toBe(true);
  if (calm.wants(first, visit, true)) calm.hold(first, visit);
  for (const each of [first, second]) calm.ends(each);
  expect(calm.take()).toBe(first);
  // Whatever comes of the second visit says more than that the first came to nothing.
  expect(calm.better(first, { kind: 'not-found', facts: undefined, status: 404 })).toMatchObject({ status: 404 });
});
