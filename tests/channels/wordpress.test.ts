import { afterEach, describe, expect, it } from 'vitest';
import { wordpressAdapter } from '../../src/channels/wordpress/adapter.ts';
import { type DemoBrand, startDemoBrand } from '../../src/demo-brand/start-demo-brand.ts';
import type { ArchivedResponse } from '../../src/model/archived-response.ts';
import type { ChannelPlace } from '../../src/model/channel.ts';
import { archivedText, readWith } from '../support/archived-text.ts';
import { bytes, html, useSites } from '../support/fixtures.ts';
import type { Route } from '../support/test-site.ts';
import { fetchedSite, walkAndRead } from '../support/walked-site.ts';

const site = useSites();
const place: ChannelPlace = { platform: 'wordpress', handle: 'a.example', url: 'https://a.example/' };
const read = (url: string, body: unknown, parts: Partial<ArchivedResponse> = {}) =>
  readWith(wordpressAdapter, archivedText(url, typeof body === 'string' ? body : JSON.stringify(body), parts), place);

const post = {
  id: 7,
  type: 'post',
  status: 'publish',
  link: 'https://a.example/2024/post/',
  date_gmt: '2024-01-03T08:15:00',
  modified_gmt: '2024-01-03T08:15:30',
  title: { rendered: 'Fish &#038; chips' },
  content: { rendered: '<p>Text</p>', protected: false },
};
const list = 'https://a.example/wp-json/wp/v2/posts?per_page=100&page=1&orderby=id&order=asc&_embed=author';
const total = (count: number) => ({ headers: [['X-WP-Total', String(count)]] as const });

describe('the demo brand', () => {
  let brand: DemoBrand;
  afterEach(() => brand.close());

  it('is known as WordPress, and all of its posts, pages and comments are found', async () => {
    brand = await startDemoBrand({ slowPageMs: 0, feedDelayMs: 0 });
    const { blog } = brand.expected;
    const found = await wordpressAdapter.identify?.(brand.blogUrl, fetchedSite().site);
    expect(found).toMatchObject({ platform: 'wordpress', url: brand.blogUrl, api: `${brand.blogUrl}wp-json/` });
    if (found === undefined) return;
    const { posts, findings, collected } = await walkAndRead(wordpressAdapter, found, [
      ...blog.sitemapUrls,
      ...blog.pageUrls,
    ]);
    const all = [...posts.values()];
    expect(
      all
        .filter(({ kind }) => kind === 'article')
        .map(({ url }) => url)
        .sort(),
    ).toEqual([...blog.postUrls].sort());
    const pages = all.filter(({ kind }) => kind === 'page').map(({ url }) => url);
    expect(pages).toContain(blog.sitemapOnlyUrl);
    const claims = findings.flatMap((finding) =>
      finding.kind === 'claim' ? [[finding.claim.name, finding.claim.count]] : [],
    );
    expect(Object.fromEntries(claims)).toEqual({
      'X-WP-Total posts': blog.postUrls.length,
      'X-WP-Total pages': pages.length,
    });
    expect(all.filter(({ kind }) => kind === 'comment').length).toBeGreaterThan(10);
    expect(all.filter(({ kind, isOwn }) => kind === 'comment' && isOwn).length).toBeGreaterThan(0);
    const listed = findings.flatMap((finding) => (finding.kind === 'listed' ? [finding.listed.url] : []));
    const known = new Set(all.map(({ url }) => url));
    const lists = new Set(findings.flatMap((finding) => (finding.kind === 'no-post' ? [finding.url] : [])));
    expect(listed.filter((url) => url !== null && !known.has(url) && !lists.has(url))).toEqual([]);
    expect(findings.filter(({ kind }) => kind === 'unreadable')).toEqual([]);
    expect(collected.filter(({ kind }) => kind === 'gap' || kind === 'note')).toEqual([]);
  });
});

