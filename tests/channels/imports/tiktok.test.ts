import { describe, expect, it } from 'vitest';
import { exportTree } from '../../support/export-folder.ts';
import { readExport } from '../../support/read-export.ts';
import { newer, tiktokPlace } from './fixtures/tiktok.ts';

const read = async (content: unknown = newer, include: Parameters<typeof readExport>[2] = []) =>
  readExport(tiktokPlace, await exportTree({ 'user_data_tiktok.json': content }), include);

describe('the export of TikTok', () => {
  it('gives a film as the crawl gives it, by its number, and names the link to its bytes', async () => {
    const { posts, detected, findings } = await read();
    expect(detected.owner).toMatchObject({ handle: 'glockenguss', url: 'https://www.tiktok.com/@glockenguss' });
    const film = posts.find(({ id }) => id === '7330201234567890123');
    expect(film).toMatchObject({
      url: 'https://www.tiktok.com/@glockenguss/video/7330201234567890123',
      kind: 'video',
      author: { handle: 'glockenguss' },
      published: '2024-01-31T12:34:56.000Z',
      text: 'Glockenguß "live" 🔔\n#Glocken https://glocken.example/guss',
      links: ['https://glocken.example/guss'],
      tags: ['Glocken'],
      counts: { likes: 42 },
      visibility: 'public',
      media: [
        { kind: 'video', alt: 'Flüssige Bronze', url: 'https://www.tiktokv.com/share/video/7330201234567890123/' },
      ],
    });
    expect(film?.media[0]).not.toHaveProperty('file');
    expect(findings).toContainEqual(expect.objectContaining({ kind: 'note' }));
    expect(findings).toContainEqual({
      kind: 'profile',
      profile: expect.objectContaining({ handle: 'glockenguss', bio: 'Wir gießen.' }),
    });
  });

  it('makes an id of time and words where the link has no number, whatever the link is, and tells pictures from films', async () => {
    const { posts } = await read();
    const nameless = posts.filter(({ id }) => id.startsWith('export-') && posts.length > 0);
    expect(nameless.map(({ kind, url, text, media }) => [kind, url, text, media.length])).toEqual([
      ['reply', null, 'Schöner Klang!', 0],
      ['video', null, '', 1],
      ['post', null, 'Bilder', 2],
    ]);
    const later = JSON.parse(JSON.stringify(newer).replaceAll('byteicdn.com', 'elsewhere.example')) as unknown;
    expect((await read(later)).posts.map(({ id }) => id)).toEqual(posts.map(({ id }) => id));
  });

  it('takes no film that was only watched or liked for one that was posted', async () => {
    const { posts } = await read();
    expect(posts.map(({ id }) => id)).not.toContain('7111111111111111111');
    expect(posts).toHaveLength(4);
  });

  it('gives an own comment as a reply to the film', async () => {
    const { posts } = await read();
    expect(posts.find(({ kind }) => kind === 'reply')).toMatchObject({
      text: 'Schöner Klang!',
      published: '2024-02-03T08:00:00.000Z',
      replyTo: { id: '7330209999999999999', url: 'https://www.tiktok.com/@turm/video/7330209999999999999' },
      thread: '7330209999999999999',
      visibility: 'unknown',
    });
  });

  it('gives what not everybody sees, and what was deleted, when it is asked for', async () => {
    const { posts, leftOut } = await read(newer, ['followers-only', 'private', 'deleted']);
    expect(posts.map(({ text, visibility }) => `${text} ${visibility}`)).toEqual(
      expect.arrayContaining(['Für Freunde followers', 'Für mich private', 'Weg unknown']),
    );
    expect(leftOut).toEqual({ 'direct-messages': 1, 'likes-and-bookmarks': 1, contacts: 1, others: 1 });
  });

  it('lists records without a date, of a wrong type, or seen by nobody knows whom, and reads the next', async () => {
    const good = newer.Post.Posts.VideoList[0];
    const VideoList = [
      { Link: 'https://v16m.byteicdn.com/x/' },
      'film',
      { ...good, Date: '2024-02-31 10:00:00' },
      { ...good, WhoCanView: 'Subscribers' },
      good,
    ];
    const { posts, unreadable } = await read({ ...newer, Post: { Posts: { VideoList } } });
    expect(posts.filter(({ kind }) => kind === 'video')).toHaveLength(1);
    expect(unreadable.map(({ id, message }) => [id, message.replace(/^.*?read: /, '')])).toEqual([
      [null, 'it has no date.'],
      [null, 'it has no date.'],
      ['7330201234567890123', 'it has no date.'],
      ['7330201234567890123', 'whom "Subscribers" lets see it is not known.'],
    ]);
    expect(unreadable.every(({ at }) => at.record !== null && at.offsetBytes !== null)).toBe(true);
  });

  it('says so when there is no list of posts in it', async () => {
    const { Post: _none, ...others } = newer;
    const { unreadable } = await read(others);
    expect(unreadable).toMatchObject([{ at: { record: null }, message: expect.stringContaining('no list of posts') }]);
  });

  it('says so when something else stands where a section or a list should be', async () => {
    const { unreadable } = await read({
      ...newer,
      Comment: null,
      'Likes and Favorites': { 'Like List': { ItemFavoriteList: 7 } },
    });
    expect(unreadable.map(({ message }) => message.replace(/^.*?read: /, ''))).toEqual([
      'Comment is no list and no section.',
      'Likes and Favorites → Like List → ItemFavoriteList is no list and no section.',
    ]);
  });

  it('takes an empty list for what it is', async () => {
    const empty = { ...newer.Post, 'Recently Deleted Posts': { PostList: null } };
    expect((await read({ ...newer, Post: empty })).unreadable).toEqual([]);
  });
});
