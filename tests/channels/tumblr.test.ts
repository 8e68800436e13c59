import { afterEach, describe, expect, it } from 'vitest';
import { tumblrAdapter } from '../../src/channels/tumblr/adapter.ts';
import type { ChannelPlace } from '../../src/model/channel.ts';
import type { FoundPost } from '../../src/model/post.ts';
import type { ChannelFixture } from '../fixtures/sites/channel-fixture.ts';
import { startSite } from '../fixtures/sites/tumblr/site.ts';
import { archivedText, readWith } from '../support/archived-text.ts';
import { useSites } from '../support/fixtures.ts';
import { readWalked } from '../support/read-walked.ts';

const place: ChannelPlace = { platform: 'tumblr', handle: 'aurora', url: 'https://aurora.tumblr.com/' };
const list = 'https://aurora.tumblr.com/api/read/json?start=0&num=50';

const read = (url: string, body: string, mime = 'text/javascript') =>
  readWith(tumblrAdapter, archivedText(url, body, { mime }), place);

async function post(fields: Record<string, unknown>): Promise<FoundPost> {
  const body = `var tumblr_api_read = ${JSON.stringify({ 'posts-total': 1, posts: [{ id: '700000000000000001', ...fields }] })};`;
  const found = (await read(list, body)).find(({ kind }) => kind === 'post');
  if (found?.kind !== 'post') throw new Error('There is no post in it.');
  return found.post;
}

describe('a post of Tumblr', () => {
  it('is read whatever its type', async () => {
    const quote = await post({ type: 'quote', 'quote-text': 'Less &amp; better', 'quote-source': 'Dieter' });
    expect(quote.text).toBe('Less & better\n\nDieter');
    const link = await post({
      type: 'link',
      'link-text': 'Us',
      'link-url': 'https://a.example/',
      'link-description': '<p>x</p>',
    });
    expect(link).toMatchObject({ title: 'Us', text: 'x', links: ['https://a.example/'] });
    const talk = await post({
      type: 'conversation',
      'conversation-title': 'At the bar',
      conversation: [
        { name: 'A', label: 'A:', phrase: 'One <espresso>' },
        { name: 'B', label: 'B:', phrase: 'Two' },
      ],
    });
    expect(talk).toMatchObject({ title: 'At the bar', text: 'A: One <espresso>\nB: Two' });
    const answer = await post({ type: 'answer', question: 'Why?', answer: '<p>Because.</p>' });
    expect(answer).toMatchObject({ text: 'Because.', replyTo: { text: 'Why?' } });
    const film = await post({
      type: 'video',
      'video-caption': '<p>See</p>',
      'video-source': 'https://www.youtube.com/watch?v=abcdefghijk',
      'video-player': '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>',
    });
    expect(film).toMatchObject({
      kind: 'video',
      media: [],
      links: [expect.stringContaining('watch'), expect.stringContaining('embed')],
    });
    const sound = await post({
      type: 'audio',
      'audio-player':
        '<embed src="https://assets.tumblr.com/swf/audio_player.swf?audio_file=https%3A%2F%2Fa.tumblr.com%2Fx.mp3&color=FFF">',
    });
    expect(sound.media).toMatchObject([{ kind: 'audio', url: 'https://a.tumblr.com/x.mp3' }]);
  });

  it('has the pictures of a set in order, largest first, with their captions', async () => {
    const photo = (name: string) => ({
      caption: name,
      width: 1280,
      height: 960,
      'photo-url-1280': `https://64.media.tumblr.com/${name}/1280.jpg`,
      'photo-url-500': `https://64.media.tumblr.com/${name}/500.jpg`,
    });
    const { media } = await post({ type: 'photo', 'photo-caption': '', photos: [photo('a'), photo('b')] });
    expect(media.map(({ url, otherUrls, alt }) => [url.slice(-10), otherUrls.length, alt])).toEqual([
      ['a/1280.jpg', 1, 'a'],
      ['b/1280.jpg', 1, 'b'],
    ]);
  });

  it('is a quote when the blog added something to what it passed on, else a repost', async () => {
    const from = { 'reblogged-from-url': 'https://b.tumblr.com/post/730000077/x', 'reblogged-from-name': 'b' };
    const quoted = '<p><a class="tumblr_blog" href="#">b</a>:</p><blockquote><p>Theirs</p></blockquote>';
    const added = await post({ type: 'regular', 'regular-body': `${quoted}<p>Ours</p>`, ...from });
    expect(added).toMatchObject({ kind: 'quote', text: 'Ours', quoteOf: { id: '730000077' }, repostOf: null });
    const bare = await post({ type: 'regular', 'regular-body': quoted, ...from });
    expect(bare).toMatchObject({ kind: 'repost', repostOf: { id: '730000077', author: { handle: 'b' } } });
  });
});

describe('the list of a blog', () => {
  it('claims its total and ends where that is reached, unless it is a list of something', async () => {
    const body = `var tumblr_api_read = {"posts-start":0,"posts-total":"0","posts":[]};\n`;
    const kinds = async (url: string) => (await read(url, body)).map(({ kind }) => kind);
    expect(await kinds(list)).toEqual(['claim', 'end-of-list']);
    expect(await kinds(`${list}&tagged=tea`)).toEqual([]);
    expect(await kinds(list.replace('aurora.', 'other.'))).toEqual([]);
  });

  it('is named unreadable where it is none', async () => {
    const kinds = async (body: string) => (await read(list, body)).map(({ kind }) => kind);
    expect(await kinds('<h1>Not found</h1>')).toEqual(['unreadable']);
    expect(await kinds('var tumblr_api_read = {"posts": [')).toEqual(['unreadable']);
    expect(await kinds('var tumblr_api_read = {"posts": [{}]};')).toEqual(['unreadable']);
  });
});

