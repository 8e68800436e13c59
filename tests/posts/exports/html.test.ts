import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'cheerio';
import { chromium } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findChromium } from '../../../src/crawl/find-chromium.ts';
import { exportPosts } from '../../../src/journeys/export-posts.ts';
import type { ExportLanguage } from '../../../src/model/export-format.ts';
import { type FoundPost, makePost } from '../../../src/model/post.ts';
import { auroraFiles, auroraPosts } from '../../support/aurora-posts.ts';
import { stillClock } from '../../support/make-snapshot.ts';
import { makePostsSnapshot, type ServedFile } from '../../support/posts-snapshot.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

async function htmlOf(
  posts: readonly FoundPost[],
  files: Readonly<Record<string, ServedFile>>,
  language: ExportLanguage,
) {
  const cwd = await temporaryFolder();
  await makePostsSnapshot(join(cwd, 'aurora.wacz'), { channel: 'mastodon', posts, files });
  const context = { signal: new AbortController().signal, onProgress: () => undefined, clock: stillClock };
  const result = await exportPosts(
    {
      format: 'html',
      filter: { ownOnly: false },
      snapshot: 'aurora.wacz',
      out: 'site',
      force: false,
      excel: false,
      language,
      outIsTerminal: false,
      toStdout: async () => undefined,
    },
    { cwd },
    context,
  );
  const folder = join(cwd, 'site');
  const names = await readdir(folder, { recursive: true });
  const page = async (name: string) => load(await readFile(join(folder, name), 'utf8'));
  return { folder, result, names, page };
}

const numbered = (count: number, undated = 0): readonly FoundPost[] => [
  ...Array.from({ length: count }, (_, index) =>
    makePost({
      platform: 'mastodon',
      id: `n${index}`,
      kind: index % 3 === 0 ? 'article' : 'post',
      source: 'api',
      text: `Post number ${index}`,
      published: new Date(Date.UTC(2020, 0, 1 + index * 5)).toISOString(),
    }),
  ),
  ...Array.from({ length: undated }, (_, index) =>
    makePost({ platform: 'mastodon', id: `u${index}`, kind: 'page', source: 'crawl', text: `Undated ${index}` }),
  ),
];

