import { afterEach, describe, expect, it } from 'vitest';
import { pinterestAdapter } from '../../src/channels/pinterest/adapter.ts';
import type { ChannelPlace } from '../../src/model/channel.ts';
import type { FoundPost } from '../../src/model/post.ts';
import type { ChannelFixture } from '../fixtures/sites/channel-fixture.ts';
import { startSite } from '../fixtures/sites/pinterest/site.ts';
import { archivedText, readWith } from '../support/archived-text.ts';
import { useSites } from '../support/fixtures.ts';
import { readWalked } from '../support/read-walked.ts';

const place: ChannelPlace = { platform: 'pinterest', handle: 'aurora', url: 'https://www.pinterest.com/aurora/' };
const image = (size: string, width: number) => ({ url: `https://i.pinimg.com/${size}/a.jpg`, width, height: width });
const images = { '236x': image('236x', 236), orig: image('originals', 900), '736x': image('736x', 736) };
const pin = { type: 'pin', id: '5', title: 'T', images, pinner: { username: 'Aurora' } };

const read = (address: string, body: unknown, mime = 'application/json') =>
  readWith(
    pinterestAdapter,
    archivedText(new URL(address, place.url).href, typeof body === 'string' ? body : JSON.stringify(body), { mime }),
    place,
  );

const resource = '/resource/UserPinsResource/get/?data=x';

async function post(fields: object): Promise<FoundPost> {
  const [found] = await read(resource, { resource_response: { data: [{ ...pin, ...fields }] } });
  if (found?.kind !== 'post') throw new Error('There is no pin in it.');
  return found.post;
}

describe('a pin', () => {
  it('has its picture as it was uploaded, with the smaller ones behind it', async () => {
    const { media } = await post({ alt_text: 'A cup' });
    expect(media).toMatchObject([
      {
        url: 'https://i.pinimg.com/originals/a.jpg',
        otherUrls: ['https://i.pinimg.com/736x/a.jpg', 'https://i.pinimg.com/236x/a.jpg'],
        alt: 'A cup',
        width: 900,
      },
    ]);
  });

  it('has the film rather than its list of parts, and the pages of a story', async () => {
    const film = {
      V_HLSV4: { url: 'https://v1.pinimg.com/v.m3u8', width: 1080 },
      V_720P: { url: 'https://v1.pinimg.com/v.mp4', width: 720, duration: 12000 },
    };
    const video = await post({ videos: { video_list: film } });
    expect(video.kind).toBe('video');
    expect(video.media).toMatchObject([
      { url: 'https://v1.pinimg.com/v.mp4', otherUrls: ['https://v1.pinimg.com/v.m3u8'], durationMs: 12000 },
    ]);
    const pages = [
      { blocks: [{ image: { images: { originals: image('originals', 900) } } }] },
      { blocks: [{ video: { video_list: film } }] },
    ];
    expect((await post({ story_pin_data: { pages } })).media.map(({ kind }) => kind)).toEqual(['image', 'video']);
  });

  it('is passed on when somebody else made it', async () => {
    const saved = await post({ native_creator: { username: 'mira' }, created_at: 'Mon, 08 Jan 2024 08:15:00 +0000' });
    expect(saved).toMatchObject({
      kind: 'repost',
      repostOf: { author: { handle: 'mira' } },
      published: '2024-01-08T08:15:00.000Z',
    });
  });

  it('is left when somebody else put it there', async () => {
    expect(await read(resource, { resource_response: { data: [{ ...pin, pinner: { username: 'mira' } }] } })).toEqual(
      [],
    );
  });
});

describe('what Pinterest answers', () => {
  it('ends with its bookmark, for the account’s own list alone', async () => {
    const answer = (name: string, bookmark: string, username = 'Aurora') =>
      read(`/resource/${name}/get/`, {
        resource_response: { data: [], bookmark },
        resource: { name, options: { username } },
      });
    expect(await answer('UserPinsResource', '-end-')).toEqual([{ kind: 'end-of-list', list: 'UserPinsResource' }]);
    expect(await answer('UserPinsResource', 'Y2JV')).toEqual([]);
    expect(await answer('UserPinsResource', '-end-', 'mira')).toEqual([]);
    expect(await answer('BoardFeedResource', '-end-')).toEqual([]);
  });

  it('counts pins on secret boards too, so that its count may be too high', async () => {
    const state = { initialReduxState: { users: { 1: { username: 'aurora', pin_count: 12, follower_count: 3 } } } };
    const page = `<script id="__PWS_DATA__" type="application/json">${JSON.stringify({ props: state })}</script>`;
    expect(await read('/aurora/', page, 'text/html')).toMatchObject([
      { kind: 'claim', claim: { name: 'pin_count', count: 12, reach: 'more-hidden' } },
      { kind: 'profile', profile: { followers: 3 } },
    ]);
  });

  it('is named unreadable where a list is none, and left alone where a page has no data', async () => {
    expect((await read(resource, '<h1>403</h1>')).map(({ kind }) => kind)).toEqual(['unreadable']);
    expect((await read('/aurora/feed.rss', '<h1>404</h1>', 'text/xml')).map(({ kind }) => kind)).toEqual([
      'unreadable',
    ]);
    expect(await read('/aurora/', '<h1>Log in</h1>', 'text/html')).toEqual([]);
    expect(await read('/mira/', '<h1>x</h1>', 'text/html')).toEqual([]);
  });

  it('is the same account at the address of every country', async () => {
    const answer = { resource_response: { data: [pin] } };
    expect(await read('https://www.pinterest.de/resource/BoardFeedResource/get/', answer)).toHaveLength(1);
    expect(await read('https://pinterest.evil.example/resource/BoardFeedResource/get/', answer)).toEqual([]);
  });
});

describe('the walk through an account', () => {
  let fixture: ChannelFixture | undefined;
  const sites = useSites();
  afterEach(async () => fixture?.close());

  it('names the boards to visit, reads the feeds, and tells that the list was refused', async () => {
    fixture = await startSite();
    const { url, handle } = fixture;
    const { posts, collected, book } = await readWalked(pinterestAdapter, { platform: 'pinterest', handle, url });
    expect(posts).toHaveLength(25);
    expect(collected.map((found) => (found.kind === 'page' ? new URL(found.url).pathname : found.kind))).toEqual([
      '/aurora/_created/',
      '/aurora/coffee/',
      'note',
    ]);
    expect(book.claims).toMatchObject([{ name: 'pin_count', count: 43 }]);
  });

  it('goes on with each bookmark to the end where the list is open, and never in circles', async () => {
    const answer = (bookmark: string) => JSON.stringify({ resource_response: { data: [pin], bookmark } });
    const site = await sites({
      '/aurora/': '<p>nothing</p>',
      '/resource/UserPinsResource/get/': (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json' }).end(answer('two'));
      },
    });
    const { asked } = await readWalked(pinterestAdapter, { ...place, url: site.url('/aurora/') });
    expect(asked.filter((address) => address.includes('UserPinsResource'))).toHaveLength(2);
  });

  it('says that an account is not there', async () => {
    const site = await sites({});
    const { collected } = await readWalked(pinterestAdapter, { ...place, url: site.url('/aurora/') });
    expect(collected).toMatchObject([{ kind: 'gap', reason: 'content-unavailable' }]);
  });
});
