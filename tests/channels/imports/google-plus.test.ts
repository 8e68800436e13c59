import { describe, expect, it } from 'vitest';
import { exportTree } from '../../support/export-folder.ts';
import { detectExport, readExport } from '../../support/read-export.ts';
import { exports, html, json, plusPlace } from './fixtures/google-plus.ts';

const read = async (contents: Record<string, unknown>, include: Parameters<typeof readExport>[2] = []) =>
  readExport(plusPlace, await exportTree(contents), include);

describe('the Takeout of Google+', () => {
  it('gives a post of JSON with its words, links, picture and the time in UTC', async () => {
    const { posts, detected } = await read(json);
    expect(detected.owner).toMatchObject({
      id: '111111111111111111111',
      handle: '+Glockenguss',
      name: 'Glockengießerei',
    });
    expect(posts[0]).toMatchObject({
      id: 'aaaaaaaaaaa',
      url: 'https://plus.google.com/+Glockenguss/posts/aaaaaaaaaaa',
      kind: 'post',
      published: '2014-06-30T12:04:00.000Z',
      edited: '2014-07-01T08:06:58.000Z',
      text: 'Grüße "aus" der Gießerei 🔔\n#Glocken mehr',
      links: ['http://glocken.example/guss', 'https://glocken.example/link'],
      tags: ['Glocken'],
      counts: { likes: 1, replies: 2 },
      visibility: 'public',
      media: [
        {
          url: 'https://lh3.googleusercontent.com/x/glocke.jpg',
          mime: null,
          width: 10,
          file: 'Takeout/Google+ Stream/Posts/glocke.jpg',
        },
      ],
    });
  });

  it('tells a repost, names whose it is, and says which picture is missing', async () => {
    const { posts } = await read(json);
    expect(posts.find(({ kind }) => kind === 'repost')).toMatchObject({
      id: 'bbbbbbbbbbb',
      repostOf: { id: 'zzzzzzzzzzz', text: 'Original', author: { name: 'Jörg' } },
      media: [{ mime: 'image/jpeg', file: null }],
    });
  });

  it('gives own comments as replies, and counts those of others', async () => {
    const { posts, leftOut } = await read(json);
    expect(posts.find(({ kind }) => kind === 'reply')).toMatchObject({
      id: 'c1',
      text: 'Danke & Gruß',
      published: '2014-07-01T02:00:00.000Z',
      replyTo: { id: 'aaaaaaaaaaa' },
    });
    expect(leftOut).toMatchObject({ 'comments-by-others': 1 });
  });

  it('gives a post of HTML the same, finds its picture in another folder, and takes no link in its words for its address', async () => {
    const { posts } = await read(html);
    expect(posts[0]).toMatchObject({
      id: 'aaaaaaaaaaa',
      url: 'https://plus.google.com/+Glockenguss/posts/aaaaaaaaaaa',
      author: { handle: '+Glockenguss', name: 'Glockengießerei' },
      published: '2014-06-30T14:04:00.000Z',
      edited: '2014-07-01T08:06:58.000Z',
      text: 'Grüße 🔔 "live"\n\nMehr: Guss hier',
      links: [
        'http://glocken.example/guss',
        'https://plus.google.com/2/posts/yyyyyyyyyyy',
        'https://glocken.example/link',
      ],
      counts: { likes: 2, replies: 2 },
      media: [
        { kind: 'image', alt: 'Die Glocke', file: 'Takeout/Google+ Stream/Photos/Photos of posts/2014/glocke.jpg' },
        { kind: 'image', file: null },
      ],
      visibility: 'public',
    });
    expect(posts.find(({ kind }) => kind === 'repost')).toMatchObject({
      id: 'bbbbbbbbbbb',
      repostOf: { id: 'zzzzzzzzzzz', text: 'Original' },
    });
  });

  it('takes nobody who is called Public for everybody', async () => {
    const { posts } = await read(html, ['private', 'followers-only']);
    const seen = posts.filter(({ kind }) => kind !== 'reply').map(({ id, visibility }) => [id, visibility]);
    expect(seen).toEqual([
      ['aaaaaaaaaaa', 'public'],
      ['bbbbbbbbbbb', 'public'],
      ['ccccccccccc', 'followers'],
      ['ddddddddddd', 'private'],
    ]);
  });

  it('reads the dialect of microdata', async () => {
    const { posts } = await read(exports[2]?.contents ?? {});
    expect(posts).toMatchObject([
      { id: 'aaaaaaaaaaa', text: "Früher war's lauter", published: '2012-03-04T05:06:07.000Z', visibility: 'public' },
    ]);
  });

  it('never takes a post for public when nothing says who saw it', async () => {
    const [path = '', post] = Object.entries(json)[0] ?? [];
    const { posts, leftOut } = await read({ [path]: { ...(post as object), postAcl: undefined } });
    expect(posts).toEqual([]);
    expect(leftOut).toMatchObject({ private: 2 });
  });

  it('lists files that cannot be read, and reads the next', async () => {
    const odd = {
      'Takeout/Google+ Stream/Posts/20150101 - a.json': '{"url": "https://plus.google.com/1/posts/x", "author"',
      'Takeout/Google+ Stream/Posts/20150102 - b.json': {
        ...(Object.values(json)[0] as object),
        creationTime: 'gestern',
      },
      'Takeout/Google+ Stream/Posts/20150103 - c.html': String(Object.values(html)[0]).slice(0, 900),
      'Takeout/Google+ Stream/Posts/20150104 - d.html': '<p>kein Beitrag</p>',
    };
    const { unreadable } = await read({ ...json, ...odd });
    expect(unreadable.map(({ message }) => message.replace(/^.*?read: /, ''))).toEqual([
      'it is no JSON.',
      '"gestern" is no date.',
      'it is cut off.',
      'it is no post of Google+.',
    ]);
  });

  it('has the time when it was made from the name of the ZIP', async () => {
    const tree = await exportTree(json, 'takeout-20190303T101112Z-001.zip');
    expect(await detectExport('google-plus', tree)).toMatchObject({ export: { madeAt: '2019-03-03T10:11:12.000Z' } });
  });
});
