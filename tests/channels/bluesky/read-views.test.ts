import { describe, expect, it } from 'vitest';
import { DID, HANDLE } from '../../fixtures/sites/bluesky/records.ts';
import { mira, own, page, pds, place, posts, read, uri, view } from './bluesky-answers.ts';

const feed = 'app.bsky.feed.getAuthorFeed';
const query = `actor=${encodeURIComponent(DID)}&filter=posts_with_replies`;

async function one(record: object, more: object = {}) {
  return posts(await read(feed, { feed: [{ post: view('3kaaaaaaaa222', record, more) }], cursor: 'x' }, { query }))[0];
}

const strong = (of: string) => ({ uri: of, cid: 'bafyreihk2o5k4k2gqjwcl4u7o2ol7m4x4u5fzq3xnx3v3l4w7a7x2d2zqe' });
const blob = (cid: string, mimeType = 'image/jpeg') => ({ $type: 'blob', ref: { $link: cid }, mimeType, size: 9 });

describe('a post of the author’s feed', () => {
  it('has counts with the time they were read, and its page at the place', async () => {
    expect(await one({}, { replyCount: 1, repostCount: 0, quoteCount: 2, bookmarkCount: 4 })).toMatchObject({
      id: uri('3kaaaaaaaa222'),
      url: `${page}/post/3kaaaaaaaa222`,
      kind: 'post',
      counts: { likes: 3, replies: 1, reposts: 0, quotes: 2, bookmarks: 4 },
      countedAt: '2026-11-25T09:00:00.000Z',
      author: { id: DID, handle: HANDLE, name: 'Aurora' },
    });
  });

  it('counts its facets in bytes, past emoji and umlauts', async () => {
    const text = 'Grüße 👩‍👩‍👧‍👦 aus example.com/… #Öl';
    const bytes = Buffer.from(text);
    const start = bytes.indexOf('#Öl');
    const facets = [
      {
        index: { byteStart: bytes.indexOf('example'), byteEnd: bytes.indexOf('…') + 3 },
        features: [{ $type: 'app.bsky.richtext.facet#link', uri: 'https://example.com/long' }],
      },
      {
        index: { byteStart: start, byteEnd: start + Buffer.byteLength('#Öl') },
        features: [{ $type: 'app.bsky.richtext.facet#tag' }],
      },
      { index: { byteStart: 3, byteEnd: 4 }, features: [{ $type: 'app.bsky.richtext.facet#tag' }] },
      {
        index: { byteStart: 0, byteEnd: 9999 },
        features: [
          { $type: 'app.bsky.richtext.facet#tag' },
          { $type: 'app.bsky.richtext.facet#mention', did: mira.did },
          7,
        ],
      },
      'nonsense',
    ];
    expect(await one({ text, facets, tags: ['hidden'] })).toMatchObject({
      text,
      links: ['https://example.com/long'],
      tags: ['hidden', 'Öl'],
    });
  });

  it('has the pictures of either form of embed, with words and sizes', async () => {
    const images = {
      $type: 'app.bsky.embed.images',
      images: [
        { alt: 'A bell', image: blob('bafkreia'), aspectRatio: { width: 8, height: 6 } },
        { alt: '', image: { cid: 'bafkreib', mimeType: 'image/png' } },
        { alt: 'none' },
      ],
    };
    const both = {
      $type: 'app.bsky.embed.recordWithMedia',
      media: images,
      record: { record: strong(uri('3kq', mira.did)) },
    };
    const post = await one({ embed: both });
    expect(post?.media.map(({ alt, width, mime }) => [alt, width, mime])).toEqual([
      ['A bell', 8, 'image/jpeg'],
      [null, null, 'image/png'],
    ]);
    expect(post?.media[0]?.url).toBe(`https://cdn.bsky.app/img/feed_fullsize/plain/${DID}/bafkreia@jpeg`);
    expect(post).toMatchObject({
      kind: 'quote',
      quoteOf: { id: uri('3kq', mira.did), url: `https://bsky.app/profile/${mira.did}/post/3kq` },
    });
  });

  it('has its blobs at the one server that is to answer everything', async () => {
    const from = { ...place, api: 'http://127.0.0.1:2583/xrpc' };
    const embed = { $type: 'app.bsky.embed.video', video: blob('bafkreiv', 'video/mp4'), alt: 'A bell rings' };
    const [post] = posts(await read(feed, { feed: [{ post: view('3kaaaaaaaa222', { embed }) }] }, { query, from }));
    expect(post?.media).toMatchObject([
      {
        kind: 'video',
        otherUrls: [],
        url: `http://127.0.0.1:2583/xrpc/com.atproto.sync.getBlob?did=${encodeURIComponent(DID)}&cid=bafkreiv`,
      },
    ]);
  });

  it.each([
    ['a link', { $type: 'app.bsky.embed.external', external: { uri: 'https://example.com/' } }, 'https://example.com/'],
    [
      'a feed',
      { $type: 'app.bsky.embed.record', record: strong(`at://${mira.did}/app.bsky.feed.generator/cats`) },
      `https://bsky.app/profile/${mira.did}/feed/cats`,
    ],
    [
      'a list',
      { $type: 'app.bsky.embed.record', record: strong(`at://${mira.did}/app.bsky.graph.list/3k`) },
      `https://bsky.app/profile/${mira.did}/lists/3k`,
    ],
    [
      'a starter pack',
      { $type: 'app.bsky.embed.record', record: strong(`at://${mira.did}/app.bsky.graph.starterpack/3k`) },
      `https://bsky.app/starter-pack/${mira.did}/3k`,
    ],
  ])('shows %s as a link, and quotes nothing', async (_name, embed, link) => {
    expect(await one({ embed })).toMatchObject({ kind: 'post', links: [link], quoteOf: null });
  });

  it('keeps the blobs of an embed nobody knows yet, and the captions of a film', async () => {
    const from = { ...place, api: pds };
    const [page, score] = [{ alt: 'A page', scan: blob('bafkreip') }, { score: blob('bafkreis', 'application/pdf') }];
    const captions = [{ lang: 'de', file: blob('bafkreic', 'text/vtt') }];
    const records = [
      { embed: { $type: 'new.embed', pages: [page, score] } },
      { embed: { $type: 'app.bsky.embed.video', video: blob('bafkreiv', 'video/mp4'), captions } },
    ];
    const items = records.map((record, number) => ({ post: view(`3kaaaaaaaa22${number}`, record) }));
    const found = posts(await read(feed, { feed: items, cursor: 'x' }, { query, from }));
    expect(found.map(({ media }) => media.map(({ kind, mime, alt }) => `${kind} ${mime} ${alt}`))).toEqual([
      ['image image/jpeg A page', 'file application/pdf null'],
      ['video video/mp4 null', 'file text/vtt null'],
    ]);
  });

  it('goes on with its own thread or answers others, and keeps what it warns of', async () => {
    const self = { root: strong(uri('3ka')), parent: strong(uri('3kb')) };
    expect(await one({ reply: self })).toMatchObject({ kind: 'post', thread: uri('3ka'), replyTo: { id: uri('3kb') } });
    const others = { root: strong(uri('3ka', mira.did)), parent: strong(uri('3kb', mira.did)) };
    const labels = { values: [{ val: 'nudity' }, { val: 'graphic-media' }, {}] };
    expect(await one({ reply: others, labels, langs: ['de', 'en'] })).toMatchObject({
      kind: 'reply',
      thread: uri('3ka', mira.did),
      warning: 'nudity, graphic-media',
      lang: 'de',
    });
  });

  it('survives whatever a record may hold', async () => {
    for (const strange of [
      { text: 7, embed: 'x', reply: [], facets: {}, langs: 'de', createdAt: '0000-00-00' },
      { embed: { $type: 'app.bsky.embed.images', images: 'x' } },
      { embed: { $type: 'new.one' } },
    ]) {
      expect(await one(strange)).toMatchObject({ kind: 'post', media: [], links: [] });
    }
  });
});

