import { describe, expect, it } from 'vitest';
import { instagramAdapter } from '../../src/channels/instagram/adapter.ts';
import { numberOfCode } from '../../src/channels/instagram/instagram-media.ts';
import type { ChannelPlace } from '../../src/model/channel.ts';
import { expectNoPostOutOfNothing, readerOf } from '../support/odd-answers.ts';

const origin = 'https://www.instagram.com';
const place: ChannelPlace = { platform: 'instagram', handle: 'aurora', url: `${origin}/aurora/` };
const { read, posts } = readerOf(instagramAdapter, place);
const profile = `${origin}/api/v1/users/web_profile_info/?username=aurora`;
const graphql = `${origin}/graphql/query`;
const post = { method: 'POST', requestBody: 'doc_id=1&variables=%7B%7D' };

/** In the shape of GraphQL before 2023, which `web_profile_info` still has. */
function old(more: object = {}): object {
  return {
    __typename: 'GraphImage',
    id: '2871268210985466425',
    shortcode: 'CfYyzmqqPo5',
    taken_at_timestamp: 1_656_501_865,
    display_url: 'https://cdn.example/a.jpg',
    dimensions: { width: 1080, height: 720 },
    owner: { id: '5', username: 'Aurora' },
    is_video: false,
    edge_media_to_caption: { edges: [{ node: { text: 'Guten Morgen #Kaffee https://aurora.example/x.' } }] },
    edge_media_to_comment: { count: 3 },
    edge_media_preview_like: { count: -1 },
    ...more,
  };
}

function oldUser(nodes: readonly object[], more: object = {}): object {
  const edge_owner_to_timeline_media = {
    count: 43,
    page_info: { has_next_page: false, end_cursor: null },
    edges: nodes.map((node) => ({ node })),
  };
  return {
    data: {
      user: {
        id: '5',
        username: 'aurora',
        full_name: 'Aurora',
        is_private: false,
        edge_owner_to_timeline_media,
        ...more,
      },
    },
  };
}

function recent(more: object = {}): object {
  return {
    pk: '3597631270905977008',
    code: 'DHtWpRvMBiw',
    taken_at: 1_743_091_090,
    media_type: 1,
    caption: { text: 'Hi' },
    user: { pk: '5', username: 'aurora' },
    image_versions2: { candidates: [{ url: 'https://cdn.example/b.jpg', width: 1080, height: 720 }] },
    like_count: 9,
    ...more,
  };
}

describe('a post of Instagram', () => {
  it('has the number that its code stands for', () => {
    expect(numberOfCode('CfYyzmqqPo5')).toBe('2871268210985466425');
    expect(numberOfCode('DHtWpRvMBiw')).toBe('3597631270905977008');
    expect(numberOfCode('not a code')).toBeNull();
  });

  it('is read in the older shape, and a count that its owner hides is none', async () => {
    expect(await posts(profile, oldUser([old({ pinned_for_users: [{ id: '5' }] })]))).toMatchObject([
      {
        id: '2871268210985466425',
        url: `${origin}/p/CfYyzmqqPo5/`,
        published: '2022-06-29T11:24:25.000Z',
        tags: ['Kaffee'],
        links: ['https://aurora.example/x'],
        counts: { replies: 3 },
        isPinned: true,
        extent: 'whole',
      },
    ]);
  });

  it('is a part where a list shows of a film or of several pictures the first picture alone', async () => {
    const [film, album, whole] = await posts(
      profile,
      oldUser([
        old({ is_video: true, __typename: 'GraphVideo' }),
        old({ __typename: 'GraphSidecar' }),
        old({
          __typename: 'GraphSidecar',
          edge_sidecar_to_children: {
            edges: [{ node: old() }, { node: old({ is_video: true, video_url: 'https://cdn.example/v.mp4' }) }],
          },
        }),
      ]),
    );
    expect(film).toMatchObject({ kind: 'video', extent: 'part', media: [] });
    expect(album).toMatchObject({ extent: 'part' });
    expect(whole).toMatchObject({
      extent: 'whole',
      media: [{ kind: 'image' }, { kind: 'video', url: 'https://cdn.example/v.mp4' }],
    });
  });

  it('has no alternative text that a machine has made', async () => {
    const alts = [
      'Photo by Aurora on January 08, 2024. May be an image of coffee and text.',
      'Photo shared by Aurora on March 1, 2024 tagging @mira.',
      'Photo by our friend Tom in Berlin',
      'No photo description available.',
      'May our roaster rest in peace',
    ];
    const all = await Promise.all(
      alts.map((accessibility_caption) => posts(graphql, { data: { node: recent({ accessibility_caption }) } }, post)),
    );
    expect(all.map(([one]) => one?.media[0]?.alt)).toEqual([null, null, alts[2], null, alts[4]]);
  });

  it("is the channel's when it was made together with others, and nobody else's posts are", async () => {
    const other = { pk: '8', username: 'roaster' };
    const together = recent({ user: other, coauthor_producers: [{ pk: '5', username: 'Aurora' }] });
    expect(await posts(graphql, { data: { a: together, b: recent({ user: other }) } }, post)).toMatchObject([
      { isOwn: true, author: { handle: 'roaster' } },
    ]);
  });

  it('without a name of its owner is told, unless the answer names the number elsewhere', async () => {
    const nameless = old({ owner: { id: '6' } });
    expect(await read(graphql, { data: { media: nameless } }, post)).toMatchObject([
      { kind: 'unreadable', id: '2871268210985466425' },
    ]);
    expect(
      await posts(graphql, { data: { media: nameless, viewer: { user: { id: '6', username: 'aurora' } } } }, post),
    ).toHaveLength(1);
  });

  it('keeps what others say below it, with answers, and its own words there as its own', async () => {
    const comment = (pk: string, username: string, more: object = {}) => ({
      pk,
      text: `from ${username}`,
      created_at: 1_743_091_090,
      user: { pk: `u${pk}`, username },
      ...more,
    });
    const edges = [
      { node: comment('1', 'mira', { preview_child_comments: [comment('2', 'aurora', { parent_comment_id: '1' })] }) },
    ];
    const parts = { method: 'POST', requestBody: `variables=${encodeURIComponent('{"media_id":"77"}')}` };
    const found = await posts(
      graphql,
      { data: { xdt_api__v1__media__media_id__comments__connection: { edges } } },
      parts,
    );
    expect(found).toMatchObject([
      { id: '1', kind: 'comment', isOwn: false, replyTo: { id: '77' }, thread: '77' },
      { id: '2', kind: 'reply', isOwn: true, replyTo: { id: '1' }, thread: '77' },
    ]);
  });
});

