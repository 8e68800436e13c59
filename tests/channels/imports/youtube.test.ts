import { describe, expect, it } from 'vitest';
import { FilmFiles } from '../../../src/channels/youtube/import-films.ts';
import { exportTree } from '../../support/export-folder.ts';
import { detectExport, readExport } from '../../support/read-export.ts';
import { english, exports, youtubePlace } from './fixtures/youtube.ts';

const read = async (contents: Record<string, unknown> = english, include: Parameters<typeof readExport>[2] = []) =>
  readExport(youtubePlace, await exportTree(contents), include);

describe('the Takeout of YouTube', () => {
  it('gives a film as the crawl gives it, and its file, whose name only resembles its title', async () => {
    const { posts, detected } = await read();
    expect(detected.owner).toMatchObject({ id: youtubePlace.handle, name: 'Glockengießerei' });
    expect(posts.find(({ id }) => id === 'aaaaaaaaaa1')).toMatchObject({
      url: 'https://www.youtube.com/watch?v=aaaaaaaaaa1',
      kind: 'video',
      title: 'Wie eine Glocke entsteht: Teil 1?',
      text: 'Grüße 🔔, "live"\nhttps://glocken.example/guss',
      published: '2021-02-01T05:00:00.000Z',
      links: ['https://glocken.example/guss'],
      tags: ['Glocken'],
      visibility: 'public',
      media: [
        {
          url: 'https://www.youtube.com/watch?v=aaaaaaaaaa1',
          durationMs: 90000,
          file: 'Takeout/YouTube and YouTube Music/videos/Wie eine Glocke entsteht_ Teil 1.mp4',
        },
      ],
    });
  });

  it('says of a film whose file is missing that it should be there', async () => {
    const film = (await read()).posts.find(({ id }) => id === 'aaaaaaaaaa2');
    expect(film).toMatchObject({ visibility: 'unlisted', published: '2021-03-01T00:00:00.000Z' });
    expect(film?.media).toMatchObject([{ file: null }]);
  });

  it('gives own comments as replies, their pieces joined, below the film or the comment that they answer', async () => {
    const replies = (await read()).posts.filter(({ kind }) => kind === 'comment');
    expect(replies).toMatchObject([
      {
        text: 'Schön, Jörg',
        replyTo: { id: 'bbbbbbbbbb1' },
        thread: 'bbbbbbbbbb1',
        published: '2023-09-19T17:42:53.434Z',
      },
      { text: 'Danke', replyTo: { id: 'UgzAAAAAAAAAAAAAAAA4AaABAg' }, thread: 'bbbbbbbbbb1' },
    ]);
  });

  it('gives a post of the community with its picture', async () => {
    expect((await read()).posts.find(({ kind }) => kind === 'post')).toMatchObject({
      id: 'UgkxPOSTPOSTPOSTPOST',
      url: 'https://www.youtube.com/post/UgkxPOSTPOSTPOSTPOST',
      text: 'Morgen wird gegossen #Guss',
      tags: ['Guss'],
      published: '2022-05-01T10:00:00.000Z',
      media: [{ kind: 'image', file: 'Takeout/YouTube and YouTube Music/posts/UgkxPOST_image.jpg' }],
    });
  });

  it('knows German columns by name, and others by what stands in them', async () => {
    const german = await read(exports[1]?.contents);
    expect(german.posts.find(({ kind }) => kind === 'video')).toMatchObject({ title: 'Läuten!', text: 'Über Glocken' });
    const czech = await read(exports[2]?.contents);
    expect(czech.posts).toMatchObject([
      {
        id: 'aaaaaaaaaa9',
        title: 'Zvony hrají',
        text: 'Dlouhý popis filmu o zvonech a jejich lití v dílně',
        published: '2021-02-01T06:00:00.000Z',
        visibility: 'unlisted',
      },
    ]);
  });

  it('has older films with their files', async () => {
    const { posts } = await read(exports[3]?.contents);
    expect(posts).toMatchObject([
      {
        id: 'aaaaaaaaaa7',
        title: 'Alt',
        published: '2015-03-01T10:00:00.000Z',
        media: [{ file: 'Takeout/YouTube/videos/Alt.mp4' }],
      },
    ]);
  });

  it('leaves private films out until they are asked for, and never takes an unknown word for public', async () => {
    expect((await read(english, ['private'])).posts.map(({ title }) => title)).toContain('Geheim');
    const path = 'Takeout/YouTube and YouTube Music/video metadata/videos.csv';
    const odd = { ...english, [path]: String(english[path]).replace(',Public,', ',Sekret,') };
    const { unreadable, posts } = await read(odd);
    expect(posts.map(({ id }) => id)).not.toContain('aaaaaaaaaa1');
    expect(unreadable).toMatchObject([{ id: 'aaaaaaaaaa1', message: expect.stringContaining('"sekret"') }]);
  });

  it('takes films of another channel of the same account for somebody else’s', async () => {
    const place = {
      ...youtubePlace,
      handle: 'UCzzzzzzzzzzzzzzzzzzzzzz',
      url: 'https://www.youtube.com/channel/UCzzzzzzzzzzzzzzzzzzzzzz',
    };
    const { posts, leftOut } = await readExport(place, await exportTree(english));
    expect(posts).toEqual([]);
    expect(leftOut).toMatchObject({ 'comments-by-others': 2, others: 6 });
  });

  it('matches films of one title in order, cut names by their beginning, and guesses nothing else', async () => {
    const long = 'Eine sehr lange Überschrift über das Gießen von Glocken';
    const tree = await exportTree({
      'a/Guss.mp4': '1',
      'a/Guss(1).mp4': '2',
      [`a/${long.slice(0, 43)}.mp4`]: '3',
      'a/Teil.mp4': '4',
    });
    const files = new FilmFiles(tree, ['Guss', 'Guss', long, 'Teil', 'Teil!']);
    expect([files.take('Guss')?.path, files.take('Guss')?.path]).toEqual(['a/Guss.mp4', 'a/Guss(1).mp4']);
    expect(files.take(long)?.path).toBe(`a/${long.slice(0, 43)}.mp4`);
    expect([files.take('Teil'), files.take('Teil!')]).toEqual([null, null]);
  });

  it('has the time when it was made from the name of the ZIP', async () => {
    const tree = await exportTree(english, 'takeout-20240911T193951Z-001.zip');
    expect(await detectExport('youtube', tree)).toMatchObject({ export: { madeAt: '2024-09-11T19:39:51.000Z' } });
  });
});
