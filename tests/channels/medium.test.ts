import { afterEach, describe, expect, it } from 'vitest';
import { mediumAdapter } from '../../src/channels/medium/adapter.ts';
import type { ChannelPlace } from '../../src/model/channel.ts';
import type { ChannelFixture } from '../fixtures/sites/channel-fixture.ts';
import { startSite } from '../fixtures/sites/medium/site.ts';
import { archivedText, readWith } from '../support/archived-text.ts';
import { useSites } from '../support/fixtures.ts';
import { readWalked } from '../support/read-walked.ts';

const place: ChannelPlace = { platform: 'medium', handle: 'aurora', url: 'https://medium.com/@aurora' };

const read = (path: string, body: string, mime: string, where = place) =>
  readWith(mediumAdapter, archivedText(new URL(path, where.url).href, body, { mime }), where);

const state = (value: unknown, path = '/@aurora/x-a5c0ffee0001') =>
  read(path, `<script>window.__APOLLO_STATE__ = ${JSON.stringify(value)}</script>`, 'text/html');

const story = {
  __typename: 'Post',
  id: 'a5c0ffee0001',
  title: 'T',
  firstPublishedAt: 1704700000000,
  mediumUrl: 'https://medium.com/@aurora/t-a5c0ffee0001',
  creator: { username: 'Aurora', id: '1' },
};

const item = (title: string, body: string, more = '') =>
  `<item><title><![CDATA[${title}]]></title><link>https://medium.com/@aurora/t-a5c0ffee0001?source=rss-1------2</link><guid isPermaLink="false">https://medium.com/p/a5c0ffee0001</guid>${more}<content:encoded><![CDATA[${body}]]></content:encoded></item>`;
