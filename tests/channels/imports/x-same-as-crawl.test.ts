import { describe, expect, it } from 'vitest';
import type { FoundPost } from '../../../src/model/post.ts';
import { exportTree } from '../../support/export-folder.ts';
import { readExport } from '../../support/read-export.ts';
import { tweet as crawled, only } from '../x/x-answers.ts';
import { place, script, tweet } from './fixtures/x/parts.ts';

const id = '1780666831310877100';
const at = 'Wed Apr 17 18:37:10 +0000 2024';
const link = { url: 'https://t.co/aaaaaaaaaa', expanded_url: 'https://aurora.example/?a=1&b=$&' };
const photo = {
  type: 'photo',
  url: 'https://t.co/bbbbbbbbbb',
  media_url_https: 'https://pbs.twimg.com/media/GLY-a_1.jpg',
  ext_alt_text: 'A cup',
};
const noteText = `A <long> one & more. ${'Word after word. '.repeat(25)}https://t.co/aaaaaaaaaa`;

async function exported(fields: object, more: Readonly<Record<string, unknown>> = {}): Promise<FoundPost> {
  const { full_text: text = '', ...rest } = fields as { full_text?: string };
  const contents = { 'data/tweets.js': script('tweets.part0', [{ tweet: tweet(id, at, text, rest) }]), ...more };
  const { posts } = await readExport(place, await exportTree(contents));
  expect(posts).toHaveLength(1);
  return posts[0] as FoundPost;
}

function comparable({
  id: number,
  url,
  kind,
  isOwn,
  published,
  edited,
  text,
  links,
  tags,
  media,
  thread,
}: FoundPost): object {
  return {
    ...{ number, url, kind, isOwn, published, edited, text, links, tags, thread },
    media: media.map(({ file: _, ...medium }) => medium),
  };
}

describe('a post of X in an archive and on a page', () => {
  it.each<[name: string, fields: object]>([
    [
      'with links, tags and a picture',
      {
        full_text: 'R&amp;D &lt;3 https://t.co/aaaaaaaaaa #Kaffee https://t.co/bbbbbbbbbb',
        entities: { urls: [link], hashtags: [{ text: 'Kaffee' }] },
        extended_entities: { media: [photo] },
      },
    ],
    [
      'that answers',
      {
        full_text: '@mira yes  \n!',
        display_text_range: [6, 12],
        in_reply_to_status_id_str: '1780666000000000000',
        in_reply_to_screen_name: 'mira',
      },
    ],
    ['that has line breaks and emoji', { full_text: '  🎉 eins\n\nzwei „drei“ &amp;amp; \n' }],
  ])('is the same %s', async (_, fields) => {
    expect(comparable(await exported(fields))).toEqual(comparable(await only(crawled(id, fields))));
  });

  it('is the same when it is passed on, as far as the archive has it', async () => {
    const original = crawled(
      '1780666000000000000',
      { full_text: 'Words of &amp; another' },
      {},
      { rest_id: '9', core: { screen_name: 'mira' } },
    );
    const onPage = await only(
      crawled(id, { full_text: 'RT @mira: Words of &amp; another', retweeted_status_result: { result: original } }),
    );
    const inArchive = await exported({ full_text: 'RT @mira: Words of &amp; another', retweet_count: '3' });
    expect(comparable(inArchive)).toEqual(comparable(onPage));
    expect(inArchive.repostOf?.text).toBe(onPage.repostOf?.text);
    expect(inArchive.repostOf?.author?.handle).toBe(onPage.repostOf?.author?.handle);
  });

  it('is the same when it quotes', async () => {
    const quoted = crawled(
      '1780666000000000000',
      { full_text: 'Theirs' },
      {},
      { rest_id: '9', core: { screen_name: 'mira' } },
    );
    const address = 'https://twitter.com/mira/status/1780666000000000000';
    const full = { full_text: 'So true https://t.co/cccccccccc' };
    const onPage = await only(
      crawled(
        id,
        {
          ...full,
          quoted_status_id_str: '1780666000000000000',
          quoted_status_permalink: { url: 'https://t.co/cccccccccc', expanded: address },
        },
        { quoted_status_result: { result: quoted } },
      ),
    );
    const inArchive = await exported({
      ...full,
      entities: { urls: [{ url: 'https://t.co/cccccccccc', expanded_url: address }] },
    });
    expect(comparable(inArchive)).toEqual(comparable(onPage));
    expect([inArchive.quoteOf?.id, inArchive.quoteOf?.url]).toEqual([onPage.quoteOf?.id, onPage.quoteOf?.url]);
  });

  it('is the same when it is long', async () => {
    const set = { urls: [link], hashtags: [] };
    const note = { note_tweet_results: { result: { text: noteText, entity_set: set } } };
    const full = {
      full_text: `${noteText.slice(0, 270).replace('<', '&lt;').replace('>', '&gt;').replace('&', '&')}… https://t.co/self`,
    };
    const onPage = await only(crawled(id, full, { note_tweet: note }));
    const core = {
      text: noteText,
      urls: [{ shortUrl: link.url, expandedUrl: link.expanded_url }],
      hashtags: [],
      mentions: [],
    };
    const inArchive = await exported(
      {
        full_text: `${noteText.slice(0, 240).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}… https://t.co/self`,
      },
      {
        'data/note-tweet.js': script('note_tweet.part0', [
          { noteTweet: { noteTweetId: '1', createdAt: '2024-04-17T18:37:09.000Z', core } },
        ]),
      },
    );
    expect(comparable(inArchive)).toEqual(comparable(onPage));
  });
});
