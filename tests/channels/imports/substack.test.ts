import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openExportTree } from '../../../src/archive/export-tree.ts';
import { exportTree } from '../../support/export-folder.ts';
import { detectExport, readExport } from '../../support/read-export.ts';
import { exports, nearMisses, substackPlace } from './fixtures/substack.ts';

const samples = fileURLToPath(new URL('../../../../shared/samples/substack/export', import.meta.url));
const whole = exports[0]?.contents ?? {};

describe('the export of Substack', () => {
  it('gives a post as the crawl gives it, by its number and its address', async () => {
    const { posts } = await readExport(substackPlace, await exportTree(whole));
    expect(posts.find(({ id }) => id === '90110011')).toMatchObject({
      url: 'https://glockenpost.substack.com/p/glocken-im-herbst',
      kind: 'article',
      published: '2024-10-03T08:30:00.000Z',
      title: 'Glocken im Herbst: "Läuten" 🔔',
      text: 'Grüße aus dem Turm.\nBis bald!\n\nMehr unter unserer Seite.',
      links: ['https://example.org/glocken?a=1&b=2'],
      media: [{ url: 'https://substackcdn.com/image/fetch/f_auto/bell.png', alt: 'Die große Glocke', kind: 'image' }],
      visibility: 'public',
      source: 'export',
      extent: 'whole',
      countedAt: null,
    });
  });

  it('tells podcasts, threads and pages apart, and has the recording of a podcast', async () => {
    const { posts } = await readExport(substackPlace, await exportTree(whole));
    expect(posts.map(({ id, kind }) => [id, kind])).toEqual([
      ['90110011', 'article'],
      ['90110012', 'article'],
      ['90110013', 'post'],
      ['90110017', 'page'],
      ['90110018', 'article'],
    ]);
    expect(posts[1]?.media).toMatchObject([
      { url: 'https://api.substack.com/feed/podcast/90110012/a1.mp3', kind: 'audio' },
    ]);
  });

  it('names the file that a published post lacks, and gives what the table says of it', async () => {
    const { posts, detected } = await readExport(substackPlace, await exportTree(whole));
    expect(detected.missingParts).toEqual(['posts/90110018.verloren.html']);
    expect(posts.find(({ id }) => id === '90110018')).toMatchObject({
      title: 'Verloren',
      text: 'Ohne Text im Export',
      html: null,
      extent: 'part',
    });
  });

  it('leaves out what is for subscribers until it is asked for', async () => {
    const { posts } = await readExport(substackPlace, await exportTree(whole), ['followers-only', 'drafts']);
    const asked = posts.filter(({ visibility }) => visibility !== 'public');
    expect(asked.map(({ id, visibility, url }) => [id, visibility, url])).toEqual([
      ['90110014', 'followers', 'https://glockenpost.substack.com/p/nur-fuer-euch'],
      ['90110015', 'followers', 'https://glockenpost.substack.com/p/gruender'],
      ['90110016', 'private', null],
    ]);
  });

  it('reports lines it cannot read with their place, and texts that no line names', async () => {
    const tree = await exportTree({
      'posts.csv': [
        'post_id,post_date,is_published,type,audience,title',
        'ohne-nummer,2024-01-01T00:00:00Z,true,newsletter,everyone,A',
        '12.b,2024-01-01T00:00:00Z,vielleicht,newsletter,everyone,B',
        '13.c,2024-01-01T00:00:00Z,true,newsletter,everyone,C,zuviel',
        '14.d,2024-01-01T00:00:00Z,true,newsletter,everyone,D',
      ].join('\n'),
      'posts/14.d.html': '<p>D</p>',
      'posts/14.alt.html': '<p>D, älter</p>',
      'posts/15.e.html': '<p>E</p>',
    });
    const { posts, unreadable, findings } = await readExport(substackPlace, tree);
    expect(posts.map(({ id, text }) => [id, text])).toEqual([['14', 'D']]);
    expect(unreadable.map(({ id, at }) => [id, at.file, at.record])).toEqual([
      [null, 'posts.csv', 1],
      ['12', 'posts.csv', 2],
      ['13', 'posts.csv', 3],
      ['15', 'posts/15.e.html', null],
    ]);
    expect(findings.filter(({ kind }) => kind === 'note')).toHaveLength(1);
  });

  it('gives no address where the channel is a person and not a publication', async () => {
    const place = { ...substackPlace, url: 'https://substack.com/@glockenpost' };
    const { posts } = await readExport(place, await exportTree(whole));
    expect(posts.map(({ url }) => url)).toEqual([null, null, null, null, null]);
  });

  it('reports a text whose markup nests without end, and goes on', async () => {
    const deep = '<div>'.repeat(20_000);
    const tree = await exportTree({ ...whole, 'posts/90110013.fragt-uns.html': deep });
    const { posts, unreadable } = await readExport(substackPlace, tree);
    expect(posts.find(({ id }) => id === '90110013')).toMatchObject({ extent: 'part', html: null });
    expect(unreadable.map(({ id }) => id)).toEqual(['90110013']);
  });

  it.each(nearMisses)('takes $name for none of its own', async ({ contents }) => {
    expect(await detectExport('substack', await exportTree(contents))).toBeUndefined();
  });

  it.skipIf(!existsSync(samples))('reads the sample', async () => {
    const tree = await openExportTree([samples]);
    onTestFinished(() => tree.close());
    const { posts, leftOut, unreadable, detected } = await readExport(substackPlace, tree);
    expect(posts.map(({ id, kind }) => [id, kind])).toEqual([
      ['123401', 'article'],
      ['123402', 'article'],
      ['123403', 'post'],
      ['123405', 'page'],
    ]);
    expect(posts[0]?.title).toBe('Plain Text');
    expect({ leftOut, unreadable, missing: detected.missingParts }).toEqual({
      leftOut: { drafts: 1 },
      unreadable: [],
      missing: [],
    });
  });
});