describe('an account of Instagram', () => {
  it('tells its count and whether strangers see it', async () => {
    const found = await read(profile, oldUser([], { is_private: true }));
    expect(found).toMatchObject([
      { kind: 'profile', profile: { state: 'private' } },
      { kind: 'claim', claim: { count: 43, reach: 'exact', kinds: ['post', 'video'] } },
    ]);
  });

  it('has been read to its end only where posts came with the end', async () => {
    const kinds = async (body: object) => (await read(profile, body)).map(({ kind }) => kind);
    expect(await kinds(oldUser([old()]))).toContain('end-of-list');
    expect(await kinds(oldUser([]))).not.toContain('end-of-list');
    const rest = { items: [recent()], more_available: false, user: { pk: '5', username: 'aurora' }, status: 'ok' };
    expect((await read(`${origin}/api/v1/feed/user/5/`, rest)).map(({ kind }) => kind)).toEqual([
      'post',
      'end-of-list',
    ]);
  });

  it.each([
    ['1,204 Followers, 88 Following, 43 Posts - See Instagram photos and videos from Aurora (@aurora)', 43, 'exact'],
    ['1.204 Follower, 88 gefolgt, 1.043 Beiträge – Sieh dir Fotos von Aurora (@aurora) an', 1043, 'exact'],
    ['2M Followers, 88 Following, 12.5K Posts - @aurora on Instagram', 12_500, 'rounded'],
  ])('is counted by what it says for links: %s', async (description, count, reach) => {
    const html = `<html><head><meta property="og:description" content="${description}"></head></html>`;
    expect(await read(place.url, html, { mime: 'text/html' })).toMatchObject([
      { kind: 'claim', claim: { count, reach } },
    ]);
  });

  it('is gone where Instagram knows nobody of that name, and so is a post behind the page that says so', async () => {
    expect(await read(profile, { data: { user: null }, status: 'ok' })).toMatchObject([
      { kind: 'profile', profile: { state: 'gone' } },
    ]);
    const html =
      '<html><script type="application/json" data-sjs>{"page_logging":{"name":"httpErrorPage"}}</script></html>';
    expect(await read(`${origin}/aurora/p/CfYyzmqqPo5/`, html, { mime: 'text/html' })).toMatchObject([
      { kind: 'gone', id: '2871268210985466425' },
    ]);
    expect(await read(place.url, html, { mime: 'text/html' })).toEqual([]);
  });
});

describe('a refusal of Instagram', () => {
  it('is a login wall, or a wish to be left alone for a while', async () => {
    const reason = async (body: object) =>
      (await read(graphql, body, { ...post, status: 401 })).map((found) => found.kind === 'withheld' && found.reason);
    expect(await reason({ message: 'login_required', status: 'fail' })).toEqual(['login-wall']);
    expect(await reason({ message: 'Please wait a few minutes before you try again.', require_login: true })).toEqual([
      'login-wall',
    ]);
    expect(await reason({ message: 'Please wait a few minutes before you try again.', status: 'fail' })).toEqual([
      'rate-limited',
    ]);
  });

  it('or anything else that is no post is told, and nothing is made of it', async () => {
    await expectNoPostOutOfNothing(instagramAdapter, place, graphql, post);
    await expectNoPostOutOfNothing(instagramAdapter, place, place.url, { mime: 'text/html' });
  });
});

it("stays with the account's own addresses", () => {
  const include = instagramAdapter.seeds?.scope(place).include ?? [];
  const isIn = (path: string) => include.some((pattern) => pattern.test(origin + path));
  expect(['/aurora/p/CfY_-q1/', '/aurora/reel/CfY', '/Aurora/p/CfY/'].every(isIn)).toBe(true);
  expect(
    ['/p/CfY/', '/mira/p/CfY/', '/aurora2/p/CfY/', '/aurora/', '/aurora/p/CfY/comments/', '/explore/'].filter(isIn),
  ).toEqual([]);
});
