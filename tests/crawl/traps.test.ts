import { describe, expect, test } from 'vitest';
import { hasSessionId, normaliseUrl } from '../../src/crawl/scope/normalise-url.ts';
import { ScopeRules } from '../../src/crawl/scope/scope-rules.ts';
import type { Scope } from '../../src/model/crawl-plan.ts';

const now = new Date('2026-11-23T09:00:00Z');
const host = 'https://blog.example.org';
const everything: Scope = { kind: 'host', include: [], exclude: [], maxDepth: Number.POSITIVE_INFINITY };
const rulesFor = (scope: Partial<Scope> = {}): ScopeRules =>
  new ScopeRules({ ...everything, ...scope }, [`${host}/`], now);

/** How often each verdict falls on these paths, met in this order. */
function tally(paths: readonly string[], rules = rulesFor()): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const path of paths) {
    const verdict = rules.verdict(host + path, 1);
    counts[verdict] = (counts[verdict] ?? 0) + 1;
  }
  return counts;
}

const range = (count: number, from = 0): number[] => Array.from({ length: count }, (_, n) => from + n);
const two = (number: number): string => String(number).padStart(2, '0');
const months = (years: readonly number[]): string[] =>
  years.flatMap((year) => range(12, 1).map((month) => `${year}/${two(month)}`));

describe('real content is never lost', () => {
  const contents: readonly (readonly [name: string, paths: readonly string[]])[] = [
    [
      '84 months of an archive and their second pages',
      months(range(7, 2019)).flatMap((month) => [`/${month}/`, `/${month}/page/2/`]),
    ],
    [
      'posts under their date',
      months(range(20, 2005)).flatMap((month) => range(10).map((n) => `/${month}/post-${n}/`)),
    ],
    ['posts by number', range(3_000).map((n) => `/?p=${n}`)],
    [
      'posts by number in three languages, by pages',
      range(1_000).flatMap((n) =>
        ['de', 'en', 'fr'].flatMap((lang) => range(3, 1).map((page) => `/index.php?id=${n}&lang=${lang}&page=${page}`)),
      ),
    ],
    [
      'threads of a forum',
      range(1_000).flatMap((n) => [`/viewtopic.php?f=${n % 30}&t=${n}`, `/viewtopic.php?f=${n % 30}&t=${n}&start=15`]),
    ],
    [
      'news of TYPO3',
      range(1_000).map((n) => `/news/?tx_news_pi1[action]=detail&tx_news_pi1[controller]=News&tx_news_pi1[news]=${n}`),
    ],
    ['stories by sid, as old sites number them', range(500).map((n) => `/article.php?sid=${n}`)],
    ['nodes whose number looks like a year', range(1_500, 1_800).map((n) => `/node/${n}`)],
    [
      'the pages of threads whose number looks like a year',
      range(400, 1_900).flatMap((n) => range(9, 1).map((page) => `/thread/${n}/${page}`)),
    ],
    [
      'a daily paper by date, ten years less a few days',
      range(3_600).map((n) => `/paper?date=${new Date(Date.UTC(2016, 0, 1 + n)).toISOString().slice(0, 10)}`),
    ],
    [
      'a journal by volume, number and page',
      range(10).flatMap((v) =>
        range(12, 1).flatMap((n) => range(30, 1).map((p) => `/read?volume=${v}&number=${n}&p=${p}`)),
      ),
    ],
    ['pages of a list', range(1_000).map((n) => `/blog?page=${n}`)],
    [
      'words that only look like traps',
      [
        '/why-share/',
        '/print/',
        '/logout-culture/',
        '/login-or-not/',
        '/calendar',
        '/sort/',
        '/feedback/',
        '/de/de/',
        '/2011/11/11/11',
      ],
    ],
  ];
  test.each(contents)('%s', (_name, paths) => {
    expect(tally(paths)).toEqual({ in: paths.length });
  });
});

