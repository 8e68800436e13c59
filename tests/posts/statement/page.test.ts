import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { statementPage } from '../../../src/posts/statement/page/statement-page.ts';
import { exported, inputOf, missingPost, named, reconciled, state } from './make-statement.ts';
import { aurora, auroraComplete } from './statements.ts';

const maker = { software: 'Lastpost 0.1.0', key: 'f'.repeat(64) };
const pageOf = (statement = aurora(), language: 'de' | 'en' = 'en') => load(statementPage(statement, language, maker));

const rows = ($: ReturnType<typeof load>, selector: string) =>
  $(selector)
    .find('tr')
    .toArray()
    .map((row) =>
      $(row)
        .children()
        .toArray()
        .map((cell) => $(cell).text()),
    );

describe('the page of a statement', () => {
  it('has the numbers in a table, written as each language writes them', () => {
    expect(rows(pageOf(), '.numbers')).toEqual([
      ['The platform says', '4,801'],
      ['The export holds', '4,792'],
      ['The crawl holds', '2,118'],
      ['in both', '2,111'],
      ['only in the export', '2,681'],
      ['only in the crawl', '7'],
      ['Together', '4,799'],
      ['Missing', '2'],
    ]);
    expect(rows(pageOf(aurora(), 'de'), '.numbers').slice(-2)).toEqual([
      ['Zusammen', '4.799'],
      ['Es fehlen', '2'],
    ]);
  });

  it('tells the verdict in big words, with its reason, the day and the zone', () => {
    const $ = pageOf(aurora(), 'de');
    expect($('html').attr('lang')).toBe('de');
    expect($('.verdict strong').text()).toBe('Unvollständig');
    expect($('.verdict p').text()).toMatch(/^Die Plattform zählt 4\.801 Beiträge, .* Es fehlen 2\.$/);
    expect($('header').text()).toContain('25. November 2026 um 10:30 UTC');
    expect(pageOf()('header').text()).toContain('25 November 2026 at 10:30 UTC');
  });

  it('tells of each gap what it is, what to do, and who accepted it or that it is open', () => {
    const $ = pageOf();
    const gaps = $('.gap')
      .toArray()
      .map((gap) => $(gap).text());
    expect(gaps).toHaveLength(aurora().gaps.length);
    for (const [at, { id, reason, remedy }] of aurora().gaps.entries()) {
      for (const text of [id, reason.en, remedy.en]) expect(gaps[at]).toContain(text);
    }
    expect(gaps.filter((text) => text.includes('Open: nobody has accepted this gap.'))).toHaveLength(gaps.length - 1);
    expect(gaps.at(-1)).toContain('Accepted by Jana Öztürk on 25 November 2026 at 09:12 UTC: X zeigt ohne');
    expect(pageOf(auroraComplete())('main').text()).toContain('None.');
  });

  it('draws the years with a name, a description and a table for those who do not see it', () => {
    const $ = pageOf();
    const chart = $('.chart > svg');
    expect(chart.attr('role')).toBe('img');
    expect(chart.find('title').text()).toBe('By year');
    expect(chart.find('desc').text()).toContain('2022: 801; 2023: 797');
    expect(rows($, '.chart table')[1]).toEqual(['2017', '212', '41', '0']);
    expect(rows($, '.chart table').at(-1)).toEqual(['undated', '0', '3', '0']);
  });

  it('draws no bar out of the picture, and none for nothing', () => {
    const $ = pageOf(
      state({
        held: { both: 1_000_000, onlyExport: 1 },
        posts: { byYear: [{ year: 2024, ...reconciled({ both: 1_000_000, onlyExport: 1 }).held }] },
      }),
    );
    const bars = $('.chart > svg > rect')
      .toArray()
      .map((bar) => [Number($(bar).attr('x')), Number($(bar).attr('width'))] as const);
    expect(bars).toHaveLength(2);
    for (const [x, width] of bars) expect(x + width).toBeLessThan(600);
    expect(pageOf(state({ held: {} }))('.chart')).toHaveLength(0);
  });

  it('names its sources with their digests, and how to check it', () => {
    const text = pageOf()('body').text();
    for (const { parts } of aurora().exports) for (const { sha256 } of parts) expect(text).toContain(sha256);
    for (const { sha256 } of aurora().snapshots) expect(text).toContain(sha256);
    expect(text).toContain('lastpost channel check-statement FILE');
    expect(text).toContain(maker.key);
  });

  it('holds the statement for programs as it is', () => {
    const json = pageOf()('#statement').text();
    expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(aurora())));
  });

  it.each([
    '</script><script>alert(1)</script>',
    '<!--',
    '<img src=x onerror=alert(1)>',
    '"><svg onload=alert(1)>',
    '&lt;b&gt;',
    "' onmouseover='x",
  ])('shows %j as text, wherever it comes from', (evil) => {
    const { channel } = inputOf({});
    const report = exported({
      dialect: evil,
      notes: [{ en: evil, de: evil }],
      missingParts: [evil],
      parts: [{ name: evil, file: 'a', bytes: 1, sha256: `sha256:${evil}` }],
    });
    const situation = {
      channel: { ...channel, brand: evil, title: evil, url: evil, platformName: evil },
      crawl: { missingPosts: [{ ...missingPost('1'), url: evil }] },
      exports: [report],
      held: { onlyCrawl: 1 },
      posts: { onlyCrawl: [named('1', { url: null, words: evil })] },
    };
    const [gap] = state(situation).gaps;
    const acceptances = [{ gap: gap?.id ?? '', channel: 'x', by: evil, why: evil, at: evil }];
    const statement = state({ ...situation, acceptances });
    const html = statementPage(statement, 'en', { software: evil, key: evil });
    const $ = load(html);
    expect($('h1').text()).toBe(evil);
    expect($('.about b').text()).toBe(evil);
    expect($('script')).toHaveLength(1);
    expect($('img, iframe, object, [onload], [onerror], [onmouseover]')).toHaveLength(0);
    expect(JSON.parse($('#statement').text())).toEqual(JSON.parse(JSON.stringify(statement)));
    expect(html.trimEnd().endsWith('</html>')).toBe(true);
    expect(html.match(/<!--/g)).toBeNull();
  });
});