describe('a page of www.tumblr.com', () => {
  const npf = {
    objectType: 'post',
    id: '700000000000000009',
    blogName: 'aurora',
    postUrl: 'https://www.tumblr.com/aurora/700000000000000009/hello',
    timestamp: 1704700000,
    tags: ['tea'],
    likeCount: 3,
    isPinned: true,
    content: [
      { type: 'text', text: 'Hello', formatting: [{ start: 0, end: 5, type: 'link', url: 'https://a.example/' }] },
      {
        type: 'image',
        altText: 'A cup',
        media: [
          { url: 'https://64.media.tumblr.com/s.png', width: 100 },
          { url: 'https://64.media.tumblr.com/l.png', width: 900 },
        ],
      },
      { type: 'poll', question: 'Which?', answers: [{ answerText: 'One' }, { answerText: 'Two' }] },
    ],
    trail: [],
  };
  const other = { ...npf, id: '8', blogName: 'other' };
  const state = { PeeprRoute: { initialTimeline: { objects: [npf, other] } } };
  const url = 'https://www.tumblr.com/aurora';

  it('holds the blog’s posts as data, in either of its forms, and others’ too, which are left', async () => {
    for (const page of [
      `<script type="application/json" id="___INITIAL_STATE___">${JSON.stringify(state)}</script>`,
      `<script>window['___INITIAL_STATE___'] = ${JSON.stringify(state)};</script>`,
    ]) {
      const found = await read(url, page, 'text/html');
      expect(found).toHaveLength(1);
      expect(found[0]).toMatchObject({
        post: {
          id: '700000000000000009',
          text: 'Hello\n\nWhich?',
          isPinned: true,
          media: [
            {
              url: 'https://64.media.tumblr.com/l.png',
              otherUrls: ['https://64.media.tumblr.com/s.png'],
              alt: 'A cup',
            },
          ],
          links: ['https://a.example/'],
          poll: { options: [{ text: 'One' }, { text: 'Two' }] },
          counts: { likes: 3 },
        },
      });
    }
  });

  it('loads more in snake case, and says whose post a reblog was', async () => {
    const reblog = {
      object_type: 'post',
      id: '9',
      blog_name: 'aurora',
      timestamp: 1704700000,
      content: [],
      trail: [{ content: [{ type: 'text', text: 'Theirs' }], blog: { name: 'b' }, post: { id: '5' } }],
    };
    const body = JSON.stringify({ meta: { status: 200 }, response: { posts: [reblog] } });
    const found = await read('https://www.tumblr.com/api/v2/blog/aurora/posts?npf=true', body, 'application/json');
    expect(found).toMatchObject([
      { post: { kind: 'repost', text: 'Theirs', repostOf: { id: '5', author: { handle: 'b' } } } },
    ]);
  });
});

describe('the walk through a blog', () => {
  let fixture: ChannelFixture | undefined;
  const sites = useSites();
  afterEach(async () => fixture?.close());

  it('comes to its end and finds every post', async () => {
    fixture = await startSite();
    const { url, handle, expected } = fixture;
    const { posts, asked, collected } = await readWalked(tumblrAdapter, { platform: 'tumblr', handle, url });
    expect(asked).toHaveLength(3);
    expect(posts.map(({ id, text }) => [id, text])).toEqual(expected.posts.map(({ id, text }) => [id, text]));
    expect(collected.filter(({ kind }) => kind === 'page')).toHaveLength(posts.length);
  });

  it('stops where a blog says that it has more than it gives, and does not hold that for its end', async () => {
    const site = await sites({
      '/api/read/json': (_request, response, url) => {
        const posts =
          url.searchParams.get('start') === '0' ? [{ id: '7', url: 'https://aurora.tumblr.com/post/7' }] : [];
        response
          .writeHead(200, { 'content-type': 'text/javascript' })
          .end(`var tumblr_api_read = ${JSON.stringify({ 'posts-total': 9, posts })};`);
      },
    });
    const { asked, book } = await readWalked(tumblrAdapter, { ...place, url: site.url('/') });
    expect(asked).toHaveLength(2);
    expect(book.claims[0]).toMatchObject({ count: 9 });
    expect([...book.ended]).toEqual([]);
  });

  it('reads the feed where the interface is closed, and says that a login may help', async () => {
    const site = await sites({
      '/rss': (_request, response) => {
        const item = '<item><title>t</title><link>https://aurora.tumblr.com/post/700000000000000001</link></item>';
        response
          .writeHead(200, { 'content-type': 'text/xml' })
          .end(`<rss version="2.0"><channel>${item}<item><title>no link</title></item></channel></rss>`);
      },
    });
    const { collected, posts } = await readWalked(tumblrAdapter, { ...place, url: site.url('/') });
    expect(collected).toMatchObject([{ kind: 'gap', reason: 'login-wall' }]);
    expect(posts).toMatchObject([{ id: '700000000000000001', extent: 'part' }]);
  });
});
