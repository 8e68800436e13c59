import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openExportTree } from '../../../src/archive/export-tree.ts';
import { exportTree } from '../../support/export-folder.ts';
import { detectExport, readExport } from '../../support/read-export.ts';
import { exports, ghostPlace, nearMisses } from './fixtures/ghost.ts';

const samples = fileURLToPath(new URL('../../../../shared/samples/ghost', import.meta.url));
const [five, old] = exports.map(({ contents }) => contents);

describe('the export of Ghost', () => {
  it('joins a post with its tags, authors and details, though those come after it', async () => {
    const { posts, detected } = await readExport(ghostPlace, await exportTree(five ?? {}));
    expect(detected.madeAt).toBe('2026-01-02T03:04:05.000Z');
    expect(posts[0]).toMatchObject({
      id: '65f0c0ffee00000000000001',
      url: 'https://turm.example.org/beitrag-1/',
      kind: 'article',
      author: { id: 'u1', handle: 'aenne', name: 'Änne Glöckner', url: 'https://turm.example.org/author/aenne/' },
      published: '2024-05-01T10:00:00.000Z',
      edited: '2024-06-01T10:00:00.000Z',
      title: 'Über „Glocken“ & Türme 🔔',
      text: 'Grüße\naus dem Turm.',
      links: ['https://turm.example.org/ueber/'],
      tags: ['Türme', 'Glocken'],
      isPinned: true,
      visibility: 'public',
      source: 'export',
      extent: 'whole',
    });
    expect(posts[0]?.html).not.toContain('__GHOST_URL__');
  });

  it('has the pictures by the site’s address, and their files where the content folder lies beside it', async () => {
    const { posts } = await readExport(ghostPlace, await exportTree(five ?? {}));
    expect(posts[0]?.media.map(({ url, alt, file }) => [url, alt, file])).toEqual([
      ['https://turm.example.org/content/images/2024/05/titel.jpg', 'Das Titelbild', undefined],
      ['https://turm.example.org/content/images/2024/05/bell.png', 'Glocke', 'content/images/2024/05/bell.png'],
    ]);
  });

  it('reads the editor’s document where the export has no HTML', async () => {
    const { posts } = await readExport(ghostPlace, await exportTree(five ?? {}));
    expect(posts[1]).toMatchObject({
      text: 'Nur im Editor: dort\n5 < 6 😀\n\nSchluss',
      links: ['https://example.org/a?b=1&c=2'],
      media: [{ url: 'https://turm.example.org/content/images/2024/05/turm.jpg', alt: 'Der Turm' }],
      extent: 'whole',
    });
  });

  it('says that a text is cut off where the document holds what nobody knows', async () => {
    const lexical = JSON.stringify({ root: { children: [{ type: 'product', productTitle: 'Seil' }] } });
    const row = { id: 'a1', slug: 'a', title: 'A', status: 'published', html: null, lexical };
    const tree = await exportTree({ 'a.json': { meta: { exported_on: 1, version: '5.0.0' }, data: { posts: [row] } } });
    expect((await readExport(ghostPlace, tree)).posts[0]).toMatchObject({ extent: 'part', text: '' });
  });

  it('reads Mobiledoc: paragraphs, links, soft returns, lists and cards', async () => {
    const mobiledoc = JSON.stringify({
      version: '0.3.1',
      atoms: [['soft-return', '', {}]],
      cards: [
        ['image', { src: '/content/images/b.png', alt: 'B', caption: 'Bild' }],
        ['markdown', { markdown: 'Eins\n\nZwei' }],
        ['hr', {}],
      ],
      markups: [['strong'], ['a', ['href', 'https://example.org/']]],
      sections: [
        [
          1,
          'p',
          [
            [0, [0], 0, 'Fett '],
            [0, [1], 2, 'Link'],
            [1, [], 0, 0],
            [0, [], 0, 'danach'],
          ],
        ],
        [3, 'ul', [[[0, [], 0, 'a']], [[0, [], 0, 'b']]]],
        [10, 0],
        [10, 1],
        [10, 2],
      ],
    });
    const row = { id: 'a1', slug: 'a', title: 'A', status: 'published', html: null, mobiledoc };
    const tree = await exportTree({ 'a.json': { meta: { exported_on: 1, version: '3.0.0' }, data: { posts: [row] } } });
    expect((await readExport(ghostPlace, tree)).posts[0]).toMatchObject({
      extent: 'whole',
      text: 'Fett Link\ndanach\n\na\nb\n\nBild\n\nEins\n\nZwei',
      links: ['https://example.org/'],
      media: [{ url: 'https://turm.example.org/content/images/b.png', alt: 'B' }],
    });
  });

  it('reads the oldest form, whose times are numbers', async () => {
    const { posts, detected } = await readExport(ghostPlace, await exportTree(old ?? {}));
    expect(detected).toMatchObject({ dialect: 'ghost-0', madeAt: '2014-05-13T16:53:20.000Z' });
    expect(posts).toMatchObject([
      {
        id: '5',
        url: 'https://turm.example.org/frueher/',
        kind: 'article',
        published: '2014-05-13T14:06:40.000Z',
        edited: null,
        text: 'Ein alter Text\n\nmit zwei Absätzen',
        lang: 'de_DE',
        author: { name: 'Änne' },
        tags: ['Alt'],
        media: [{ url: 'https://turm.example.org/content/images/2014/a.jpg' }],
      },
      { id: '6', kind: 'page', text: 'Hier' },
    ]);
  });

  it('gives what is for members when asked, with its visibility, and no address to what never stood on a page', async () => {
    const { posts } = await readExport(ghostPlace, await exportTree(five ?? {}), [
      'followers-only',
      'drafts',
      'scheduled',
    ]);
    expect(
      posts
        .slice(3)
        .map(({ title, visibility, url, published }) => [title, visibility, url !== null, published !== null]),
    ).toEqual([
      ['Beitrag 4', 'private', false, false],
      ['Beitrag 5', 'private', false, false],
      ['Beitrag 6', 'followers', false, true],
      ['Beitrag 7', 'followers', true, true],
      ['Beitrag 8', 'followers', true, true],
    ]);
  });

  it('reports rows it cannot read, and goes on with the next', async () => {
    const tree = await exportTree({
      'a.json':
        '{"meta":{"exported_on":1767323045000,"version":"5.1.0"},"data":{"posts":[{"id":"a","slug":"a","status":"published","html":"<p>A</p>"},{"id":"b", oops},{"slug":null,"status":"published"},{"id":"d","status":7},{"id":"e","slug":"e","status":"published"}],"tags":[{"id":]}}',
    });
    const { posts, unreadable } = await readExport(ghostPlace, tree);
    expect(posts.map(({ id }) => id)).toEqual(['a', 'e']);
    expect(
      unreadable.map(({ id, at, message }) => [id, at.file, at.offsetBytes !== null, message.slice(0, 14)]),
    ).toEqual([
      [null, 'a.json', true, 'A row of posts'],
      [null, 'a.json', true, 'A row of posts'],
      ['d', 'a.json', true, 'A row of posts'],
      [null, 'a.json', true, expect.stringMatching(/^A row of tags|^The export/)],
      ...unreadable.slice(4).map(() => expect.anything()),
    ]);
  });

  it('reports a text whose markup nests without end, and goes on', async () => {
    const deep = '<div>'.repeat(20_000);
    const row = (id: string, html: string) => ({ id, slug: id, title: id, status: 'published', html });
    const posts = [row('a', deep), row('b', '<p>B</p>')];
    const tree = await exportTree({ 'a.json': { meta: { exported_on: 1, version: '5.0.0' }, data: { posts } } });
    const read = await readExport(ghostPlace, tree);
    expect(read.posts.map(({ id }) => id)).toEqual(['b']);
    expect(read.unreadable.map(({ id }) => id)).toEqual(['a']);
  });

  it.each(nearMisses)('takes $name for none of its own', async ({ contents }) => {
    expect(await detectExport('ghost', await exportTree(contents))).toBeUndefined();
  });

  it.skipIf(!existsSync(samples))('reads the sample', async () => {
    const tree = await openExportTree([`${samples}/ghost.json`]);
    onTestFinished(() => tree.close());
    const { posts, unreadable, detected } = await readExport(ghostPlace, tree);
    expect(detected.dialect).toBe('ghost-2');
    expect(posts.map(({ id, media }) => [id, media.length > 0])).toEqual([
      ['9b7114425bee6e3b17baf7c0', true],
      ['a22153483431b691fd0178a8', true],
      ['3686b35d96fe6fd2a2748c81', true],
    ]);
    expect(unreadable).toEqual([]);
  });

  it.skipIf(!existsSync(samples))('takes what the migration tool has inside for no export', async () => {
    const tree = await openExportTree([`${samples}/mg-json`]);
    onTestFinished(() => tree.close());
    expect(await detectExport('ghost', tree)).toBeUndefined();
  });
});
