import { describe, expect, it } from 'vitest';
import { ghostAdapter } from '../../src/channels/ghost/adapter.ts';
import { websiteAdapter } from '../../src/channels/website/adapter.ts';
import { wordpressAdapter } from '../../src/channels/wordpress/adapter.ts';
import type { ChannelPlace } from '../../src/model/channel.ts';
import type { FoundPost } from '../../src/model/post.ts';
import { archivedText, readWith } from '../support/archived-text.ts';
import { bytes, html, useSites } from '../support/fixtures.ts';
import { fetchedSite, walkAndRead } from '../support/walked-site.ts';

const site = useSites();
const place: ChannelPlace = { platform: 'website', handle: 'a.example', url: 'https://a.example/' };

const read = (url: string, body: string, parts: Parameters<typeof archivedText>[2] = {}) =>
  readWith(websiteAdapter, archivedText(url, body, { mime: 'text/html', ...parts }), place);

async function kindAt(
  path: string,
  body: string,
  head = '',
  bodyClass = '',
): Promise<FoundPost['kind'] | 'list' | undefined> {
  const findings = await read(
    `https://a.example${path}`,
    html(body, head).replace('<body>', `<body class="${bodyClass}">`),
  );
  const post = findings.find((finding) => finding.kind === 'post');
  if (post?.kind === 'post') return post.post.kind;
  return findings.some(({ kind }) => kind === 'no-post') ? 'list' : undefined;
}

const card = '<article><h2><a href="/x">x</a></h2><time datetime="2024-01-03">then</time></article>';
const ld = (json: unknown) => `<script type="application/ld+json">${JSON.stringify(json)}</script>`;

describe('what a page is', () => {
  it.each([
    ['/', ''],
    ['/de/', ''],
    ['/?utm_source=x&s=bell', ''],
    ['/page/2/', ''],
    ['/blog/page/3', ''],
    ['/tag/bronze/', ''],
    ['/category/a/b', ''],
    ['/2024/05/', ''],
    ['/author/mira', ''],
    ['/news/', card.repeat(3)],
  ])('%s is a list', async (path, body) => {
    expect(await kindAt(path, body)).toBe('list');
  });

  it('a body class, a CollectionPage and an h-feed are lists wherever they lie', async () => {
    expect(await kindAt('/news/', '', '', 'archive')).toBe('list');
    expect(await kindAt('/news/', '', ld({ '@type': 'CollectionPage' }))).toBe('list');
    expect(await kindAt('/notes/', '<div class="h-feed"><p class="h-entry">a</p><p class="h-entry">b</p></div>')).toBe(
      'list',
    );
  });

  it('an article says so by JSON-LD, microformats, a time in Open Graph, or one article with a time', async () => {
    expect(await kindAt('/a', 'x', ld([{ '@type': 'https://schema.org/NewsArticle', headline: 'A' }]))).toBe('article');
    expect(
      await kindAt(
        '/a',
        '<div class="h-entry"><p class="p-name">A</p><p class="e-content">b</p><time class="dt-published" datetime="2024-01-03">x</time></div>',
      ),
    ).toBe('article');
    expect(await kindAt('/a', 'x', '<meta property="article:published_time" content="2024-01-03T08:00:00Z">')).toBe(
      'article',
    );
    expect(await kindAt('/a', card)).toBe('article');
  });

  it('the type "article" of Open Graph alone, a WebPage and a broken script are a page', async () => {
    expect(await kindAt('/a', 'x', '<meta property="og:type" content="article">')).toBe('page');
    expect(await kindAt('/a', 'x', ld({ '@type': 'WebPage', datePublished: '2024-01-03' }))).toBe('page');
    expect(await kindAt('/a', 'x', '<script type="application/ld+json">{"@type": "Article",</script>')).toBe('page');
  });

  it('articles that a page teases do not make it one of them', async () => {
    const related = {
      '@graph': [
        { '@type': 'Article', url: 'https://a.example/b' },
        { '@type': 'Article', url: 'https://a.example/c' },
      ],
    };
    expect(await kindAt('/about', 'x', ld(related))).toBe('page');
  });

  it('a piece of HTML that a script fetched is none', async () => {
    expect(await read('https://a.example/fragment', '<div>more</div>')).toEqual([]);
  });
});

