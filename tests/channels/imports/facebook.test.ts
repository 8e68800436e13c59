import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openExportTree } from '../../../src/archive/export-tree.ts';
import type { ChannelPlace } from '../../../src/model/channel.ts';
import { exportTree } from '../../support/export-folder.ts';
import { detectExport, readExport } from '../../support/read-export.ts';
import { exports, nearMisses } from './fixtures/facebook.ts';
import { garbled } from './fixtures/garbled.ts';
import { expectRefused, expectWhole, postWith, readFixture } from './meta-fixture.ts';

const place: ChannelPlace = { platform: 'facebook', handle: 'nordlicht', url: 'https://www.facebook.com/nordlicht' };
const path = 'your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.json';
const sample = fileURLToPath(new URL('../../../../shared/samples/facebook/dyi-kawsay', import.meta.url));

it.each(exports)('reads $name', expectWhole);
it.each(nearMisses)('does not take $name', expectRefused);

function readPosts(records: unknown, include: Parameters<typeof readExport>[2] = []) {
  return exportTree({ [path]: garbled(records) }).then((tree) => readExport(place, tree, include));
}

describe('a Page', () => {
  const read = () => readFixture(exports, 'Facebook, a Page');

  it('gives words, time, tags, picture and who posted it', async () => {
    const post = postWith((await read()).posts, 'Schöne Grüße');
    expect(post).toMatchObject({
      kind: 'post',
      source: 'export',
      url: null,
      published: '2023-11-14T22:13:20.000Z',
      edited: '2023-11-14T22:21:40.000Z',
      title: null,
      text: 'Schöne Grüße!\nHeute: „Übergrößen“ 🎉 #Größe',
      tags: ['Größe'],
      visibility: 'public',
      extent: 'whole',
      author: { id: null, handle: 'nordlicht', name: 'Nordlicht Bücher', url: 'https://www.facebook.com/nordlicht' },
    });
    expect(post.id).toMatch(/^export-[0-9a-f]{24}$/);
    const file = "this_profile's_activity_across_facebook/posts/media/Für_123/größe.jpg";
    expect(post.media).toMatchObject([
      { kind: 'image', file, url: `export:${encodeURI(file)}`, alt: 'Ein Fuß im „Schnee“' },
    ]);
  });

  it('gives a link, and the name of somebody who is mentioned without its markup', async () => {
    expect(postWith((await read()).posts, 'Lest das')).toMatchObject({
      text: 'Lest das von Jörg Müller',
      links: ['https://example.com/a?b=%C3%A4'],
      edited: null,
    });
  });

  it('knows what was passed on by its address: as it is, or with words', async () => {
    const { posts } = await read();
    const url = 'https://www.facebook.com/anderswo/posts/998877665544';
    const shared = { id: '998877665544', url, author: null, text: null };
    expect(posts.filter(({ kind }) => kind === 'repost')).toMatchObject([
      { text: '', repostOf: shared, quoteOf: null },
    ]);
    expect(posts.filter(({ kind }) => kind === 'quote')).toMatchObject([
      { text: 'Das müsst ihr sehen', quoteOf: shared, repostOf: null },
    ]);
  });

  it('names a film that should be there and is not', async () => {
    const { media } = postWith((await read()).posts, 'Das müsst ihr');
    expect(media).toMatchObject([{ kind: 'video', file: null }]);
    expect(media[0]?.url).toBe("export:this_profile's_activity_across_facebook/posts/media/fehlt.mp4");
  });

  it("takes Facebook's own sentence for the text only where there is nothing else", async () => {
    const { posts } = await read();
    expect(postWith(posts, 'Öffnungszeiten').text).toBe('Nordlicht hat die Öffnungszeiten geändert.');
    expect(posts.filter(({ text }) => /hinzugefügt|geteilt/.test(text))).toEqual([]);
  });

  it('marks as a part what the export keeps the time of, and nothing else', async () => {
    const parts = (await read()).posts.filter(({ extent }) => extent === 'part');
    expect(parts.map(({ text, published }) => [text, published])).toEqual([
      ['Nordlicht hat die Öffnungszeiten geändert.', '2023-11-14T22:20:00.000Z'],
      ['', '2023-11-14T22:21:40.000Z'],
    ]);
  });

  it('gives a poll, and a place by its name alone', async () => {
    const { posts } = await read();
    expect(postWith(posts, 'Tee oder Kaffee?').poll?.options).toEqual([
      { text: 'Tee', votes: null },
      { text: 'Kaffee', votes: null },
    ]);
    expect(postWith(posts, 'Café Möwe').text).toBe('Café Möwe');
  });

  it('takes number, address and audience from a record with labels', async () => {
    expect(postWith((await read()).posts, 'Mit Etiketten')).toMatchObject({
      id: '123456789012345',
      url: 'https://www.facebook.com/nordlicht/posts/123456789012345',
      text: 'Mit Etiketten: „schön“',
      visibility: 'public',
      links: [],
    });
  });

  it('takes a picture of an album once, and says how many it did not take again', async () => {
    const { posts, findings } = await read();
    expect(posts.flatMap(({ media }) => media).filter(({ url }) => url.includes('gr%C3%B6%C3%9Fe'))).toHaveLength(1);
    expect(postWith(posts, 'Nur im Album')).toMatchObject({
      media: [{ file: expect.stringContaining('nur-im-album') }],
    });
    expect(findings.filter(({ kind }) => kind === 'note')).toMatchObject([
      { text: { en: expect.stringMatching(/^One entry/), de: expect.stringMatching(/^Ein Eintrag/) } },
    ]);
  });

  it('never gives place, camera, the address of a computer, or a word of a conversation', async () => {
    const all = JSON.stringify((await read()).findings);
    expect(all).not.toMatch(/53\.55|9\.99|203\.0\.113|geheim|53\.1\b/i);
  });

  it('says whose it is', async () => {
    const { detected, findings } = await read();
    expect(detected.owner).toEqual({
      id: null,
      handle: 'nordlicht',
      name: 'Nordlicht Bücher',
      url: 'https://www.facebook.com/nordlicht',
    });
    expect(findings.find(({ kind }) => kind === 'profile')).toMatchObject({ profile: { name: 'Nordlicht Bücher' } });
  });
});

