import { describe, expect, it } from 'vitest';
import { xAdapter } from '../../../src/channels/x/adapter.ts';
import { archivedText, readWith } from '../../support/archived-text.ts';
import { address, findings, place, posts, timeline, tweet, user } from './x-answers.ts';

describe('a timeline of X', () => {
  it("holds none of the ads, and nothing of other people's", async () => {
    expect(await posts(timeline([tweet('1780666831310877100')], { promotedMetadata: {} }))).toEqual([]);
    expect(await posts(timeline([tweet('1780666831310877100', {}, {}, user('somebody', '3'))]))).toEqual([]);
  });

  it('knows an author by the number alone when the answer names the account elsewhere', async () => {
    const bare = tweet('1780666831310877101', { user_id_str: '1' }, {}, { __typename: 'User', rest_id: '1' });
    expect(await posts(timeline([tweet('1780666831310877100'), bare]))).toHaveLength(2);
    const [nobody] = await findings(timeline([bare]));
    expect(nobody).toMatchObject({ kind: 'unreadable', id: '1780666831310877101' });
  });

  it('says of each place without a post what X says of it', async () => {
    const tombstone = (text: string) => ({ __typename: 'TweetTombstone', tombstone: { text: { text } } });
    const found = await findings(
      timeline([
        tombstone('This Post was deleted by the Post author. Learn more'),
        tombstone('Age-restricted adult content.'),
        { __typename: 'TweetUnavailable', reason: 'NsfwLoggedOut' },
        undefined,
      ]),
    );
    expect(found.map(({ kind }) => kind)).toEqual(['gone', 'unreadable', 'unreadable', 'unreadable']);
    expect(found[0]).toMatchObject({
      id: '1780666831310877100',
      url: 'https://x.com/aurora/status/1780666831310877100',
    });
    expect(found[2]).toMatchObject({ id: '1780666831310877102', message: expect.stringContaining('NsfwLoggedOut') });
  });

  it('is read under each of the hosts it has come from, and only where it is one', async () => {
    for (const host of ['x.com/i/api', 'twitter.com/i/api', 'api.x.com']) {
      expect(await posts(timeline([tweet('1780666831310877100')]), address('UserTweets', {}, host))).toHaveLength(1);
    }
    for (const operation of ['HomeTimeline', 'SearchTimeline', 'ExploreSidebar']) {
      expect(await findings(timeline([tweet('1780666831310877100')]), address(operation))).toEqual([]);
    }
  });
});

describe('the conversation below a post of X', () => {
  it('keeps what others answer to the channel, and nothing else of theirs', async () => {
    const theirs = (id: string, to: string) =>
      tweet(id, { in_reply_to_status_id_str: to, conversation_id_str: '1780666831310877000' }, {}, user('mira', '7'));
    const found = await posts(
      timeline([
        tweet('1780666831310877000', {}, {}, user('someone', '8')),
        tweet('1780666831310877100', { in_reply_to_status_id_str: '1780666831310877000' }),
        theirs('1780666831310877200', '1780666831310877100'),
        theirs('1780666831310877300', '1780666831310877200'),
        theirs('1780666831310877400', '1780666831310877000'),
      ]),
      address('TweetDetail', { focalTweetId: '1780666831310877100' }),
    );
    expect(found.map(({ id, kind, isOwn }) => [id, kind, isOwn])).toEqual([
      ['1780666831310877100', 'reply', true],
      ['1780666831310877200', 'comment', false],
      ['1780666831310877300', 'comment', false],
    ]);
    expect(found[0]?.replyTo).toMatchObject({ id: '1780666831310877000', text: 'Hello' });
  });

  it('says that a post asked for by its number is gone', async () => {
    const [gone] = await findings(
      '{"data":{"tweetResult":{}}}',
      address('TweetResultByRestId', { tweetId: '1780666831310877100' }),
    );
    expect(gone).toMatchObject({ kind: 'gone', id: '1780666831310877100' });
  });
});

describe('an account of X', () => {
  const asked = address('UserByScreenName', { screen_name: 'Aurora' });

  it('tells its count and its pinned post, which must then be there', async () => {
    const account = {
      ...user('Aurora'),
      legacy: { statuses_count: 4079, pinned_tweet_ids_str: ['1851463451929186504'], protected: true },
    };
    const found = await findings(JSON.stringify({ data: { user: { result: account } } }), asked);
    expect(found).toMatchObject([
      { kind: 'profile', profile: { handle: 'Aurora', state: 'private' } },
      { kind: 'claim', claim: { name: 'statuses_count', count: 4079, reach: 'more-hidden' } },
      { kind: 'listed', listed: { id: '1851463451929186504', published: '2024-10-30T03:17:40.000Z' } },
    ]);
  });

  it('is gone or suspended when X says so, and unknown when X says nothing', async () => {
    const state = async (body: object) =>
      (await findings(JSON.stringify(body), asked)).map((found) =>
        found.kind === 'profile' ? found.profile.state : found.kind,
      );
    expect(await state({ data: {} })).toEqual(['gone']);
    expect(await state({ data: { user: { result: { __typename: 'UserUnavailable', reason: 'Suspended' } } } })).toEqual(
      ['suspended'],
    );
    expect(await state({ data: {}, errors: [{ message: 'Timeout: Unspecified' }] })).toEqual([]);
  });

  it('tells a refusal apart from the end of the list', async () => {
    const [refused] = await findings('{"errors":[{"message":"Rate limit exceeded."}],"data":{}}');
    const asVisitor = archivedText(
      address('UserTweets'),
      '{"errors":[{"code":32,"message":"Could not authenticate you"}]}',
      { status: 401 },
    );
    expect(await readWith(xAdapter, asVisitor, place)).toMatchObject([
      { kind: 'withheld', reason: 'login-wall', message: 'X answered 401 to UserTweets: Could not authenticate you.' },
    ]);
    expect(await readWith(xAdapter, archivedText(address('UserTweets'), '', { status: 404 }), place)).toMatchObject([
      { kind: 'withheld', reason: 'forbidden' },
    ]);
    expect(refused).toMatchObject({
      kind: 'withheld',
      reason: 'rate-limited',
      message: 'X refused UserTweets: Rate limit exceeded.',
    });
  });
});

