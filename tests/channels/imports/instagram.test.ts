import { describe, expect, it } from 'vitest';
import type { ChannelPlace } from '../../../src/model/channel.ts';
import { exportTree } from '../../support/export-folder.ts';
import { detectExport, readExport } from '../../support/read-export.ts';
import { garbled } from './fixtures/garbled.ts';
import { exports, nearMisses } from './fixtures/instagram.ts';
import { exports as threads } from './fixtures/threads.ts';
import { expectRefused, expectWhole, postWith, readFixture } from './meta-fixture.ts';

const place: ChannelPlace = {
  platform: 'instagram',
  handle: 'nordlicht.buch',
  url: 'https://www.instagram.com/nordlicht.buch/',
};
const path = 'your_instagram_activity/media/posts_1.json';
const newest = 'Instagram, 2024 and later';

it.each(exports)('reads $name', expectWhole);
it.each(nearMisses)('does not take $name', expectRefused);

function readPosts(records: unknown) {
  return exportTree({ [path]: garbled(records) }).then((tree) => readExport(place, tree));
}

describe('the newest form', () => {
  it('gives the words beside a single picture as those of the post', async () => {
    const post = postWith((await readFixture(exports, newest)).posts, 'Schöne Grüße');
    expect(post).toMatchObject({
      kind: 'post',
      source: 'export',
      url: null,
      published: '2023-11-14T22:13:20.000Z',
      title: null,
      text: 'Schöne Grüße 🎉\n„Übergröße“ #Bücher https://example.com/ä',
      tags: ['Bücher'],
      links: ['https://example.com/ä'],
      visibility: 'public',
      extent: 'whole',
      author: { handle: 'nordlicht.buch', name: 'Nordlicht Bücher', url: place.url },
    });
    expect(post.id).toMatch(/^export-[0-9a-f]{24}$/);
    const file = 'media/posts/202311/größe.jpg';
    expect(post.media).toMatchObject([{ kind: 'image', file, url: `export:${encodeURI(file)}`, alt: null }]);
  });

  it('gives a series as one post, and what was written to a single picture of it as what it shows', async () => {
    const post = postWith((await readFixture(exports, newest)).posts, 'Eine Reihe');
    expect(post).toMatchObject({ kind: 'post', published: '2023-11-14T22:15:01.000Z', text: 'Eine Reihe: ä, ö, ü' });
    expect(post.media.map(({ kind, file, alt }) => [kind, file, alt])).toEqual([
      ['image', 'media/posts/202311/a.jpg', 'Erstes Bild'],
      ['video', 'media/posts/202311/b.mp4', null],
    ]);
  });

  it('calls a film by itself and a reel a video, as the crawl does', async () => {
    const { posts } = await readFixture(exports, newest);
    expect(postWith(posts, 'Nur ein Film')).toMatchObject({ kind: 'video', media: [{ kind: 'video' }] });
    expect(postWith(posts, 'Ein Reel')).toMatchObject({ kind: 'video', text: 'Ein Reel: ß' });
  });

  it('gives a picture without words, and names it as missing where it is', async () => {
    const post = postWith((await readFixture(exports, newest)).posts, 'fehlt.webp');
    expect(post).toMatchObject({ text: '', extent: 'whole', media: [{ file: null }] });
  });

  it('takes id and address from a record with labels, as the crawl has them', async () => {
    expect(postWith((await readFixture(exports, newest)).posts, 'Mit Etiketten')).toMatchObject({
      id: '3236486238982639747',
      url: 'https://www.instagram.com/p/CzqTxYzABCD/',
      published: '2023-11-14T22:20:00.000Z',
      text: 'Mit Etiketten: schön',
    });
  });

  it('gives what was passed on as a repost of its address', async () => {
    const { posts } = await readFixture(exports, newest);
    expect(posts.filter(({ kind }) => kind === 'repost')).toMatchObject([
      {
        text: '',
        repostOf: { url: 'https://www.instagram.com/reel/CzAbCdEfGhI/' },
        published: '2023-11-14T22:30:00.000Z',
      },
    ]);
  });

  it('gives stories, archived and deleted posts to those who ask, as private', async () => {
    const { posts, leftOut } = await readFixture(exports, newest, ['private', 'deleted']);
    expect(postWith(posts, 'Nur heute')).toMatchObject({ kind: 'story', visibility: 'private' });
    expect(postWith(posts, 'Weggelegt')).toMatchObject({ kind: 'post', visibility: 'private' });
    expect(postWith(posts, 'deleted/x.jpg')).toMatchObject({ visibility: 'private' });
    expect(leftOut).not.toHaveProperty('private');
    expect(leftOut).not.toHaveProperty('deleted');
  });

  it('never gives place, camera, e-mail, or a word of a conversation', async () => {
    const { findings } = await readFixture(exports, newest, ['private', 'deleted']);
    expect(JSON.stringify(findings)).not.toMatch(/53\.55|9\.99|geheim|exif/i);
  });

  it('knows whose it is and when it was asked for, whatever language the labels are in', async () => {
    const { detected, findings } = await readFixture(exports, newest);
    expect(detected.owner).toEqual({
      id: null,
      handle: 'nordlicht.buch',
      name: 'Nordlicht Bücher',
      url: 'https://www.instagram.com/nordlicht.buch/',
    });
    expect(detected.madeAt).toBe(new Date(1_701_000_000_000).toISOString());
    expect(findings.find(({ kind }) => kind === 'profile')).toMatchObject({
      profile: { bio: 'Bücher & Tee', state: 'open' },
    });
  });
});

