import { expect, test } from 'vitest';
import { leavesTabFit, type Visit } from '../../src/crawl/page/visit.ts';
import { crawlDefaults } from '../../src/model/crawl-defaults.ts';
import type { CrawlStore, StoredAddress } from '../../src/model/crawl-store.ts';
import type { GapReason } from '../../src/model/gap.ts';
import { crawlSite } from '../support/crawl-site.ts';
import { html, useSites } from '../support/fixtures.ts';

const site = useSites();
const goodPaths = Array.from({ length: 2 }, (_, n) => `/good/${n}`);

/** Pages that go on after their visit, each by its own means. */
const clinging = [
  // Goes back and forth without end.
  `for (let n = 0; n < 100; n += 1) history.pushState(n, '', '/clings?' + n);
   onpopstate = () => history.forward();
   setInterval(() => { history.pushState(0, '', '#' + Math.random()); history.back(); }, 20);`,
  // Goes back, or elsewhere, when it is to be left.
  `history.pushState(0, '', '#once');
   onbeforeunload = () => { for (let n = 0; n < 50; n += 1) setTimeout(() => history.back(), n * 5); };`,
  `onbeforeunload = () => { setTimeout(() => { location.href = '/elsewhere'; }, 0); };`,
];

test('what a page leaves in its tab does not take the next ones with it', { timeout: 300_000 }, async () => {
  for (const code of clinging) {
    const links = ['/clings', ...goodPaths].map((path) => `<a href="${path}">${path}</a>`).join(' ');
    const good = Object.fromEntries(goodPaths.map((path) => [path, html(`<p>A good page at ${path}.</p>`)]));
    const blog = await site({
      ...good,
      '/': html(links),
      '/clings': html(`<p>Clings.</p><script>${code}</script>`),
      '/elsewhere': html('<p>No.</p>'),
    });
    const { pages, report } = await crawlSite([blog.url('/')], { plan: { workers: 1, sitemaps: false } });
    const texts = new Map(pages.map(({ url, text }) => [new URL(url).pathname, text]));
    expect(goodPaths.map((path) => texts.get(path))).toEqual(goodPaths.map((path) => `A good page at ${path}.`));
    expect(report.gaps.filter(({ url }) => url.includes('/good/'))).toEqual([]);
  }
});

test('an address is not blamed for what its tab has shown before', { timeout: 120_000 }, async () => {
  const known: StoredAddress[] = [];
  const store: CrawlStore = {
    load: async () => undefined,
    commit: async ({ addresses }) => void known.push(...addresses),
    close: async () => undefined,
  };
  const blog = await site({
    '/': html('<a href="/clings">1</a> <a href="/good/0">2</a>'),
    '/clings': html(`<p>Clings.</p><script>${clinging[0]}</script>`),
    '/good/0': html('<p>A good page.</p>'),
  });
  await crawlSite([blog.url('/')], { plan: { workers: 1, sitemaps: false }, store });
  const states = known.filter(({ url }) => url === blog.url('/good/0')).map(({ state, tries }) => ({ state, tries }));
  expect(states).toContainEqual({ state: 'page', tries: 0 });
});

test('the page after one that ran out of time has a tab of its own', { timeout: 120_000 }, async () => {
  const next = html(
    '<p>Next.</p><script>document.body.append(sessionStorage.leftHere ?? "Nothing was here.")</script>',
  );
  const blog = await site({
    '/': html('<a href="/endless">1</a> <a href="/next">2</a>'),
    '/endless': html(`<p>Endless.</p><script>
      sessionStorage.leftHere = 'Something was left here.';
      (async () => { for (;;) await (await fetch('/more?' + Math.random())).text(); })();
    </script>`),
    '/more': (_request, response) => void setTimeout(() => response.end('more'), 100),
    '/next': next,
  });
  const { pageOf, report } = await crawlSite([blog.url('/')], {
    plan: { workers: 1, sitemaps: false, limits: { ...crawlDefaults.limits, pageTimeMs: 4_000 } },
  });
  expect(report.gaps).toMatchObject([{ reason: 'page-budget', url: blog.url('/endless') }]);
  expect(pageOf(blog.url('/next')).text).toContain('Nothing was here.');
});

/** As much of a visit as is looked at. */
const page = (ranOutOfTime: boolean, reasons: readonly GapReason[] = []): Visit =>
  ({ kind: 'page', ranOutOfTime, capture: { gaps: reasons.map((reason) => ({ reason })) } }) as unknown as Visit;
const missing = (reason: GapReason): Visit => ({ kind: 'missing', gap: { reason } }) as unknown as Visit;

test('a tab whose page has not come to its end is not used again', () => {
  const fit = [page(false), page(false, ['resource-failed']), missing('forbidden'), missing('server-error')];
  expect(fit.map(leavesTabFit)).toEqual(fit.map(() => true));
  const spent = [
    page(true),
    page(false, ['script-stopped']),
    page(false, ['limit-requests']),
    missing('timeout'),
    missing('connection-failed'),
    missing('bot-wall'),
    missing('limit-body'),
  ];
  expect(spent.map(leavesTabFit)).toEqual(spent.map(() => false));
});
