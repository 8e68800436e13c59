import { describe, expect, it } from 'vitest';
import { tiktokAdapter } from '../../src/channels/tiktok/adapter.ts';
import type { ChannelPlace } from '../../src/model/channel.ts';
import { expectNoPostOutOfNothing, readerOf } from '../support/odd-answers.ts';

const origin = 'https://www.tiktok.com';
const place: ChannelPlace = { platform: 'tiktok', handle: 'aurora', url: `${origin}/@aurora` };
const { read, posts } = readerOf(tiktokAdapter, place);
const list = `${origin}/api/post/item_list/?secUid=x&cursor=0`;
const page = { mime: 'text/html' };
const id = '7047596209028074758';

function item(more: object = {}): object {
  return {
    id,
    desc: 'Guten Morgen #Kaffee',
    createTime: 1_640_888_000,
    author: { id: '1', uniqueId: 'Aurora' },
    video: { playAddr: 'https://v.example/play.mp4', duration: 12 },
    ...more,
  };
}

const served = (scope: object) =>
  `<script id="__UNIVERSAL_DATA_FOR_REHYDRATION__" type="application/json">${JSON.stringify({ __DEFAULT_SCOPE__: scope })}</script>`;
const account = (detail: object) => read(place.url, served({ 'webapp.user-detail': detail }), page);

describe('a film of TikTok', () => {
  it('has the largest of its qualities first, and every other address of it', async () => {
    const quality = (name: string, Width: number) => ({
      Bitrate: 1,
      PlayAddr: { UrlList: [`https://a.example/${name}`, `https://b.example/${name}`], Width, Height: Width * 2 },
    });
    const video = {
      playAddr: 'https://v.example/play.mp4',
      duration: 12,
      width: 576,
      bitrateInfo: [quality('540', 540), quality('1080', 1080)],
    };
    const [film] = await posts(list, { itemList: [item({ video })], hasMore: true });
    expect(film?.media).toMatchObject([
      {
        kind: 'video',
        url: 'https://a.example/1080',
        otherUrls: [
          'https://b.example/1080',
          'https://a.example/540',
          'https://b.example/540',
          'https://v.example/play.mp4',
        ],
        durationMs: 12_000,
      },
    ]);
  });

  it('has the whole of a long caption, its tags, and the film that it answers', async () => {
    const contents = [
      { desc: 'Guten Morgen #Kaffee', textExtra: [{ hashtagName: 'Kaffee' }] },
      { desc: 'and more', textExtra: [] },
    ];
    expect(await posts(list, { itemList: [item({ contents, duetInfo: { duetFromId: '99' } })] })).toMatchObject([
      {
        text: 'Guten Morgen #Kaffee\nand more',
        tags: ['Kaffee'],
        quoteOf: { id: '99' },
        kind: 'video',
        url: `${origin}/@aurora/video/${id}`,
      },
    ]);
    expect(await posts(list, { itemList: [item({ duetInfo: { duetFromId: '0' } })] })).toMatchObject([
      { quoteOf: null, tags: ['Kaffee'] },
    ]);
  });

  it("of somebody else's is left alone, and one without an author is told", async () => {
    const found = await read(list, {
      itemList: [item({ author: { uniqueId: 'mira' } }), item({ author: {} })],
      hasMore: false,
    });
    expect(found).toMatchObject([{ kind: 'unreadable', id }]);
  });

  it('is read in the tables of older pages', async () => {
    const data = {
      ItemModule: { [id]: item({ author: 'aurora', nickname: 'Aurora' }) },
      UserModule: { users: { aurora: { id: '1', uniqueId: 'aurora' } }, stats: { aurora: { videoCount: 7 } } },
    };
    const html = `<script id="SIGI_STATE" type="application/json">${JSON.stringify(data)}</script>`;
    expect(await read(place.url, html, page)).toMatchObject([
      { kind: 'profile', profile: { handle: 'aurora', state: 'open' } },
      { kind: 'claim', claim: { name: 'videoCount', count: 7, reach: 'exact' } },
      { kind: 'post', post: { id, author: { handle: 'aurora', name: 'Aurora' } } },
    ]);
  });

  it('is gone, or private, by the number that stands in its place', async () => {
    const detail = (statusCode: number) =>
      read(
        `${place.url}/video/${id}`,
        served({ 'webapp.video-detail': { itemInfo: {}, statusCode, statusMsg: 'x' } }),
        page,
      );
    expect(await detail(10_204)).toMatchObject([
      { kind: 'gone', id, message: `TikTok gives 10204 (x) instead of ${id}.` },
    ]);
    expect(await detail(10_216)).toMatchObject([{ kind: 'unreadable', id }]);
  });

  it('is told by oEmbed as a part, with the time that its number is', async () => {
    const answer = {
      type: 'video',
      title: 'Hi',
      author_unique_id: 'aurora',
      author_name: 'Aurora',
      embed_product_id: id,
    };
    expect(await posts(`${origin}/oembed?url=x`, answer)).toMatchObject([
      { id, text: 'Hi', extent: 'part', published: '2021-12-30T20:32:41.000Z' },
    ]);
    expect(await posts(`${origin}/oembed?url=x`, { ...answer, author_unique_id: 'mira' })).toEqual([]);
  });

  it('keeps comments and answers to them', async () => {
    const comment = (cid: string, unique_id: string, reply_id: string) => ({
      cid,
      text: 'Hi',
      create_time: 1_640_888_000,
      reply_id,
      digg_count: 2,
      user: { unique_id },
    });
    const body = { comments: [comment('1', 'mira', '0'), comment('2', 'aurora', '1'), { cid: '3' }] };
    expect(await posts(`${origin}/api/comment/list/?aweme_id=${id}`, body)).toMatchObject([
      { id: '1', kind: 'comment', replyTo: { id } },
      { id: '2', kind: 'reply', isOwn: true, replyTo: { id: '1' } },
    ]);
  });
});

describe('an account of TikTok', () => {
  it('is private or gone by the number TikTok gives, and unknown where it gives none', async () => {
    const state = async (detail: object) =>
      (await account(detail)).map((found) => found.kind === 'profile' && found.profile.state);
    expect(await state({ userInfo: {}, statusCode: 10_222 })).toEqual(['private']);
    expect(await state({ userInfo: {}, statusCode: 10_202 })).toEqual(['gone']);
    expect(await state({ userInfo: {}, statusCode: 0 })).toEqual([]);
  });

  it('counts its films in words as well as in numbers', async () => {
    const user = { uniqueId: 'aurora' };
    const stats = { videoCount: 7 };
    expect(await account({ userInfo: { user, stats, statsV2: { videoCount: '43' } }, statusCode: 0 })).toMatchObject([
      { kind: 'profile' },
      { kind: 'claim', claim: { count: 43 } },
    ]);
  });
});

describe('the list of films', () => {
  it('ends where TikTok says so, and is broken off where it says nothing', async () => {
    expect((await read(list, { itemList: [item()], hasMore: false })).map(({ kind }) => kind)).toEqual([
      'post',
      'end-of-list',
    ]);
    expect((await read(list, { itemList: [], hasMore: false })).map(({ kind }) => kind)).toEqual([]);
    expect(await read(list, '')).toMatchObject([{ kind: 'withheld', reason: 'forbidden' }]);
    expect(await read(list, { statusCode: 10_201, itemList: [] })).toMatchObject([{ kind: 'withheld' }]);
  });

  it('or its page makes nothing of what is no answer', async () => {
    await expectNoPostOutOfNothing(tiktokAdapter, place, list);
    await expectNoPostOutOfNothing(tiktokAdapter, place, place.url, page);
  });
});
