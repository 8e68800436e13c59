import { describe, expect, it } from 'vitest';
import { list, mira, one, origin, posts, read, status } from './mastodon-answers.ts';

describe('a status', () => {
  it('has its text whole, with links that were cut short, and neither mentions nor hashtags among them', async () => {
    const post = await one({
      content:
        '<p><span class="h-card" translate="no"><a href="https://elsewhere.example/@mira" class="u-url mention">@<span>mira</span></a></span> look:<br />' +
        '<a href="https://aurora.example/a/very/long/way?x=1&amp;y=2" rel="nofollow"><span class="invisible">https://</span><span class="ellipsis">aurora.example/a/very</span><span class="invisible">/long/way?x=1&amp;y=2</span></a></p>' +
        `<p>Größe &amp; <a href="${origin}/tags/Kaffee" class="mention hashtag" rel="tag">#<span>Kaffee</span></a> 👩‍👩‍👧‍👦</p>`,
      tags: [{ name: 'Kaffee' }, { nothing: true }],
      card: { url: 'https://aurora.example/a/very/long/way?x=1&y=2' },
    });
    expect(post?.text).toBe('@mira look:\nhttps://aurora.example/a/very/long/way?x=1&y=2\n\nGröße & #Kaffee 👩‍👩‍👧‍👦');
    expect(post?.links).toEqual(['https://aurora.example/a/very/long/way?x=1&y=2']);
    expect(post?.tags).toEqual(['Kaffee']);
  });

  it('keeps warning, language, visibility, times and counts', async () => {
    const post = await one({
      spoiler_text: 'An owl',
      language: 'de',
      visibility: 'unlisted',
      edited_at: '2024-05-02T10:00:00.000Z',
      replies_count: 1,
      reblogs_count: 2,
      favourites_count: 0,
    });
    expect(post).toMatchObject({
      warning: 'An owl',
      lang: 'de',
      visibility: 'unlisted',
      edited: '2024-05-02T10:00:00.000Z',
      counts: { replies: 1, reposts: 2, likes: 0 },
      countedAt: '2026-11-25T09:00:00.000Z',
    });
  });

  it('answers others, or goes on with a thread of its own', async () => {
    const [third, second, first, reply] = posts(
      await read(list, [
        status({ id: '3', in_reply_to_id: '2', in_reply_to_account_id: '7' }),
        status({ id: '2', in_reply_to_id: '1', in_reply_to_account_id: '7' }),
        status({ id: '1' }),
        status({ id: '4', in_reply_to_id: '999', in_reply_to_account_id: '42', mentions: [mira] }),
      ]),
    );
    expect([third, second, first].map((post) => [post?.kind, post?.thread])).toEqual([
      ['post', '1'],
      ['post', '1'],
      ['post', '1'],
    ]);
    expect(reply).toMatchObject({ kind: 'reply', thread: null, replyTo: { id: '999', author: { handle: mira.acct } } });
  });

  it('does not go round in a thread that answers itself', async () => {
    const circle = [
      status({ id: '1', in_reply_to_id: '2', in_reply_to_account_id: '7' }),
      status({ id: '2', in_reply_to_id: '1', in_reply_to_account_id: '7' }),
    ];
    expect(posts(await read(list, circle))).toHaveLength(2);
  });

  it('passes on what somebody else has said under an id of its own', async () => {
    const activity = `${origin}/users/aurora/statuses/100/activity`;
    const reblog = {
      id: '5',
      uri: 'https://elsewhere.example/users/mira/statuses/5',
      url: 'https://elsewhere.example/@mira/5',
      content: '<p>Best coffee</p>',
      account: mira,
    };
    const post = await one({ uri: activity, url: activity, content: reblog.content, reblog });
    expect(post).toMatchObject({
      id: '100',
      url: activity,
      kind: 'repost',
      text: '',
      html: null,
      repostOf: { id: reblog.uri, url: reblog.url, text: 'Best coffee', author: { handle: mira.acct } },
    });
  });

  const quoted = {
    id: '6',
    uri: 'https://elsewhere.example/users/mira/statuses/6',
    url: 'https://elsewhere.example/@mira/6',
    content: '<p>Water is hard</p>',
    account: mira,
  };
  const inline =
    '<p class="quote-inline">RE: <a href="https://elsewhere.example/@mira/6">https://elsewhere.example/@mira/6</a></p><p>This</p>';

  it.each([
    ['Mastodon 4.5', { quote: { state: 'accepted', quoted_status: quoted } }, quoted.uri, 'Water is hard'],
    ['Mastodon where it nests no further', { quote: { state: 'accepted', quoted_status_id: '6' } }, '6', null],
    ['Fedibird and Akkoma', { quote: quoted }, quoted.uri, 'Water is hard'],
    ['Pleroma', { pleroma: { quote: quoted, quote_id: '6' } }, quoted.uri, 'Water is hard'],
    ['Pleroma that lost the quoted one', { pleroma: { quote_url: quoted.uri } }, quoted.uri, null],
    ['an author who took it back', { quote: { state: 'revoked', quoted_status: null } }, null, null],
  ])('quotes in the form of %s', async (_name, more, id, text) => {
    const post = await one({ content: inline, ...more });
    expect(post).toMatchObject({ kind: 'quote', text: 'This', links: [], quoteOf: { id, text } });
  });

  it('has pictures, films and sounds with their words and sizes, and what is unknown as a file', async () => {
    const media = (type: string, more: object = {}) => ({
      type,
      url: `${origin}/m/${type}`,
      preview_url: `${origin}/p/${type}.png`,
      description: `A ${type}`,
      ...more,
    });
    const post = await one({
      media_attachments: [
        media('image', { meta: { original: { width: 640, height: 480 } }, remote_url: 'https://far.example/i.png' }),
        media('gifv'),
        media('video', { meta: { original: { duration: 1.5 } }, description: null }),
        media('audio'),
        media('unknown', { url: null, remote_url: 'https://far.example/x.webp' }),
        media('unknown'),
        { type: 'image' },
        'nonsense',
      ],
    });
    expect(post?.media.map(({ kind, alt, durationMs }) => [kind, alt, durationMs])).toEqual([
      ['image', 'A image', null],
      ['video', 'A gifv', null],
      ['video', null, 1500],
      ['audio', 'A audio', null],
      ['image', 'A unknown', null],
      ['file', 'A unknown', null],
    ]);
    expect(post?.media[0]).toMatchObject({
      width: 640,
      height: 480,
      otherUrls: ['https://far.example/i.png', `${origin}/p/image.png`],
    });
    expect(post?.media[1]?.otherUrls).toEqual([]);
  });

  it('is pinned where the list has pinned ones only, and such a list has no end', async () => {
    const findings = await read(`${list}?pinned=true`, [status()]);
    expect(posts(findings)[0]?.isPinned).toBe(true);
    expect(await read(`${list}?pinned=true`, [])).toEqual([]);
    expect(await read(`${list}?exclude_replies=true&max_id=3`, [])).toEqual([]);
    expect(await read(`${list}?limit=40&max_id=3`, [])).toEqual([{ kind: 'end-of-list', list: 'accounts/statuses' }]);
  });

  it('with letters in its id, as Pleroma gives them, is like any other', async () => {
    const post = await one({ id: 'AfRgX2', url: `${origin}/notice/AfRgX2`, uri: `${origin}/objects/0b1c` });
    expect(post).toMatchObject({ id: 'AfRgX2', url: `${origin}/notice/AfRgX2` });
  });
});

describe('what stands below a post', () => {
  it('is kept as comments, and own answers as posts; what others say above it is left out', async () => {
    const context = {
      ancestors: [status({ id: '1', account: mira }), status({ id: '2' })],
      descendants: [status({ id: '3', account: mira, in_reply_to_id: '100' }), status({ id: '4' })],
    };
    const found = posts(await read('/api/v1/statuses/100/context', context));
    expect(found.map(({ id, kind, isOwn }) => [id, kind, isOwn])).toEqual([
      ['2', 'post', true],
      ['3', 'comment', false],
      ['4', 'post', true],
    ]);
  });
});
