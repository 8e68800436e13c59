import { describe, expect, it } from 'vitest';
import { facebookAdapter } from '../../src/channels/facebook/adapter.ts';
import type { ChannelPlace } from '../../src/model/channel.ts';
import { expectNoPostOutOfNothing, readerOf } from '../support/odd-answers.ts';

const origin = 'https://www.facebook.com';
const place: ChannelPlace = { platform: 'facebook', handle: 'aurora', url: `${origin}/aurora` };
const { read, posts } = readerOf(facebookAdapter, place);
const graphql = `${origin}/api/graphql/`;
const sent = { method: 'POST', requestBody: 'doc_id=1' };
const aurora = { __typename: 'User', id: '100064', name: 'Aurora', url: `${origin}/Aurora` };

function story(id: string, content: object = {}, more: object = {}): object {
  const timestamp = {
    __typename: 'CometFeedStoryLongerTimestampStrategy',
    story: { creation_time: 1_725_600_000, url: `${origin}/aurora/posts/pfbid${id}?__cft__[0]=AZX&__tn__=%2CO` },
  };
  return {
    __typename: 'Story',
    post_id: id,
    comet_sections: {
      content: { story: { actors: [aurora], message: { text: `Post ${id} #Kaffee` }, attachments: [], ...content } },
      context_layout: {
        story: { comet_sections: { metadata: [{ __typename: 'CometFeedStoryAudienceStrategy' }, timestamp] } },
      },
      ...more,
    },
  };
}

const photo = (name: string, more: object = {}) => ({
  __typename: 'Photo',
  photo_image: { uri: `https://cdn.example/${name}-small.jpg`, width: 526 },
  viewer_image: { uri: `https://cdn.example/${name}.jpg`, width: 1080 },
  ...more,
});
const attached = (attachment: object) => ({ attachments: [{ styles: { attachment } }] });

describe('a post of Facebook', () => {
  it('is read from each of the documents of one answer, and its address loses what only counts clicks', async () => {
    const lines = [
      { data: { node: { timeline_list_feed_units: { edges: [{ node: story('11') }] } } } },
      { label: 'x$stream$y', data: { node: story('12') } },
    ];
    const body = `for (;;);${lines.map((line) => JSON.stringify(line)).join('\r\n')}`;
    expect(await posts(graphql, body, sent)).toMatchObject([
      { id: '11', url: `${origin}/aurora/posts/pfbid11`, published: '2024-09-06T05:20:00.000Z', tags: ['Kaffee'] },
      { id: '12' },
    ]);
  });

  it('has its words wherever Facebook has put them', async () => {
    const words = { message: { story: { message: { text: 'Here' } } } };
    expect(
      await posts(
        graphql,
        { data: { a: story('1', { message: null }, words), b: story('2', { message: null, comet_sections: words }) } },
        sent,
      ),
    ).toMatchObject([{ text: 'Here' }, { text: 'Here' }]);
  });

  it('has the largest picture, the film in high resolution, and no text of a machine', async () => {
    const film = {
      __typename: 'Video',
      width: 1280,
      playable_url: 'https://cdn.example/sd.mp4',
      playable_url_quality_hd: 'https://cdn.example/hd.mp4',
      playable_duration_in_ms: 9_000,
    };
    const [one, two] = await posts(
      graphql,
      {
        data: {
          a: story('1', attached({ media: photo('p', { accessibility_caption: 'May be an image of coffee' }) })),
          b: story('2', attached({ media: film })),
        },
      },
      sent,
    );
    expect(one?.media).toMatchObject([
      { url: 'https://cdn.example/p.jpg', otherUrls: ['https://cdn.example/p-small.jpg'], alt: null },
    ]);
    expect(two?.media).toMatchObject([
      {
        kind: 'video',
        url: 'https://cdn.example/hd.mp4',
        otherUrls: ['https://cdn.example/sd.mp4'],
        durationMs: 9_000,
      },
    ]);
  });

  it('is a part while pictures of its album, or the address of its film, were not loaded', async () => {
    const album = (count: number) =>
      attached({ all_subattachments: { count, nodes: [{ media: photo('a') }, { media: photo('b') }] } });
    const body = {
      data: {
        a: story('1', album(2)),
        b: story('2', album(9)),
        c: story('3', attached({ media: { __typename: 'Video', id: '5' } })),
      },
    };
    expect((await posts(graphql, body, sent)).map(({ extent, media }) => [extent, media.length])).toEqual([
      ['whole', 2],
      ['part', 2],
      ['part', 0],
    ]);
  });

  it('that shares another names it, with or without words of its own', async () => {
    const other = {
      ...story('99'),
      comet_sections: {
        content: {
          story: { actors: [{ id: '7', name: 'Roaster', url: `${origin}/roaster` }], message: { text: 'Theirs' } },
        },
      },
    };
    expect(
      await posts(
        graphql,
        { data: { a: story('1', { attached_story: other, message: null }), b: story('2', { attached_story: other }) } },
        sent,
      ),
    ).toMatchObject([
      {
        kind: 'repost',
        text: '',
        repostOf: { id: '99', text: 'Theirs', author: { handle: 'roaster' } },
        quoteOf: null,
      },
      { kind: 'quote', quoteOf: { id: '99' }, repostOf: null },
    ]);
  });

  it("is the channel's by its name, or by its number where the page has no name", async () => {
    const byNumber: ChannelPlace = { platform: 'facebook', handle: '100064', url: `${origin}/profile.php?id=100064` };
    const nobody = story('3', { actors: [] });
    const body = {
      data: { a: story('1'), b: story('2', { actors: [{ id: '8', url: `${origin}/auroras` }] }), c: nobody },
    };
    expect(await posts(graphql, body, sent)).toMatchObject([{ id: '1' }]);
    expect(await readerOf(facebookAdapter, byNumber).posts(graphql, body, sent)).toMatchObject([{ id: '1' }]);
    expect(await read(graphql, { data: nobody }, sent)).toMatchObject([{ kind: 'unreadable', id: '3' }]);
  });
});

