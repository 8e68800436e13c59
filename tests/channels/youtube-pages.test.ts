import { describe, expect, it } from 'vitest';
import { channelId, page, read, tab } from './youtube-answers.ts';

describe('what a channel says of itself', () => {
  const header = (...texts: readonly string[]) => ({
    header: {
      pageHeaderRenderer: {
        content: {
          metadata: {
            contentMetadataViewModel: {
              metadataRows: [{ metadataParts: texts.map((content) => ({ text: { content } })) }],
            },
          },
        },
      },
    },
  });
  const claim = async (text: string) => {
    const [found] = await page('/@aurora', 'ytInitialData', header('@aurora', '1.2K subscribers', text));
    return found?.kind === 'claim' ? found.claim : undefined;
  };

  it('is an exact number of films, or a rounded one', async () => {
    expect(await claim('123 videos')).toMatchObject({ count: 123, reach: 'exact', kinds: ['video'] });
    expect(await claim('1,234 videos')).toMatchObject({ count: 1234, reach: 'exact' });
    expect(await claim('1.2K videos')).toMatchObject({ count: 1200, reach: 'rounded' });
    expect(await claim('No videos')).toMatchObject({ count: 0, reach: 'exact' });
    expect(await claim('@videostore')).toBeUndefined();
  });

  it('is that it is gone, in a box', async () => {
    const box = (text: string) => ({ alerts: [{ alertRenderer: { type: 'ERROR', text: { simpleText: text } } }] });
    const state = async (text: string) => {
      const [found] = await page('/@aurora', 'ytInitialData', box(text));
      return found?.kind === 'profile' ? found.profile.state : undefined;
    };
    expect(await state('This channel does not exist.')).toBe('gone');
    expect(await state('This account has been terminated for a violation of the Terms.')).toBe('suspended');
  });
});

describe('the page of a film', () => {
  const listed = '/watch?v=aaaaaaaaaaa&ab_channel=aurora';
  const player = {
    playabilityStatus: { status: 'OK' },
    videoDetails: {
      videoId: 'aaaaaaaaaaa',
      title: 'T',
      shortDescription: 'See https://aurora.example/x.',
      viewCount: '5',
      channelId,
    },
    microformat: {
      playerMicroformatRenderer: {
        publishDate: '2024-01-08T00:15:00-08:00',
        ownerProfileUrl: 'http://www.youtube.com/@Aurora',
      },
    },
  };

  it('has its description and day, and is ours by its owner or by the list it stood in', async () => {
    const [found] = await page('/watch?v=aaaaaaaaaaa', 'ytInitialPlayerResponse', player);
    expect(found).toMatchObject({
      post: {
        text: 'See https://aurora.example/x.',
        links: ['https://aurora.example/x'],
        published: '2024-01-08T08:15:00.000Z',
        counts: { views: 5 },
        extent: 'whole',
      },
    });
    const foreign = { ...player, microformat: {} };
    expect(await page('/watch?v=aaaaaaaaaaa', 'ytInitialPlayerResponse', foreign)).toEqual([]);
    expect(await page(listed, 'ytInitialPlayerResponse', foreign)).toHaveLength(1);
  });

  it('says that a film is gone, or is not shown to everybody', async () => {
    const state = (status: string, reason: string) =>
      page(listed, 'ytInitialPlayerResponse', { playabilityStatus: { status, reason } });
    expect(await state('ERROR', 'Video unavailable')).toEqual([
      {
        kind: 'gone',
        id: 'aaaaaaaaaaa',
        url: 'https://www.youtube.com/watch?v=aaaaaaaaaaa',
        message: 'Video unavailable',
      },
    ]);
    expect(await state('LOGIN_REQUIRED', 'Sign in to confirm your age')).toMatchObject([
      { kind: 'unreadable', message: expect.stringContaining('confirm your age') },
    ]);
  });

  it('loads what was said below it, whose film it is by the token that asked', async () => {
    const message = Buffer.from('\u0012\r\u0012\u000baaaaaaaaaaa\u0018\u0006', 'latin1').toString('base64url');
    const comment = (commentId: string, isCreator: boolean) => ({
      payload: {
        commentEntityPayload: {
          properties: { commentId, content: { content: 'So <good>\n& hot' } },
          author: { channelId: 'UCm', displayName: '@mira', isCreator },
          toolbar: { likeCountNotliked: '3' },
        },
      },
    });
    const found = await read(
      '/youtubei/v1/next?prettyPrint=false',
      { frameworkUpdates: { entityBatchUpdate: { mutations: [comment('Ugx1', false), comment('Ugx1.9a', true)] } } },
      { method: 'POST', requestBody: `context=x&continuation=${message}%253D` },
    );
    expect(found).toMatchObject([
      {
        post: {
          id: 'Ugx1',
          kind: 'comment',
          isOwn: false,
          text: 'So <good>\n& hot',
          replyTo: { id: 'aaaaaaaaaaa' },
          counts: { likes: 3 },
        },
      },
      { post: { id: 'Ugx1.9a', kind: 'reply', isOwn: true, replyTo: { id: 'Ugx1' }, thread: 'aaaaaaaaaaa' } },
    ]);
  });
});

describe('a post of the community tab', () => {
  it('has its pictures as they were uploaded, its links without detours, and the film it names', async () => {
    const sized = (size: string) => ({ url: `https://yt3.ggpht.com/abc${size}`, width: 640, height: 480 });
    const found = await tab('/@aurora/community', [
      {
        backstagePostRenderer: {
          postId: 'Ugkx1',
          contentText: {
            runs: [
              { text: 'See ' },
              {
                text: 'here',
                navigationEndpoint: {
                  urlEndpoint: { url: 'https://www.youtube.com/redirect?q=https%3A%2F%2Faurora.example%2F' },
                },
              },
            ],
          },
          backstageAttachment: { backstageImageRenderer: { image: { thumbnails: [sized('=s640-c-fcrop64=1')] } } },
          voteCount: { simpleText: '1.2K' },
        },
      },
      { backstagePostRenderer: { contentText: { runs: [] } } },
    ]);
    expect(found[1]).toMatchObject({
      post: {
        text: 'See here',
        links: ['https://aurora.example/'],
        media: [{ url: 'https://yt3.ggpht.com/abc=s0', otherUrls: ['https://yt3.ggpht.com/abc=s640-c-fcrop64=1'] }],
        counts: { likes: 1200 },
      },
    });
    expect(found.map(({ kind }) => kind)).toEqual(['parts-of-list', 'post', 'listed', 'unreadable', 'end-of-list']);
  });
});
