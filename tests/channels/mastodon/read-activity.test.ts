import { describe, expect, it } from 'vitest';
import { origin, posts, read } from './mastodon-answers.ts';

const actor = `${origin}/users/aurora`;
const outbox = '/users/aurora/outbox?page=true';
const activity = { mime: 'application/activity+json' };
const everybody = 'https://www.w3.org/ns/activitystreams#Public';

const note = (more: object = {}) => ({
  id: `${actor}/statuses/100`,
  type: 'Note',
  url: `${origin}/@aurora/100`,
  attributedTo: actor,
  published: '2024-05-01T10:00:00Z',
  to: [everybody],
  content: '<p>Hello</p>',
  ...more,
});

const page = (items: readonly unknown[], more: object = {}) => ({
  type: 'OrderedCollectionPage',
  orderedItems: items,
  ...more,
});

const create = (object: unknown) => ({ id: `${actor}/statuses/100/activity`, type: 'Create', actor, object });

describe('an outbox', () => {
  it('says how much there is, and ends where nothing follows', async () => {
    const top = { type: 'OrderedCollection', totalItems: 12, first: `${origin}${outbox}` };
    expect(await read('/users/aurora/outbox', top, activity)).toEqual([
      expect.objectContaining({ kind: 'claim', claim: expect.objectContaining({ count: 12, reach: 'more-hidden' }) }),
    ]);
    expect(await read(outbox, page([], { next: `${origin}/more` }), activity)).toEqual([]);
    expect(await read(outbox, page([]), activity)).toEqual([{ kind: 'end-of-list', list: 'outbox' }]);
  });

  it('gives a post the id that the interface gives it too', async () => {
    const [post] = posts(await read(outbox, page([create(note())]), activity));
    expect(post).toMatchObject({ id: '100', url: `${origin}/@aurora/100`, kind: 'post', text: 'Hello', isOwn: true });
  });

  it('gives what was passed on, under the id of passing it on', async () => {
    const id = `${actor}/statuses/101/activity`;
    const object = 'https://elsewhere.example/users/mira/statuses/5';
    const announce = { id, type: 'Announce', actor, published: '2024-05-02T10:00:00Z', object, to: [everybody] };
    const [post] = posts(await read(outbox, page([announce]), activity));
    expect(post).toMatchObject({ id: '101', url: id, kind: 'repost', repostOf: { id: object, url: object } });
  });

  it('with everything a note can hold', async () => {
    const full = note({
      summary: 'An owl',
      contentMap: { de: '<p>Hallo</p>' },
      updated: '2024-05-03T10:00:00Z',
      to: ['https://social.example/users/aurora/followers'],
      cc: [everybody],
      tag: [
        { type: 'Hashtag', name: '#Kaffee' },
        { type: 'Mention', name: '@mira' },
      ],
      attachment: [
        { type: 'Document', mediaType: 'image/png', url: `${origin}/m.png`, name: 'A bell', width: 8, height: 6 },
      ],
      inReplyTo: 'https://elsewhere.example/users/mira/statuses/5',
    });
    const [post] = posts(await read(outbox, page([create(full)]), activity));
    expect(post).toMatchObject({
      kind: 'reply',
      warning: 'An owl',
      lang: 'de',
      edited: '2024-05-03T10:00:00.000Z',
      visibility: 'unlisted',
      tags: ['Kaffee'],
      media: [{ url: `${origin}/m.png`, kind: 'image', alt: 'A bell', width: 8 }],
      replyTo: { id: 'https://elsewhere.example/users/mira/statuses/5' },
    });
  });

  it('goes on with threads of its own, quotes, and asks questions', async () => {
    const found = posts(
      await read(
        outbox,
        page([
          create(note({ inReplyTo: `${actor}/statuses/99` })),
          create(
            note({
              id: `${actor}/statuses/102`,
              url: null,
              quoteUrl: 'https://elsewhere.example/users/mira/statuses/6',
            }),
          ),
          create(
            note({
              type: 'Question',
              oneOf: [{ name: 'ding', replies: { totalItems: 4 } }, { name: 'dong' }],
              endTime: '2024-06-01T00:00:00Z',
              votersCount: 4,
            }),
          ),
        ]),
        activity,
      ),
    );
    expect(found.map(({ kind }) => kind)).toEqual(['post', 'quote', 'post']);
    expect(found[0]?.replyTo?.id).toBe('99');
    expect(found[1]).toMatchObject({ id: '102', quoteOf: { id: 'https://elsewhere.example/users/mira/statuses/6' } });
    expect(found[2]?.poll).toEqual({
      options: [
        { text: 'ding', votes: 4 },
        { text: 'dong', votes: null },
      ],
      endsAt: '2024-06-01T00:00:00.000Z',
      voters: 4,
    });
  });

  it('of a server whose actors have no names is known by its own address', async () => {
    const strange = { ...note({ attributedTo: `${origin}/users/9abc`, id: `${origin}/notes/9xyz`, url: undefined }) };
    const [post] = posts(await read('/users/9abc/outbox?page=true', page([create(strange)]), activity));
    expect(post).toMatchObject({ id: '9xyz', url: `${origin}/notes/9xyz` });
  });

  it('names what is gone, and what it only names', async () => {
    const tombstone = { type: 'Delete', actor, object: { type: 'Tombstone', id: `${actor}/statuses/8` } };
    const found = await read(
      outbox,
      page([tombstone, `${actor}/statuses/9`, { type: 'Like', object: 'x' }], { next: 'x' }),
      activity,
    );
    expect(found).toEqual([
      expect.objectContaining({ kind: 'gone', id: '8' }),
      { kind: 'listed', listed: expect.objectContaining({ id: '9', list: 'outbox' }) },
    ]);
  });

  it('with nonsense in it is counted, not dropped', async () => {
    const items = [
      null,
      7,
      create('https://far.example/x'),
      create(note({ id: undefined })),
      { type: 'Announce', actor },
    ];
    const found = await read(outbox, page(items, { next: 'x' }), activity);
    expect(found.map(({ kind }) => kind)).toEqual(Array.from({ length: 5 }, () => 'unreadable'));
    expect(await read(outbox, '<h1>Hello</h1>', activity)).toMatchObject([{ kind: 'unreadable' }]);
  });
});

