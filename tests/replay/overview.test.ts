import { describe, expect, it } from 'vitest';
import type { WaczSummary } from '../../src/archive/wacz-read.ts';
import { overviewOf } from '../../src/journeys/replay-snapshot.ts';
import { replayPage } from '../../src/replay/page/replay-page.ts';

const PATHS = {
  style: '/page.css',
  script: '/page.js',
  pages: '/pages.json',
  component: '/replay/ui.js',
  replay: '/replay/',
  wacz: '/snapshot/x.wacz',
};

/** A file of another tool that says nothing of itself, except for what is given. */
function summaryOf(parts: Partial<WaczSummary>): WaczSummary {
  return {
    title: null,
    description: null,
    created: null,
    software: null,
    mainPageUrl: null,
    mainPageDate: null,
    waczVersion: '1.1.1',
    bytes: 1000,
    files: [],
    pages: [],
    pageCount: 0,
    crawl: null,
    gaps: [],
    completeness: null,
    signature: null,
    ...parts,
  };
}

function overview(parts: Partial<WaczSummary>) {
  return overviewOf({ file: '/vault/blog.wacz', snapshot: undefined, summary: summaryOf(parts) });
}

function pageAt(url: string, ts: string | null = null, title: string | null = null) {
  return { id: null, url, ts, title, status: null };
}

describe('what the page tells of a snapshot', () => {
  it('begins with the main page, wherever it was captured', () => {
    const pages = [pageAt('https://a.example/b', '2026-11-23T09:30:00Z', ' B '), pageAt('https://a.example/')];
    const { mainPage, pages: listed } = overview({ pages, pageCount: 2, mainPageUrl: 'https://a.example/' });
    expect(mainPage).toEqual({ url: 'https://a.example/', timestamp: '', title: '' });
    expect(listed).toEqual([mainPage, { url: 'https://a.example/b', timestamp: '20261123093000', title: 'B' }]);
  });

  it('goes by what there is in a file that says nothing of itself', () => {
    expect(overview({})).toEqual({
      title: 'blog.wacz',
      sourceUrl: undefined,
      mainPage: undefined,
      pages: [],
      pageCount: 0,
      takenAt: undefined,
      gaps: undefined,
      software: undefined,
    });
    expect(replayPage(overview({}), PATHS, 'en')).not.toContain('class="chip');
  });

  it('leaves out pages that no browser could open', () => {
    const pages = [
      pageAt('javascript:alert(1)'),
      pageAt('http://'),
      pageAt('urn:text:x'),
      pageAt('https://a.example/'),
    ];
    expect(overview({ pages, pageCount: 4 }).pages.map(({ url }) => url)).toEqual(['https://a.example/']);
  });

  it('takes no markup from a file, in whatever field it hides', () => {
    const evil = '"><script>alert(1)</script>';
    const gap = { reason: evil, url: evil, message: evil, hint: evil, at: '' };
    const summary = {
      title: evil,
      software: evil,
      mainPageUrl: `https://a.example/${evil}`,
      created: `2026-11-23 (${evil})`,
      crawl: { state: 'partial', pages: 1, gaps: [gap] },
      gaps: [gap, { reason: 7 }],
    } as unknown as Partial<WaczSummary>;
    const page = replayPage(overview(summary), PATHS, 'en');
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('Partial, 2 gaps');
  });

  it('cuts a long list of gaps and a long list of pages, and says so', () => {
    const gap = { reason: 'timeout', url: '', message: 'late', hint: 'again', at: '' } as const;
    const gaps = Array.from({ length: 1234 }, () => gap);
    const report = { state: 'partial', pages: 1, gaps } as unknown as WaczSummary['crawl'];
    const pages = [pageAt('https://a.example/')];
    const page = replayPage(overview({ crawl: report, gaps, pages, pageCount: 30_000 }), PATHS, 'de');
    expect(page).toContain('Unvollständig, 1.234 Lücken');
    expect(page).toContain('und 1.034 weitere, in der Datei unter reports/gaps.json');
    expect(page).toContain('Die Liste zeigt die ersten 1 Seiten; über Links sind alle erreichbar.');
  });
});