describe('the author’s feed', () => {
  const repost = { $type: 'app.bsky.feed.defs#reasonRepost', by: own, indexedAt: '2024-05-02T10:00:00.000Z' };
  const others = { ...view('3kz'), uri: uri('3kz', mira.did), author: mira };

  it('gives what was passed on by its own record, and leaves it to the repository where it has no name', async () => {
    const id = `at://${DID}/app.bsky.feed.repost/3kr`;
    const items = [
      { post: others, reason: { ...repost, uri: id } },
      { post: others, reason: repost },
      { post: others },
    ];
    const found = posts(await read(feed, { feed: items, cursor: 'x' }, { query }));
    expect(found).toMatchObject([
      {
        id,
        kind: 'repost',
        url: null,
        text: '',
        repostOf: { id: others.uri, text: 'Hello', author: { handle: mira.handle } },
      },
    ]);
  });

  it('pins, ends without a cursor, and says nothing about other accounts', async () => {
    const pin = { post: view('3kp'), reason: { $type: 'app.bsky.feed.defs#reasonPin' } };
    const found = await read(feed, { feed: [pin] }, { query });
    expect(posts(found)).toMatchObject([{ isPinned: true }]);
    expect(found.at(-1)).toEqual({ kind: 'end-of-list', list: 'getAuthorFeed' });
    const media = await read(feed, { feed: [] }, { query: 'filter=posts_with_media' });
    expect(media).toEqual([]);
    const strangers = await read(feed, { feed: [{ post: others }] }, { query: `actor=${mira.handle}` });
    expect(strangers).toEqual([]);
  });

  it('is known by the account that was asked for, where the handle does not prove itself any more', async () => {
    const lost = { ...view('3kp'), author: { ...own, handle: 'handle.invalid' } };
    expect(posts(await read(feed, { feed: [{ post: lost }] }, { query }))).toHaveLength(1);
  });

  it('that is no JSON is said to be unreadable', async () => {
    expect(await read(feed, '<h1>Hello</h1>', { query })).toMatchObject([{ kind: 'unreadable' }]);
    expect(await read(feed, { feed: [{ post: { ...view('x'), uri: null } }], cursor: 'x' }, { query })).toMatchObject([
      { kind: 'unreadable' },
    ]);
  });
});