describe('what a site makes without end is bounded by a rule with a name', () => {
  const colours = range(12);
  const traps: readonly (readonly [name: string, paths: readonly string[], counts: Record<string, number>])[] = [
    ['answers to comments', range(50).map((n) => `/post/?replytocom=${n}`), { 'reply-link': 50 }],
    ['tags of one list', range(400).map((n) => `/blog?tag=t${n}`), { in: 100, 'filter-link': 300 }],
    ['tags put together', range(60).map((n) => `/blog?tag=a,b${n}`), { in: 20, facets: 40 }],
    [
      'facets with names we know',
      colours.flatMap((a) => colours.map((b) => `/shop?color=c${a}&size=s${b}&page=1`)),
      { in: 20, facets: 124 },
    ],
    [
      'facets with names nobody knows, in ever new sets',
      range(2_000).map((n) => {
        const sets = [['a'], ['b'], ['c'], ['a', 'b'], ['b', 'c'], ['a', 'c'], ['a', 'b', 'c'], ['a', 'b', 'c', 'd']];
        return `/x?${(sets[n % 8] ?? []).map((name, place) => `${name}=${Math.floor(n / 8 / 10 ** place) % 10}`).join('&')}`;
      }),
      { in: 300, combinations: 530 },
    ],
    ['other orders', range(30).map((n) => `/list?sort=field${n}&dir=asc`), { in: 4, 'sort-link': 26 }],
    [
      "columns of Apache's lists",
      ['N', 'M', 'S', 'D'].flatMap((c) => ['A', 'D'].map((o) => `/files/?C=${c};O=${o}`)),
      { in: 4, 'sort-link': 4 },
    ],
    ['logins that return to each post', range(40).map((n) => `/login?next=/post-${n}`), { in: 1, 'login-link': 39 }],
    [
      'ways out of a session',
      ['/logout', '/account/abmelden', '/?action=logout', '/user/sign_out'],
      { 'logout-link': 4 },
    ],
    ['sharing', ['/post/?share=twitter', '/post/?share=x&nb=1', '/share?url=https://a.example'], { 'share-link': 3 }],
    ['print versions', range(30).map((n) => `/post-${n}?print=1`), { in: 10, 'print-link': 20 }],
    ['a feed for each post', range(80).map((n) => `/post-${n}/feed/`), { in: 50, 'feed-link': 30 }],
    [
      'months to come',
      months(range(10, 2027)).map((month) => `/calendar/${month}`),
      { in: 11 + 3, 'calendar-future': 106 },
    ],
    ['far dates', range(200, 2100).map((year) => `/calendar/${year}-05`), { in: 3, 'calendar-future': 197 }],
    [
      'months to come, by parameter',
      months(range(5, 2030)).map((month) => `/events?month=${month.replace('/', '-')}`),
      { in: 3, 'calendar-future': 57 },
    ],
    [
      'days for ever back',
      range(4_000).map((n) => `/events/${new Date(Date.UTC(2026, 0, 1 - n)).toISOString().slice(0, 10)}`),
      { in: 3_660, calendar: 340 },
    ],
    ['a path that repeats itself', range(6, 1).map((n) => `/${'a/b/'.repeat(n)}`), { in: 2, 'repeating-path': 4 }],
    ['a path without end', [`/${range(40).join('/x')}`], { 'repeating-path': 1 }],
    ['very long addresses', [`/?q=${'x'.repeat(2_000)}`], { 'long-address': 1 }],
  ];
  test.each(traps)('%s', (_name, paths, counts) => {
    expect(tally([...new Set(paths)])).toEqual(counts);
  });

  test('asking again changes nothing: what was taken stays taken', () => {
    const rules = rulesFor();
    const paths = range(150).map((n) => `/blog?tag=t${n}`);
    expect(tally(paths, rules)).toEqual(tally(paths, rules));
    expect(tally(paths.slice(0, 100), rules)).toEqual({ in: 100 });
  });

  test('an include pattern takes what a rule would leave out', () => {
    const paths = range(150).map((n) => `/blog?tag=t${n}`);
    expect(tally(paths, rulesFor({ include: [/\?tag=/] }))).toEqual({ in: 150 });
  });

  test('what a sitemap lists is taken as well', () => {
    const rules = rulesFor();
    const verdicts = range(150).map((n) => rules.verdict(`${host}/blog?tag=t${n}`, 1, true));
    expect(new Set(verdicts)).toEqual(new Set(['in']));
  });

  test('a chain of empty months ends after twelve, and full ones go on', () => {
    const walk = (show: (month: string) => string): number => {
      const rules = rulesFor();
      const chain = months(range(10, 2010)).map((month) => `${host}/events/${month}/`);
      const end = chain.findIndex((address) => {
        if (rules.verdict(address, 1) !== 'in') return true;
        rules.visited(address, { text: show(address), links: [address] });
        return false;
      });
      return end === -1 ? chain.length : end;
    };
    expect(walk(() => 'March 2014: no events.')).toBe(12);
    expect(walk((address) => `${address.includes('/05/') ? 'The spring fair' : 'Nothing'} in May`)).toBe(120);
  });

  test('a crawl that is gone on with remembers which months were empty', () => {
    const chain = months([2010, 2011]).map((month) => `${host}/events/${month}/`);
    const [before, after] = [rulesFor(), rulesFor()];
    for (const address of chain.slice(0, 12)) {
      const date = before.visited(address, { text: 'March 2014: no events.', links: [address] });
      if (date) after.remember(date);
    }
    expect(after.verdict(chain[12] ?? '', 1)).toBe('calendar-empty');
    expect(after.verdict(chain[13] ?? '', 1)).toBe('in');
    expect(rulesFor().verdict(chain[12] ?? '', 1)).toBe('in');
    expect(before.visited(`${host}/about`, { text: 'About.', links: [] })).toBeUndefined();
  });
});

test('the name of a visit or a campaign is taken out of an address, a number of a story is not', () => {
  const visit = '5f2b8c0a9d1e4f6a8b7c6d5e4f3a2b1c';
  expect(normaliseUrl(`${host}/a?PHPSESSID=x&b=1`)).toBe(`${host}/a?b=1`);
  expect(normaliseUrl(`${host}/a?utm_source=mail&utm_campaign=x&fbclid=y&b=1&gclid=z`)).toBe(`${host}/a?b=1`);
  expect(normaliseUrl(`${host}/a?utm=1&source=2`)).toBe(`${host}/a?utm=1&source=2`);
  expect(normaliseUrl(`${host}/a;jsessionid=${visit}?b=1`)).toBe(`${host}/a?b=1`);
  expect(normaliseUrl(`${host}/a?__cft__[0]=AZW&b=1&__tn__=%2CO%2CP-R`)).toBe(`${host}/a?b=1`);
  expect(normaliseUrl(`${host}/a?sid=${visit}`)).toBe(`${host}/a`);
  expect(normaliseUrl(`${host}/a?sid=12`)).toBe(`${host}/a?sid=12`);
  expect(normaliseUrl(`${host}/(S(lit3py55t21z5v55vlm25s55))/orders.aspx`)).toBe(`${host}/orders.aspx`);
  expect(['?sid=12', `?sid=${visit}`, ';jsessionid=1'].map((end) => hasSessionId(`${host}/a${end}`))).toEqual([
    false,
    true,
    true,
  ]);
});
