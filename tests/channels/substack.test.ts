import { afterEach, describe, expect, it } from 'vitest';
import { substackAdapter } from '../../src/channels/substack/adapter.ts';
import type { ChannelPlace } from '../../src/model/channel.ts';
import type { ChannelFixture } from '../fixtures/sites/channel-fixture.ts';
import { startSite } from '../fixtures/sites/substack/site.ts';
import { archivedText, readWith } from '../support/archived-text.ts';
import { useSites } from '../support/fixtures.ts';
import { readWalked } from '../support/read-walked.ts';

const origin = 'https://aurora.substack.com';
const place: ChannelPlace = { platform: 'substack', handle: 'aurora', url: `${origin}/` };
const json = { 'content-type': 'application/json' };

const read = (path: string, body: unknown, mime = 'application/json', base = origin) =>
  readWith(
    substackAdapter,
    archivedText(base + path, typeof body === 'string' ? body : JSON.stringify(body), { mime }),
    place,
  );

const post = { id: 5, slug: 'a', title: 'A', post_date: '2024-02-01T00:00:00Z', audience: 'everyone' };

describe('what Substack answers', () => {
  it('is whole with its body, and a part for paying readers however much is shown', async () => {
    const whole = await read('/api/v1/posts/a', { ...post, body_html: '<p>All of it.</p>' });
    expect(whole[0]).toMatchObject({ post: { id: '5', url: `${origin}/p/a`, text: 'All of it.', extent: 'whole' } });
    const paid = await read('/api/v1/posts/a', { ...post, audience: 'only_paid', body_html: '<p>The beginning.</p>' });
    expect(paid[0]).toMatchObject({ post: { extent: 'part', visibility: 'followers' } });
    const listed = await read('/api/v1/archive?sort=new&offset=0', [{ ...post, truncated_body_text: 'All …' }]);
    expect(listed[0]).toMatchObject({ post: { text: 'All …', extent: 'part' } });
    expect(listed[1]).toMatchObject({ kind: 'listed', listed: { list: 'archive', id: '5' } });
  });

  it('ends with an empty page of all posts, not with one of a search', async () => {
    expect(await read('/api/v1/archive?sort=new&search=&offset=24&limit=50', [])).toEqual([
      { kind: 'end-of-list', list: 'archive' },
    ]);
    expect(await read('/api/v1/archive?sort=new&search=tea&offset=0&limit=50', [])).toEqual([]);
    expect(await read('/api/v1/archive?sort=top&offset=12', [])).toEqual([]);
  });

  it('is named unreadable where it is not what it should be', async () => {
    const kinds = async (path: string, body: unknown) => (await read(path, body)).map(({ kind }) => kind);
    expect(await kinds('/api/v1/archive?sort=new', '<h1>Just a moment…</h1>')).toEqual(['unreadable']);
    expect(await kinds('/api/v1/archive?sort=new', [{ title: 'no id' }, 7])).toEqual(['unreadable', 'unreadable']);
    expect(await kinds('/api/v1/posts/a', '[]')).toEqual(['unreadable']);
    expect(await kinds('/api/v1/post/5/comments', '{"error":"x"}')).toEqual(['unreadable']);
    expect(await kinds('/api/v1/post/5/comments', { comments: [{ body: 'who?' }] })).toEqual(['unreadable']);
    expect((await read('/p/a', '<p>nothing</p>', 'text/html')).map(({ kind }) => kind)).toEqual(['unreadable']);
  });

  it('is read under a domain of its own too, and never from another publication', async () => {
    const answer = { ...post, body_html: '<p>x</p>' };
    expect(await read('/api/v1/posts/a', answer, 'application/json', 'https://letters.aurora.example')).toHaveLength(1);
    expect(await read('/api/v1/posts/a', answer, 'application/json', 'https://other.substack.com')).toEqual([]);
  });

  it('has the sound of a podcast and a cover where no other picture is', async () => {
    const [found] = await read('/api/v1/posts/a', {
      ...post,
      body_html: '<p>x</p>',
      cover_image: 'https://substack-post-media.s3.amazonaws.com/c.png',
      podcast_url: 'https://api.substack.com/feed/podcast/5/abc.mp3',
      podcast_duration: 61.5,
    });
    expect(found).toMatchObject({
      post: {
        media: [
          { kind: 'image', url: expect.stringMatching(/c\.png$/) },
          { kind: 'audio', durationMs: 61_500 },
        ],
      },
    });
  });
});

describe('the walk through a publication', () => {
  let fixture: ChannelFixture | undefined;
  const sites = useSites();
  afterEach(async () => fixture?.close());

  it('comes to the end of the archive, however few posts a page gives', async () => {
    fixture = await startSite();
    const { url, handle, expected } = fixture;
    const { posts, asked, book, collected } = await readWalked(substackAdapter, { platform: 'substack', handle, url });
    expect(posts.map(({ id }) => id).sort()).toEqual(expected.posts.map(({ id }) => id).sort());
    expect(asked.filter((address) => address.includes('/archive?'))).toHaveLength(3);
    expect([...book.ended].sort()).toEqual(['archive', 'sitemap']);
    expect(collected.filter(({ kind }) => kind === 'gap')).toMatchObject([
      { reason: 'login-wall', message: expect.stringContaining('paying subscribers') },
    ]);
  });

  it('says what is missing where there is no archive, and asks the feed and the sitemap', async () => {
    const site = await sites({
      '/api/v1/archive': '<h1>Just a moment…</h1>',
      '/feed': (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/xml' }).end('<h1>no feed</h1>');
      },
    });
    const { collected, book } = await readWalked(substackAdapter, { ...place, url: site.url('/') });
    expect(collected).toMatchObject([{ kind: 'gap', reason: 'unreadable' }]);
    expect(site.requests).toContain('GET /sitemap.xml');
    expect(book.unreadable).not.toEqual([]);
  });

  it('stops where a server gives the same page again and again', async () => {
    const site = await sites({
      '/api/v1/archive': (_request, response) => {
        response.writeHead(200, json).end(JSON.stringify([post]));
      },
    });
    const { collected, asked } = await readWalked(substackAdapter, { ...place, url: site.url('/') });
    expect(collected.at(-1)).toMatchObject({ reason: 'unreadable', message: expect.stringContaining('same posts') });
    expect(asked.length).toBeLessThan(6);
  });

  it('says of a person that their notes have no list', async () => {
    const { collected } = await readWalked(substackAdapter, { ...place, url: 'https://substack.com/@aurora' });
    expect(collected).toMatchObject([{ kind: 'gap', reason: 'login-wall' }]);
  });
});
