import { describe, expect, it } from 'vitest';
import { threadsAdapter } from '../../src/channels/threads/adapter.ts';
import type { ChannelPlace } from '../../src/model/channel.ts';
import { expectNoPostOutOfNothing, readerOf } from '../support/odd-answers.ts';

const origin = 'https://www.threads.com';
const place: ChannelPlace = { platform: 'threads', handle: 'aurora', url: `${origin}/@aurora` };
const { read, posts } = readerOf(threadsAdapter, place);
const graphql = `${origin}/graphql/query`;
const sent = { method: 'POST', requestBody: 'doc_id=1' };

function post(pk: string, username: string, info: object = {}, more: object = {}): object {
  return {
    pk,
    code: `D${pk}`,
    user: { pk: '5', username },
    caption: { text: `${username} ${pk}` },
    taken_at: 1_743_091_090,
    text_post_app_info: { is_reply: false, reply_to_author: null, share_info: {}, ...info },
    ...more,
  };
}

function threads(...lists: readonly (readonly object[])[]): object {
  const edges = lists.map((list) => ({
    node: { thread_items: list.map((one) => ({ post: one, line_type: 'line' })) },
  }));
  return { data: { mediaData: { edges } } };
}

describe('a post of Threads', () => {
  it('that answers somebody stands below them, and theirs is none of the channel', async () => {
    const body = threads([
      post('1', 'mira'),
      post('2', 'Aurora', { is_reply: true, reply_to_author: { username: 'mira' } }),
    ]);
    expect(await posts(graphql, body, sent)).toMatchObject([
      {
        id: '2',
        kind: 'reply',
        isOwn: true,
        thread: '1',
        replyTo: { id: '1', url: `${origin}/@mira/post/D1`, text: 'mira 1' },
      },
    ]);
    const alone = threads([post('3', 'aurora', { is_reply: true, reply_to_author: { username: 'mira' } })]);
    expect(await posts(graphql, alone, sent)).toMatchObject([
      { kind: 'reply', replyTo: { id: null, author: { handle: 'mira' } } },
    ]);
  });

  it('that passes on or quotes another names it whole', async () => {
    const other = post('9', 'roaster');
    const found = await posts(
      graphql,
      threads(
        [post('1', 'aurora', { share_info: { reposted_post: other } })],
        [post('2', 'aurora', { share_info: { quoted_post: other } })],
      ),
      sent,
    );
    expect(found).toMatchObject([
      { id: '1', kind: 'repost', text: '', counts: {}, repostOf: { id: '9', text: 'roaster 9' } },
      { id: '2', kind: 'quote', text: 'aurora 2', quoteOf: { id: '9', author: { handle: 'roaster' } } },
    ]);
  });

  it('has its topic as a tag, and its link without the door it leaves by', async () => {
    const info = {
      text_fragments: {
        fragments: [
          { fragment_type: 'tag', plaintext: 'Kaffee' },
          { fragment_type: 'text', plaintext: 'x' },
        ],
      },
      link_preview_attachment: { url: 'https://l.threads.com/?u=https%3A%2F%2Faurora.example%2Fx&e=AT0' },
      direct_reply_count: 4,
      repost_count: 2,
    };
    expect(
      await posts(
        graphql,
        threads([post('1', 'aurora', info, { like_count: 7, like_and_view_counts_disabled: true })]),
        sent,
      ),
    ).toMatchObject([{ tags: ['Kaffee'], links: ['https://aurora.example/x'], counts: { replies: 4, reposts: 2 } }]);
  });

  it('that Threads does not show, or that lacks its author, is told', async () => {
    const found = await read(
      graphql,
      threads(
        [post('1', 'aurora', { is_post_unavailable: true, post_unavailable_reason: 'deleted' })],
        [{ ...post('2', ''), user: {} }],
        [{ pk: '3' }],
      ),
      sent,
    );
    expect(found).toMatchObject([
      { kind: 'unreadable', id: '1', message: 'Threads does not show this post: deleted.' },
      { kind: 'unreadable', id: '2' },
      { kind: 'unreadable', id: '3' },
    ]);
  });
});

it('says of an account whether strangers see it', async () => {
  const user = { pk: '5', username: 'aurora', follower_count: 12, text_post_app_is_private: true };
  expect(await read(graphql, { data: { user } }, sent)).toMatchObject([
    { kind: 'profile', profile: { state: 'private', followers: 12 } },
  ]);
});

it('makes nothing of what is no answer, and a refusal is no end', async () => {
  await expectNoPostOutOfNothing(threadsAdapter, place, graphql, sent);
  await expectNoPostOutOfNothing(threadsAdapter, place, place.url, { mime: 'text/html' });
  expect(await read(graphql, { errors: [{ message: 'login_required' }], data: null }, sent)).toMatchObject([
    { kind: 'withheld', reason: 'login-wall' },
  ]);
});
