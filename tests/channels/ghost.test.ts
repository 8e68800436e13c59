import { describe, expect, it } from 'vitest';
import { ghostAdapter } from '../../src/channels/ghost/adapter.ts';
import type { ChannelPlace } from '../../src/model/channel.ts';
import { startSite } from '../fixtures/sites/ghost/site.ts';
import { archivedText, readWith } from '../support/archived-text.ts';
import { bytes, html, useSites } from '../support/fixtures.ts';
import { fetchedSite, walkAndRead } from '../support/walked-site.ts';

const site = useSites();
const place: ChannelPlace = { platform: 'ghost', handle: 'a.example', url: 'https://a.example/' };
const api = 'https://a.example/ghost/api/content/posts/?key=22444f78447824223cefc48062&limit=100';
const read = (url: string, body: unknown, parts: Parameters<typeof archivedText>[2] = {}) =>
  readWith(ghostAdapter, archivedText(url, typeof body === 'string' ? body : JSON.stringify(body), parts), place);

const post = {
  id: '64f',
  url: 'https://a.example/p/',
  title: 'P',
  html: '<p>Text</p>',
  visibility: 'public',
  published_at: '2024-01-03T08:15:00.000+00:00',
  updated_at: '2024-01-03T08:15:20.000+00:00',
};

it('is known by its generator, with the key from its own scripts', async () => {
  const fixture = await startSite();
  try {
    expect(await ghostAdapter.identify?.(fixture.url, fetchedSite().site)).toEqual({
      platform: 'ghost',
      handle: '127.0.0.1',
      url: fixture.url,
    });
    const { asked } = await walkAndRead(ghostAdapter, { ...place, url: fixture.url });
    const lists = asked
      .filter((url) => url.includes('/content/posts/'))
      .map((url) => new URL(url).searchParams.get('page'));
    expect(lists).toEqual(['1', '2']);
  } finally {
    await fixture.close();
  }
});

describe('the Content API', () => {
  it('counts with its total, but not that of a filtered list', async () => {
    const meta = { pagination: { total: 24 } };
    expect(await read(api, { posts: [post], meta })).toMatchObject([
      { kind: 'claim', claim: { name: 'pagination.total posts', count: 24 } },
      { kind: 'post', post: { id: '64f', edited: null, extent: 'whole', visibility: 'public' } },
      { kind: 'listed' },
    ]);
    expect((await read(`${api}&filter=tag:x`, { posts: [post], meta })).map(({ kind }) => kind)).toEqual([
      'post',
      'listed',
    ]);
  });

  it('says what is for members only, and hides the editors own tags', async () => {
    const closed = {
      ...post,
      html: null,
      access: false,
      visibility: 'paid',
      tags: [{ name: 'Bells' }, { name: '#hidden' }],
    };
    expect(await read(api, { posts: [closed] })).toMatchObject([
      { post: { extent: 'part', visibility: 'followers', tags: ['Bells'] } },
      {},
    ]);
  });

  it.each([
    ['HTML', '<html></html>'],
    ['an error', { errors: [{ message: 'Unknown Content API Key' }] }],
    ['an item without an address', { posts: [{ id: '1' }] }],
  ])('%s where posts should be is unreadable', async (_what, body) => {
    expect((await read(api, body)).map(({ kind }) => kind)).toEqual(['unreadable']);
  });

  it('a refusal holds nothing', async () => {
    expect(await read(api, { errors: [] }, { status: 401 })).toEqual([]);
  });
});

it('without a key, the feed is paged, pages and paywalls are told apart, and the report says that nothing counts', async () => {
  const routes: Record<string, ReturnType<typeof bytes> | string> = {};
  const { origin } = await site(routes);
  const feed = (numbers: readonly number[]) =>
    bytes(
      `<rss version="2.0"><channel><title>A</title>${numbers.map((number) => `<item><title>P</title><link>${origin}/p-${number}/</link></item>`).join('')}</channel></rss>`,
      'application/rss+xml',
    );
  const page = (template: string, main: string) =>
    html(
      `<article><h1>P</h1><section class="gh-content">${main}</section></article>`,
      '<script type="application/ld+json">{"@type":"Article","headline":"P"}</script>',
    ).replace('<body>', `<body class="${template}">`);
  Object.assign(routes, {
    '/': html('x', '<meta name="generator" content="Ghost 5.1">'),
    '/rss/': feed([3, 2]),
    '/rss/2/': feed([1]),
    '/p-1/': page('post-template', '<p>One</p>'),
    '/p-2/': page('post-template', '<p>Two</p><aside class="gh-post-upgrade-cta">Pay</aside>'),
    '/p-3/': page('post-template', '<p>Three</p>'),
    '/about/': page('page-template', '<p>About</p>'),
  });
  const { collected, findings } = await walkAndRead(ghostAdapter, { ...place, url: `${origin}/` }, [
    `${origin}/about/`,
  ]);
  expect(collected.map(({ kind }) => kind)).toEqual(['note', 'page', 'page', 'page']);
  const read = findings.flatMap((finding) =>
    finding.kind === 'post' && finding.post.html?.includes('<p>') ? [finding.post] : [],
  );
  expect(read.map(({ kind, text, extent, visibility }) => [kind, text, extent, visibility])).toEqual([
    ['article', 'Three', 'whole', 'public'],
    ['article', 'Two', 'part', 'followers'],
    ['article', 'One', 'whole', 'public'],
    ['page', 'About', 'whole', 'public'],
  ]);
  expect(findings.some(({ kind }) => kind === 'claim')).toBe(false);
});
