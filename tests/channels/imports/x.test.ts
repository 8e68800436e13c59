import { existsSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openExportTree } from '../../../src/archive/export-tree.ts';
import type { Askable } from '../../../src/model/official-export.ts';
import type { FoundPost } from '../../../src/model/post.ts';
import { exportTree } from '../../support/export-folder.ts';
import { detectExport, readExport } from '../../support/read-export.ts';
import { contents2022, manifest, noteText } from './fixtures/x/current.ts';
import { contents2018, contents2019 } from './fixtures/x/older.ts';
import { place, script, tweet } from './fixtures/x/parts.ts';
import { exports, nearMisses } from './fixtures/x.ts';

const data = 'twitter-2026-03-16-abc/data';
const sample = new URL('../../../../shared/samples/x/archive-derived-XDevelopers', import.meta.url).pathname;

async function read(contents: Readonly<Record<string, unknown>>, include: readonly Askable[] = []) {
  return readExport(place, await exportTree(contents), include);
}

async function postsOf(contents: Readonly<Record<string, unknown>>): Promise<ReadonlyMap<string, FoundPost>> {
  const { posts } = await read(contents);
  return new Map(posts.map((post) => [post.id, post]));
}

describe('archives of X', () => {
  it.each(exports.map((fixture) => [fixture.name, fixture] as const))('reads %s', async (_, fixture) => {
    const found = await read(fixture.contents);
    expect(found.unreadable).toEqual([]);
    expect(found.detected).toMatchObject({ dialect: fixture.dialect, missingParts: fixture.missingParts });
    expect(new Set(found.posts.map(({ id }) => id)).size).toBe(fixture.posts);
    expect(found.leftOut).toEqual(fixture.leftOut);
  });

  it.each(nearMisses.map((miss) => [miss.name, miss] as const))('does not take %s for one', async (_, miss) => {
    const said = await detectExport('x', await exportTree(miss.contents));
    if (miss.refused === undefined) expect(said).toBeUndefined();
    else expect(said).toMatchObject({ kind: 'refused', code: miss.refused });
  });

  it('says whose it is and when X made it', async () => {
    const { detected, findings } = await read(contents2022);
    expect(detected).toMatchObject({
      madeAt: '2026-03-16T08:57:45.244Z',
      owner: { id: '2244994945', handle: 'Aurora', name: 'Aurora Kaffee ☕' },
    });
    expect(findings.find(({ kind }) => kind === 'profile')).toMatchObject({
      profile: {
        bio: 'Kaffee aus der eigenen Trommel.',
        followers: 289,
        since: '2013-12-14T04:35:55.000Z',
        state: 'open',
      },
    });
    expect((await read(contents2019)).detected).toMatchObject({ owner: { handle: 'Aurora' }, madeAt: null });
    expect((await read(contents2018)).detected).toMatchObject({
      owner: { handle: 'Aurora', id: '2244994945' },
      madeAt: '2017-01-02T03:04:05.000Z',
    });
  });

  it('decodes entities, writes short links out, and finds the files of pictures and films', async () => {
    const posts = await postsOf(contents2022);
    expect(posts.get('1621100000000000001')).toMatchObject({
      url: 'https://x.com/aurora/status/1621100000000000001',
      kind: 'post',
      published: '2023-02-02T10:15:00.000Z',
      text: 'Müller & Söhne: „5 < 7“ 🎉\nzweite Zeile https://aurora.example/?a=1&b=2 #Kaffee',
      links: ['https://aurora.example/?a=1&b=2'],
      tags: ['Kaffee'],
      counts: { likes: 12, reposts: 3 },
      countedAt: '2026-03-16T08:57:45.244Z',
      visibility: 'public',
      source: 'export',
      media: [
        {
          url: 'https://pbs.twimg.com/media/FoKyrX3XgAE1ab-?format=jpg&name=orig',
          file: `${data}/tweets_media/1621100000000000001-FoKyrX3XgAE1ab-.jpg`,
        },
        { url: 'https://pbs.twimg.com/media/FoKfehlt00?format=png&name=orig', alt: 'Eine Tasse', file: null },
      ],
    });
    expect(posts.get('1621200000000000002')?.media).toMatchObject([
      { kind: 'video', durationMs: 12000, file: `${data}/tweets_media/1621200000000000002-gross.mp4` },
    ]);
  });

  it('tells replies, reposts and quotes, and that a repost is cut off', async () => {
    const posts = await postsOf(contents2022);
    expect(posts.get('1621300000000000003')).toMatchObject({
      kind: 'reply',
      text: 'Danke, das freut uns!',
      replyTo: { id: '1621290000000000000', url: 'https://x.com/mira/status/1621290000000000000' },
      thread: null,
    });
    expect(posts.get('1621400000000000004')).toMatchObject({
      kind: 'repost',
      text: '',
      extent: 'part',
      repostOf: {
        id: null,
        author: { id: '4711', handle: 'roesterei' },
        text: expect.stringMatching(/^Morgen ist .* & bringt .*Rös…$/),
      },
    });
    expect(posts.get('1621500000000000005')).toMatchObject({
      kind: 'quote',
      text: 'Genau so.',
      links: [],
      quoteOf: { id: '1621480000000000000', url: 'https://x.com/roesterei/status/1621480000000000000' },
    });
    expect((await postsOf(contents2019)).get('1100000000000000003')).toMatchObject({ kind: 'repost', extent: 'whole' });
  });

  it('takes what somebody typed themselves for a post, when it was liked, and old links to posts for links', async () => {
    const { posts } = await read({
      'data/tweets.js': script('tweets.part0', [
        {
          tweet: tweet('1621100000000000001', 'Thu Feb 02 10:15:00 +0000 2023', 'RT @mira: von Hand', {
            favorite_count: '2',
          }),
        },
        {
          tweet: tweet('400000000000000001', 'Mon Nov 11 19:00:00 +0000 2013', 'Seht https://t.co/q', {
            entities: { urls: [{ url: 'https://t.co/q', expanded_url: 'https://twitter.com/mira/status/399' }] },
          }),
        },
      ]),
    });
    expect(posts).toMatchObject([
      { kind: 'post', text: 'RT @mira: von Hand', repostOf: null },
      { kind: 'post', text: 'Seht https://twitter.com/mira/status/399', quoteOf: null },
    ]);
  });

  it('joins a thread by what its posts answer', async () => {
    const posts = await postsOf(contents2022);
    for (const id of ['1621600000000000006', '1621600000000000007', '1621600000000000008']) {
      expect(posts.get(id)?.thread).toBe('1621600000000000006');
    }
  });

  it('knows an edited post by its first number, with its newest words whole and its older ones as a part', async () => {
    const { posts } = await read(contents2022);
    expect(posts.filter(({ id }) => id === '1700000000000000001')).toMatchObject([
      {
        text: 'Wir haben Montag zu.',
        extent: 'whole',
        edited: '2023-09-08T04:16:10.000Z',
        url: 'https://x.com/aurora/status/1700000200000000001',
      },
      { text: 'Wir haben Montag auf.', extent: 'part', edited: null },
    ]);
  });

  it('puts a long text to the post that shows its beginning, and does not decode it twice', async () => {
    expect((await postsOf(contents2022)).get('1710000000000000001')).toMatchObject({
      text: noteText.replace('https://t.co/lang1', 'https://aurora.example/langsam'),
      links: ['https://aurora.example/langsam'],
      tags: ['Kaffee'],
      extent: 'whole',
    });
  });

  it('tells of a long text that belongs to no post, and of a long post without its text', async () => {
    const { [`${data}/tweets-part1.js`]: _, ...withoutPost } = contents2022;
    expect((await read(withoutPost)).unreadable).toMatchObject([
      {
        id: null,
        at: { file: `${data}/note-tweet.js`, record: 1 },
        message: expect.stringContaining('belongs to none of the posts'),
      },
    ]);
    const { [`${data}/note-tweet.js`]: __, ...withoutText } = contents2022;
    expect((await postsOf(withoutText)).get('1710000000000000001')?.extent).toBe('part');
  });

  it('does not give a long text to another post of the same minute', async () => {
    const other = { tweet: tweet('1710000000000000009', 'Fri Oct 06 05:11:00 +0000 2023', 'Warum wir') };
    const posts = await postsOf({ ...contents2022, [`${data}/tweets-part2.js`]: script('tweets.part2', [other]) });
    expect(posts.get('1710000000000000009')?.text).toBe('Warum wir');
    expect(posts.get('1710000000000000001')?.text.length).toBeGreaterThan(400);
  });

  it('gives deleted posts and those for a circle when they are asked for, and says who could see them', async () => {
    const { posts, leftOut } = await read(contents2022, ['deleted', 'followers-only']);
    expect(posts.find(({ id }) => id === '1720000000000000009')).toMatchObject({
      text: 'Ein Tippfeler',
      visibility: 'private',
    });
    expect(posts.find(({ id }) => id === '1620000000000000009')).toMatchObject({ visibility: 'followers' });
    expect(leftOut).not.toHaveProperty('deleted');
    expect(leftOut).not.toHaveProperty('followers-only');
  });

  it('passes on how many posts X counts, by kind of file', async () => {
    const { claims } = await read(contents2022);
    expect(claims).toMatchObject([
      {
        claim: { name: 'manifest.js tweets', part: 'tweets', count: 11, reach: 'more-hidden' },
        file: `${data}/manifest.js`,
      },
      { claim: { name: 'manifest.js tweets', part: 'community-tweet', count: 1 } },
    ]);
    expect((await read(contents2018)).claims).toMatchObject([
      { claim: { name: 'payload_details.js tweets', count: 4, reach: 'exact' } },
    ]);
  });

  it('says so when X calls the archive partial, or the account was protected', async () => {
    const types = { tweets: { files: [{ fileName: 'data/tweets.js', globalName: 'YTD.tweets.part0', count: '1' }] } };
    const { findings, posts } = await read({
      'data/manifest.js': manifest(types, { isPartialArchive: true }),
      'data/tweets.js': script('tweets.part0', [
        { tweet: tweet('1621100000000000001', 'Thu Feb 02 10:15:00 +0000 2023', 'Hallo') },
      ]),
      'data/protected-history.js': script('protected_history.part0', [
        { protectedHistory: { protectedAt: '2026-01-02T00:00:00.000Z', action: 'Protect' } },
        { protectedHistory: { protectedAt: '2025-12-02T00:00:00.000Z', action: 'Unprotect' } },
      ]),
    });
    expect(findings.filter(({ kind }) => kind === 'note')).toHaveLength(2);
    expect(posts[0]?.visibility).toBe('unknown');
  });

  it('lists what it cannot read, with its place, and reads on', async () => {
    const good = JSON.stringify({ tweet: tweet('1621100000000000001', 'Thu Feb 02 10:15:00 +0000 2023', 'Da') });
    const { posts, unreadable } = await read({
      'data/tweets.js': `window.YTD.tweets.part0 = [ ${good}, {"tweet": {"id_str": "5", "full_text": half}}, {"tweet": {"full_text": "x"}}, {"tweet": {"id_str": "7"}}, "nine", {"tweet": {"id": 1621100000000000001, "full_text": "y"}}, ${good.replaceAll('0001"', '0002"')} ]`,
      'data/tweets-part1.js': 'window.YTD.tweets.part1 = null',
    });
    expect(posts).toHaveLength(2);
    expect(unreadable.map(({ id, at }) => [id, at.file, at.record])).toEqual([
      [null, 'data/tweets.js', 2],
      [null, 'data/tweets.js', 3],
      ['7', 'data/tweets.js', 4],
      [null, 'data/tweets.js', 5],
      [null, 'data/tweets.js', 6],
      [null, 'data/tweets-part1.js', null],
    ]);
  });

  it('names the parts that are missing between those that are there', async () => {
    const { detected } = await read({
      'tweet-part1.js': script('tweet.part1', []),
      'tweet-part3.js': script('tweet.part3', []),
    });
    expect(detected.missingParts).toEqual(['tweet.js', 'tweet-part2.js']);
    const { 'data/js/tweets/2014_08.js': _, 'tweets.csv': __, ...rest } = contents2018;
    expect((await read(rest)).detected.missingParts).toEqual(['data/js/tweets/2014_08.js']);
  });
});

describe('the sample of an archive of X', () => {
  it.skipIf(!existsSync(sample))('gives the 31 posts of its two parts', async () => {
    const tree = await openExportTree([sample]);
    onTestFinished(() => tree.close());
    const channel = { platform: 'x', handle: 'xdevelopers', url: 'https://x.com/xdevelopers' } as const;
    const { detected, posts, unreadable, claims } = await readExport(channel, tree);
    expect(detected).toMatchObject({ owner: { handle: 'XDevelopers' }, missingParts: [] });
    expect(unreadable).toEqual([]);
    expect(new Set(posts.map(({ id }) => id)).size).toBe(31);
    expect(claims).toMatchObject([{ claim: { count: 31, reach: 'exact' } }]);
    expect(
      posts.every(({ text, repostOf }) => !/https:\/\/t\.co\//.test(`${text}${repostOf?.text}`) || repostOf !== null),
    ).toBe(true);
  });
});