describe('a profile', () => {
  const name = 'Facebook, a profile since 2022';

  it('says of a post that says nothing of who may see it that nothing is known', async () => {
    expect(postWith((await readFixture(exports, name)).posts, 'Für alle').visibility).toBe('unknown');
  });

  it('gives what is not public to those who ask, each with who may see it', async () => {
    const { posts, leftOut } = await readFixture(exports, name, ['followers-only', 'private', 'deleted']);
    expect(postWith(posts, 'Nur für Freunde').visibility).toBe('followers');
    expect(postWith(posts, 'Nur für mich').visibility).toBe('private');
    expect(postWith(posts, 'Weggelegt')).toMatchObject({ visibility: 'private', id: '223456789012345' });
    expect(postWith(posts, 'Gelöscht')).toMatchObject({ visibility: 'private', id: '323456789012345' });
    expect(postWith(posts, 'story.jpg')).toMatchObject({ kind: 'story', visibility: 'private' });
    expect(Object.keys(leftOut).sort()).toEqual(['comments-by-others', 'likes-and-bookmarks', 'others']);
  });

  it('gives a reel once that the list of posts has as well', async () => {
    const { posts } = await readFixture(exports, name);
    expect(postWith(posts, 'reel.mp4').text).toBe('Ein Reel');
    expect(postWith(posts, 'Noch eins').media).toEqual([]);
  });
});

it('gives a note as an article, with its title', async () => {
  const { posts } = await readFixture(exports, 'Facebook, a profile of 2018 to 2021');
  expect(postWith(posts, 'Lang.')).toMatchObject({
    kind: 'article',
    title: 'Über uns',
    published: '2014-05-13T16:53:20.000Z',
  });
});

it('knows when the export was made from the name of its folder, and whose it is', async () => {
  const { detected } = await readFixture(exports, 'Facebook, a profile of 2018 to 2021');
  expect(detected).toMatchObject({ madeAt: '2019-03-04T00:00:00.000Z', owner: { handle: 'jule.sommer' } });
});

it('leaves HTML in words what it is: words', async () => {
  const { posts } = await readFixture(exports, 'Facebook, a profile of 2018 to 2021');
  expect(postWith(posts, 'HTML')).toMatchObject({ text: 'Wieder „Zitate“ & <b>HTML</b>', html: null });
});

it('gives a post the same id in a newer export that has others before it', async () => {
  const record = { timestamp: 1_700_000_000, data: [{ post: 'Dasselbe' }] };
  const twin = { timestamp: 1_700_000_000, data: [{ post: 'Dasselbe' }] };
  const [older, newer] = [
    await readPosts([record, twin]),
    await readPosts([{ timestamp: 1_700_000_900, data: [{ post: 'Neu' }] }, record, twin]),
  ];
  expect(newer.posts.slice(1).map(({ id }) => id)).toEqual(older.posts.map(({ id }) => id));
  expect(new Set(newer.posts.map(({ id }) => id)).size).toBe(3);
});

