import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openExportTree } from '../../../src/archive/export-tree.ts';
import { exportTree } from '../../support/export-folder.ts';
import { detectExport, readExport } from '../../support/read-export.ts';
import { exports, mediumPlace, nearMisses } from './fixtures/medium.ts';

const samples = fileURLToPath(new URL('../../../../shared/samples/medium/export', import.meta.url));
const whole = exports[0]?.contents ?? {};

describe('the export of Medium', () => {
  it('says whose it is and when it was made', async () => {
    const { detected } = await readExport(mediumPlace, await exportTree(whole));
    expect(detected.owner).toEqual({
      id: '0a1b2c3d4e5f',
      handle: 'gloeckner',
      name: 'Änne Glöckner',
      url: 'https://medium.com/@gloeckner',
    });
    expect(detected.madeAt).toBe('2026-01-02T00:00:00.000Z');
  });

  it('gives a story as the crawl gives it: its title once, its pictures by their numbers', async () => {
    const { posts } = await readExport(mediumPlace, await exportTree(whole));
    expect(posts.find(({ id }) => id === 'aaaa1111bbbb')).toMatchObject({
      url: 'https://medium.com/@gloeckner/glocken-tuerme-aaaa1111bbbb',
      kind: 'article',
      author: { handle: 'gloeckner', name: 'Änne Glöckner' },
      published: '2025-03-04T05:06:07.890Z',
      title: 'Glocken & „Türme“ 🔔',
      text: 'Ein Anfang\n\nDie Glocke\n\nGrüße\naus dem Turm.\n\neins\nzwei',
      links: ['https://example.org/turm?a=1&b=2'],
      tags: ['Glocken'],
      media: [
        {
          url: 'https://miro.medium.com/v2/1*bell_1.jpeg',
          otherUrls: expect.arrayContaining(['https://cdn-images-1.medium.com/max/800/1*bell_1.jpeg']),
          alt: 'Die Glocke',
          width: 1600,
          height: 900,
        },
      ],
      visibility: 'public',
      source: 'export',
      extent: 'whole',
    });
    expect(posts.flatMap(({ media }) => media).some((medium) => 'file' in medium)).toBe(false);
  });

  it('takes a page that has no title but the words it begins with for a response', async () => {
    const { posts } = await readExport(mediumPlace, await exportTree(whole));
    expect(posts.map(({ id, kind, title }) => [id, kind, title])).toEqual([
      ['eeee3333ffff', 'article', 'Von woanders'],
      ['aaaa1111bbbb', 'article', 'Glocken & „Türme“ 🔔'],
      ['cccc2222dddd', 'reply', null],
      ['99990000aaaa', 'article', 'Ohne Tag'],
    ]);
  });

  it('does not take the address where a story was first for its own', async () => {
    const { posts } = await readExport(mediumPlace, await exportTree(whole));
    expect(posts[0]?.url).toBe('https://medium.com/p/eeee3333ffff');
  });

  it('leaves the day open where nothing says it, and takes no draft for published', async () => {
    const { posts } = await readExport(mediumPlace, await exportTree(whole), ['drafts']);
    const open = posts.filter(({ published }) => published === null);
    expect(open.map(({ id, visibility, url }) => [id, visibility, url])).toEqual([
      ['1212343456ab', 'private', null],
      ['99990000aaaa', 'public', 'https://medium.com/@gloeckner/ohne-tag-99990000aaaa'],
    ]);
  });

  it('reports pages that hold no story or no number', async () => {
    const tree = await exportTree({
      ...whole,
      'posts/kaputt.html': '<html><body>nothing',
      'posts/ohne-nummer.html': '<article class="h-entry"><h1 class="p-name">A</h1></article>',
    });
    const { unreadable, posts } = await readExport(mediumPlace, tree);
    expect(posts).toHaveLength(4);
    expect(unreadable.map(({ at }) => at.file)).toEqual(['posts/kaputt.html', 'posts/ohne-nummer.html']);
  });

  it('reports a text whose markup nests without end, and goes on', async () => {
    const deep = '<div>'.repeat(20_000);
    const page = `<article class="h-entry"><section class="e-content">${deep}</section></article>`;
    const tree = await exportTree({ ...whole, 'posts/tief-1234567890ab.html': page });
    const { posts, unreadable } = await readExport(mediumPlace, tree);
    expect(posts).toHaveLength(4);
    expect(unreadable.map(({ at }) => at.file)).toEqual(['posts/tief-1234567890ab.html']);
  });

  it.each(nearMisses)('takes $name for none of its own', async ({ contents }) => {
    expect(await detectExport('medium', await exportTree(contents))).toBeUndefined();
  });

  it.skipIf(!existsSync(samples))('reads the sample', async () => {
    const tree = await openExportTree([samples]);
    onTestFinished(() => tree.close());
    const { posts, leftOut, unreadable, detected } = await readExport(mediumPlace, tree);
    expect(detected).toMatchObject({ owner: { handle: 'username' }, madeAt: '2018-09-21T00:00:00.000Z' });
    expect(posts).toHaveLength(8);
    expect(posts.filter(({ kind }) => kind === 'reply').map(({ id, text }) => [id, text])).toEqual([
      ['a1b2c3d4e5f6', 'This is a comment'],
    ]);
    expect(posts.filter(({ published }) => published === null)).toHaveLength(1);
    expect({ leftOut, unreadable }).toEqual({ leftOut: { drafts: 1 }, unreadable: [] });
  });
});
