import { expect, test } from 'vitest';
import { leavesTabFit, type Visit } from '../../src/crawl/page/visit.ts';
import type { GapReason } from '../../src/model/gap.ts';
import { crawlSite } from '../support/crawl-site.ts';
import { html, useSites } from '../support/fixtures.ts';

const site = useSites();
const goodPaths = Array.from({ length: 2 }, (_, n) => `/good/${n}`);

/** Pages that go on after their visit, each by its own means. */
const clinging: Readonly<Record<string, string>> = {
  'goes back and forth without end': `
    for (let n = 0; n < 100; n += 1) history.pushState(n, '', '/clings?' + n);
    onpopstate = () => history.forward();
    setInterval(() => { history.pushState(0, '', '#' + Math.random()); history.back(); }, 20);`,
  'goes back when it is to be left': `
    history.pushState(0, '', '#once');
    onbeforeunload = () => { for (let n = 0; n < 50; n += 1) { setTimeout(() => history.back(), n * 5); } };`,
  'goes elsewhere when it is to be left': `
    onbeforeunload = () => { setTimeout(() => { location.href = '/elsewhere'; }, 0); };`,
};

test.each(Object.entries(clinging))(
  'what a page leaves in its tab does not take the next ones with it: it %s',
  { timeout: 120_000 },
  async (_name, code) => {
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
  },
);

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
