import { describe, expect, it, onTestFinished } from 'vitest';
import type { CompletenessReport } from '../../src/model/completeness.ts';
import { type FoundPost, makeMedia, makePost, type Post } from '../../src/model/post.ts';
import type { PostFilter, PostStore } from '../../src/model/post-store.ts';

/** A store that is empty, and how to give it back. */
export interface OpenedPostStore {
  readonly store: PostStore;
  close(): Promise<void>;
}

export function postOf(id: string, parts: Partial<FoundPost> & Partial<Pick<Post, 'archive'>> = {}): Post {
  const { archive = null, ...known } = parts;
  const post = makePost({
    platform: 'mastodon',
    id,
    kind: 'post',
    source: 'api',
    url: `https://social.example/@aurora/${id}`,
    published: '2026-01-05T08:15:00.000Z',
    text: `Post ${id}`,
    ...known,
  });
  return { ...post, channel: 'social', archive };
}

export function snapshotNamed(id: string, startedAt = '2026-11-23T09:30:00.000Z', channel = 'social') {
  return { id, channel, startedAt };
}

export function completenessOf(parts: Partial<CompletenessReport> = {}): CompletenessReport {
  return {
    version: 1,
    platform: 'mastodon',
    channel: 'social',
    url: 'https://social.example/@aurora',
    verdict: 'complete',
    because: { en: 'All 2 posts are here.', de: 'Alle 2 Beiträge sind da.' },
    expected: 2,
    have: 2,
    posts: 2,
    byKind: { post: 2 },
    comments: 0,
    missing: 0,
    missingPosts: [],
    claims: [],
    media: { known: 0, had: 0, missing: [] },
    unreadable: [],
    gone: [],
    gaps: [],
    notes: [],
    evidence: [],
    profile: null,
    assessedAt: '2026-11-23T09:41:07.250Z',
    ...parts,
  };
}

export async function* streamOf<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

export const wholePage = { limit: 1_000, offset: 0 };

/** Enters posts as one snapshot. */
export function enter(store: PostStore, snapshot: ReturnType<typeof snapshotNamed>, ...posts: readonly Post[]) {
  return store.addSnapshot(snapshot, streamOf(posts), completenessOf({ channel: snapshot.channel }));
}

async function idsOf(store: PostStore, filter: PostFilter = {}, page = wholePage): Promise<readonly string[]> {
  return (await store.list(filter, page)).map(({ post }) => post.id);
}

