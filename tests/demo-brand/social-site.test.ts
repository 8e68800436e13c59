import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoBrand, startDemoBrand } from '../../src/demo-brand/start-demo-brand.ts';

interface FeedPage {
  readonly posts: readonly {
    id: string;
    url: string;
    language: string;
    createdAt: string;
    image: { src: string } | null;
  }[];
  readonly next: string | null;
  readonly total: number;
}

let brand: DemoBrand;
beforeAll(async () => {
  brand = await startDemoBrand({ slowPageMs: 0, feedDelayMs: 40 });
});
afterAll(() => brand.close());

async function wholeFeed(): Promise<{ urls: string[]; pages: FeedPage[] }> {
  const api = new URL('/api/feed', brand.socialUrl);
  const urls: string[] = [];
  const pages: FeedPage[] = [];
  for (let cursor: string | null = ''; cursor !== null; cursor = pages.at(-1)?.next ?? null) {
    urls.push(`${api.href}?cursor=${cursor}`);
    pages.push((await (await fetch(urls.at(-1) ?? '')).json()) as FeedPage);
  }
  return { urls, pages };
}

describe('the profile', () => {
  test('pages its feed to exactly 48 posts, newest first, none twice', async () => {
    const { urls, pages } = await wholeFeed();
    const posts = pages.flatMap((page) => page.posts);
    expect(pages.map((page) => page.posts.length)).toEqual([10, 10, 10, 10, 8]);
    expect(new Set(posts.map((post) => post.id)).size).toBe(48);
    expect(pages.map((page) => page.total)).toEqual([48, 48, 48, 48, 48]);
    expect(brand.expected.social.postCount).toBe(48);
    expect(urls).toEqual(brand.expected.social.feedUrls);
    const dates = posts.map((post) => post.createdAt);
    expect(dates).toEqual([...dates].sort().reverse());
    expect(new Set(posts.map((post) => post.language))).toEqual(new Set(['de', 'en']));
    const permalinks = posts.map((post) => new URL(post.url, brand.socialUrl).href);
    expect([brand.socialUrl, ...permalinks]).toEqual(brand.expected.social.pageUrls);
  });

  test('holds none of its posts in its own HTML', async () => {
    const text = await (await fetch(brand.socialUrl)).text();
    expect(text).toContain('<b>48</b> posts');
    expect(text).not.toContain('/brandt/posts/');
  });

  test('answers every permalink with its own address, and every picture', async () => {
    for (const url of brand.expected.social.pageUrls) {
      const answer = await fetch(url);
      expect(answer.status, url).toBe(200);
      expect(await answer.text()).toContain(`<link rel="canonical" href="${url}">`);
    }
    for (const url of [...brand.expected.social.imageUrls, ...brand.expected.social.assetUrls]) {
      expect((await fetch(url)).status, url).toBe(200);
    }
  });

  test('lets the feed wait, refuses a cursor nobody gave, and misses politely', async () => {
    const started = performance.now();
    await fetch(brand.expected.social.feedUrls[0] ?? '');
    expect(performance.now() - started).toBeGreaterThanOrEqual(35);
    expect((await fetch(new URL('/api/feed?cursor=nonsense', brand.socialUrl))).status).toBe(400);
    expect((await fetch(`${brand.socialUrl}/posts/1`)).status).toBe(404);
    const [from, to] = brand.expected.social.redirects[0] ?? ['', ''];
    expect((await fetch(from, { redirect: 'manual' })).headers.get('location')).toBe(to);
  });

  test('plants a guest cookie that its script can read', async () => {
    const [cookie = ''] = (await fetch(brand.socialUrl)).headers.getSetCookie();
    expect(cookie).toMatch(/^kb_guest=DEMO_GUEST_SECRET_/);
    expect(cookie).not.toContain('HttpOnly');
    expect(brand.expected.secrets).toContain(cookie.split(';')[0]?.split('=')[1]);
  });
});
