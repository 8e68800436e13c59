import { afterEach, describe, expect, it } from 'vitest';
import { redditAdapter } from '../../src/channels/reddit/adapter.ts';
import type { ChannelPlace } from '../../src/model/channel.ts';
import type { ChannelFixture } from '../fixtures/sites/channel-fixture.ts';
import { startSite } from '../fixtures/sites/reddit/site.ts';
import { archivedText, readWith } from '../support/archived-text.ts';
import { useSites } from '../support/fixtures.ts';
import { readWalked } from '../support/read-walked.ts';

const person: ChannelPlace = { platform: 'reddit', handle: 'u/aurora', url: 'https://www.reddit.com/user/aurora/' };
const community: ChannelPlace = { platform: 'reddit', handle: 'r/aurora', url: 'https://www.reddit.com/r/aurora/' };

const read = (path: string, body: unknown, place = person, mime = 'application/json', status = 200) =>
  readWith(
    redditAdapter,
    archivedText(new URL(path, place.url).href, typeof body === 'string' ? body : JSON.stringify(body), {
      mime,
      status,
    }),
    place,
  );

const listing = (children: readonly unknown[], after: string | null = null) => ({
  kind: 'Listing',
  data: { children, after },
});
const t3 = (data: object) => ({
  kind: 't3',
  data: {
    name: 't3_a',
    title: 'T',
    author: 'Aurora',
    subreddit: 'aurora',
    permalink: '/r/aurora/comments/a/t/',
    ...data,
  },
});

describe('an entry of Reddit', () => {
  it('is a person’s by its author and a community’s by its place, and a comment is always its writer’s', async () => {
    const comment = {
      kind: 't1',
      data: { name: 't1_b', author: 'mira', subreddit: 'aurora', body: 'x', parent_id: 't3_a', link_id: 't3_a' },
    };
    const owners = async (place: ChannelPlace) =>
      (await read('new.json', listing([t3({}), t3({ name: 't3_c', author: 'mira' }), comment]), place)).flatMap(
        (finding) => (finding.kind === 'post' ? [[finding.post.id, finding.post.isOwn, finding.post.kind]] : []),
      );
    expect(await owners(person)).toEqual([
      ['t3_a', true, 'post'],
      ['t3_c', false, 'post'],
      ['t1_b', false, 'comment'],
    ]);
    expect(await owners(community)).toEqual([
      ['t3_a', true, 'post'],
      ['t3_c', true, 'post'],
      ['t1_b', false, 'comment'],
    ]);
  });

  it('is gone when it was removed, and its answers stay', async () => {
    const answer = {
      kind: 't1',
      data: { name: 't1_d', author: 'mira', body: 'still here', parent_id: 't1_b', link_id: 't3_a' },
    };
    const found = await read('/r/aurora/comments/a/t.json', [
      listing([t3({ selftext: '[deleted]' })]),
      listing([
        { kind: 't1', data: { name: 't1_b', body: '[removed]', author: '[deleted]', replies: listing([answer]) } },
      ]),
    ]);
    expect(
      found.map((finding) =>
        finding.kind === 'post' ? finding.post.id : [finding.kind, 'id' in finding && finding.id],
      ),
    ).toEqual([['gone', 't3_a'], ['gone', 't1_b'], 't1_d']);
  });

  it('has escaped markup and addresses set right, and the picture as it was uploaded', async () => {
    const [found] = await read(
      'submitted.json',
      listing(
        [
          t3({
            selftext_html: '&lt;div class="md"&gt;&lt;p&gt;a &amp;amp; b&lt;/p&gt;&lt;/div&gt;',
            gallery_data: { items: [{ media_id: 'pic', caption: 'A cup' }] },
            media_metadata: {
              pic: { m: 'image/jpg', s: { u: 'https://preview.redd.it/pic.jpg?width=9&amp;s=1', x: 9, y: 6 } },
            },
            over_18: true,
          }),
        ],
        't3_a',
      ),
    );
    expect(found).toMatchObject({
      post: {
        text: 'a & b',
        warning: 'NSFW',
        media: [
          {
            url: 'https://i.redd.it/pic.jpg',
            otherUrls: ['https://preview.redd.it/pic.jpg?width=9&s=1'],
            alt: 'A cup',
          },
        ],
      },
    });
  });

  it('links to what it is a link to', async () => {
    const [found] = await read(
      'submitted.json',
      listing([t3({ is_self: false, url: 'https://aurora.example/x' })], 't3_a'),
    );
    expect(found).toMatchObject({ post: { links: ['https://aurora.example/x'], media: [] } });
  });
});