describe('the REST interface', () => {
  it('counts with its total, and never with that of a list that picks some out', async () => {
    expect(await read(list, [post], total(24))).toContainEqual({
      kind: 'claim',
      claim: { name: 'X-WP-Total posts', count: 24, kinds: ['article'], reach: 'exact' },
    });
    const some = await read('https://a.example/wp-json/wp/v2/posts?categories=3&per_page=5', [post], total(2));
    expect(some.map(({ kind }) => kind)).toEqual(['post', 'listed']);
    const types = await read('https://a.example/wp-json/wp/v2/products?per_page=100', [], total(2));
    expect(types).toEqual([
      {
        kind: 'claim',
        claim: { name: 'X-WP-Total products', count: 2, kinds: ['post'], reach: 'exact', part: 'products' },
      },
    ]);
  });

  it('a change within a minute of publishing is no edit, and one behind a password is private and no whole', async () => {
    const [found] = await read(list, [post]);
    expect(found).toMatchObject({
      post: { id: '7', edited: null, title: 'Fish & chips', visibility: 'public', extent: 'whole' },
    });
    const [closed] = await read(list, [{ ...post, content: { rendered: '', protected: true } }]);
    expect(closed).toMatchObject({ post: { visibility: 'private', extent: 'part', text: '' } });
  });

  it('what is not published is left alone, even when it is shown', async () => {
    expect(
      await read(list, [
        { ...post, status: 'draft' },
        { ...post, status: 'private' },
      ]),
    ).toEqual([]);
  });

  it.each([
    ['HTML where JSON should be', '<html><body>Blocked</body></html>', {}],
    ['an error with status 200', { code: 'rest_forbidden' }, {}],
    ['an item without an address', [{ id: 7, type: 'post' }], {}],
    ['an item that is none', ['x'], {}],
  ])('%s is unreadable', async (_what, body, parts) => {
    expect((await read(list, body, parts)).map(({ kind }) => kind)).toEqual(['unreadable']);
  });

  it('refusals, internal lists and the interfaces of other sites hold nothing', async () => {
    expect(await read(list, { code: 'rest_forbidden' }, { status: 401 })).toEqual([]);
    for (const base of ['users', 'media', 'categories', 'block-types', 'templates', 'settings', 'posts/7/revisions']) {
      expect(await read(`https://a.example/wp-json/wp/v2/${base}`, [post]), base).toEqual([]);
    }
    expect(await read('https://other.example/wp-json/wp/v2/posts', [post])).toEqual([]);
    const inFolder = { ...place, url: 'https://a.example/blog/', api: 'https://a.example/blog/wp-json/' };
    const response = archivedText('https://a.example/wp-json/wp/v2/posts', JSON.stringify([post]));
    expect(await readWith(wordpressAdapter, response, inFolder)).toEqual([]);
  });

  it('a server that breaks under large pages is asked for smaller ones, and nothing is lost or asked twice', async () => {
    const routes: Record<string, Route> = {};
    const { origin } = await site(routes);
    const items = Array.from({ length: 47 }, (_, index) => ({ ...post, id: index + 1, link: `${origin}/${index}/` }));
    routes['/wp-json/wp/v2/posts'] = (_request, response, url) => {
      const perPage = Number(url.searchParams.get('per_page'));
      const page = Number(url.searchParams.get('page'));
      if (perPage > 20)
        return void response
          .writeHead(500, { 'content-type': 'application/json' })
          .end('{"code":"internal_server_error"}');
      response.writeHead(200, { 'x-wp-total': '47', 'x-wp-totalpages': String(Math.ceil(47 / perPage)) });
      response.end(JSON.stringify(items.slice((page - 1) * perPage, page * perPage)));
    };
    const at = { ...place, url: `${origin}/`, api: `${origin}/wp-json/` };
    const { asked, posts } = await walkAndRead(wordpressAdapter, at);
    expect([...posts.keys()]).toEqual(items.map(({ id }) => String(id)));
    const pages = asked.filter((url) => url.includes('/posts?')).map((url) => new URL(url).searchParams);
    expect(pages.map((query) => `${query.get('per_page')}/${query.get('page')}`)).toEqual([
      '100/1',
      '20/1',
      '20/2',
      '20/3',
    ]);
  });
});