describe('posts as a folder of pages', () => {
  it('lists every post once, newest first and the undated last, in pages of fifty that lead to one another', async () => {
    const posts = numbered(118, 4);
    const { page } = await htmlOf(posts, {}, 'en');
    const files = ['index.html', 'index-page-2.html', 'index-page-3.html'];
    const pages = await Promise.all(files.map(page));
    const texts = pages.map(($) => [...$('.card .text')].map((text) => $(text).text().trim()));
    expect(texts.map(({ length }) => length)).toEqual([50, 50, 22]);
    const dated = posts.slice(0, 118).map(({ text }) => text);
    expect(texts.flat()).toEqual([...dated.toReversed(), 'Undated 0', 'Undated 1', 'Undated 2', 'Undated 3']);
    expect(
      pages.map(($) =>
        $('main .pager > a')
          .map((_, link) => $(link).attr('href'))
          .get(),
      ),
    ).toEqual([['index-page-2.html'], ['index.html', 'index-page-3.html'], ['index-page-2.html']]);
    const facets = pages[0]?.('.facets a')
      .map((_, link) => pages[0]?.(link).text())
      .get();
    expect(facets).toEqual(['All posts 122', 'Posts 78', 'Articles 40', 'Pages 4', '2021 44', '2020 74', 'Undated 4']);
  });

  it('has no link of its own that leads nowhere', async () => {
    const { names, page } = await htmlOf(auroraPosts, auroraFiles, 'de');
    const pages = names.filter((name) => name.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(auroraPosts.length);
    for (const name of pages) {
      const $ = await page(name);
      const links = $('[href], [src]')
        .map((_, element) => $(element).attr('href') ?? $(element).attr('src'))
        .get();
      for (const link of links.filter((address) => !/^(https?:|data:|#)/.test(address))) {
        expect(names).toContain(join(name, '..', decodeURI(link.replace(/[?#].*$/, ''))));
      }
    }
  });

  it('opens from the disk: read, searched, and asking for nothing else', async () => {
    const { folder } = await htmlOf(auroraPosts, auroraFiles, 'de');
    const { path } = await findChromium();
    const browser = await chromium.launch({ executablePath: path, chromiumSandbox: process.getuid?.() !== 0 });
    onTestFinished(() => browser.close());
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    const [asked, errors]: [string[], string[]] = [[], []];
    page.on('request', (request) => asked.push(request.url()));
    page.on('requestfailed', (request) => errors.push(request.url()));
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => errors.push(message.text()));
    await page.goto(`file://${folder}/index.html`);
    expect(await page.title()).toBe('Aurora Kaffee');
    expect(await page.locator('.card').count()).toBe(47);
    // Nothing is wider than the telephone.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);

    await page.locator('input[name=q]').fill('Strasse groesse');
    await page.keyboard.press('Enter');
    await page.locator('#results .card').first().waitFor();
    expect(await page.locator('#state').textContent()).toBe('1 Treffer');
    expect(await page.locator('#results mark').allTextContents()).toEqual(expect.arrayContaining(['Straße', 'Größe']));
    const found = async (query: string) => {
      await page.locator('input[name=q]').fill(query);
      return page.locator('#results h2').allTextContents();
    };
    expect(await found('قهوتنا')).toEqual(['قهوتنا الجديدة وصلت اليوم 🎉']);
    expect(await found('Oekcuen')).toEqual(['Ich nehme Leitungswasser.']);
    expect(await found('"first of all"')).toEqual([]);
    expect(await found('"hard water"')).toEqual(['and hard water makes it flat. 3/3']);
    expect(await found('water')).toHaveLength(4);
    await page.locator('select[name=kind]').selectOption('reply');
    expect(await page.locator('#results h2').allTextContents()).toHaveLength(2);
    expect(page.url()).toContain('?q=water&kind=reply');

    await page.locator('#results h2 a').first().click();
    await page.locator('article.post').waitFor();
    expect(await page.locator('.thread li').count()).toBe(3);
    expect(await page.locator('.provenance').textContent()).toContain('23. November 2026');

    await page.goto(`file://${folder}/posts/2025/2025-02-03-wasser-roestung-was-b-wirklich-b-zaehlt.html`);
    expect(await page.title()).toContain('Wasser & Röstung: was <b>wirklich</b> zählt');
    expect(await page.locator('.text img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(320);
    expect(await page.locator('.answers').textContent()).toContain('Ich nehme Leitungswasser.');
    expect(asked.filter((url) => !/^(file|data):/.test(url))).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('says in its policy that nothing may load from elsewhere, and no post may run a script', async () => {
    const { names, page } = await htmlOf(auroraPosts, auroraFiles, 'en');
    for (const name of names.filter((file) => file.endsWith('.html'))) {
      const $ = await page(name);
      const policy = $('meta[http-equiv="Content-Security-Policy"]').attr('content') ?? '';
      expect(policy).toMatch(/^default-src 'none';/);
      expect(policy).not.toMatch(/https?:|\*|unsafe/);
      if (name !== 'search.html') expect($('script').length + (policy.match(/script-src/g)?.length ?? 0)).toBe(0);
      expect($('img:not([alt])')).toHaveLength(0);
      expect($('h1')).toHaveLength(1);
      expect($('main, header.site, footer.site')).toHaveLength(3);
    }
  });

  it('is a page that says so when there is nothing', async () => {
    const { page, result } = await htmlOf([], {}, 'de');
    expect(result.posts).toBe(0);
    expect((await page('index.html'))('main').text()).toContain('Es gibt keine Beiträge.');
  });
});