it('leaves everything out of an account that is private, until it is asked for', async () => {
  const own = {
    'personal_information/personal_information/personal_information.json': {
      profile_user: [{ string_map_data: { 'Private Account': { value: 'True' }, Username: { value: 'a.b' } } }],
    },
  };
  const name = 'Instagram, 2022 to 2024';
  expect(await readFixture(exports, name, [], own)).toMatchObject({ posts: [], leftOut: { 'followers-only': 5 } });
  const { posts } = await readFixture(exports, name, ['followers-only'], own);
  expect(posts.map(({ visibility }) => visibility)).toEqual(Array.from({ length: 5 }, () => 'followers'));
});

it('reads a time of before 2020 as UTC, with and without its zone', async () => {
  const { posts, detected } = await readFixture(exports, 'Instagram, 2018 to 2020');
  expect(postWith(posts, 'Schöne')).toMatchObject({
    text: 'Schöne „Bücher“ 🎉',
    published: '2018-11-05T20:19:29.000Z',
    media: [{ kind: 'image', file: 'photos/201811/a.jpg' }],
  });
  expect(postWith(posts, 'Mit Zone')).toMatchObject({ published: '2019-01-05T20:19:29.000Z', media: [{ file: null }] });
  expect(postWith(posts, 'Ein Film')).toMatchObject({ kind: 'video', media: [{ kind: 'video' }] });
  expect(detected.owner).toMatchObject({ handle: 'nordlicht.buch', name: 'Nordlicht Bücher' });
});

it('finds media below the folder that lies round the export', async () => {
  const { posts } = await readFixture(exports, 'Instagram, 2020 to 2022, with a folder round it');
  expect(postWith(posts, 'Schöne').media).toMatchObject([
    { file: 'nordlicht.buch_20210304/media/posts/202311/größe.jpg' },
  ]);
});

it('takes its own part of an export that holds Threads as well, and counts the other', async () => {
  const [other] = threads;
  const { posts, leftOut } = await readFixture(exports, newest, [], other?.contents ?? {});
  expect(posts).toHaveLength(8);
  // Of Threads three posts, an archived one, a profile, two likes, a follower and two posts seen; three are Instagram's own.
  expect(leftOut.others).toBe(3 + (3 + 1 + 1 + 2 + 1 + 2));
});

it('takes of "other content" that nobody can say whether it was ever shown', async () => {
  const medium = { uri: 'media/other/a.jpg', creation_timestamp: 1_700_000_000, title: 'Vielleicht ein Entwurf' };
  const { posts } = await readFixture(exports, newest, [], {
    'your_instagram_activity/media/other_content.json': garbled({ ig_other_media: [{ media: [medium] }] }),
  });
  expect(postWith(posts, 'Vielleicht').visibility).toBe('unknown');
});

it('reads ZIPs of one export that hold the same file for the same posts', async () => {
  const posts = garbled([
    { media: [{ uri: 'media/posts/a.jpg', creation_timestamp: 1_700_000_000, title: 'Zweimal' }] },
  ]);
  const tree = await exportTree({ [`one/${path}`]: posts, [`two/${path}`]: posts });
  const read = await readExport(place, tree);
  expect(read.posts).toHaveLength(2);
  expect(new Set(read.posts.map(({ id }) => id)).size).toBe(1);
});

it('says where each record is that it cannot read, and reads the next', async () => {
  const good = (time: number) => `{"media": [{"uri": "a${time}.jpg", "creation_timestamp": ${time}, "title": "x"}]}`;
  const tree = await exportTree({
    [path]: `[${good(1_700_000_000)}, {"media": [}}, 42, {"media": [], "title": ""}, ${good(1_700_000_001)}]`,
  });
  const { posts, unreadable } = await readExport(place, tree);
  expect(posts).toHaveLength(2);
  expect(unreadable.map(({ at }) => [at.file, at.record])).toEqual([
    [path, 2],
    [path, 3],
    [path, 4],
  ]);
  expect(unreadable[2]?.message).toBe('It has neither words nor media.');
});

it('takes values of wrong types for what they are, and loses no record', async () => {
  const wrong = [7, 'x', null, [], {}, [[]], { a: 1 }, true];
  const records = wrong.flatMap((value) => [
    { media: value, title: 'a', creation_timestamp: value },
    { media: [value], title: value },
    { media: [{ uri: value, creation_timestamp: value, title: value, media_metadata: value }] },
    { label_values: value, timestamp: value, media: [] },
    { label_values: [value, { label: value, value, href: value, dict: value, vec: value }], timestamp: 1_700_000_000 },
  ]);
  const first = { media: [{ uri: 'a.jpg', creation_timestamp: 1_700_000_000, title: '' }] };
  const { posts, unreadable } = await readPosts([first, ...records]);
  expect(posts.length + unreadable.length).toBe(records.length + 1);
});

it('says that a post is cut off where one of its media cannot be made out', async () => {
  const first = { uri: 'a.jpg', creation_timestamp: 1_700_000_000, title: '' };
  const { posts } = await readPosts([{ media: [first, { uri: 7 }, {}], title: 'Reihe' }]);
  expect(posts).toMatchObject([{ text: 'Reihe', extent: 'part' }]);
});

it('does not follow labels that nest without end', async () => {
  const depth = 50_000;
  const nested = `${'[{"dict": '.repeat(depth)}[]${'}]'.repeat(depth)}`;
  const first = '{"media": [{"uri": "a.jpg", "creation_timestamp": 1700000000, "title": ""}]}';
  const tree = await exportTree({ [path]: `[${first}, {"timestamp": 1700000000, "label_values": ${nested}}]` });
  const { posts, unreadable } = await readExport(place, tree);
  expect([posts.length, unreadable.length]).toEqual([1, 1]);
});

it('is not asked about an export of Facebook’s or of Threads alone', async () => {
  const [other] = threads;
  expect(await detectExport('instagram', await exportTree(other?.contents ?? {}))).toBeUndefined();
});