describe('a closed interface', () => {
  it('is said to be closed, and feeds and pages give the posts and their comments, under the same numbers', async () => {
    const routes: Record<string, Route> = {};
    const { origin } = await site(routes);
    const feed = (numbers: readonly number[]) => {
      const items = numbers.map(
        (number) =>
          `<item><title>P</title><link>${origin}/p-${number}/</link><guid isPermaLink="false">${origin}/?p=${number}</guid></item>`,
      );
      return bytes(
        `<rss version="2.0"><channel><title>A</title>${items.join('')}</channel></rss>`,
        'application/rss+xml',
      );
    };
    const page = (number: number) =>
      html(
        `<article><h1 class="entry-title">P ${number}</h1><div class="entry-content"><p>Text ${number}</p></div></article>
        <ol><li class="comment" id="comment-${number}0"><div class="comment-author"><span class="fn">Jo</span></div><time datetime="2024-02-01T10:00:00Z"></time><div class="comment-content"><p>Yes</p></div>
        <ol><li class="comment bypostauthor" id="comment-${number}1"><div class="comment-content"><p>No</p></div></li></ol></li></ol>`,
      ).replace('<body>', `<body class="single single-post postid-${number}">`);
    Object.assign(routes, {
      '/': html('<link href="/wp-content/style.css">', '<meta name="generator" content="WordPress 6.8">'),
      '/wp-json/': bytes('{"code":"rest_login_required"}', 'application/json'),
      '/feed/': feed([4, 3]),
      '/feed/?paged=2': feed([2, 1]),
      ...Object.fromEntries([1, 2, 3, 4].map((number) => [`/p-${number}/`, page(number)])),
    });
    const at = { ...place, url: `${origin}/` };
    const { collected, posts, findings } = await walkAndRead(wordpressAdapter, at);
    expect(collected.filter(({ kind }) => kind === 'note')).toEqual([
      { kind: 'note', message: expect.stringContaining('does not open its REST interface') },
    ]);
    expect([...posts.keys()].sort()).toEqual(
      ['1', '2', '3', '4', ...[1, 2, 3, 4].flatMap((number) => [`comment-${number}0`, `comment-${number}1`])].sort(),
    );
    expect(posts.get('comment-21')).toMatchObject({
      isOwn: true,
      text: 'No',
      replyTo: { id: 'comment-20' },
      thread: '2',
    });
    expect(posts.get('comment-20')).toMatchObject({ isOwn: false, author: { name: 'Jo' }, replyTo: { id: '2' } });
    const whole = findings.flatMap((finding) =>
      finding.kind === 'post' && finding.post.extent === 'whole' ? [finding.post.text] : [],
    );
    expect(whole).toContain('Text 4');
    expect(findings.some(({ kind }) => kind === 'claim')).toBe(false);
  });
});

describe('a site at WordPress.com', () => {
  it('has an interface of its own, whose counts are claims, and comments that name their posts', async () => {
    const routes: Record<string, Route> = {};
    const { origin } = await site(routes);
    const base = '/rest/v1.1/sites/aurora.wordpress.com';
    const item = (number: number, type: string) => ({
      ID: number,
      type,
      URL: `${origin}/${type}-${number}/`,
      title: `No. ${number} &amp; more`,
      content: '<p>Text</p>',
      date: '2024-01-03T09:15:00+01:00',
      modified: '2024-03-03T09:15:00+01:00',
      author: { ID: 3, login: 'mira', name: 'Mira' },
      tags: { Kaffee: {} },
      categories: {},
      sticky: number === 1,
      password: '',
      like_count: 4,
      discussion: { comment_count: 1 },
    });
    routes[`${base}/`] = bytes(JSON.stringify({ ID: 9, name: 'Aurora', URL: `${origin}/` }), 'application/json');
    routes[`${base}/posts/`] = (_request, response, url) => {
      const type = url.searchParams.get('type') ?? 'post';
      const all =
        type === 'post' ? Array.from({ length: 103 }, (_, index) => item(index + 1, type)) : [item(200, type)];
      const page = Number(url.searchParams.get('page'));
      response.end(JSON.stringify({ found: all.length, posts: all.slice((page - 1) * 100, page * 100) }));
    };
    const comment = {
      ID: 5,
      post: { ID: 2 },
      author: { ID: 0, name: 'Jo' },
      date: '2024-02-01T10:00:00+00:00',
      URL: `${origin}/post-2/#comment-5`,
      content: '<p>Yes</p>',
      parent: false,
    };
    routes[`${base}/comments/`] = bytes(JSON.stringify({ found: 1, comments: [comment] }), 'application/json');
    const at = { ...place, url: `${origin}/`, api: `${origin}${base}/` };
    const { posts, findings } = await walkAndRead(wordpressAdapter, at);
    expect(posts.size).toBe(105);
    expect(posts.get('1')).toMatchObject({
      kind: 'article',
      title: 'No. 1 & more',
      published: '2024-01-03T08:15:00.000Z',
      edited: '2024-03-03T08:15:00.000Z',
      tags: ['Kaffee'],
      counts: { likes: 4, replies: 1 },
      isPinned: true,
    });
    expect(posts.get('comment-5')).toMatchObject({ isOwn: false, replyTo: { id: '2' }, text: 'Yes' });
    const claims = findings.flatMap((finding) =>
      finding.kind === 'claim' ? [`${finding.claim.name} ${finding.claim.count}`] : [],
    );
    expect([...new Set(claims)]).toEqual(['found post 103', 'found page 1']);
  });
});