/** What every keeper of posts does, whatever database is under it; what it finds by text is in post-search.ts. */
export function postStoreContract(name: string, open: () => Promise<OpenedPostStore>): void {
  async function opened(): Promise<PostStore> {
    const { store, close } = await open();
    onTestFinished(close);
    return store;
  }

  describe(`entering a snapshot's posts in ${name}`, () => {
    it('gives back what was entered, every field, with the snapshot it was read from', async () => {
      const store = await opened();
      const place = {
        url: 'https://social.example/api',
        record: 'urn:uuid:1',
        file: 'archive/data-0.warc.gz',
        offsetBytes: 5_000_000_000,
        lengthBytes: 12,
        at: '2026-11-23T09:30:00.000Z',
      };
      const full = postOf('1', {
        title: "It's over; drop table posts; --",
        text: 'Zeile eins\nZeile zwei 👩‍👩‍👧‍👦 \u0000 שלום',
        html: '<p>Zeile eins</p>',
        media: [makeMedia({ url: 'https://social.example/a.png', kind: 'image', alt: 'A cat' })],
        replyTo: { id: '0', url: null, author: null, text: 'Really?' },
        poll: { options: [{ text: 'Yes', votes: 3 }], endsAt: null, voters: 3 },
        counts: { likes: 0 },
        archive: place,
      });
      expect(await enter(store, snapshotNamed('s1'), full)).toEqual({ added: 1, changed: 0, same: 0 });
      expect(await store.find('social', '1')).toEqual({ post: full, snapshot: 's1' });
      expect(await store.find('social', '2')).toBeUndefined();
      expect(await store.find('blog', '1')).toBeUndefined();
    });

    it('names the channel of the snapshot in each post', async () => {
      const store = await opened();
      await enter(store, snapshotNamed('s1', undefined, 'blog'), { ...postOf('1'), channel: null });
      expect((await store.find('blog', '1'))?.post.channel).toBe('blog');
    });

    it('takes the same snapshot again as if it had not come', async () => {
      const store = await opened();
      const posts = [postOf('1'), postOf('2', { text: 'Adieu' })];
      expect(await enter(store, snapshotNamed('s1'), ...posts)).toEqual({ added: 2, changed: 0, same: 0 });
      expect(await enter(store, snapshotNamed('s1'), ...posts)).toEqual({ added: 0, changed: 0, same: 2 });
      expect(await idsOf(store)).toEqual(['2', '1']);
      expect((await store.search('adieu', {}, wholePage)).total).toBe(1);
      expect(await store.completeness()).toHaveLength(1);
    });

    it('takes what a newer snapshot shows, and keeps what it no longer shows', async () => {
      const store = await opened();
      await enter(store, snapshotNamed('s1'), postOf('1', { text: 'Before' }), postOf('2'), postOf('3'));
      const later = snapshotNamed('s2', '2026-12-01T00:00:00.000Z');
      const counts = await enter(store, later, postOf('1', { text: 'After' }), postOf('2', { counts: { likes: 9 } }));
      expect(counts).toEqual({ added: 0, changed: 1, same: 1 });
      expect(await store.find('social', '1')).toMatchObject({ post: { text: 'After' }, snapshot: 's2' });
      // Its author changed nothing, but the newer count and the newer proof are the ones to show.
      expect(await store.find('social', '2')).toMatchObject({ post: { counts: { likes: 9 } }, snapshot: 's2' });
      expect(await store.find('social', '3')).toMatchObject({ snapshot: 's1' });
      expect((await store.search('before', {}, wholePage)).total).toBe(0);
      expect((await store.search('after', {}, wholePage)).total).toBe(1);
    });

    it('lets an older snapshot that comes later add posts, but replace none', async () => {
      const store = await opened();
      await enter(store, snapshotNamed('s2', '2026-12-01T00:00:00.000Z'), postOf('1', { text: 'After' }));
      const counts = await enter(store, snapshotNamed('s1'), postOf('1', { text: 'Before' }), postOf('2'));
      expect(counts).toEqual({ added: 1, changed: 0, same: 1 });
      expect(await store.find('social', '1')).toMatchObject({ post: { text: 'After' }, snapshot: 's2' });
      expect(await store.find('social', '2')).toMatchObject({ snapshot: 's1' });
    });

    it('never lets the first lines of a post take the place of the whole', async () => {
      const store = await opened();
      const part = postOf('1', { text: 'All of', extent: 'part' });
      await enter(store, snapshotNamed('s1'), postOf('1', { text: 'All of it' }));
      const later = snapshotNamed('s2', '2026-12-01T00:00:00.000Z');
      expect(await enter(store, later, part, { ...part, id: '2' })).toEqual({ added: 1, changed: 0, same: 1 });
      expect(await store.find('social', '1')).toMatchObject({ post: { text: 'All of it' }, snapshot: 's1' });
      expect(await enter(store, snapshotNamed('s1'), postOf('2', { text: 'All of it' }))).toMatchObject({ changed: 1 });
      expect(await store.find('social', '2')).toMatchObject({ post: { extent: 'whole' }, snapshot: 's1' });
    });

    it('keeps posts of two channels apart that have the same id', async () => {
      const store = await opened();
      await enter(store, snapshotNamed('s1'), postOf('1', { text: 'here' }));
      await enter(store, snapshotNamed('s2', undefined, 'blog'), postOf('1', { text: 'there' }));
      expect((await store.find('social', '1'))?.post.text).toBe('here');
      expect((await store.find('blog', '1'))?.post.text).toBe('there');
    });

    it('leaves nothing behind of a snapshot whose posts break off', async () => {
      const store = await opened();
      async function* breaking(): AsyncGenerator<Post> {
        for (let n = 0; n < 1_500; n += 1) yield postOf(`n${n}`);
        throw new Error('the archive ends here');
      }
      await expect(store.addSnapshot(snapshotNamed('s1'), breaking(), completenessOf())).rejects.toThrow('ends here');
      expect(await store.count({})).toBe(0);
      expect(await store.completeness()).toEqual([]);
      expect((await store.search('post', {}, wholePage)).total).toBe(0);
      await enter(store, snapshotNamed('s1'), postOf('1'));
      expect(await store.count({})).toBe(1);
    });
  });

  describe(`choosing posts in ${name}`, () => {
    async function filled(): Promise<PostStore> {
      const store = await opened();
      await enter(
        store,
        snapshotNamed('s1'),
        postOf('1', { published: '2024-12-31T23:59:59Z' }),
        postOf('2', { published: '2025-01-01T00:00:00Z', kind: 'article' }),
        postOf('3', { published: '2025-06-01T12:00:00+02:00', kind: 'video' }),
        postOf('4', { published: null }),
        postOf('5', { published: '2025-03-01T00:00:00.000Z', kind: 'comment', isOwn: false }),
      );
      await enter(
        store,
        snapshotNamed('s2', undefined, 'blog'),
        postOf('1', { published: '2025-02-01T00:00:00.000Z' }),
      );
      return store;
    }

    it('lists own posts newest first, those without a date last', async () => {
      const store = await filled();
      const listed = await store.list({}, wholePage);
      expect(listed.map(({ post }) => `${post.channel} ${post.id}`)).toEqual([
        'social 3',
        'blog 1',
        'social 2',
        'social 1',
        'social 4',
      ]);
    });

    it('adds the comments of others when they are wanted', async () => {
      const store = await filled();
      expect(await store.count({})).toBe(5);
      expect(await store.count({ ownOnly: false })).toBe(6);
      expect(await idsOf(store, { ownOnly: false, kinds: ['comment'] })).toEqual(['5']);
    });

    it('chooses by channel and kind', async () => {
      const store = await filled();
      expect(await idsOf(store, { channel: 'social' })).toEqual(['3', '2', '1', '4']);
      expect(await idsOf(store, { kinds: ['article', 'video'] })).toEqual(['3', '2']);
      expect(await idsOf(store, { channel: 'blog', kinds: ['video'] })).toEqual([]);
      expect(await store.count({ channel: 'social', kinds: ['article', 'video'] })).toBe(2);
    });

    it('begins with the first moment asked for and ends before the last, in whatever way a time is written', async () => {
      const store = await filled();
      const year = { since: '2025-01-01T00:00:00.000Z', until: '2025-06-01T10:00:00.000Z', channel: 'social' };
      expect(await idsOf(store, year)).toEqual(['2']);
      expect(await idsOf(store, { ...year, until: '2025-06-01T10:00:00.001Z' })).toEqual(['3', '2']);
      expect(await idsOf(store, { ...year, since: '2025-01-01T01:00:00+01:00' })).toEqual(['2']);
      expect(await store.count(year)).toBe(1);
    });

    it('gives one page after the other, and nothing after the last', async () => {
      const store = await filled();
      const pages = [0, 2, 4, 6].map((offset) => idsOf(store, { channel: 'social' }, { limit: 2, offset }));
      expect(await Promise.all(pages)).toEqual([['3', '2'], ['1', '4'], [], []]);
    });

    it('keeps to one order among posts of one moment', async () => {
      const store = await opened();
      await enter(store, snapshotNamed('s1'), ...['b', 'c', 'a'].map((id) => postOf(id)));
      expect(await idsOf(store)).toEqual(['c', 'b', 'a']);
    });

    it('streams all of them oldest first, while other questions are asked', async () => {
      const store = await opened();
      const posts = Array.from({ length: 1_203 }, (_, n) =>
        postOf(`n${String(n).padStart(4, '0')}`, {
          // Some hundred of one moment, so that the end of a batch falls among equals.
          published: n < 3 ? null : new Date(Date.UTC(2025, 0, 1 + Math.floor(n / 400))).toISOString(),
        }),
      );
      await enter(store, snapshotNamed('s1'), ...posts.toReversed());
      const seen: string[] = [];
      for await (const { post, snapshot } of store.all({})) {
        if (seen.length % 400 === 0) expect((await store.find('social', post.id))?.snapshot).toBe(snapshot);
        seen.push(post.id);
      }
      const ids = posts.map(({ id }) => id);
      expect(seen).toEqual([...ids.slice(3), ...ids.slice(0, 3)]);
    });

    it('streams what the filter lets through', async () => {
      const store = await filled();
      const seen: string[] = [];
      for await (const { post } of store.all({ channel: 'social', ownOnly: false })) seen.push(post.id);
      expect(seen).toEqual(['1', '2', '5', '3', '4']);
    });
  });

  describe(`completeness in ${name}`, () => {
    it('gives the newest report of each channel', async () => {
      const store = await opened();
      const add = (id: string, startedAt: string, channel: string, have: number) =>
        store.addSnapshot(snapshotNamed(id, startedAt, channel), streamOf([]), completenessOf({ channel, have }));
      await add('s2', '2026-12-01T00:00:00.000Z', 'social', 2);
      await add('s1', '2026-11-01T00:00:00.000Z', 'social', 1);
      await add('b1', '2026-11-02T00:00:00.000Z', 'blog', 7);
      expect(await store.completeness()).toEqual([
        { snapshot: 'b1', report: completenessOf({ channel: 'blog', have: 7 }) },
        { snapshot: 's2', report: completenessOf({ have: 2 }) },
      ]);
      expect(await store.completeness('social')).toEqual([{ snapshot: 's2', report: completenessOf({ have: 2 }) }]);
      expect(await store.completeness('nobody')).toEqual([]);
    });

    it('has the last word on a snapshot that was assessed again', async () => {
      const store = await opened();
      for (const have of [1, 2]) {
        await store.addSnapshot(snapshotNamed('s1'), streamOf([]), completenessOf({ have }));
      }
      expect(await store.completeness()).toEqual([{ snapshot: 's1', report: completenessOf({ have: 2 }) }]);
    });
  });
}
