import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { type FoundPost, makeMedia, makePost } from '../../src/model/post.ts';
import type { Reading } from '../../src/posts/merge-post.ts';
import { PostGatherer } from '../../src/posts/post-gatherer.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { recordAt } from './make-assessment.ts';

type Known = Partial<FoundPost> & Pick<FoundPost, 'id'>;

async function gather(posts: readonly Known[]): Promise<readonly Reading[]> {
  const gatherer = await PostGatherer.open(await temporaryFolder());
  try {
    for (const [minute, known] of posts.entries()) {
      const post = makePost({ platform: 'wordpress', kind: 'article', source: 'api', ...known });
      await gatherer.add(post, recordAt(minute));
    }
    const merged: Reading[] = [];
    for await (const reading of gatherer.merged()) merged.push(reading);
    return merged;
  } finally {
    await gatherer.close();
  }
}

const merge = async (posts: readonly Known[]) => (await gather(posts)).map(({ post }) => post);
const url = 'https://blog.example/farewell';

describe('readings of one post', () => {
  it('are joined by id and by address, in any form of it', async () => {
    const posts = await merge([
      { id: '12', url },
      { id: 'https://www.blog.example/farewell/?utm_source=feed', url: null, source: 'crawl', extent: 'part' },
      { id: 'http://blog.example/farewell', url: 'http://blog.example/farewell', source: 'crawl' },
      { id: '12', url: null },
    ]);
    expect(posts).toHaveLength(1);
    expect(posts[0]).toMatchObject({ id: '12', url });
  });

  it('are joined when two that seemed different turn out to be one', async () => {
    const posts = await merge([
      { id: '12', text: 'By number.' },
      { id: url, url, title: 'By address' },
      { id: '12', url },
    ]);
    expect(posts).toHaveLength(1);
    expect(posts[0]).toMatchObject({ id: '12', title: 'By address', text: 'By number.' });
  });

  it('stay apart when the platform gave them two ids, although they stand on one page', async () => {
    expect((await merge(['1', '2', '3'].map((id) => ({ id, url })))).map(({ id }) => id)).toEqual(['1', '2', '3']);
  });

  it('do not mix a post with the comment of the same number, nor with one on its page', async () => {
    const posts = await merge([
      { id: '12', url },
      { id: '12', url, kind: 'comment', isOwn: false },
      { id: `${url}#comment-13`, url: `${url}#comment-13`, kind: 'comment', isOwn: false },
      { id: `${url}#comment-14`, url: `${url}#comment-14`, kind: 'comment', isOwn: false },
    ]);
    expect(posts.map(({ kind }) => kind)).toEqual(['article', 'comment', 'comment', 'comment']);
  });

  it('come out oldest first, and those without a date last', async () => {
    const posts = await merge([
      { id: '3', published: null },
      { id: '2', published: '2024-05-01T00:00:00.000Z' },
      { id: '1', published: '2019-05-01T00:00:00.000Z' },
    ]);
    expect(posts.map(({ id }) => id)).toEqual(['1', '2', '3']);
  });
});