describe('a list of Reddit', () => {
  const ends = async (path: string, after: string | null = null) =>
    (await read(path, listing([], after))).some(({ kind }) => kind === 'end-of-list');

  it('ends where nothing follows, unless that is at its limit of a thousand', async () => {
    expect(await ends('submitted.json?limit=100')).toBe(true);
    expect(await ends('submitted.json?limit=100&count=200&after=t3_a', 't3_b')).toBe(false);
    expect(await ends('submitted.json?limit=100&count=980&after=t3_a')).toBe(false);
    expect(await ends('/user/other/submitted.json')).toBe(false);
    expect(await ends('/user/aurora/top.json')).toBe(false);
  });

  it('is named unreadable where it is none', async () => {
    const kinds = async (body: unknown) => (await read('submitted.json', body)).map(({ kind }) => kind);
    expect(await kinds('<h1>whoa there</h1>')).toEqual(['unreadable']);
    expect(await kinds({ error: 404 })).toEqual(['unreadable']);
    expect(await kinds(listing([{ kind: 't3', data: {} }], 'x'))).toEqual(['unreadable']);
  });

  it('says what state an account is in', async () => {
    const state = async (body: unknown, status = 200, place = person) => {
      const [found] = await read('about.json', body, place, 'application/json', status);
      return found?.kind === 'profile' ? found.profile.state : undefined;
    };
    expect(await state({ kind: 't2', data: { id: '1', name: 'aurora' } })).toBe('open');
    expect(await state({ kind: 't2', data: { name: 'aurora', is_suspended: true } })).toBe('suspended');
    expect(await state({ message: 'Not Found', error: 404 }, 404)).toBe('gone');
    expect(await state({ reason: 'private', error: 403 }, 403, community)).toBe('private');
    expect(await state('<h1>blocked</h1>', 403)).toBeUndefined();
  });
});

describe('the pages of Reddit', () => {
  it('are read in the old design, comments with what they answer', async () => {
    const page = `<div id="siteTable"><div class="thing link" data-fullname="t3_a" data-author="Aurora" data-timestamp="1704700000000" data-permalink="/r/aurora/comments/a/t/" data-url="https://aurora.example/x" data-score="5"><div class="entry"><p class="title"><a class="title">T</a></p><div class="usertext-body"><div class="md"><p>Hello</p></div></div></div></div></div><div class="commentarea"><div class="thing comment" data-fullname="t1_b" data-author="mira" data-permalink="/r/aurora/comments/a/t/b/"><div class="entry"><time datetime="2024-01-08T09:00:00+00:00"></time><div class="usertext-body"><div class="md"><p>Hi</p></div></div></div><div class="child"><div class="thing comment" data-fullname="t1_c" data-author="Aurora"><div class="entry"><div class="usertext-body"><div class="md"><p>Ho</p></div></div></div></div></div></div></div>`;
    const found = await readWith(
      redditAdapter,
      archivedText('https://old.reddit.com/r/aurora/comments/a/t/', page, { mime: 'text/html' }),
      person,
    );
    expect(
      found.map(
        (finding) =>
          finding.kind === 'post' && [finding.post.id, finding.post.kind, finding.post.text, finding.post.replyTo?.id],
      ),
    ).toEqual([
      ['t3_a', 'post', 'Hello', undefined],
      ['t1_b', 'comment', 'Hi', 't3_a'],
      ['t1_c', 'reply', 'Ho', 't1_b'],
    ]);
  });

  it('end where there is no link to the next', async () => {
    const page = (next: string) =>
      readWith(
        redditAdapter,
        archivedText('https://old.reddit.com/user/aurora/submitted/?limit=100', `<div id="siteTable">${next}</div>`, {
          mime: 'text/html',
        }),
        person,
      );
    expect(await page('')).toEqual([
      { kind: 'parts-of-list', list: 'listings', parts: ['submitted', 'comments'] },
      { kind: 'end-of-list', list: 'listings', part: 'submitted' },
    ]);
    expect(await page('<span class="next-button"><a href="?after=t3_a">next</a></span>')).toEqual([]);
  });
});

