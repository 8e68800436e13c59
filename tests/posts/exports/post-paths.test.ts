import { describe, expect, it } from 'vitest';
import { type FoundPost, makePost, type Post } from '../../../src/model/post.ts';
import { PostPaths } from '../../../src/posts/exports/post-paths.ts';
import { slugOf } from '../../../src/posts/exports/slug.ts';

function post(parts: Partial<FoundPost>): Post {
  const known = makePost({ platform: 'mastodon', id: '1', kind: 'post', source: 'api', ...parts });
  return { ...known, channel: 'social', archive: null };
}

describe('the name of a post’s file', () => {
  it('is made of its words, in letters that every system takes', () => {
    const slugs: Readonly<Record<string, string>> = {
      'Größe & Öffnungszeiten: Café „Übermut“': 'groesse-oeffnungszeiten-cafe-uebermut',
      'STRASSE Äpfel': 'strasse-aepfel',
      "Don't panic": 'dont-panic',
      'Łódź, Smørrebrød, naïve': 'lodz-smorrebrod-naive',
      '../../etc/passwd': 'etc-passwd',
      'a:b*c?"<>|\\': 'a-b-c',
      '🎉🎉': '',
      قهوتنا: '',
      'See https://a.example/very/long': 'see',
      CON: 'con-post',
      lpt1: 'lpt1-post',
    };
    expect(Object.fromEntries(Object.keys(slugs).map((text) => [text, slugOf(text)]))).toEqual(slugs);
    expect(slugOf('Wir sagen danke '.repeat(20)).length).toBeLessThanOrEqual(60);
    expect(slugOf('x'.repeat(500))).toHaveLength(60);
  });

  it('has the day, and the id where two would be the same', () => {
    const paths = new PostPaths();
    const published = '2024-01-08T08:15:00.000Z';
    const same = { published, title: 'Größe' };
    expect([
      paths.pathFor(post({ ...same, id: '1' })),
      paths.pathFor(post({ ...same, id: '2' })),
      paths.pathFor(post({ ...same, id: '2', platform: 'website' })),
      paths.pathFor(post({ text: '🎉', id: '3', published })),
      paths.pathFor(post({ text: 'Ohne Datum', id: '4' })),
      paths.pathFor(post({ text: 'Ohne Datum', id: '5', published: 'gestern' })),
    ]).toEqual([
      '2024/2024-01-08-groesse',
      '2024/2024-01-08-groesse-2',
      expect.stringMatching(/^2024\/2024-01-08-groesse-[0-9a-f]{10}$/),
      '2024/2024-01-08-post-3',
      'undated/ohne-datum',
      'undated/ohne-datum-5',
    ]);
  });

  it('is never given twice, whatever the ids are', () => {
    const paths = new PostPaths();
    const odd = ['..', '../x', 'a/b', 'A/B', 'https://a.example/1', '', '\u0000', 'x'.repeat(300)];
    const given = [...odd, ...odd].map((id) => paths.pathFor(post({ id, text: 'gleich' })));
    expect(new Set(given.map((path) => path.toLowerCase())).size).toBe(given.length);
    expect(given.every((path) => /^undated\/[a-z0-9-]{1,100}$/.test(path))).toBe(true);
  });
});