describe('what is made of them', () => {
  it('prefers the whole text to an excerpt, whoever gives it', async () => {
    const [post] = await merge([
      { id: '1', text: 'The begin…', html: '<p>The begin…', extent: 'part', title: 'Title' },
      { id: '1', text: 'The beginning and the end.', source: 'crawl' },
    ]);
    expect(post).toMatchObject({ text: 'The beginning and the end.', html: null, extent: 'whole', title: 'Title' });
  });

  it('prefers an interface to a page, and proves the post with its record', async () => {
    const [reading] = await gather([
      { id: '1', text: 'From the interface.' },
      { id: '1', text: 'From the page, later.', source: 'crawl' },
    ]);
    expect(reading?.post.text).toBe('From the interface.');
    expect(reading?.archive).toEqual(recordAt(0));
  });

  it('prefers the later edit, even where only a page knows of it', async () => {
    const [post] = await merge([
      { id: '1', text: 'First version.' },
      { id: '1', text: 'Second version.', edited: '2026-11-25T08:00:00.000Z', source: 'crawl' },
    ]);
    expect(post).toMatchObject({ text: 'Second version.', edited: '2026-11-25T08:00:00.000Z' });
  });

  it('takes each count as it was read last', async () => {
    const [post] = await merge([
      { id: '1', counts: { likes: 3, reposts: 1 }, countedAt: '2026-11-25T09:00:00.000Z' },
      { id: '1', counts: { likes: 5, views: 90 }, countedAt: '2026-11-25T10:00:00.000Z', source: 'crawl' },
    ]);
    expect(post).toMatchObject({
      counts: { likes: 5, reposts: 1, views: 90 },
      countedAt: '2026-11-25T10:00:00.000Z',
    });
  });

  it('joins a picture with its other sizes', async () => {
    const large = makeMedia({
      url: 'https://p.example/large.jpg',
      kind: 'image',
      otherUrls: ['https://p.example/s.jpg'],
    });
    const small = makeMedia({
      url: 'https://p.example/s.jpg',
      kind: 'image',
      alt: 'The roaster',
      width: 300,
      otherUrls: ['https://p.example/xs.jpg'],
    });
    const [post] = await merge([
      { id: '1', media: [large] },
      { id: '1', media: [small], source: 'crawl' },
    ]);
    expect(post?.media).toEqual([
      { ...large, alt: 'The roaster', width: null, otherUrls: ['https://p.example/s.jpg', 'https://p.example/xs.jpg'] },
    ]);
  });

  it('does not lose the other pictures behind a preview with one', async () => {
    const image = (name: string) => makeMedia({ url: `https://p.example/${name}.jpg`, kind: 'image' });
    const [post] = await merge([
      { id: '1', media: [image('preview')] },
      { id: '1', media: [image('a'), image('b')], source: 'crawl' },
    ]);
    expect(post?.media.map(({ url: address }) => address)).toEqual([
      'https://p.example/a.jpg',
      'https://p.example/b.jpg',
    ]);
  });

  it('knows of an answered post what any of them knows', async () => {
    const nobody = { id: null, url: null, author: null, text: null };
    const author = { id: null, handle: 'mira', name: null, url: null };
    const [post] = await merge([
      { id: '1', replyTo: { ...nobody, id: '9', author: { ...author, handle: null, id: 'm' } } },
      { id: '1', replyTo: { ...nobody, url: 'https://s.example/9', text: 'Good?', author }, source: 'crawl' },
    ]);
    expect(post?.replyTo).toEqual({
      id: '9',
      url: 'https://s.example/9',
      text: 'Good?',
      author: { ...author, id: 'm' },
    });
  });
});

describe('a hundred thousand readings', () => {
  it('need little memory, come out whole, and leave no file', async () => {
    const folder = await temporaryFolder();
    const gatherer = await PostGatherer.open(folder);
    const text = 'Lorem ipsum dolor sit amet, consetetur sadipscing elitr. '.repeat(35);
    global.gc?.();
    const before = process.memoryUsage().heapUsed + process.memoryUsage().external;
    const archive = recordAt(0);
    for (let count = 0; count < 100_000; count += 1) {
      const id = String(count % 50_000);
      const post = makePost({
        platform: 'x',
        id,
        kind: 'post',
        source: 'api',
        url: `https://x.com/a/status/${id}`,
        text,
      });
      await gatherer.add(post, archive);
    }
    let merged = 0;
    let most = 0;
    for await (const { post } of gatherer.merged()) {
      merged += 1;
      if (post.text.length !== text.length) throw new Error(`Post ${post.id} lost text.`);
      if (merged % 5000 === 0) most = Math.max(most, process.memoryUsage().heapUsed + process.memoryUsage().external);
    }
    expect(merged).toBe(50_000);
    // The readings are some 250 MB; what is held is their places.
    expect(most - before).toBeLessThan(150e6);
    await gatherer.close();
    await gatherer.close();
    expect(await readdir(folder)).toEqual([]);
  });
});
