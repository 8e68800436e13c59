import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openExportTree } from '../../../src/archive/export-tree.ts';
import { exportTree } from '../../support/export-folder.ts';
import { detectExport, readExport } from '../../support/read-export.ts';
import { exports, item, nearMisses, wordpressPlace, wxr } from './fixtures/wordpress.ts';

const samples = fileURLToPath(new URL('../../../../shared/samples/wordpress/mg-wp-xml', import.meta.url));
const [split, , first] = exports.map(({ contents }) => contents);

const readItems = async (...items: readonly string[]) =>
  readExport(wordpressPlace, await exportTree({ 'a.xml': wxr('1.2', items.join('\n')) }));

describe('the export of WordPress', () => {
  it('says whose it is, when it was made, and which of its parts is missing', async () => {
    const { detected } = await readExport(wordpressPlace, await exportTree(split ?? {}));
    expect(detected).toEqual({
      platform: 'wordpress',
      dialect: 'wxr-1.2',
      owner: { id: null, handle: 'glocken.example.org', name: 'Glocken & Türme', url: 'https://glocken.example.org/' },
      madeAt: '2026-01-02T03:04:05.000Z',
      missingParts: ['glocken.wordpress.2026-01-02.001.xml'],
    });
  });

  it.each([
    [['001', '002'], []],
    [
      ['002', '004'],
      ['a.wordpress.001.xml', 'a.wordpress.003.xml'],
    ],
    [['000', '002'], ['a.wordpress.001.xml']],
  ])('knows what is missing of the parts %j', async (numbers, missing) => {
    const parts = numbers.map((number) => [`a.wordpress.${number}.xml`, wxr('1.2', item({ id: Number(number) + 1 }))]);
    const { detected } = await readExport(wordpressPlace, await exportTree(Object.fromEntries(parts)));
    expect(detected.missingParts).toEqual(missing);
  });

  it('names a numbered part that is no export any more, and a file without items', async () => {
    const tree = await exportTree({
      'a.000.xml': wxr('1.2', item({ id: 1 })),
      'a.001.xml': '<?xml version="1.0"?><rss',
      'b.xml': wxr('1.2', ''),
    });
    const { detected, unreadable } = await readExport(wordpressPlace, tree);
    expect(detected.missingParts).toEqual(['a.001.xml']);
    expect(unreadable.map(({ at }) => at.file)).toEqual(['b.xml']);
  });

  it('gives a post as the interface gives it, with the paragraphs that the site makes', async () => {
    const { posts } = await readExport(wordpressPlace, await exportTree(split ?? {}));
    expect(posts[0]).toMatchObject({
      id: '12',
      url: 'https://glocken.example.org/beitrag-12/',
      kind: 'article',
      author: { id: '3', handle: 'aenne', name: 'Änne Glöckner' },
      published: '2024-05-01T08:00:00.000Z',
      edited: '2024-06-01T08:00:00.000Z',
      title: 'Läuten & „Hören“ 🔔',
      text: 'Erste Zeile\nzweite Zeile.\n\nUnterschrift\n\nMehr dort.\n\na\n\nb',
      links: ['https://glocken.example.org/ueber/'],
      tags: ['Glocken & Türme', 'laut'],
      isPinned: true,
      visibility: 'public',
      source: 'export',
      extent: 'whole',
    });
  });

  it('finds featured pictures and galleries in the media of another part, and the file of those that lie beside it', async () => {
    const { posts } = await readExport(wordpressPlace, await exportTree(split ?? {}));
    expect(posts[0]?.media.map(({ url, alt, file, otherUrls }) => [url, alt, file, otherUrls.length])).toEqual([
      ['https://glocken.example.org/wp-content/uploads/2024/05/bell.jpg', 'Eine Glocke', 'media/2024/05/bell.jpg', 1],
      ['https://glocken.example.org/wp-content/uploads/2024/05/turm.png', null, undefined, 0],
    ]);
  });

  it('tells posts, pages and types of the site’s own apart, and keeps plain links', async () => {
    const { posts } = await readExport(wordpressPlace, await exportTree(split ?? {}));
    expect(posts.map(({ id, kind, url }) => [id, kind, url])).toEqual([
      ['12', 'article', 'https://glocken.example.org/beitrag-12/'],
      ['comment-71', 'comment', 'https://glocken.example.org/beitrag-12/#comment-71'],
      ['13', 'page', 'https://glocken.example.org/?page_id=13'],
      ['14', 'post', 'https://glocken.example.org/produkt/seil/'],
      ['15', 'article', 'https://glocken.example.org/beitrag-15/'],
    ]);
    expect(posts[2]?.text).toBe('Wir läuten.');
  });

  it('gives what the site’s own people answered below a post, and counts the rest', async () => {
    const { posts, leftOut } = await readExport(wordpressPlace, await exportTree(split ?? {}));
    expect(posts[1]).toMatchObject({
      isOwn: true,
      text: 'Danke!\nBis bald.',
      published: '2024-05-02T09:00:00.000Z',
      replyTo: { id: 'comment-70' },
      thread: '12',
    });
    expect(leftOut['comments-by-others']).toBe(2);
  });

  it('leaves the time open where only that of an unknown zone is there, and says so', async () => {
    const { posts, findings } = await readExport(wordpressPlace, await exportTree(split ?? {}));
    expect(posts.find(({ id }) => id === '15')?.published).toBeNull();
    expect(findings.filter(({ kind }) => kind === 'note')).toHaveLength(1);
  });

  it('gives what was asked for besides, none of it public', async () => {
    const include = ['drafts', 'scheduled', 'private', 'deleted'] as const;
    const { posts, leftOut } = await readExport(wordpressPlace, await exportTree(split ?? {}), include);
    const asked = posts.filter(({ visibility }) => visibility !== 'public');
    expect(asked.map(({ id, visibility, published }) => [id, visibility, published !== null])).toEqual([
      ['20', 'private', false],
      ['21', 'private', false],
      ['22', 'private', false],
      ['23', 'private', true],
      ['24', 'private', true],
      ['25', 'private', true],
    ]);
    expect(leftOut).toEqual({ 'comments-by-others': 2, others: 6 });
  });

  it('reads version 1.0: the name of the author as it stands, each tag once', async () => {
    const { posts } = await readExport(wordpressPlace, await exportTree(first ?? {}));
    expect(posts[0]).toMatchObject({ id: '9', author: { id: null, name: 'aenne' }, tags: ['Glocken', 'alt'] });
  });

  it('goes on after an item that is not closed', async () => {
    const broken = item({ id: 2 }).replace('</item>', '');
    const { posts, unreadable } = await readItems(item({ id: 1 }), broken, item({ id: 3 }), item({ id: 4 }));
    expect(posts.map(({ id }) => id)).toEqual(['1', '3', '4']);
    expect(unreadable.map(({ id, at }) => [id, at.file, at.record])).toEqual([['2', 'a.xml', 2]]);
  });

  it('names the item that one whose text has no end took in', async () => {
    const broken = item({ id: 2 }).replace('Text 2]]>', 'Text 2').replace(/]]>/g, ']]');
    const { posts, unreadable } = await readItems(item({ id: 1 }), broken, item({ id: 3 }), item({ id: 4 }));
    expect(posts.map(({ id }) => id)).toEqual(['1', '4']);
    expect(unreadable.map(({ id }) => id)).toContain('2');
    expect(unreadable).toHaveLength(2);
  });

  it('reports items without a number, a type or an own frame', async () => {
    const { posts, unreadable } = await readItems(
      item({ id: 1 }).replace(/<wp:post_type>.*<\/wp:post_type>/, ''),
      item({ id: 2 }).replace('<wp:post_id>2<', '<wp:post_id>two<').replace('?p=2', ''),
      item({ id: 3 }).replace('<item>', '').replace('</item>', ''),
      item({ id: 4 }).replace('<wp:post_id>4<', '<wp:post_id><'),
    );
    expect(posts.map(({ id }) => id)).toEqual(['4']);
    expect(unreadable.map(({ id }) => id)).toEqual(['1', null, '3']);
  });

  it('says so when the file ends in the middle of an item', async () => {
    const whole = wxr('1.2', [item({ id: 1 }), item({ id: 2 })].join('\n'));
    const tree = await exportTree({ 'a.xml': whole.slice(0, whole.indexOf('<wp:status>', whole.indexOf('Text 2'))) });
    const { posts, unreadable } = await readExport(wordpressPlace, tree);
    expect(posts.map(({ id }) => id)).toEqual(['1']);
    expect(unreadable.map(({ id }) => id)).toEqual(['2']);
  });

  it('leaves markup and shortcodes of plugins as they are', async () => {
    const { posts } = await readItems(
      item({ id: 1, content: '[contact-form-7 id="1"] und <script>alert(1)</script> [audio mp3="/a.mp3"][/audio]' }),
    );
    expect(posts[0]?.text).toBe('[contact-form-7 id="1"] und');
    expect(posts[0]?.media).toMatchObject([{ url: 'https://glocken.example.org/a.mp3', kind: 'audio' }]);
  });

  it('reports a text whose markup nests without end, and goes on', async () => {
    const deep = '<div>'.repeat(20_000);
    const { posts, unreadable } = await readItems(item({ id: 1, content: deep }), item({ id: 2 }));
    expect(posts.map(({ id }) => id)).toEqual(['2']);
    expect(unreadable.map(({ id }) => id)).toEqual(['1']);
  });

  it.each(nearMisses)('takes $name for none of its own', async ({ contents }) => {
    expect(await detectExport('wordpress', await exportTree(contents))).toBeUndefined();
  });

  it.skipIf(!existsSync(samples)).each([
    ['co-authors-plus.xml', 4, {}],
    ['feature-image-captions.xml', 3, {}],
    ['has-audio-enclosure.xml', 1, {}],
    ['has-audio-enclosure-with-libsyn-embed.xml', 1, {}],
    ['has-meta.xml', 1, {}],
    ['has-yoast-meta.xml', 2, {}],
    ['sample.xml', 4, { drafts: 1 }],
    ['sample-no-slug.xml', 4, { drafts: 1 }],
    ['sample-with-alt.xml', 1, {}],
    ['multiple', 4, { drafts: 1 }],
  ])('reads the sample %s', async (name, count, leftOut) => {
    const tree = await openExportTree([`${samples}/${name}`]);
    onTestFinished(() => tree.close());
    const read = await readExport(wordpressPlace, tree);
    expect(read.detected.dialect).toBe('wxr-1.2');
    expect(new Set(read.posts.map(({ id }) => id)).size).toBe(count);
    expect(read.posts).toHaveLength(count);
    expect({ leftOut: read.leftOut, unreadable: read.unreadable }).toEqual({ leftOut, unreadable: [] });
  });

  it.skipIf(!existsSync(samples))('has featured pictures and recordings of the samples', async () => {
    const tree = await openExportTree([`${samples}/feature-image-captions.xml`, `${samples}/has-audio-enclosure.xml`]);
    onTestFinished(() => tree.close());
    const { posts } = await readExport(wordpressPlace, tree);
    const media = posts.flatMap((post) => post.media);
    expect(media.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['image', 'audio']));
  });
});