describe('what is embedded of X', () => {
  it('is read as it stands in the service for single posts, which cuts long ones off', async () => {
    const body = {
      __typename: 'Tweet',
      id_str: '1780666831310877100',
      text: 'Cut &amp; short…',
      created_at: '2024-04-17T18:37:10.000Z',
      lang: 'en',
      user: { id_str: '1', screen_name: 'aurora', name: 'Aurora' },
      mediaDetails: [{ type: 'photo', media_url_https: 'https://pbs.twimg.com/media/A.jpg', url: 'https://t.co/m' }],
      note_tweet: { id: 'x' },
    };
    const [post] = await posts(
      JSON.stringify(body),
      'https://cdn.syndication.twimg.com/tweet-result?id=1780666831310877100&token=a',
    );
    expect(post).toMatchObject({
      id: '1780666831310877100',
      text: 'Cut & short…',
      extent: 'part',
      published: '2024-04-17T18:37:10.000Z',
    });
    expect(post?.media).toHaveLength(1);
  });

  it('is read out of the page of a timeline', async () => {
    const flat = {
      id_str: '1780666831310877100',
      full_text: 'Hi',
      created_at: 'Wed Apr 17 18:37:10 +0000 2024',
      user: { id_str: '1', screen_name: 'Aurora' },
    };
    const data = { props: { pageProps: { timeline: { entries: [{ content: { tweet: flat } }] } } } };
    const html = `<html><script id="__NEXT_DATA__" type="application/json">${JSON.stringify(data)}</script></html>`;
    const response = archivedText('https://syndication.twitter.com/srv/timeline-profile/screen-name/aurora', html, {
      mime: 'text/html',
    });
    expect(await readWith(xAdapter, response, place)).toMatchObject([
      { kind: 'post', post: { text: 'Hi', isOwn: true } },
    ]);
  });

  it('is read out of the JSON-LD of a page, as a part', async () => {
    const posting = {
      '@context': 'http://schema.org',
      '@type': 'SocialMediaPosting',
      identifier: '1780666831310877100',
      articleBody: 'Hi',
      datePublished: '2024-04-17T18:37:10.000Z',
      author: { additionalName: 'aurora' },
    };
    const html = `<script type="application/ld+json">${JSON.stringify(posting)}</script>`;
    const response = archivedText('https://x.com/aurora/status/1780666831310877100', html, { mime: 'text/html' });
    expect(await readWith(xAdapter, response, place)).toMatchObject([
      { kind: 'post', post: { id: '1780666831310877100', extent: 'part' } },
    ]);
  });
});

describe('an answer of X that is none', () => {
  it.each(['', '<html>Something went wrong</html>', '[]', '{"data":', 'null', '7'])(
    'never throws: %s',
    async (body) => {
      for (const found of await findings(body)) expect(found.kind).toBe('unreadable');
    },
  );

  it.each([
    { data: { user: { result: { timeline: { timeline: { instructions: {} } } } } } },
    {
      data: {
        user: {
          result: {
            timeline: { timeline: { instructions: [null, 3, { entries: 'x' }, { entries: [null, { content: 5 }] }] } },
          },
        },
      },
    },
    JSON.parse(
      timeline([
        { __typename: 'Tweet', rest_id: { a: 1 }, legacy: 'x' },
        { rest_id: '12', legacy: { entities: [], extended_entities: { media: [null, 4, {}] } }, core: [] },
      ]),
    ),
  ])('survives fields of a wrong type', async (body) => {
    for (const found of await findings(JSON.stringify(body))) expect(found.kind).toBe('unreadable');
  });
});

describe('a crawl of X', () => {
  const include = xAdapter.seeds?.scope(place).include ?? [];
  const isIn = (url: string) => include.some((pattern) => pattern.test(url));

  it("takes in the account's posts under both names of the site, and nobody else's", () => {
    expect(['https://x.com/aurora/status/1', 'https://twitter.com/Aurora/status/1'].every(isIn)).toBe(true);
    const others = [
      'https://x.com/aurora2/status/1',
      'https://x.com/mira/status/1',
      'https://x.com/aurora/status/1/photo/1',
      'https://x.com/i/status/1',
      'https://evil.example/?https://x.com/aurora/status/1',
      'https://x.com.evil.example/aurora/status/1',
    ];
    expect(others.filter(isIn)).toEqual([]);
  });
});
