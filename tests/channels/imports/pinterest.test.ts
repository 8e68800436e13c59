import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openExportTree } from '../../../src/archive/export-tree.ts';
import { exportTree } from '../../support/export-folder.ts';
import { detectExport, readExport } from '../../support/read-export.ts';
import { exports, nearMisses, page, pin, pinterestPlace } from './fixtures/pinterest.ts';

const samples = fileURLToPath(new URL('../../../../shared/samples/pinterest', import.meta.url));
const whole = exports[0]?.contents ?? {};

const readPage = async (html: string) => readExport(pinterestPlace, await exportTree({ 'x.html': html }));

describe('the export of Pinterest', () => {
  it('gives pins as the crawl does', async () => {
    const { posts, detected, findings } = await readExport(pinterestPlace, await exportTree(whole));
    expect(detected.owner.handle).toBe('aurorakaffee');
    expect(posts.map(({ id, kind }) => [id, kind])).toEqual([
      ['101', 'post'],
      ['102', 'repost'],
      ['103', 'video'],
    ]);
    expect(posts[0]).toMatchObject({
      url: 'https://www.pinterest.com/pin/101/',
      published: '2021-01-02T12:34:56.000Z',
      title: 'Grüße, „Röster“ & Co ☕',
      text: 'Zeile eins, mit Komma <b>\nZeile zwei',
      links: ['https://aurora.example/a?b=1&c=2'],
      tags: ['Röstung'],
      media: [
        {
          url: 'https://i.pinimg.com/736x/01/23/45/0123456789abcdef0123456789abcdef.jpg',
          otherUrls: ['https://i.pinimg.com/originals/01/23/45/0123456789abcdef0123456789abcdef.jpg'],
          alt: 'Eine Tasse',
        },
      ],
      visibility: 'public',
    });
    expect(posts[0]?.media[0]).not.toHaveProperty('file');
    expect(JSON.stringify(findings)).not.toContain('203.0.113');
  });

  it('gives private and deleted pins when they are asked for', async () => {
    const { posts, leftOut } = await readExport(pinterestPlace, await exportTree(whole), ['private', 'deleted']);
    expect(posts.slice(3).map(({ id, visibility }) => [id, visibility])).toEqual([
      ['104', 'private'],
      ['105', 'unknown'],
    ]);
    expect(leftOut).toEqual({});
  });

  it('never takes a pin for public that does not say so, or that says both', async () => {
    const both = pin(2, { Details: 'frech<br>Private: False', Private: 'True' });
    const { posts, unreadable } = await readPage(page(pin(1, { Private: 'No data' }), both, pin(3)));
    expect(posts.map(({ id }) => id)).toEqual(['3']);
    expect(unreadable.map(({ id }) => id)).toEqual(['1', '2']);
  });

  it('tells a page that was cut off', async () => {
    const html = page(pin(1), pin(2));
    const { unreadable } = await readPage(html.slice(0, html.indexOf('<h1 id=1234>')));
    expect(unreadable.some(({ message }) => message.includes('ends too early'))).toBe(true);
  });
});

describe('what only looks like it', () => {
  it.each(nearMisses)('$name is none', async ({ contents }) => {
    expect(await detectExport('pinterest', await exportTree(contents))).toBeUndefined();
  });
});

describe('the sample', () => {
  it.skipIf(!existsSync(samples))('is read', async () => {
    const tree = await openExportTree([samples]);
    onTestFinished(() => tree.close());
    const { posts, unreadable } = await readExport(pinterestPlace, tree);
    expect(posts).toMatchObject([
      {
        id: '123456789',
        kind: 'repost',
        text: 'some text',
        published: '2017-02-13T15:35:01.000Z',
        links: [expect.stringMatching(/^https:\/\/some-cool/)],
      },
    ]);
    expect(unreadable).toEqual([]);
  });
});