describe('comments on Facebook', () => {
  const comment = (post: string, id: string, author: object, more: object = {}) => ({
    __typename: 'Comment',
    id: Buffer.from(`comment:${post}_${id}`).toString('base64'),
    body: { text: `C${id}` },
    author,
    created_time: 1_725_603_600,
    ...more,
  });
  const mira = { id: '7', name: 'Mira', url: `${origin}/profile.php?id=7` };

  it('belong to the post that their own name tells, and answers to the comment above', async () => {
    const answer = comment('11', '22', aurora, { comment_parent: { legacy_fbid: '21' } });
    const edges = [
      { node: comment('11', '21', mira, { replies: { edges: [{ node: answer }] } }) },
      { node: comment('98', '23', mira) },
    ];
    const body = { data: { node: story('11'), feedback: { comments: { edges } } } };
    expect((await posts(graphql, body, sent)).slice(1)).toMatchObject([
      { id: '21', kind: 'comment', isOwn: false, thread: '11', replyTo: { id: '11' } },
      { id: '22', kind: 'reply', isOwn: true, thread: '11', replyTo: { id: '21' } },
    ]);
  });
});

it('tells a refusal, and makes nothing of what is no answer', async () => {
  const reason = async (body: unknown) =>
    (await read(graphql, body, sent)).map((found) => found.kind === 'withheld' && found.reason);
  expect(await reason('for (;;);{"error":1357001,"errorSummary":"Not Logged In"}')).toEqual(['login-wall']);
  expect(await reason({ errors: [{ message: 'Rate limit exceeded', severity: 'CRITICAL' }] })).toEqual([
    'rate-limited',
  ]);
  await expectNoPostOutOfNothing(facebookAdapter, place, graphql, sent);
  await expectNoPostOutOfNothing(facebookAdapter, place, place.url, { mime: 'text/html' });
});

it("stays with the page's own addresses", () => {
  const isIn = (url: string) =>
    (facebookAdapter.seeds?.scope(place).include ?? []).some((pattern) => pattern.test(url));
  expect(
    ['/aurora/posts/pfbid0abc', '/Aurora/videos/123/', '/aurora/photos/a.1/2/'].every((path) => isIn(origin + path)),
  ).toBe(true);
  expect(
    [
      '/mira/posts/pfbid0abc',
      '/aurora',
      '/aurora/posts/',
      '/login/?next=/aurora/posts/1',
      '/permalink.php?story_fbid=1&id=99',
    ].filter((path) => isIn(origin + path)),
  ).toEqual([]);
  const numbered =
    facebookAdapter.seeds?.scope({ platform: 'facebook', handle: '100064', url: `${origin}/profile.php?id=100064` })
      .include ?? [];
  expect(numbered.some((pattern) => pattern.test(`${origin}/permalink.php?story_fbid=pfbid0x&id=100064`))).toBe(true);
});