describe('the address of a page', () => {
  const canonical = (url: string) => `<link rel="canonical" href="${url}">`;
  const idAt = async (url: string, head: string) => {
    const found = (await read(url, html('x', head))).find((finding) => finding.kind === 'post');
    return found?.kind === 'post' ? found.post.id : undefined;
  };

  it('is its canonical one, and both are the same place', async () => {
    const findings = await read('https://a.example/a?from=mail', html('x', canonical('/a')));
    expect(findings).toContainEqual({
      kind: 'same-place',
      url: 'https://a.example/a?from=mail',
      as: 'https://a.example/a',
    });
    expect(await idAt('https://a.example/a?from=mail', canonical('/a'))).toBe('https://a.example/a');
  });

  it('is where it was read when the canonical one is on another host, or the home page', async () => {
    expect(await idAt('https://a.example/a', canonical('https://other.example/a'))).toBe('https://a.example/a');
    expect(await idAt('https://a.example/a', canonical('https://a.example/'))).toBe('https://a.example/a');
  });
});

it('a page that answers 410 is gone, and a redirect leads to the same place', async () => {
  expect(await read('https://a.example/a', html('Gone'), { status: 410 })).toMatchObject([
    { kind: 'gone', url: 'https://a.example/a' },
  ]);
  expect(await read('https://a.example/a', '', { status: 301, headers: [['Location', '/b']] })).toEqual([
    { kind: 'same-place', url: 'https://a.example/a', as: 'https://a.example/b' },
  ]);
});

it('what is paid for is a part, and the author, tags and times are those of the right node', async () => {
  const nodes = {
    '@graph': [
      { '@type': 'Article', url: 'https://a.example/other', headline: 'Other', datePublished: '2020-01-01' },
      {
        '@type': 'Article',
        mainEntityOfPage: 'https://a.example/a/',
        headline: 'A &amp; B',
        author: [{ name: 'Mira' }],
        keywords: ['x', 'y'],
        datePublished: '2024-01-03T08:15:00Z',
        dateModified: '2024-01-04T08:15:00Z',
        isAccessibleForFree: 'False',
        image: { url: '/i.png' },
      },
    ],
  };
  const [found] = await read('https://a.example/a', html('<main><p>Text</p></main>', ld(nodes)));
  expect(found).toMatchObject({
    kind: 'post',
    post: {
      title: 'A & B',
      author: { name: 'Mira' },
      tags: ['x', 'y'],
      published: '2024-01-03T08:15:00.000Z',
      edited: '2024-01-04T08:15:00.000Z',
      extent: 'part',
      media: [{ url: 'https://a.example/i.png' }],
    },
  });
});

describe('the feeds of a website', () => {
  it('one that is named and is none is a gap', async () => {
    const { origin } = await site({
      '/': html('x', '<link rel="alternate" type="application/rss+xml" href="/news.rss">'),
      '/news.rss': html('Sorry'),
    });
    const { collected } = await walkAndRead(websiteAdapter, { ...place, url: `${origin}/` });
    expect(collected).toEqual([
      {
        kind: 'gap',
        reason: 'unreadable',
        url: `${origin}/news.rss`,
        message: `${origin}/news.rss is named as a feed and is none.`,
      },
    ]);
  });

  it('one that no page names is looked for at the usual places, followed page by page, and links to others are left out', async () => {
    const routes: Record<string, ReturnType<typeof bytes>> = {};
    const { origin } = await site(routes);
    const feed = (urls: readonly string[], next?: string) =>
      bytes(
        JSON.stringify({
          version: 'https://jsonfeed.org/version/1.1',
          ...(next ? { next_url: next } : {}),
          items: urls.map((url) => ({ id: url, url, title: 'T', content_text: 'x' })),
        }),
        'application/feed+json',
      );
    routes['/feed.json'] = feed([`${origin}/a`, 'https://other.example/b'], `${origin}/feed-2.json`);
    routes['/feed-2.json'] = feed([`${origin}/c`], `${origin}/feed.json`);
    const { collected, findings } = await walkAndRead(websiteAdapter, { ...place, url: `${origin}/` });
    expect(collected).toEqual([
      { kind: 'page', url: `${origin}/a` },
      { kind: 'page', url: `${origin}/c` },
    ]);
    expect(findings.flatMap((finding) => (finding.kind === 'listed' ? [finding.listed.url] : []))).toEqual([
      `${origin}/a`,
      `${origin}/c`,
    ]);
  });
});

it('a site of no system that we know is identified as none', async () => {
  const { origin } = await site({ '/': html('<p>Hand-made</p>') });
  for (const adapter of [wordpressAdapter, ghostAdapter]) {
    expect(await adapter.identify?.(`${origin}/`, fetchedSite().site)).toBeUndefined();
  }
});
