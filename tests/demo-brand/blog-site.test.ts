import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoBrand, startDemoBrand } from '../../src/demo-brand/start-demo-brand.ts';
import { crawlLinks } from './crawl-links.ts';

let brand: DemoBrand;
beforeAll(async () => {
  brand = await startDemoBrand({ slowPageMs: 300, feedDelayMs: 0 });
});
afterAll(() => brand.close());

const manual: RequestInit = { redirect: 'manual' };

describe('the blog', () => {
  test('answers every expected page with HTML, in chunks and compressed', async () => {
    for (const url of brand.expected.blog.pageUrls) {
      const answer = await fetch(url, manual);
      expect(answer.status, url).toBe(200);
      expect(answer.headers.get('content-type'), url).toMatch(/^text\/html; charset=/);
      if (url === brand.expected.blog.latin1PageUrl) continue;
      expect(answer.headers.get('content-encoding'), url).toBe('gzip');
      expect(answer.headers.get('transfer-encoding'), url).toBe('chunked');
      expect(await answer.text()).toContain(`<link rel="canonical" href="${url}">`);
    }
  });

  test('links to, redirects to or lists in its sitemaps exactly the expected pages', async () => {
    const found = await crawlLinks(brand.blogUrl, brand.expected.blog.sitemapUrls);
    expect([...found.pages].sort()).toEqual([...brand.expected.blog.pageUrls].sort());
    expect([...found.notFound]).toEqual(brand.expected.blog.notFoundUrls);
    expect([...found.redirects].sort()).toEqual([...brand.expected.blog.redirects].map(String).sort());
    expect([...found.documents]).toEqual([brand.expected.blog.documentUrl]);
  });

  test('names one page in the sitemap only', async () => {
    const found = await crawlLinks(brand.blogUrl, []);
    const unlinked = brand.expected.blog.pageUrls.filter((url) => !found.pages.has(url));
    expect(unlinked).toEqual([brand.expected.blog.sitemapOnlyUrl]);
  });

  test('has eight German and six English posts, paired by hreflang where both exist', async () => {
    const { postUrls } = brand.expected.blog;
    expect(postUrls.filter((url) => new URL(url).pathname.startsWith('/de/'))).toHaveLength(8);
    expect(postUrls.filter((url) => new URL(url).pathname.startsWith('/en/'))).toHaveLength(6);
    for (const url of postUrls) {
      const text = await (await fetch(url)).text();
      const own = url.includes('/de/') ? 'de' : 'en';
      const other = own === 'de' ? 'en' : 'de';
      const partner = new RegExp(`<link rel="alternate" hreflang="${other}" href="([^"]+)">`).exec(text)?.[1];
      if (partner === undefined) continue;
      expect(await (await fetch(partner)).text()).toContain(`hreflang="${own}" href="${url}"`);
    }
  });

  test('serves every picture, the font, the document and the video with type and length', async () => {
    const { blog } = brand.expected;
    const types: readonly (readonly [RegExp, readonly string[]])[] = [
      [/^image\/(jpeg|svg\+xml)/, [...blog.imageUrls, ...blog.galleryUrls]],
      [/^(text\/css|text\/javascript)/, blog.assetUrls],
      [/^font\/woff2$/, [blog.fontUrl]],
      [/^application\/pdf$/, [blog.documentUrl]],
      [/^video\/webm$/, [blog.videoUrl]],
      [/^video\/mp4$/, [blog.videoFallbackUrl]],
      [/^text\/javascript/, [blog.workerUrl]],
      [/^application\/json/, [blog.workerDataUrl]],
    ];
    for (const [type, urls] of types) {
      for (const url of urls) {
        const answer = await fetch(url);
        expect(answer.status, url).toBe(200);
        expect(answer.headers.get('content-type'), url).toMatch(type);
        expect(answer.headers.get('cache-control'), url).toContain('max-age=86400');
        expect((await answer.arrayBuffer()).byteLength, url).toBeGreaterThan(100);
      }
    }
    expect(blog.galleryUrls).toHaveLength(12);
  });

  test('puts the last sheet of the gallery below the footer, for an observer to load', async () => {
    const text = await (await fetch(brand.expected.blog.galleryPageUrl)).text();
    const last = new URL(brand.expected.blog.galleryUrls.at(-1) ?? '').pathname;
    const tail = text.slice(text.indexOf('</footer>'));
    expect(tail).toContain(`data-src="${last}"`);
    expect(text).not.toContain(`src="${last}" srcset`);
    expect(text.match(/loading="lazy"/g)).toHaveLength(5);
    expect(text.match(/data-src="/g)).toHaveLength(7);
  });

  test('redirects old addresses, permanently or for now', async () => {
    const answers = await Promise.all(brand.expected.blog.redirects.map(([from]) => fetch(from, manual)));
    expect(answers.map((answer) => answer.headers.get('location'))).toEqual(
      brand.expected.blog.redirects.map(([, to]) => to),
    );
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([301, 302]));
    const short = await fetch(`${brand.blogUrl}?p=214`, manual);
    expect([short.status, short.headers.get('location')]).toEqual([
      301,
      `${brand.blogUrl}de/2026/10/abschied-vom-blog/`,
    ]);
    const slashless = await fetch(`${brand.blogUrl}de/impressum`, manual);
    expect(slashless.headers.get('location')).toBe(`${brand.blogUrl}de/impressum/`);
  });

  test('shows the theme on a missing page, in the language of the address', async () => {
    for (const url of brand.expected.blog.notFoundUrls) {
      const answer = await fetch(url);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('Hier läutet nichts');
    }
    const english = await fetch(`${brand.blogUrl}en/nothing/`);
    expect([english.status, (await english.text()).includes('Nothing rings here')]).toEqual([404, true]);
  });

  test('takes its time for the slow page only', async () => {
    const started = performance.now();
    await (await fetch(brand.expected.blog.slowPageUrl)).text();
    expect(performance.now() - started).toBeGreaterThanOrEqual(290);
  });

  test('sends the page of 1999 in ISO-8859-1', async () => {
    const answer = await fetch(brand.expected.blog.latin1PageUrl);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=ISO-8859-1');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(new TextDecoder('iso-8859-1').decode(bytes)).toContain('Brandt &amp; Söhne');
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow();
  });

  test('answers a same-page comment link with the same page', async () => {
    const [post = ''] = brand.expected.blog.postUrls;
    const plain = await (await fetch(post)).text();
    const link = /href="([^"]+\?replytocom=\d+)#respond"/.exec(plain)?.[1] ?? '';
    expect(await (await fetch(new URL(link, post))).text()).toBe(plain);
  });

  test('counts readers for a POST and refuses other ones', async () => {
    const { postEndpoint, postPageUrls } = brand.expected.blog;
    const body = new URLSearchParams({ action: 'letter_count', language: 'de' });
    const answer = await fetch(postEndpoint, { method: 'POST', body });
    expect(await answer.json()).toEqual({ success: true, data: { readers: 1924 } });
    expect((await fetch(postEndpoint, { method: 'POST', body: 'action=other' })).status).toBe(400);
    expect((await fetch(brand.blogUrl, { method: 'DELETE' })).status).toBe(405);
    for (const url of postPageUrls) expect(await (await fetch(url)).text()).toContain('data-endpoint="/wp-admin/');
  });

  test('plants a session and a consent cookie on the first visit, and not again', async () => {
    const first = await fetch(brand.blogUrl);
    const cookies = first.headers.getSetCookie();
    expect(cookies.map((cookie) => cookie.split(';')[0]?.split('=')[1])).toEqual(brand.expected.secrets.slice(0, 2));
    expect(cookies[0]).toMatch(/DEMO_SESSION_SECRET_.*HttpOnly/);
    const cookie = cookies.map((one) => one.split(';')[0]).join('; ');
    const second = await fetch(brand.blogUrl, { headers: { cookie } });
    expect(second.headers.getSetCookie()).toEqual([]);
  });

  test('has a feed in RSS 2.0 for each language, with an item a post', async () => {
    const items = await Promise.all(
      brand.expected.blog.feedUrls.map(async (url) => {
        const answer = await fetch(url);
        expect(answer.headers.get('content-type')).toContain('application/rss+xml');
        const text = await answer.text();
        expect(text).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?><rss version="2\.0"/);
        return [...text.matchAll(/<item>[\s\S]*?<link>([^<]+)<\/link>[\s\S]*?<\/item>/g)].map((match) => match[1]);
      }),
    );
    expect(items.flat().sort()).toEqual([...brand.expected.blog.postUrls].sort());
  });

  test('searches its posts', async () => {
    const text = await (await fetch(`${brand.blogUrl}?s=%22%3E%3Cb%3EEule`)).text();
    expect(text).not.toContain('"><b>Eule');
    expect(await (await fetch(`${brand.blogUrl}?s=Rotguss`)).text()).toContain('1 Treffer');
  });

  test('lists posts in the REST interface, with totals', async () => {
    const answer = await fetch(`${brand.blogUrl}wp-json/wp/v2/posts?per_page=10&page=2`);
    expect([answer.headers.get('x-wp-total'), answer.headers.get('x-wp-totalpages')]).toEqual(['14', '2']);
    expect(await answer.json()).toHaveLength(4);
    expect((await fetch(`${brand.blogUrl}wp-json/wp/v2/posts?page=9`)).status).toBe(400);
    expect((await fetch(`${brand.blogUrl}wp-json/wp/v2/posts/99999`)).status).toBe(404);
  });

  test('has all of its posts, pages, comments, media, terms and people in the REST interface, oldest first on request', async () => {
    const list = async (name: string) => {
      const url = `${brand.blogUrl}wp-json/wp/v2/${name}?per_page=100&page=1&orderby=id&order=asc&_embed=author,wp:term`;
      const answer = await fetch(url);
      const items = (await answer.json()) as { id: number; link: string; modified_gmt: string; date_gmt: string }[];
      expect(answer.headers.get('x-wp-total'), name).toBe(String(items.length));
      expect(items.map(({ id }) => id)).toEqual(items.map(({ id }) => id).sort((a, b) => a - b));
      return items;
    };
    const [posts, pages, comments] = [await list('posts'), await list('pages'), await list('comments')];
    expect(posts.map(({ link }) => link).sort()).toEqual([...brand.expected.blog.postUrls].sort());
    expect(posts.every(({ date_gmt, modified_gmt }) => modified_gmt === date_gmt)).toBe(true);
    for (const { link } of pages) expect(brand.expected.blog.pageUrls).toContain(link);
    for (const { link } of comments) expect(brand.expected.blog.postUrls).toContain(link.replace(/#comment-\d+$/, ''));
    for (const name of ['media', 'users', 'categories', 'tags'])
      expect((await list(name)).length, name).toBeGreaterThan(1);
    const index = (await (await fetch(`${brand.blogUrl}wp-json/`)).json()) as { routes: object };
    expect(Object.keys(index.routes)).toContain('/wp/v2/comments');
    expect((await fetch(`${brand.blogUrl}wp-json/wp/v2/nothing`)).status).toBe(404);
  });

  test('renders galleries and films in what the REST interface gives, and embeds authors when asked', async () => {
    const posts = (await (await fetch(`${brand.blogUrl}wp-json/wp/v2/posts?per_page=100&_embed=author`)).json()) as {
      content: { rendered: string };
      _embedded: { author: { name: string }[] };
    }[];
    expect(posts.filter(({ content }) => content.rendered.includes('<video')).length).toBeGreaterThan(0);
    expect(posts.every(({ _embedded }) => _embedded.author[0]?.name.length)).toBe(true);
    const plain = await (await fetch(`${brand.blogUrl}wp-json/wp/v2/posts`)).text();
    expect(plain).not.toContain('_embedded');
  });
});

describe('the embedded player', () => {
  test('stands on another site, and everything it loads is there', async () => {
    const { embed } = brand.expected;
    expect(new URL(embed.pageUrl).hostname).not.toBe(new URL(brand.blogUrl).hostname);
    expect(new URL(embed.pageUrl).origin).toBe(brand.embedOrigin);
    expect(await (await fetch(embed.hostPageUrl)).text()).toContain(`<iframe src="${embed.pageUrl}"`);
    expect(embed.urls).toHaveLength(5);
    for (const url of embed.urls) expect((await fetch(url)).status, url).toBe(200);
    expect((await fetch(`${brand.embedOrigin}/other`)).status).toBe(404);
  });
});
