import { describe, expect, it } from 'vitest';
import { only, tweet, user } from './x-answers.ts';

describe('a post of X', () => {
  it('has its entities decoded, its short links written out, and the link to its own pictures taken off', async () => {
    const post = await only(
      tweet('1780666831310877100', {
        full_text: 'R&amp;D &lt;3 &amp;amp; https://t.co/aaaaaaaaaa https://t.co/bbbbbbbbbb',
        entities: {
          urls: [{ url: 'https://t.co/aaaaaaaaaa', expanded_url: 'https://aurora.example/?a=1&b=$&' }],
          hashtags: [{ text: 'Kaffee' }],
        },
        extended_entities: {
          media: [
            {
              type: 'photo',
              url: 'https://t.co/bbbbbbbbbb',
              media_url_https: 'https://pbs.twimg.com/media/GLY-a_1.jpg',
              ext_alt_text: 'A cup',
            },
          ],
        },
      }),
    );
    expect(post).toMatchObject({
      text: 'R&D <3 &amp; https://aurora.example/?a=1&b=$&',
      links: ['https://aurora.example/?a=1&b=$&'],
      tags: ['Kaffee'],
      published: '2024-04-17T18:37:10.000Z',
      url: 'https://x.com/aurora/status/1780666831310877100',
    });
    expect(post.media[0]).toMatchObject({
      kind: 'image',
      alt: 'A cup',
      url: 'https://pbs.twimg.com/media/GLY-a_1?format=jpg&name=orig',
    });
    expect(post.media[0]?.otherUrls).toContain('https://pbs.twimg.com/media/GLY-a_1?format=jpg&name=small');
    expect(post.media[0]?.otherUrls.at(-1)).toBe('https://pbs.twimg.com/media/GLY-a_1.jpg');
  });

  it('takes the film with the highest bit rate, and never a playlist where there is a film', async () => {
    const variants = [
      { content_type: 'application/x-mpegURL', url: 'https://video.twimg.com/pl/a.m3u8' },
      { content_type: 'video/mp4', bitrate: 256_000, url: 'https://video.twimg.com/small.mp4?tag=12' },
      { content_type: 'video/mp4', bitrate: 2_176_000, url: 'https://video.twimg.com/large.mp4?tag=12' },
    ];
    const media = [{ type: 'animated_gif', url: 'https://t.co/x', video_info: { variants, duration_millis: 6_000 } }];
    const post = await only(tweet('1780666831310877100', { extended_entities: { media } }));
    expect(post.media).toHaveLength(1);
    expect(post.media[0]).toMatchObject({
      kind: 'video',
      url: 'https://video.twimg.com/large.mp4?tag=12',
      otherUrls: ['https://video.twimg.com/small.mp4?tag=12'],
      durationMs: 6_000,
    });
  });

  it('has the whole of a long post, as it was written, and not its cut-off beginning', async () => {
    const note = {
      note_tweet_results: {
        result: {
          text: 'Long & <whole> https://t.co/aaaaaaaaaa',
          entity_set: { urls: [{ url: 'https://t.co/aaaaaaaaaa', expanded_url: 'https://aurora.example/x' }] },
        },
      },
    };
    const post = await only(tweet('1780666831310877100', { full_text: 'Long &amp; …' }, { note_tweet: note }));
    expect(post).toMatchObject({
      text: 'Long & <whole> https://aurora.example/x',
      links: ['https://aurora.example/x'],
      extent: 'whole',
    });
  });

  it('loses the names it answers, and keeps a name that belongs to the sentence', async () => {
    const reply = {
      full_text: '@mira @tom Thanks',
      display_text_range: [11, 17],
      in_reply_to_status_id_str: '99999',
      in_reply_to_screen_name: 'mira',
    };
    expect(await only(tweet('1780666831310877100', reply))).toMatchObject({
      kind: 'reply',
      text: 'Thanks',
      replyTo: { id: '99999', url: 'https://x.com/mira/status/99999' },
    });
    const odd = { full_text: 'Hello @mira Thanks', display_text_range: [12, 18] };
    expect((await only(tweet('1780666831310877100', odd))).text).toBe('Hello @mira Thanks');
  });

  it('is one post in all its versions, with the time of the first and the words of the last', async () => {
    const versions = ['1780666831310877100', '1780670000000000000'];
    const control = { edit_control_initial: { edit_tweet_ids: versions } };
    const newest = await only(
      tweet(
        '1780670000000000000',
        { full_text: 'Right', created_at: 'Wed Apr 17 18:49:45 +0000 2024' },
        { edit_control: control },
      ),
    );
    expect(newest).toMatchObject({
      id: versions[0],
      text: 'Right',
      published: '2024-04-17T18:37:10.000Z',
      edited: '2024-04-17T18:49:45.000Z',
      extent: 'whole',
    });
    const first = await only(
      tweet('1780666831310877100', { full_text: 'Rihgt' }, { edit_control: { edit_tweet_ids: versions } }),
    );
    expect(first).toMatchObject({ id: versions[0], edited: null, extent: 'part' });
  });

  it('that passes on another one carries the whole of it, and says so when it is gone', async () => {
    const original = tweet('1700000000000000000', { full_text: 'Whole &amp; all' }, {}, user('roaster', '2'));
    const passed = await only(
      tweet('1780666831310877100', { full_text: 'RT @roaster: Who…', retweeted_status_result: { result: original } }),
    );
    expect(passed).toMatchObject({
      kind: 'repost',
      text: '',
      counts: {},
      repostOf: { id: '1700000000000000000', text: 'Whole & all' },
    });
    const lost = await only(
      tweet('1780666831310877100', { full_text: 'RT @roaster: Who…', retweeted_status_result: {} }),
    );
    expect(lost).toMatchObject({ kind: 'repost', repostOf: { id: null, text: 'Who…' } });
  });

  it('that quotes a post which is gone still names it', async () => {
    const gone = { quoted_status_result: { result: { __typename: 'TweetTombstone' } } };
    const post = await only(
      tweet(
        '1780666831310877100',
        {
          is_quote_status: true,
          quoted_status_id_str: '77777',
          quoted_status_permalink: { url: 'https://t.co/q', expanded: 'https://twitter.com/a/status/77777' },
        },
        gone,
      ),
    );
    expect(post).toMatchObject({
      kind: 'quote',
      quoteOf: { id: '77777', url: 'https://twitter.com/a/status/77777', text: null },
    });
  });

  it('keeps a poll with its votes, and no language that is none', async () => {
    const values = [
      { key: 'choice1_label', value: { string_value: 'Yes' } },
      { key: 'choice1_count', value: { string_value: '844386' } },
      { key: 'choice2_label', value: { string_value: 'No' } },
      { key: 'choice2_count', value: { string_value: '364677' } },
      { key: 'end_datetime_utc', value: { string_value: '2024-04-18T18:37:10Z' } },
    ];
    const card = { legacy: { name: 'poll2choice_text_only', binding_values: values } };
    const post = await only(tweet('1780666831310877100', { lang: 'qme' }, { card, views: { count: '15188632' } }));
    expect(post.poll).toEqual({
      options: [
        { text: 'Yes', votes: 844_386 },
        { text: 'No', votes: 364_677 },
      ],
      endsAt: '2024-04-18T18:37:10.000Z',
      voters: 1_209_063,
    });
    expect(post).toMatchObject({ lang: null, counts: { views: 15_188_632 }, countedAt: '2026-11-25T09:00:00.000Z' });
  });
});
