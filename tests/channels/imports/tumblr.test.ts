import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { asList, asObject, at } from '../../../src/channels/reading/json-reader.ts';
import { tumblrJson } from '../../../src/channels/tumblr/read-api.ts';
import { exportTree } from '../../support/export-folder.ts';
import { detectExport, readExport } from '../../support/read-export.ts';
import { exports, nearMisses, tumblrPage, tumblrPlace, tumblrPost, tumblrXml } from './fixtures/tumblr.ts';

const sample = fileURLToPath(new URL('../../../../shared/samples/tumblr/api-read-json.jsonp.js', import.meta.url));
const [xml, html] = exports.map(({ contents }) => contents);

describe('the export of Tumblr', () => {
  it('says whose blog it is, and how many posts the list counts', async () => {
    const { detected, claims } = await readExport(tumblrPlace, await exportTree(xml ?? {}));
    expect(detected.owner).toMatchObject({ handle: 'glockenturm', name: 'Glocken & Türme' });
    expect(claims.map(({ claim, file }) => [claim.name, claim.count, file])).toEqual([
      ['posts total', 8, 'posts/posts.xml'],
    ]);
  });

  it('gives a post as the interface gives it, each once though a page has it too', async () => {
    const { posts } = await readExport(tumblrPlace, await exportTree(xml ?? {}));
    expect(posts.filter(({ id }) => id === '54759400073')).toMatchObject([
      {
        url: 'https://glockenturm.tumblr.com/post/54759400073/slug-54759400073',
        kind: 'post',
        author: { handle: 'glockenturm', name: 'Glocken & Türme' },
        published: '2013-07-06T16:27:23.000Z',
        title: 'Läuten & „Hören“ 🔔',
        text: 'Grüße\naus dem Turm.',
        links: ['https://example.org/?a=1&b=2'],
        tags: ['glocken', 'türme'],
        media: [],
        visibility: 'public',
        source: 'export',
        extent: 'whole',
      },
    ]);
  });

  it('finds the files of a set of pictures, and names the one that is missing', async () => {
    const { posts } = await readExport(tumblrPlace, await exportTree(xml ?? {}));
    expect(posts[1]?.media.map(({ url, alt, width, file }) => [url, alt, width, file])).toEqual([
      ['https://64.media.tumblr.com/a/tumblr_1_1280.jpg', 'Eins', 1280, 'media/54759400074_0.jpg'],
      ['https://64.media.tumblr.com/b/tumblr_2_1280.jpg', null, 640, null],
    ]);
  });

  it('tells what was passed on from what was added to it, whether attributes say so or the text', async () => {
    const { posts } = await readExport(tumblrPlace, await exportTree(xml ?? {}));
    expect(posts[2]).toMatchObject({ kind: 'repost', repostOf: { id: '5550001', author: { handle: 'seilerei' } } });
    expect(posts[3]).toMatchObject({
      kind: 'quote',
      text: 'Die hängen bei uns.',
      quoteOf: { id: '5550001', url: 'https://seilerei.tumblr.com/post/5550001/seile' },
    });
  });

  it('reads questions and conversations', async () => {
    const { posts } = await readExport(tumblrPlace, await exportTree(xml ?? {}));
    expect(posts[4]).toMatchObject({ text: 'Sehr.', replyTo: { text: 'Wie laut?' } });
    expect(posts[5]).toMatchObject({ title: 'Am Seil', text: 'A: Zieh!\nB: Ja.' });
  });

  it('gives drafts, the queue and private posts when asked, none of them public', async () => {
    const { posts } = await readExport(tumblrPlace, await exportTree(xml ?? {}), ['drafts', 'scheduled', 'private']);
    expect(posts.slice(6).map(({ id, visibility, url }) => [id, visibility, url])).toEqual([
      ['54759400079', 'private', null],
      ['54759400080', 'private', null],
      ['54759400081', 'private', null],
    ]);
  });

  it('reads the pages of an older export, and leaves open when they were, for nothing says in which zone', async () => {
    const { posts, findings } = await readExport(tumblrPlace, await exportTree(html ?? {}));
    expect(posts[0]).toMatchObject({
      id: '101000001',
      url: 'https://glockenturm.tumblr.com/post/101000001',
      kind: 'post',
      published: null,
      title: 'Früher',
      text: 'Grüße\nvon damals.',
      tags: ['glocken', 'alt & neu'],
      visibility: 'unknown',
    });
    expect(posts[1]).toMatchObject({ kind: 'repost', title: null, repostOf: { id: '5550001' } });
    expect(findings.filter(({ kind }) => kind === 'note')).toHaveLength(1);
  });

  it('has the files of a page: those it shows, those it forgot, none of another post', async () => {
    const { posts } = await readExport(tumblrPlace, await exportTree(html ?? {}));
    expect(posts[0]?.media.map(({ url, kind, file }) => [url, kind, file])).toEqual([
      ['export:alt/media/101000001_0.jpg', 'image', 'alt/media/101000001_0.jpg'],
      ['export:alt/media/101000001_1.jpg', 'image', 'alt/media/101000001_1.jpg'],
    ]);
  });

  it('names the file of a picture that a page shows and that is not there', async () => {
    const tree = await exportTree({ 'posts/html/7000001.html': tumblrPage('', '<img src="../../media/7000001.png">') });
    const { posts } = await readExport(tumblrPlace, tree);
    expect(posts[0]?.media).toMatchObject([{ url: 'export:media/7000001.png', file: null }]);
  });

  it('names a list that is damaged beyond recognition beside the pages', async () => {
    const tree = await exportTree({ ...xml, 'posts/posts.xml': '<?xml version="1.0"?>' });
    const { detected } = await readExport(tumblrPlace, tree);
    expect(detected).toMatchObject({ dialect: 'tumblr-html', missingParts: ['posts/posts.xml'] });
  });

  it('reports what it cannot read, and goes on', async () => {
    const tree = await exportTree({
      'posts/posts.xml': tumblrXml(
        [
          tumblrPost('1000001', 'type="regular"', '<regular-body>A</regular-body>'),
          tumblrPost('', 'type="regular"', '<regular-body>B</regular-body>'),
          tumblrPost('1000003', 'type="regular"', '<regular-body>C</regular-body>').replace('</post>', ''),
          tumblrPost('1000004', 'type="regular"', '<regular-body>D</regular-body>'),
          tumblrPost(
            '1000005',
            'type="regular"',
            '<regular-title>E</regular-title><regular-body>E</regular-body>',
          ).replace('<post ', '<pst '),
          tumblrPost('1000006', 'type="regular"', '<regular-body>F</regular-body>'),
        ].join('\n'),
      ),
      'posts/html/1000007.html': '<html><body>nothing',
    });
    const { posts, unreadable } = await readExport(tumblrPlace, tree);
    expect(posts.map(({ id }) => id)).toEqual(['1000001', '1000004', '1000006']);
    expect(unreadable.map(({ id, at: { file, record } }) => [id, file, record])).toEqual([
      [null, 'posts/posts.xml', 2],
      ['1000003', 'posts/posts.xml', 3],
      [null, 'posts/posts.xml', 5],
      ['1000007', 'posts/html/1000007.html', null],
    ]);
  });

  it('reports a text whose markup nests without end, and goes on', async () => {
    const deep = '<div>'.repeat(20_000);
    const body = `<regular-body><![CDATA[${deep}]]></regular-body>`;
    const list = tumblrXml(
      tumblrPost('1000001', 'type="regular"', body) + tumblrPost('1000002', 'type="regular"', 'B'),
    );
    const tree = await exportTree({ 'posts/posts.xml': list, 'posts/html/1000003.html': tumblrPage('', deep) });
    const { posts, unreadable } = await readExport(tumblrPlace, tree);
    expect(posts.map(({ id }) => id)).toEqual(['1000002']);
    expect(unreadable.map(({ id }) => id)).toEqual(['1000001', '1000003']);
  });

  it.each(nearMisses.filter(({ refused }) => refused === undefined))(
    'takes $name for none of its own',
    async (miss) => {
      expect(await detectExport('tumblr', await exportTree(miss.contents))).toBeUndefined();
    },
  );

  it.each(nearMisses.filter(({ refused }) => refused !== undefined))('refuses $name, and says why', async (miss) => {
    expect(await detectExport('tumblr', await exportTree(miss.contents))).toMatchObject({
      kind: 'refused',
      code: miss.refused,
      hint: expect.stringMatching(/\w/),
    });
  });

  it.skipIf(!existsSync(sample))('reads the posts of the sample alike from XML and from the interface', async () => {
    const value = tumblrJson(readFileSync(sample, 'utf8'));
    const items = asList(value?.posts).map((post) => asObject(post) ?? {});
    const asXml = items.map((post) => {
      const scalars = Object.entries(post).filter(
        ([, field]) => typeof field === 'string' || typeof field === 'number',
      );
      const isElement = (name: string) => /^(regular-|question|answer)/.test(name);
      const escaped = (text: unknown) => String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      const attributes = scalars
        .filter(([name]) => !isElement(name))
        .map(([name, field]) => `${name}="${escaped(field)}"`);
      const elements = scalars
        .filter(([name]) => isElement(name))
        .map(([name, field]) => `<${name}>${escaped(field)}</${name}>`);
      const tags = asList(at(post, 'tags')).map((tag) => `<tag>${escaped(tag)}</tag>`);
      return `<post ${attributes.join(' ')}>${elements.join('')}${tags.join('')}</post>`;
    });
    const { posts } = await readExport(tumblrPlace, await exportTree({ 'posts.xml': tumblrXml(asXml.join('')) }));
    expect(posts.map(({ id, title, text, tags, published }) => [id, title, text, tags, published])).toEqual([
      ['54759400073', 'Jekyll: Test', 'Testing...', ['jekyll'], '2013-07-06T16:27:23.000Z'],
      ['71845593082', null, 'Who is there?', [], '2014-01-01T14:08:45.000Z'],
    ]);
  });
});