describe('one object of ActivityStreams', () => {
  it('is read where it is the account’s, and is nothing where it is somebody else’s', async () => {
    expect(posts(await read('/users/aurora/statuses/100', note(), activity))).toHaveLength(1);
    const others = note({ attributedTo: `${origin}/users/mira` });
    expect(await read('/users/mira/statuses/100', others, activity)).toEqual([]);
    expect(
      await read('/users/aurora/statuses/8', { type: 'Tombstone', id: `${actor}/statuses/8` }, activity),
    ).toMatchObject([{ kind: 'gone', id: '8' }]);
  });

  it('is a film with its best file, and an article with its title', async () => {
    const film = note({
      type: 'Video',
      name: 'How a bell is made',
      url: [
        { type: 'Link', mediaType: 'text/html', href: `${origin}/w/1` },
        { type: 'Link', mediaType: 'video/mp4', href: `${origin}/v-480.mp4`, height: 480 },
        { type: 'Link', mediaType: 'video/mp4', href: `${origin}/v-1080.mp4`, height: 1080 },
        {
          type: 'Link',
          mediaType: 'application/x-mpegURL',
          href: `${origin}/m.m3u8`,
          tag: [{ type: 'Link', mediaType: 'video/mp4', href: `${origin}/frag.mp4`, height: 720 }],
        },
      ],
    });
    const [video] = posts(await read('/videos/watch/1', film, activity));
    expect(video).toMatchObject({ kind: 'video', title: 'How a bell is made', url: `${origin}/w/1` });
    expect(video?.media).toMatchObject([
      { url: `${origin}/v-1080.mp4`, otherUrls: [`${origin}/frag.mp4`, `${origin}/v-480.mp4`], kind: 'video' },
    ]);
    const [article] = posts(
      await read('/a', note({ type: 'Article', name: 'Bells', summary: 'About bells' }), activity),
    );
    expect(article).toMatchObject({ kind: 'article', title: 'Bells', warning: null });
  });

  it('is the account itself, open or moved', async () => {
    const person = {
      id: actor,
      type: 'Person',
      preferredUsername: 'aurora',
      name: 'Aurora',
      summary: '<p>Bio</p>',
      icon: { url: `${origin}/a.png` },
    };
    expect(await read('/users/aurora', person, activity)).toMatchObject([
      { profile: { handle: 'aurora', bio: 'Bio', state: 'open', avatarUrl: `${origin}/a.png` } },
    ]);
    const moved = { ...person, movedTo: 'https://new.example/users/aurora' };
    expect(await read('/users/aurora', moved, activity)).toMatchObject([{ profile: { state: 'moved' } }]);
  });
});