describe('a thread', () => {
  const root = strong(uri('3ka'));
  const answer = { ...view('3kz', { reply: { root, parent: root } }), uri: uri('3kz', mira.did), author: mira };
  const elsewhere = { ...answer, uri: uri('3ky', mira.did), record: { ...answer.record, reply: undefined } };

  it.each([
    [
      'nested',
      {
        thread: {
          post: view('3ka'),
          replies: [{ post: answer }, { notFound: true, uri: uri('3kn') }],
          parent: { post: elsewhere },
        },
      },
      'app.bsky.feed.getPostThread',
    ],
    [
      'flat',
      {
        thread: [
          {
            uri: elsewhere.uri,
            depth: -1,
            value: { $type: 'app.bsky.unspecced.defs#threadItemPost', post: elsewhere },
          },
          { uri: uri('3ka'), depth: 0, value: { $type: 'app.bsky.unspecced.defs#threadItemPost', post: view('3ka') } },
          { uri: answer.uri, depth: 1, value: { $type: 'app.bsky.unspecced.defs#threadItemPost', post: answer } },
          { uri: uri('3kn'), depth: 1, value: { $type: 'app.bsky.unspecced.defs#threadItemNotFound' } },
          { uri: uri('3km', mira.did), depth: 1, value: { $type: 'app.bsky.unspecced.defs#threadItemNotFound' } },
        ],
      },
      'app.bsky.unspecced.getPostThreadV2',
    ],
  ])('that is %s gives own posts, what others answered, and what is gone', async (_name, json, method) => {
    const found = await read(method, json);
    expect(posts(found).map(({ id, kind, isOwn }) => [id, kind, isOwn])).toEqual([
      [uri('3ka'), 'post', true],
      [uri('3kz', mira.did), 'comment', false],
    ]);
    expect(found.filter(({ kind }) => kind === 'gone')).toMatchObject([{ id: uri('3kn'), url: `${page}/post/3kn` }]);
  });
});