describe('the walk through an account', () => {
  let fixture: ChannelFixture | undefined;
  const sites = useSites();
  afterEach(async () => fixture?.close());

  it('finds posts and comments by JSON, page by page', async () => {
    fixture = await startSite();
    const { url, handle, expected } = fixture;
    const { posts, book, collected } = await readWalked(redditAdapter, { platform: 'reddit', handle, url });
    expect(posts.map(({ id }) => id).sort()).toEqual(expected.posts.map(({ id }) => id).sort());
    expect([...book.ended]).toEqual(['listings']);
    expect(collected.filter(({ kind }) => kind === 'gap')).toEqual([]);
  });

  it('takes the feed where JSON is refused, and says which list it could not get', async () => {
    fixture = await startSite(false);
    const { url, handle } = fixture;
    const { posts, book, collected } = await readWalked(redditAdapter, { platform: 'reddit', handle, url });
    const own = fixture.expected.posts.filter(({ id }) => id.startsWith('t3_')).map(({ id, text }) => [id, text]);
    expect(posts.map(({ id, text }) => [id, text])).toEqual(own);
    expect([...book.ended]).toEqual([]);
    expect(collected.filter(({ kind }) => kind === 'gap')).toMatchObject([
      { reason: 'forbidden', hint: expect.stringContaining('export') },
    ]);
  });

  it('says that older posts are out of reach when a list ends at a thousand', async () => {
    const site = await sites({
      '/r/aurora/new.json': (_request, response, url) => {
        const start = Number(url.searchParams.get('count') ?? 0);
        const children = Array.from({ length: 100 }, (_, index) =>
          t3({ name: `t3_${start + index}`, permalink: `/r/aurora/comments/${start + index}/t/` }),
        );
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(JSON.stringify(listing(children, start < 900 ? `t3_${start + 99}` : null)));
      },
    });
    const walked = await readWalked(redditAdapter, { ...community, url: site.url('/r/aurora/') });
    expect(walked.posts).toHaveLength(1000);
    expect([...walked.book.ended]).toEqual([]);
    expect(walked.collected.at(-1)).toMatchObject({
      kind: 'gap',
      reason: 'forbidden',
      message: expect.stringContaining('1000'),
    });
  });

  it('names comments that were folded away, and a private community', async () => {
    const site = await sites({
      '/r/aurora/about.json': (_request, response) => {
        response.writeHead(403, { 'content-type': 'application/json' }).end('{"reason":"private","error":403}');
      },
      '/r/aurora/new.json': (_request, response) => {
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(JSON.stringify(listing([t3({ num_comments: 900 })])));
      },
      '/r/aurora/comments/a/t.json': (_request, response) => {
        const more = { kind: 'more', data: { count: 399, children: [] } };
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(JSON.stringify([listing([t3({})]), listing([more])]));
      },
    });
    const { collected } = await readWalked(redditAdapter, { ...community, url: site.url('/r/aurora/') });
    expect(collected.filter(({ kind }) => kind === 'gap')).toMatchObject([
      { reason: 'login-wall' },
      { reason: 'content-unavailable', count: 399 },
    ]);
  });
});
