import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openExportTree } from '../../../src/archive/export-tree.ts';
import { exportTree } from '../../support/export-folder.ts';
import { detectExport, readExport } from '../../support/read-export.ts';
import {
  ACTOR,
  announce,
  create,
  exports,
  items,
  mastodonPlace,
  nearMisses,
  notes,
  PUBLIC,
} from './fixtures/mastodon.ts';

const samples = fileURLToPath(new URL('../../../../shared/samples/mastodon/ish@ish.works', import.meta.url));
const [archive, pleroma, misskey] = exports;
const whole = archive?.contents ?? {};

async function readItems(orderedItems: readonly unknown[], more: object = {}) {
  const outbox = {
    type: 'OrderedCollection',
    id: 'outbox.json',
    totalItems: orderedItems.length,
    orderedItems,
    ...more,
  };
  return readExport(mastodonPlace, await exportTree({ ...whole, 'outbox.json': outbox }));
}

describe('the archive of a Mastodon account', () => {
  it('says whose it is, and how many posts the server counted', async () => {
    const { detected, claims, findings } = await readExport(mastodonPlace, await exportTree(whole));
    expect(detected.owner).toEqual({
      id: ACTOR,
      handle: 'aurora@social.example',
      name: 'Aurora Rösterei',
      url: 'https://social.example/@aurora',
    });
    expect(claims.map(({ claim }) => [claim.name, claim.count, claim.reach])).toEqual([
      ['outbox totalItems', items.length, 'more-hidden'],
    ]);
    expect(findings.find(({ kind }) => kind === 'profile')).toMatchObject({
      profile: { handle: 'aurora', bio: 'Kaffee & Kuchen', since: '2022-11-01T00:00:00.000Z' },
    });
  });

  it('takes the time of packing from the name that Mastodon gave it', async () => {
    const tree = await exportTree(whole, 'archive-20250102030405-0123456789abcdef0123456789abcdef');
    expect(await detectExport('mastodon', tree)).toMatchObject({ export: { madeAt: '2025-01-02T03:04:05.000Z' } });
  });

  it('gives posts as the crawl does: by the number of the server', async () => {
    const { posts } = await readExport(mastodonPlace, await exportTree(whole));
    expect(posts.map(({ id, kind, visibility }) => [id, kind, visibility])).toEqual([
      ['101', 'post', 'public'],
      ['102', 'reply', 'public'],
      ['103', 'post', 'public'],
      ['104', 'post', 'unlisted'],
      ['105', 'post', 'public'],
      ['106', 'post', 'public'],
      ['107', 'repost', 'public'],
    ]);
    expect(posts[0]).toMatchObject({
      url: 'https://social.example/@aurora/101',
      published: '2024-03-17T10:00:00.000Z',
      edited: '2024-03-18T11:00:00.000Z',
      text: 'Grüße aus der Rösterei ☕ & mehr\nZeile zwei Seite',
      links: ['https://aurora.example/'],
      tags: ['kaffee'],
      lang: 'de',
      author: { id: ACTOR, handle: 'aurora' },
      source: 'export',
      extent: 'whole',
    });
    expect(posts[1]?.replyTo).toMatchObject({ id: 'https://elsewhere.example/users/mira/statuses/7' });
    expect(posts[2]?.replyTo).toMatchObject({ id: '101' });
    expect(posts[4]?.warning).toBe('Spoiler');
    expect(posts[5]?.poll).toEqual({
      options: [
        { text: 'Arabica', votes: 5 },
        { text: 'Robusta', votes: 0 },
      ],
      endsAt: '2024-03-25T10:00:00.000Z',
      voters: 5,
    });
    expect(posts[6]?.repostOf).toMatchObject({ id: 'https://elsewhere.example/users/mira/statuses/8' });
  });

  it('finds the media that are packed, and names those that should be', async () => {
    const { posts } = await readExport(mastodonPlace, await exportTree(whole));
    expect(posts[0]?.media).toMatchObject([
      {
        url: 'export:/media_attachments/files/111/222/original/tasse.png',
        kind: 'image',
        mime: 'image/png',
        alt: 'Eine Tasse „Kaffee“',
        width: 9,
        height: 6,
        file: 'media_attachments/files/111/222/original/tasse.png',
      },
      { kind: 'video', file: null },
    ]);
  });

  it('finds them as well where the path has the name of a bucket before it', async () => {
    const attachment = [
      { type: 'Document', mediaType: 'image/png', url: '/bucket/media_attachments/files/111/222/original/tasse.png' },
    ];
    const { posts } = await readItems([create(1, 'Bild', { attachment })]);
    expect(posts[0]?.media[0]?.file).toBe('media_attachments/files/111/222/original/tasse.png');
  });

  it('gives posts for followers when they are asked for, and direct messages never', async () => {
    const tree = await exportTree(whole);
    const { posts, leftOut } = await readExport(mastodonPlace, tree, [
      'followers-only',
      'private',
      'drafts',
      'deleted',
    ]);
    expect(posts.filter(({ visibility }) => visibility === 'followers').map(({ id }) => id)).toEqual(['108', '109']);
    expect(posts.some(({ id, visibility }) => id === '110' || visibility === 'private')).toBe(false);
    expect(leftOut).toEqual({ 'direct-messages': 1, 'likes-and-bookmarks': 2 });
  });

  it.each([
    ['nobody', {}],
    ['nobody, said as nothing', { to: null, cc: null }],
  ])('never takes what is addressed to %s for public', async (_who, addressed) => {
    const { posts, unreadable } = await readItems([{ ...create(1, 'an wen?', {}, {}), ...addressed }]);
    expect(posts).toEqual([]);
    expect(unreadable).toMatchObject([{ id: '1', at: { file: 'outbox.json', record: 1 } }]);
  });

  it('holds to the narrower one where an activity and its post are addressed differently', async () => {
    const direct = { to: ['https://elsewhere.example/users/mira'], cc: [] };
    const { posts, leftOut } = await readItems([{ ...create(1, 'geheim', direct), to: [PUBLIC], cc: [] }]);
    expect(posts).toEqual([]);
    expect(leftOut['direct-messages']).toBe(1);
  });

  it('tells what cannot be read, each with its place, and reads on', async () => {
    const strange = [
      { type: 'Kreate' },
      'https://social.example/users/aurora/statuses/9',
      7,
      announce(3, 'https://a.example/1'),
    ];
    const { posts, unreadable } = await readItems(strange);
    expect(posts.map(({ id }) => id)).toEqual(['3']);
    expect(unreadable.map(({ at, id }) => [at.record, id])).toEqual([
      [1, null],
      [2, 'https://social.example/users/aurora/statuses/9'],
      [3, '7'],
    ]);
  });

  it('tells a list that is empty although the archive counts posts', async () => {
    const { unreadable } = await readItems([], { totalItems: 7 });
    expect(unreadable.map(({ message }) => message)).toEqual([
      'outbox.json should hold 7 posts, and there are none in it.',
    ]);
  });

  it('names the outbox where it is missing', async () => {
    const { 'outbox.json': _, ...without } = whole;
    const detection = await detectExport('mastodon', await exportTree(without));
    expect(detection).toMatchObject({ kind: 'export', export: { missingParts: ['outbox.json'] } });
  });

  it('reads an outbox that was saved with its first page in it', async () => {
    const outbox = {
      type: 'OrderedCollection',
      id: `${ACTOR}/outbox`,
      totalItems: 1,
      first: { type: 'OrderedCollectionPage', orderedItems: [create(5, 'eins')] },
    };
    const { posts, detected } = await readExport(mastodonPlace, await exportTree({ 'outbox.json': outbox }));
    expect(posts.map(({ id }) => id)).toEqual(['5']);
    expect(detected.owner.handle).toBe('aurora@social.example');
  });

  it.skipIf(!existsSync(samples))('reads the sample', async () => {
    const tree = await openExportTree([samples]);
    onTestFinished(() => tree.close());
    const place = {
      platform: 'mastodon',
      handle: 'ish@social.ish.works',
      url: 'https://social.ish.works/@ish',
    } as const;
    const { posts, leftOut, unreadable, claims } = await readExport(place, tree);
    expect(claims[0]?.claim.count).toBe(7);
    expect(posts.length + (leftOut['followers-only'] ?? 0) + (leftOut['direct-messages'] ?? 0)).toBe(7);
    expect(posts.map(({ id }) => id)).not.toContain('00004');
    expect(unreadable).toEqual([]);
  });
});

