import { describe, expect, it } from 'vitest';
import { exportTree } from '../../support/export-folder.ts';
import { readExport } from '../../support/read-export.ts';
import { contents2018, table } from './fixtures/x/older.ts';
import { place } from './fixtures/x/parts.ts';

async function read(contents: Readonly<Record<string, unknown>>) {
  return readExport(place, await exportTree(contents));
}

describe('archives of X until 2018', () => {
  it('reads months and table once, and takes from the table what no month has', async () => {
    expect((await read(contents2018)).posts).toHaveLength(4);
    const { 'data/js/tweets/2014_08.js': _, ...rest } = contents2018;
    const { posts } = await read(rest);
    expect(posts).toHaveLength(4);
    expect(posts.at(-1)).toMatchObject({
      id: '500000000000000001',
      text: 'Er sagte "bald".',
      published: '2014-08-14T19:00:00.000Z',
    });
  });

  it.each([
    ['months', contents2018, 'Ein langer Satz, der abgeschnitten wurde & hier ganz ist.', 'whole'],
    ['the table', { 'tweets.csv': table }, 'Ein langer Satz, der abgeschn…', 'part'],
  ] as const)('reads the fields of %s', async (_, contents, original, extent) => {
    const posts = new Map((await read(contents)).posts.map((post) => [post.id, post]));
    expect(posts.get('710000000000000001')).toMatchObject({
      kind: 'post',
      url: 'https://x.com/aurora/status/710000000000000001',
      published: '2016-03-16T07:02:00.000Z',
      text: '#Ernte & Größe: „fein“ 🎉\nhttps://aurora.example/ernte',
      links: ['https://aurora.example/ernte'],
    });
    expect(posts.get('710000000000000001')?.media.every(({ file }) => file === undefined)).toBe(true);
    expect(posts.get('710000000000000002')).toMatchObject({ kind: 'reply', replyTo: { id: '709999999999999999' } });
    expect(posts.get('710000000000000003')).toMatchObject({
      kind: 'repost',
      extent,
      repostOf: { id: '709900000000000000', author: { handle: 'roesterei' }, text: original },
    });
  });
});
