import { describe, expect, it } from 'vitest';
import { exportTree } from '../../support/export-folder.ts';
import { detectExport, readExport } from '../../support/read-export.ts';
import { COMMENTS, exports, nearMisses, POSTS, posts, redditPlace, table } from './fixtures/reddit.ts';

const [request, , headers] = exports;
const whole = request?.contents ?? {};

describe('the answer to a data request', () => {
  it('says whose it is and when it was made', async () => {
    const { detected } = await readExport(redditPlace, await exportTree(whole));
    expect(detected.owner).toMatchObject({
      handle: 'u/aurora_kaffee',
      url: 'https://www.reddit.com/user/aurora_kaffee/',
    });
    expect(detected.madeAt).toBe('2024-01-02T03:04:05.000Z');
  });

  it('gives posts and comments by the ids and addresses of the crawl', async () => {
    const read = await readExport(redditPlace, await exportTree(whole));
    expect(read.posts.map(({ id, kind }) => [id, kind])).toEqual([
      ['t1_ccc11', 'reply'],
      ['t1_ccc12', 'reply'],
      ['t3_abc11', 'post'],
      ['t3_abc12', 'post'],
      ['t3_abc13', 'post'],
      ['t3_abc14', 'repost'],
      ['t3_abc16', 'video'],
    ]);
    const byId = new Map(read.posts.map((post) => [post.id, post]));
    expect(byId.get('t3_abc11')).toMatchObject({
      url: 'https://www.reddit.com/r/kaffee/comments/abc11/grusse/',
      published: '2023-05-02T06:57:14.000Z',
      title: 'Grüße, „Röster“ & Co ☕',
      text: 'Zeile eins\n\nSiehe [hier](https://aurora.example/a?b=1), "ja"!',
      links: ['https://aurora.example/a?b=1'],
      author: { handle: 'aurora_kaffee', url: 'https://www.reddit.com/user/aurora_kaffee/' },
      isOwn: true,
      extent: 'whole',
    });
    expect(byId.get('t3_abc12')).toMatchObject({
      media: [{ url: 'https://i.redd.it/tasse123.jpg', kind: 'image' }],
      links: [],
    });
    expect(byId.get('t3_abc12')?.media[0]).not.toHaveProperty('file');
    expect(byId.get('t3_abc13')?.links).toEqual(['https://aurora.example/blog']);
    expect(byId.get('t3_abc14')?.repostOf).toMatchObject({ id: 't3_zzz99' });
    expect(byId.get('t1_ccc11')).toMatchObject({ replyTo: { id: 't3_zzz98' }, thread: 't3_zzz98' });
    expect(byId.get('t1_ccc12')).toMatchObject({ replyTo: { id: 't1_ccc10' }, text: 'Antwort\nauf Antwort' });
  });

  it('takes over no address of a computer', async () => {
    const { findings } = await readExport(redditPlace, await exportTree(whole), ['drafts', 'deleted']);
    expect(JSON.stringify(findings)).not.toContain('203.0.113');
  });

  it('gives drafts and what was taken down when they are asked for', async () => {
    const read = await readExport(redditPlace, await exportTree(whole), ['drafts', 'deleted']);
    expect(read.posts.find(({ id }) => id === 'draft_d1')).toMatchObject({
      title: 'Entwurf',
      visibility: 'private',
      published: null,
    });
    expect(read.posts.find(({ id }) => id === 't3_abc15')).toMatchObject({ text: '[removed]', visibility: 'unknown' });
    expect(read.leftOut).toEqual({ 'direct-messages': 2, 'likes-and-bookmarks': 3, contacts: 1 });
  });

  it('gives for a community what was posted there, and no comments', async () => {
    const place = { platform: 'reddit', handle: 'r/kaffee', url: 'https://www.reddit.com/r/kaffee/' } as const;
    const read = await readExport(place, await exportTree(whole));
    expect(read.posts.every(({ id }) => id.startsWith('t3_'))).toBe(true);
    expect(read.leftOut.others).toBe(2);
  });

  it('takes of the headers only what the table with the texts lacks', async () => {
    const read = await readExport(redditPlace, await exportTree(headers?.contents ?? {}));
    expect(read.posts).toMatchObject([{ id: 't1_ccc11', extent: 'part', text: '' }]);
    const both = {
      'post_headers.csv': table(
        'id,permalink,date,ip,subreddit,gildings,url',
        'new1,https://www.reddit.com/r/a/comments/new1/x/,2023-05-02 06:57:14 UTC,,a,0,',
      ),
    };
    const { posts: found } = await readExport(redditPlace, await exportTree({ ...whole, ...both }));
    expect(found.filter(({ extent }) => extent === 'part').map(({ id }) => id)).toEqual(['t3_new1']);
  });

  it('tells lines that are damaged, and a quote that swallows others', async () => {
    const lines = [
      '?!,x,2023-05-02 06:57:14 UTC,,a,0,t,,b',
      'ok1,x,gestern,,a,0,t,,b',
      `ok2,x,2023-05-02 06:57:14 UTC,,a,0,t,,"b`,
      ...posts,
    ];
    const { unreadable } = await readExport(redditPlace, await exportTree({ 'posts.csv': table(POSTS, ...lines) }));
    expect(unreadable.map(({ id, at }) => [id, at.record])).toEqual([
      [null, 1],
      ['t3_ok1', 2],
      ['t3_ok2', 3],
    ]);
  });

  it('is known by its columns alone, also without a line below them', async () => {
    const tree = await exportTree({ 'posts.csv': table(POSTS), 'comments.csv': table(COMMENTS) });
    expect(await detectExport('reddit', tree)).toMatchObject({ kind: 'export' });
  });

  it('names the tables that its list of files has and that are not there', async () => {
    const list = { 'checkfile.csv': table('filename,sha256', 'posts.csv,00', 'comments.csv,11', 'drafts.csv,22') };
    const tree = await exportTree({ 'posts.csv': table(POSTS, ...posts), ...list });
    expect(await detectExport('reddit', tree)).toMatchObject({
      export: { missingParts: ['comments.csv', 'drafts.csv'] },
    });
  });
});

describe('what only looks like it', () => {
  it.each(nearMisses)('$name is none', async ({ contents }) => {
    expect(await detectExport('reddit', await exportTree(contents))).toBeUndefined();
  });
});
