import { afterEach, describe, expect, it } from 'vitest';
import { youtubeAdapter } from '../../src/channels/youtube/adapter.ts';
import type { ChannelFixture } from '../fixtures/sites/channel-fixture.ts';
import { startSite } from '../fixtures/sites/youtube/site.ts';
import { useSites } from '../support/fixtures.ts';
import { readWalked } from '../support/read-walked.ts';
import { channelId, place, read, tab } from './youtube-answers.ts';

describe('a list of films', () => {
  it('is read in the shapes of today and of years ago, without playlists', async () => {
    const found = await tab('/@aurora/videos', [
      {
        gridVideoRenderer: {
          videoId: 'aaaaaaaaaaa',
          title: { runs: [{ text: 'Old' }] },
          viewCountText: { simpleText: '1,234 views' },
        },
      },
      { richItemRenderer: { content: { videoRenderer: { videoId: 'bbbbbbbbbbb', title: { simpleText: 'Middle' } } } } },
      {
        lockupViewModel: {
          contentId: 'ccccccccccc',
          contentType: 'LOCKUP_CONTENT_TYPE_VIDEO',
          metadata: { lockupMetadataViewModel: { title: { content: 'New' } } },
        },
      },
      { lockupViewModel: { contentId: 'PLaaaaaaaaaaaaaaaa', contentType: 'LOCKUP_CONTENT_TYPE_PLAYLIST' } },
      {
        shortsLockupViewModel: {
          entityId: 'shorts-shelf-item-ddddddddddd',
          overlayMetadata: { primaryText: { content: 'Short' } },
        },
      },
    ]);
    expect(
      found.flatMap((finding) => (finding.kind === 'post' ? [[finding.post.id, finding.post.title]] : [])),
    ).toEqual([
      ['aaaaaaaaaaa', 'Old'],
      ['bbbbbbbbbbb', 'Middle'],
      ['ccccccccccc', 'New'],
      ['ddddddddddd', 'Short'],
    ]);
    expect(found[1]).toMatchObject({ post: { counts: { views: 1234 }, extent: 'part', published: null } });
    expect(found.at(-1)).toEqual({ kind: 'end-of-list', list: 'tabs', part: 'videos' });
  });

  it('does not end where a token asks for more, nor on a page that shows another tab', async () => {
    const kinds = async (path: string, selected?: string) =>
      (await tab(path, [{ continuationItemRenderer: {} }], selected)).map(({ kind }) => kind);
    expect(await kinds('/@aurora/videos')).toEqual(['parts-of-list']);
    const film = { videoRenderer: { videoId: 'bbbbbbbbbbb' } };
    expect(await tab('/@aurora/streams', [film], 'featured')).toEqual([]);
    expect(await tab('/@aurora', [film], 'featured')).toEqual([]);
    expect(await tab('/@other/videos', [film])).toEqual([]);
  });

  it('goes on in what the page loads, for this channel alone', async () => {
    const answer = (id: string) => ({
      onResponseReceivedActions: [
        {
          appendContinuationItemsAction: {
            targetId: `browse-feed${id}shorts102`,
            continuationItems: [{ shortsLockupViewModel: { entityId: 'shorts-shelf-item-ddddddddddd' } }],
          },
        },
      ],
    });
    const where = { ...place, handle: channelId, url: `https://www.youtube.com/channel/${channelId}` };
    const parts = { method: 'POST', requestBody: 'continuation=x' };
    expect(
      (await read('/youtubei/v1/browse?prettyPrint=false', answer(channelId), parts, where)).map(({ kind }) => kind),
    ).toEqual(['post', 'listed', 'end-of-list']);
    expect(await read('/youtubei/v1/browse', answer(`UC${'y'.repeat(22)}`), parts, where)).toEqual([]);
    expect((await read('/youtubei/v1/browse', '<h1>Sorry</h1>', parts)).map(({ kind }) => kind)).toEqual([
      'unreadable',
    ]);
  });
});

describe('the walk through a channel', () => {
  let fixture: ChannelFixture | undefined;
  const sites = useSites();
  afterEach(async () => fixture?.close());

  it('finds the channel’s number, reads the fifteen of the feed, and names the lists that there are', async () => {
    fixture = await startSite();
    const { url, handle } = fixture;
    const { posts, collected, book } = await readWalked(youtubeAdapter, { platform: 'youtube', handle, url });
    expect(posts).toHaveLength(15);
    expect(posts[0]).toMatchObject({ extent: 'whole', media: [{ kind: 'image' }] });
    expect(book.claims[0]).toMatchObject({ name: 'videos', count: 17 });
    const pages = collected.flatMap((found) => (found.kind === 'page' ? [new URL(found.url)] : []));
    expect(pages.slice(0, 3).map(({ pathname }) => pathname)).toEqual([
      '/@aurora/videos',
      '/@aurora/shorts',
      '/@aurora/posts',
    ]);
    const scope = youtubeAdapter.seeds?.scope({ platform: 'youtube', handle, url });
    const isIn = (address: string) => scope?.include?.some((pattern) => pattern.test(address));
    for (const { href } of pages) expect([href, isIn(href)]).toEqual([href, true]);
    expect(isIn(`${new URL(url).origin}/watch?v=notourfilm1&pp=x`)).toBe(false);
    expect(collected.at(-1)).toMatchObject({
      kind: 'gap',
      reason: 'not-kept',
      hint: expect.stringContaining('takeout'),
    });
  });

  it('says that a channel is gone, and that a page hides its number', async () => {
    const site = await sites({ '/@aurora': '<h1>Before you continue</h1>' });
    const hidden = await readWalked(youtubeAdapter, { ...place, url: site.url('/@aurora') });
    expect(hidden.collected[0]).toMatchObject({ kind: 'note', message: expect.stringContaining('number') });
    const gone = await readWalked(youtubeAdapter, { ...place, url: site.url('/@nobody') });
    expect(gone.collected).toMatchObject([{ kind: 'gap', reason: 'content-unavailable' }]);
  });

  it('tells that the feed is missing, which has nothing that the lists do not', async () => {
    const page = `<link rel="canonical" href="https://www.youtube.com/channel/${channelId}">`;
    const site = await sites({ '/@aurora': page });
    const { collected } = await readWalked(youtubeAdapter, { ...place, url: site.url('/@aurora') });
    expect(collected.filter(({ kind }) => kind !== 'page')).toMatchObject([
      { kind: 'note', message: expect.stringContaining('feed') },
      { kind: 'gap', reason: 'not-kept' },
    ]);
  });
});