it('says where each record is that it cannot read, and reads the next', async () => {
  const text = JSON.stringify([
    { timestamp: 1, data: [{ post: 'a' }] },
    0,
    { timestamp: 1_700_000_000, data: [{ post: 'c' }] },
  ]);
  const tree = await exportTree({ [path]: text.replace(',0,', ',{"timestamp": 17, "data": [}},42,{},') });
  const { posts, unreadable } = await readExport(place, tree);
  expect(posts.map(({ text: words }) => words)).toEqual(['a', 'c']);
  expect(unreadable.map(({ at }) => at.record)).toEqual([2, 3, 4]);
  expect(unreadable.map(({ at }) => at.file)).toEqual([path, path, path]);
  expect(unreadable.every(({ at }) => (at.offsetBytes ?? 0) > 0)).toBe(true);
  expect(unreadable[1]?.message).toMatch(/no record with fields/);
});

it.each([
  ['no JSON at all', 'not json'],
  ['an object without a list', { posts: { first: 'a' } }],
  ['a text', '"posts"'],
])('says of a file of posts that holds %s that it cannot be read', async (_name, content) => {
  const other = 'your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_2.json';
  const tree = await exportTree({ [path]: [{ timestamp: 1_700_000_000, data: [{ post: 'a' }] }], [other]: content });
  const { posts, unreadable } = await readExport(place, tree);
  expect(posts).toHaveLength(1);
  expect(unreadable.map(({ at }) => at.file)).toEqual([other]);
});

it('finds nothing wrong with a file that says there are no posts', async () => {
  const other = 'your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_2.json';
  const tree = await exportTree({ [path]: [{ timestamp: 1_700_000_000, data: [{ post: 'a' }] }], [other]: [] });
  expect((await readExport(place, tree)).unreadable).toEqual([]);
});

it('says of what it leaves out that it cannot be counted, where it cannot', async () => {
  const friends = 'connections/friends/your_friends.json';
  const { leftOut, unreadable } = await readFixture(exports, 'Facebook, a Page', [], { [friends]: '{"friends_v2": [' });
  expect(leftOut.contacts).toBe(3);
  expect(unreadable).toMatchObject([{ at: { file: friends }, message: expect.stringMatching(/left out/) }]);
});

it('takes values of wrong types for what they are, and loses no record', async () => {
  const wrong = [7, 'x', null, [], {}, [[]], { a: 1 }, true];
  const records = wrong.flatMap((value) => [
    { timestamp: value, data: [{ post: 'a' }], attachments: [] },
    { timestamp: 1_700_000_000, data: value, attachments: value, title: value, tags: value },
    { timestamp: 1_700_000_000, data: [value, { post: value }], attachments: [value, { data: value }] },
    { timestamp: 1_700_000_000, attachments: [{ data: [{ media: value, external_context: value, poll: value }] }] },
    { timestamp: 1_700_000_000, label_values: value, fbid: value, media: value, audience: value },
  ]);
  const { posts, unreadable, leftOut } = await readPosts([
    { timestamp: 1_700_000_000, data: [{ post: 'x' }] },
    ...records,
  ]);
  expect(posts.length + unreadable.length).toBe(records.length + 1);
  expect(leftOut).toEqual({});
});

it('asks for JSON where there are pages alone, and says how long the link works', async () => {
  const [miss] = nearMisses;
  const detection = await detectExport('facebook', await exportTree(miss?.contents ?? {}));
  expect(detection).toMatchObject({ hint: expect.stringMatching(/JSON.*4 days/s) });
});

it('does not fall over a profile that nests deeper than the stack', async () => {
  const deep = `{"profile_v2": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  const tree = await exportTree({
    [path]: [{ timestamp: 1_700_000_000, data: [{ post: 'a' }] }],
    'profile_information/profile_information.json': deep,
  });
  expect((await readExport(place, tree)).posts).toHaveLength(1);
});

it.skipIf(!existsSync(sample))('reads the sample: its posts, its damaged file, and no conversation', async () => {
  const { detected, posts, unreadable, leftOut, findings } = await readExport(place, await openExportTree([sample]));
  expect(detected.dialect).toBe('facebook-profile-2018');
  expect(posts.map(({ text }) => text)).toEqual([
    'Feliz Año Nuevo 🎉 — con José y Жанна',
    'Día en la playa ☀️',
    '',
    'Mi abuela 👵',
    '',
  ]);
  expect(unreadable[0]?.at).toMatchObject({ file: 'posts/your_posts_1.json', record: 4 });
  expect(unreadable.slice(1).map(({ at }) => at.file)).toContain('posts/your_posts_2.json');
  expect(leftOut).toEqual({ 'direct-messages': 3 });
  expect(JSON.stringify(findings)).not.toContain('Hola');
});