describe('the archive of a server that packs no media', () => {
  it('keeps their addresses', async () => {
    const place = pleroma?.place ?? mastodonPlace;
    const { posts } = await readExport(place, await exportTree(pleroma?.contents ?? {}));
    expect(posts).toMatchObject([
      {
        id: 'https://pleroma.example/objects/5f1e',
        published: '2023-05-06T07:08:09.000Z',
        text: 'Aus Pleroma, mit „Anführung“ und 🎉',
        media: [{ url: 'https://pleroma.example/media/a.jpg', kind: 'image' }],
      },
    ]);
    expect(posts[0]?.media[0]).not.toHaveProperty('file');
  });
});

describe('the notes of Misskey', () => {
  it('are read as the crawl reads them', async () => {
    const { posts } = await readExport(misskey?.place ?? mastodonPlace, await exportTree(misskey?.contents ?? {}));
    expect(posts).toMatchObject([
      {
        id: '9aaaaaaaa1',
        url: 'https://misskey.example/notes/9aaaaaaaa1',
        kind: 'post',
        text: 'Erste Notiz, „grüß dich“ 🌱\nZeile zwei https://aurora.example/',
        links: ['https://aurora.example/'],
        published: '2024-01-02T03:04:05.678Z',
        visibility: 'public',
        extent: 'whole',
      },
      {
        kind: 'post',
        replyTo: { id: '9aaaaaaaa1' },
        warning: 'Warnung',
        visibility: 'unlisted',
        poll: {
          options: [
            { text: 'ja', votes: 3 },
            { text: 'nein', votes: 1 },
          ],
        },
        extent: 'part',
      },
      { kind: 'repost', repostOf: { id: '9bbbbbbbb1' } },
    ]);
  });

  it('without a visibility are not taken for public', async () => {
    const [first] = notes;
    const contents = { 'notes.json': [first, { ...first, id: '9x', visibility: 'everybody' }] };
    const { posts, unreadable } = await readExport(misskey?.place ?? mastodonPlace, await exportTree(contents));
    expect(posts).toHaveLength(1);
    expect(unreadable.map(({ id }) => id)).toEqual(['9x']);
  });
});

describe('what only looks like an archive', () => {
  it.each(nearMisses)('$name is none', async ({ contents }) => {
    expect(await detectExport('mastodon', await exportTree(contents))).toBeUndefined();
  });
});
