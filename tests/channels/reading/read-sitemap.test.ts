import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { looksLikeSitemap, readSitemap } from '../../../src/channels/reading/read-sitemap.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { archivedText } from '../../support/archived-text.ts';

async function findingsOf(url: string, body: string | Uint8Array): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const reading = { isPost: (post: string) => !post.endsWith('/list/') };
  for await (const finding of readSitemap(archivedText(url, body), reading)) findings.push(finding);
  return findings;
}

const set = (inside: string) =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${inside}</urlset>`;
const listed = (url: string, published: string | null = null) => ({
  kind: 'listed',
  listed: { id: null, url, published, list: 'sitemap' },
});
const end = (part: string) => ({ kind: 'end-of-list', list: 'sitemap', part });

describe('a sitemap', () => {
  it('lists its posts, without lists and without the addresses of pictures', async () => {
    const text =
      set(`<url><loc>https://a.example/one/?a=1&amp;b=2</loc><image:image><image:loc>https://a.example/i.png</image:loc></image:image></url>
      <url><loc><![CDATA[https://a.example/two/]]></loc><news:publication_date>2024-01-03T08:15:00Z</news:publication_date></url>
      <url><loc>/three/</loc></url><url><loc>https://a.example/list/</loc></url><url></url>`);
    expect(await findingsOf('https://a.example/sitemap.xml', text)).toEqual([
      end('a.example/sitemap.xml'),
      listed('https://a.example/one/?a=1&b=2'),
      listed('https://a.example/two/', '2024-01-03T08:15:00.000Z'),
      listed('https://a.example/three/'),
    ]);
  });

  it('may be packed, whatever it is called', async () => {
    const packed = gzipSync(set('<url><loc>https://a.example/one/</loc></url>'));
    expect(await findingsOf('https://a.example/sitemap.xml', packed)).toContainEqual(listed('https://a.example/one/'));
  });

  it('may be an index, and robots.txt may name several: those are parts', async () => {
    const index = '<sitemapindex><sitemap><loc>http://www.a.example/s1.xml</loc></sitemap></sitemapindex>';
    expect(await findingsOf('https://a.example/sitemap.xml', index)).toEqual([
      end('a.example/sitemap.xml'),
      { kind: 'parts-of-list', list: 'sitemap', parts: ['a.example/s1.xml'] },
    ]);
    expect(await findingsOf('https://a.example/robots.txt', 'User-agent: *\nsitemap: /sitemap.xml\n')).toEqual([
      { kind: 'parts-of-list', list: 'sitemap', parts: ['a.example/sitemap.xml'] },
    ]);
  });

  it('that breaks off has not ended, and what is there is listed', async () => {
    const broken = set('<url><loc>https://a.example/one/</loc></url><url><loc>https://a.ex').slice(0, -9);
    expect((await findingsOf('https://a.example/sitemap.xml', broken)).map(({ kind }) => kind)).toEqual([
      'unreadable',
      'listed',
    ]);
    const torn = gzipSync(set('<url><loc>https://a.example/one/</loc></url>')).subarray(0, 40);
    expect((await findingsOf('https://a.example/sitemap.xml.gz', torn)).map(({ kind }) => kind)).toEqual([
      'unreadable',
    ]);
  });

  it('that is a page of the site was only guessed, and says nothing', async () => {
    expect(
      await findingsOf('https://a.example/sitemap.xml', '<!doctype html><html><body>Not here</body></html>'),
    ).toEqual([]);
  });
});

it('looks like one by its name, and never when it is a page', () => {
  const head = (url: string, mime: string) => ({ url, mime, method: 'GET', status: 200, isPart: false });
  expect(looksLikeSitemap(head('https://a.example/robots.txt', 'text/plain'))).toBe(true);
  expect(looksLikeSitemap(head('https://a.example/?sitemap=index', 'application/xml'))).toBe(true);
  expect(looksLikeSitemap(head('https://a.example/sitemap/', 'text/html'))).toBe(false);
  expect(looksLikeSitemap(head('https://a.example/feed.xml', 'text/xml'))).toBe(false);
});
