import { expect, it } from 'vitest';
import { exportTree } from '../../support/export-folder.ts';
import { detectExport } from '../../support/read-export.ts';
import { exports as instagram } from './fixtures/instagram.ts';
import { exports, nearMisses, threadsOwner } from './fixtures/threads.ts';
import { expectRefused, expectWhole, postWith, readFixture } from './meta-fixture.ts';

const name = 'Threads, in the export of Instagram';

it.each(exports)('reads $name', expectWhole);
it.each(nearMisses)('does not take $name', expectRefused);

it('gives words, time, tags and links of a post that is a list of media without a medium', async () => {
  const post = postWith((await readFixture(exports, name)).posts, 'Schöne');
  expect(post).toMatchObject({
    kind: 'post',
    source: 'export',
    url: null,
    published: '2025-08-06T07:54:19.000Z',
    text: 'Schöne „Grüße“ 🎉\nZweite Zeile #Bücher https://example.com/a',
    tags: ['Bücher'],
    links: ['https://example.com/a'],
    media: [],
    replyTo: null,
    visibility: 'public',
    author: { handle: 'nordlicht.buch', name: 'Nordlicht Bücher', url: 'https://www.threads.com/@nordlicht.buch' },
  });
  expect(post.id).toMatch(/^export-[0-9a-f]{24}$/);
});

it('knows an answer, and that the export does not say to what', async () => {
  expect(postWith((await readFixture(exports, name)).posts, '@jemand')).toMatchObject({
    kind: 'reply',
    replyTo: { id: null, url: null, author: null, text: null },
  });
});

it('gives pictures that are there and names films that are not', async () => {
  expect(postWith((await readFixture(exports, name)).posts, 'Zwei Bilder')).toMatchObject({
    published: '2025-08-06T07:56:40.000Z',
    media: [
      { kind: 'image', file: 'media/posts/202508/a.jpg' },
      { kind: 'video', file: null },
    ],
  });
});

it('gives archived posts to those who ask', async () => {
  const { posts } = await readFixture(exports, name, ['private']);
  expect(postWith(posts, 'Weggelegt').visibility).toBe('private');
});

it('leaves everything out of a profile that is private, until it is asked for', async () => {
  const own = { 'your_instagram_activity/threads/personal_information.json': threadsOwner(true) };
  expect(await readFixture(exports, name, [], own)).toMatchObject({ posts: [], leftOut: { 'followers-only': 3 } });
  const { posts } = await readFixture(exports, name, ['followers-only'], own);
  expect(posts.map(({ visibility }) => visibility)).toEqual(['followers', 'followers', 'followers']);
});

it('takes its own part of an export that holds Instagram as well, and nothing of the other', async () => {
  const [other] = instagram;
  const read = await readFixture(exports, name, [], other?.contents ?? {});
  expect(read.posts).toHaveLength(3);
  expect(read.leftOut).toEqual(exports[0]?.leftOut);
  expect(read.detected.missingParts).toEqual([]);
});

it('takes no export of Instagram’s alone', async () => {
  const [other] = instagram;
  expect(await detectExport('threads', await exportTree(other?.contents ?? {}))).toBeUndefined();
});

it('counts a record that it cannot read', async () => {
  const { posts, unreadable } = await readFixture(exports, name, [], {
    'your_instagram_activity/threads/threads_and_replies.json':
      '{"text_post_app_text_posts": [{"media": [{"uri": "", "creation_timestamp": 1754466859, "title": "a"}]}, {"media": [{"uri": ""}]}, 7, {"media": ]}',
  });
  expect(posts).toHaveLength(1);
  expect(unreadable.length).toBeGreaterThanOrEqual(3);
});
