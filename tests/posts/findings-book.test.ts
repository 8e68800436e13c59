import { afterEach, expect, it } from 'vitest';
import { makePost } from '../../src/model/post.ts';
import { FindingsBook } from '../../src/posts/findings-book.ts';
import { archivedText } from '../support/archived-text.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const { place } = archivedText('https://a.example/', '');
let book: FindingsBook;
afterEach(() => book.close());

it('knows a post by every address that leads to it', async () => {
  book = await FindingsBook.open(await temporaryFolder());
  const post = makePost({
    platform: 'website',
    id: '7',
    url: 'https://a.example/new/',
    kind: 'article',
    source: 'crawl',
  });
  await book.enter({ kind: 'post', post }, place);
  await book.enter({ kind: 'same-place', url: 'https://a.example/old', as: 'https://a.example/newer/' }, place);
  await book.enter({ kind: 'same-place', url: 'https://a.example/newer', as: 'https://a.example/new/' }, place);
  await book.enter({ kind: 'same-place', url: 'https://a.example/x', as: 'https://a.example/y' }, place);
  await book.enter({ kind: 'same-place', url: 'https://a.example/y', as: 'https://a.example/x' }, place);
  expect(book.accountsFor({ id: null, url: 'http://www.a.example/old/' })).toBe(true);
  expect(book.accountsFor({ id: '7', url: null })).toBe(true);
  expect(book.accountsFor({ id: null, url: 'https://a.example/x' })).toBe(false);
  await book.enter({ kind: 'no-post', url: 'https://a.example/tag/x/' }, place);
  expect(book.accountsFor({ id: null, url: 'https://a.example/tag/x' })).toBe(true);
});

it('keeps a comment apart from the post whose address it shares', async () => {
  book = await FindingsBook.open(await temporaryFolder());
  const url = 'https://a.example/post/';
  const known = { platform: 'wordpress', source: 'api' } as const;
  await book.enter({ kind: 'post', post: makePost({ ...known, id: '1', url, kind: 'article' }) }, place);
  for (const id of ['4', '5']) {
    const comment = makePost({ ...known, id: `comment-${id}`, url: `${url}#comment-${id}`, kind: 'comment' });
    await book.enter({ kind: 'post', post: comment }, place);
  }
  const ids: string[] = [];
  for await (const { post } of book.posts()) ids.push(post.id);
  expect(ids.sort()).toEqual(['1', 'comment-4', 'comment-5']);
});

it('names a list that was not gone on with once, however often it was refused', async () => {
  book = await FindingsBook.open(await temporaryFolder());
  const refused = { kind: 'withheld', reason: 'login-wall', url: 'https://a.example/list', message: 'log in' } as const;
  for (const finding of [refused, refused, { ...refused, url: 'https://a.example/more' }]) {
    await book.enter(finding, place);
  }
  expect(book.withheld.map(({ url }) => url)).toEqual(['https://a.example/list', 'https://a.example/more']);
  expect(book.unreadable).toEqual([]);
});