const feed = (items: string) =>
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>x</title>${items}</channel></rss>`;

describe('a story of Medium', () => {
  it('is a part where members alone may read on, in the feed as on its page', async () => {
    const excerpt =
      '<div class="medium-feed-item"><p class="medium-feed-snippet">The beginning.</p><p class="medium-feed-link"><a href="#">Continue reading on Medium »</a></p></div>';
    const [inFeed] = await read('/feed/@aurora', feed(item('T', excerpt, '<category>c</category>')), 'text/xml');
    expect(inFeed).toMatchObject({ post: { extent: 'part', text: 'The beginning.', kind: 'article' } });
    const content = {
      isLockedPreviewOnly: true,
      bodyModel: { paragraphs: [{ type: 'P', text: 'The beginning.' }] },
    };
    const onPage = await state({ 'Post:1': { ...story, 'content({"x":1})': content } });
    expect(onPage[0]).toMatchObject({ post: { extent: 'part', text: 'The beginning.' } });
    expect(onPage[1]).toMatchObject({ kind: 'unreadable', id: 'a5c0ffee0001' });
  });

  it('is told from a response, which has no tags and no title of its own', async () => {
    const said = 'I think that this is quite wrong, and here is why: it depends.';
    const [response] = await read(
      '/feed/@aurora',
      feed(item('I think that this is quite…', `<p>${said}</p>`)),
      'text/xml',
    );
    expect(response).toMatchObject({ post: { kind: 'reply', title: null, text: said, id: 'a5c0ffee0001' } });
    const parent = {
      id: 'b5c0ffee0002',
      mediumUrl: 'https://medium.com/@mira/y-b5c0ffee0002',
      creator: { username: 'mira' },
    };
    const [onPage] = await state({ 'Post:1': { ...story, inResponseToPostResult: parent } });
    expect(onPage).toMatchObject({ post: { kind: 'reply', isOwn: true, replyTo: { id: 'b5c0ffee0002' } } });
  });

  it('keeps what others answer to it, and leaves what others wrote elsewhere', async () => {
    const answer = { ...story, id: 'c5c0ffee0003', title: 'Nice', creator: { username: 'mira' }, mediumUrl: null };
    const found = await state([
      {
        ...story,
        threadedPostResponses: {
          posts: [{ ...answer, inResponseToPostResult: { id: story.id, creator: { username: 'aurora' } } }],
        },
      },
      { ...answer, id: 'd5c0ffee0004' },
    ]);
    expect(
      found.map((finding) => finding.kind === 'post' && [finding.post.id, finding.post.kind, finding.post.isOwn]),
    ).toEqual([
      ['a5c0ffee0001', 'article', true],
      ['c5c0ffee0003', 'comment', false],
    ]);
  });

  it('belongs to a publication by that one’s name, whoever wrote it', async () => {
    const where: ChannelPlace = { platform: 'medium', handle: 'roasters', url: 'https://medium.com/roasters' };
    const answer = (slug: string) =>
      read(
        '/_/graphql',
        JSON.stringify([{ data: { x: [{ ...story, collection: { slug } }] } }]),
        'application/json',
        where,
      );
    expect(await answer('roasters')).toHaveLength(1);
    expect(await answer('others')).toHaveLength(0);
  });
});

describe('a list of stories', () => {
  const answer = (pagingInfo: unknown, more = {}) =>
    read(
      '/_/graphql',
      JSON.stringify([
        { data: { userResult: { id: '1', ...more, homepagePostsConnection: { posts: [], pagingInfo } } } },
      ]),
      'application/json',
    );

  it('ends where nothing follows, and says nothing where paging is not said', async () => {
    expect(await answer({ next: null })).toEqual([{ kind: 'end-of-list', list: 'homepagePostsConnection' }]);
    expect(await answer({ next: { from: '10', limit: 10 } })).toEqual([]);
    expect(await answer(undefined)).toEqual([]);
    expect(await answer({ next: null }, { username: 'mira' })).toEqual([]);
  });

  it('of a host of its own is in its sitemap', async () => {
    const where: ChannelPlace = { platform: 'medium', handle: 'aurora', url: 'https://aurora.medium.com/' };
    const xml =
      '<urlset><url><loc>https://aurora.medium.com/x-a5c0ffee0009</loc></url><url><loc>https://aurora.medium.com/about</loc></url></urlset>';
    expect(await read('/sitemap/posts/2024/posts-2024-01-08.xml', xml, 'text/xml', where)).toMatchObject([
      { kind: 'listed', listed: { id: 'a5c0ffee0009', list: 'sitemap' } },
    ]);
    const none = await read('/sitemap/posts/2024/posts-2024-01-08.xml', '<h1>no</h1>', 'text/xml', where);
    expect(none).toEqual([]);
  });

  it('is left alone where it is no JSON', async () => {
    expect(await read('/_/graphql', '<h1>Just a moment…</h1>', 'text/html')).toEqual([]);
    expect(await read('/@aurora', '<h1>404</h1>', 'text/html')).toEqual([]);
    expect((await read('/feed/@aurora', '<h1>404</h1>', 'text/xml')).map(({ kind }) => kind)).toEqual(['unreadable']);
  });
});

describe('the scope and walk of a writer', () => {
  let fixture: ChannelFixture | undefined;
  const sites = useSites();
  afterEach(async () => fixture?.close());

  it('never takes in another writer of the same host', () => {
    const scope = mediumAdapter.seeds?.scope(place);
    const isIn = (url: string) => scope?.kind === 'page' && scope.include?.some((pattern) => pattern.test(url));
    expect(isIn('https://medium.com/@aurora/x-a5c0ffee0001')).toBe(true);
    expect(isIn('https://medium.com/@auroras/x-a5c0ffee0001')).toBe(false);
    expect(isIn('https://medium.com/')).toBe(false);
  });

  it('takes the ten of the feed, and says that there may be more', async () => {
    fixture = await startSite();
    const { url, handle, api } = fixture;
    const asked: ChannelPlace = { platform: 'medium', handle, url, ...(api ? { api } : {}) };
    const { posts, collected } = await readWalked(mediumAdapter, asked);
    expect(posts).toHaveLength(10);
    expect(collected.filter(({ kind }) => kind === 'page')).toHaveLength(10);
    expect(collected.at(-1)).toMatchObject({ kind: 'note', message: expect.stringContaining('latest 10') });
  });

  it('says what the wall hides, and that the feed is missing where it is', async () => {
    const site = await sites({
      '/feed/@aurora': (_request, response) => {
        response
          .writeHead(200, { 'content-type': 'text/xml' })
          .end(feed(item('T', '<p class="medium-feed-snippet">x</p>')));
      },
    });
    const walled = await readWalked(mediumAdapter, { ...place, url: site.url('/@aurora') });
    expect(walled.collected.at(-1)).toMatchObject({ kind: 'gap', reason: 'login-wall' });
    const nobody = await readWalked(mediumAdapter, { ...place, url: site.url('/@nobody') });
    expect(nobody.collected).toMatchObject([{ kind: 'gap', reason: 'content-unavailable' }]);
  });
});
