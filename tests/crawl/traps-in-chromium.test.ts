import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openCrawlStore } from '../../src/storage/sqlite-crawl-store.ts';
import { crawlSite } from '../support/crawl-site.ts';
import { bytes, html, useSites } from '../support/fixtures.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import type { Route } from '../support/test-site.ts';

const site = useSites();
// A busy machine takes its time for sixty pages.
vi.setConfig({ testTimeout: 240_000 });
const paths = (pages: readonly { url: string }[]) =>
  pages.map(({ url }) => new URL(url).pathname + new URL(url).search).sort();
const two = (number: number): string => String(number).padStart(2, '0');
const links = (addresses: readonly string[]): string =>
  addresses.map((address) => `<a href="${address}">${address}</a>`).join(' ');
const range = (count: number, from = 0): number[] => Array.from({ length: count }, (_, n) => from + n);

/** Answers to every address: what a route does not know, the script makes. */
function endless(make: (url: URL) => string): { readonly routes: Record<string, Route> } {
  const answer: Route = (_request, response, url) =>
    void response.writeHead(200, { 'content-type': 'text/html' }).end(html(make(url)));
  const everywhere = new Proxy<Record<string, Route>>(
    {},
    { get: (_target, path) => (path === '/robots.txt' ? undefined : answer) },
  );
  return { routes: everywhere };
}

test('a blog with traps at every turn: all of the blog is taken, and of each trap a few', async () => {
  const months = range(1, 2019).flatMap((year) => range(12, 1).map((month) => `/${year}/${two(month)}/`));
  // Ten months from now; calendars are followed for twelve, and three more.
  const inTenMonths = new Date(new Date().setUTCMonth(new Date().getUTCMonth() + 10, 1));
  const soon = inTenMonths.toISOString().slice(0, 7);
  const posts = months.map((_, n) => `/?p=${n}`);
  const { routes } = endless(({ pathname, searchParams }) => {
    if (pathname === '/' && !searchParams.has('p')) {
      const facets = range(8).flatMap((a) => range(5).map((b) => `/shop?color=c${a}&size=s${b}`));
      return links([
        ...months,
        ...facets,
        `/kalender/${soon}`,
        '/deep/',
        ...posts.map((post) => `${post}&replytocom=3`),
        '/?p=1;jsessionid=1',
      ]);
    }
    const month = months.indexOf(pathname);
    if (month >= 0) return `<h1>Month</h1>${links([posts[month] ?? '', `${pathname}?print=1`])}`;
    // Relative links on a page that answers under any address.
    if (pathname.startsWith('/deep/')) return `<h1>Deep</h1>${links(['down/here/'])}`;
    const [, year, calendarMonth] = /^\/kalender\/(\d+)-(\d+)/.exec(pathname) ?? [];
    if (year === undefined) return `<p>${pathname} ${searchParams}</p>`;
    const next = Number(year) * 12 + Number(calendarMonth);
    return `<p>No events.</p>${links([`/kalender/${Math.floor(next / 12)}-${two((next % 12) + 1)}`])}`;
  });
  const blog = await site(routes);
  const { pages, report } = await crawlSite([blog.url('/')], { plan: { workers: 4, sitemaps: false } });
  const taken = paths(pages);
  for (const wanted of [...months, ...posts]) expect(taken).toContain(wanted);
  const count = (pattern: RegExp) => taken.filter((path) => pattern.test(path)).length;
  expect(count(/^\/shop/)).toBe(20);
  expect(count(/print=1/)).toBe(10);
  expect(count(/^\/deep\//)).toBe(3);
  expect(report.leftOut).toMatchObject({
    facets: 20,
    'print-link': 2,
    'reply-link': 12,
    'repeating-path': 1,
    'calendar-future': 1,
  });
  expect(count(/^\/kalender\//)).toBe(3 + 3);
  expect(report.gaps).toEqual([]);
});

test('robots.txt, and who ignored it, are written down; robots tags are noted and not obeyed', async () => {
  const robots = 'User-agent: *\nDisallow: /closed/\nCrawl-delay: 0.1\n';
  const blog = await site({
    '/robots.txt': bytes(robots, 'text/plain'),
    '/': html(links(['/closed/a', '/closed/b?token=abc123', '/tagged', '/header'])),
    '/closed/a': html('a'),
    '/closed/b': html('b'),
    '/tagged': html(links(['/behind']), '<meta name="robots" content="noarchive, nofollow">'),
    '/header': bytes(html('header'), 'text/html', { 'x-robots-tag': 'otherbot: noindex, noarchive' }),
    '/behind': html('behind'),
  });
  const politeness = { robots: 'ignore' as const, robotsDecidedBy: 'option' as const, delayMs: 0 };
  const { pages, report } = await crawlSite([blog.url('/')], {
    plan: { politeness, sitemaps: false, secretParameters: ['token'] },
  });
  expect(pages).toHaveLength(6);
  expect(report).toMatchObject({ state: 'complete', robots: 'ignored', robotsDecidedBy: 'option' });
  expect(report.robotsHosts).toEqual([
    {
      origin: blog.origin,
      status: 200,
      sha256: `sha256:${createHash('sha256').update(robots).digest('hex')}`,
      crawlDelayS: 0.1,
      closed: 2,
      closedAddresses: [blog.url('/closed/a'), blog.url('/closed/b?token=REDACTED')],
    },
  ]);
  expect(report.robotsTags?.pages).toEqual({ noindex: 1, noarchive: 2, nofollow: 1 });
  expect([...(report.robotsTags?.examples.noarchive ?? [])].sort()).toEqual([blog.url('/header'), blog.url('/tagged')]);
});

test('a calendar that was found empty is not looked through again when the crawl goes on', async () => {
  const monthAfter = (year: number, month: number) =>
    `/kalender/${year + Math.floor(month / 12)}-${two((month % 12) + 1)}`;
  const { routes } = endless(({ pathname }) => {
    const [, year, month] = /^\/kalender\/(\d+)-(\d+)/.exec(pathname) ?? [];
    if (year === undefined) return links(['/kalender/2015-01']);
    return `<p>No events.</p>${links([monthAfter(Number(year), Number(month))])}`;
  });
  const blog = await site(routes);
  const store = await openCrawlStore(join(await temporaryFolder(), 'crawl.db'));
  const stopped = new AbortController();
  const taken: string[] = [];
  const onPage = ({ url }: { readonly url: string }) => {
    taken.push(new URL(url).pathname);
    if (taken.length === 8) stopped.abort();
  };
  const plan = { workers: 1, sitemaps: false };
  await crawlSite([blog.url('/')], { plan, store, onPage, signal: stopped.signal });
  const { report } = await crawlSite([blog.url('/')], { plan, store, onPage });
  await store.close();
  const wanted = ['/', ...range(12).map((n) => (n === 0 ? '/kalender/2015-01' : monthAfter(2015, n)))];
  expect([...new Set(taken)].sort()).toEqual(wanted.sort());
  expect(report.leftOut).toEqual({ 'calendar-empty': 1 });
});
