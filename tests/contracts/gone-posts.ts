import { describe, expect, it, onTestFinished } from 'vitest';
import type { GoneBecause } from '../../src/model/comparison.ts';
import type { DescribedSide } from '../../src/model/fairness.ts';
import type { Post } from '../../src/model/post.ts';
import type { PostStore, SnapshotSight } from '../../src/model/post-store.ts';
import { completenessOf, type OpenedPostStore, postOf, snapshotNamed, streamOf, wholePage } from './post-store.ts';

/** 1 is the first of December. */
const day = (number: number): string => `2026-12-${String(number).padStart(2, '0')}T09:00:00.000Z`;

function viewOf(number: number, language = 'de-DE'): DescribedSide {
  const browser = { language, timezone: 'Europe/Berlin', device: null, viewport: { width: 1280, height: 800 } };
  return {
    side: { takenAt: day(number), channel: 'social', url: 'https://social.example/@aurora' },
    crawl: { state: 'complete', gaps: [], robots: 'obeyed', browser: browser as never },
  };
}

/** A snapshot that looks at the channel on a day, and says of these posts why they are gone. */
export function sightOn(
  number: number,
  gone: Readonly<Record<string, GoneBecause>> = {},
  language?: string,
): SnapshotSight {
  return { view: viewOf(number, language), goneOf: async (posts) => posts.map(({ id }) => gone[id]) };
}

export interface Taken {
  readonly at: number;
  readonly holds: readonly Post[];
  readonly gone?: Readonly<Record<string, GoneBecause>>;
  readonly language?: string;
}

function enter(store: PostStore, { at, holds, gone, language }: Taken) {
  const snapshot = snapshotNamed(`s${at}`, day(at));
  return store.addSnapshot(snapshot, streamOf(holds), completenessOf(), sightOn(at, gone, language));
}

/** Enters snapshots in the order given; after each, later ones tell of what is new to them, as the journey does. */
async function enterAll(store: PostStore, taken: readonly Taken[]): Promise<void> {
  for (const one of taken) {
    await enter(store, one);
    for (const id of await store.unjudged({ id: `s${one.at}`, channel: 'social' })) {
      const later = taken.find(({ at }) => `s${at}` === id);
      await store.judge({ id, channel: 'social' }, sightOn(later?.at ?? 0, later?.gone, later?.language));
    }
  }
}

async function marksOf(store: PostStore) {
  const posts = await store.list({ isGone: true }, wholePage);
  return posts.map(({ post, gone }) => [post.id, gone?.lastSeenIn, gone?.goneIn, gone?.because]);
}

async function changesOf(store: PostStore) {
  const found: string[] = [];
  for await (const { post, changes } of store.changed('social')) {
    found.push(`${post.id}: ${changes.map(({ kind, snapshot }) => `${kind} ${snapshot}`).join(', ')}`);
  }
  return found.sort();
}

/** What every keeper of posts does with posts that are deleted after they were published. */
export function gonePostsContract(name: string, open: () => Promise<OpenedPostStore>): void {
  async function opened(): Promise<PostStore> {
    const { store, close } = await open();
    onTestFinished(close);
    return store;
  }

  describe(`posts deleted after publication in ${name}`, () => {
    it('are kept with their words, and marked with what is known', async () => {
      const store = await opened();
      await enter(store, { at: 1, holds: [postOf('1', { text: 'Adieu' }), postOf('2')] });
      await enter(store, { at: 2, holds: [postOf('1', { text: 'Adieu' }), postOf('2')] });
      await enter(store, { at: 3, holds: [postOf('2')], gone: { 1: 'not-found' } });
      const [gone] = await store.list({ isGone: true }, wholePage);
      expect(gone).toMatchObject({ post: { text: 'Adieu' }, snapshot: 's2' });
      expect(gone?.gone).toEqual({
        lastSeenAt: day(2),
        lastSeenIn: 's2',
        goneAt: day(3),
        goneIn: 's3',
        because: 'not-found',
      });
      expect(await store.count({ isGone: true })).toBe(1);
      expect((await store.search('adieu', { isGone: true }, wholePage)).posts[0]?.gone?.goneIn).toBe('s3');
      expect((await store.find('social', '2'))?.gone).toBeUndefined();
      const all: unknown[] = [];
      for await (const { gone: mark } of store.all({})) all.push(mark?.because);
      expect(all.sort()).toEqual(['not-found', undefined]);
    });

    it('are not marked when a snapshot merely does not have them', async () => {
      const store = await opened();
      await enter(store, { at: 1, holds: [postOf('1')] });
      await enter(store, { at: 2, holds: [] });
      expect(await marksOf(store)).toEqual([]);
    });

    it('are not marked by a snapshot that looked through other eyes than the last one that has them', async () => {
      const store = await opened();
      await enter(store, { at: 1, holds: [postOf('1')] });
      await enter(store, { at: 2, holds: [], gone: { 1: 'not-found' }, language: 'en-GB' });
      expect(await marksOf(store)).toEqual([]);
      await enter(store, { at: 3, holds: [], gone: { 1: 'not-found' } });
      expect(await marksOf(store)).toEqual([['1', 's1', 's3', 'not-found']]);
    });

    it('lose the mark when they are back, and the history of it stays', async () => {
      const store = await opened();
      await enter(store, { at: 1, holds: [postOf('1')] });
      await enter(store, { at: 2, holds: [], gone: { 1: 'complete-list' } });
      expect(await marksOf(store)).toEqual([['1', 's1', 's2', 'complete-list']]);
      await enter(store, { at: 3, holds: [postOf('1')] });
      expect(await marksOf(store)).toEqual([]);
      await enter(store, { at: 4, holds: [], gone: { 1: 'platform-says' } });
      expect(await marksOf(store)).toEqual([['1', 's3', 's4', 'platform-says']]);
      expect(await changesOf(store)).toEqual(['1: gone s2, back s3, gone s4']);
    });

    it('are marked the same when a snapshot is entered again, and still gone in the next ones', async () => {
      const store = await opened();
      const taken: Taken[] = [
        { at: 1, holds: [postOf('1'), postOf('2')] },
        { at: 2, holds: [postOf('2')], gone: { 1: 'not-found' } },
        { at: 3, holds: [postOf('2')], gone: { 1: 'complete-list' } },
      ];
      await enterAll(store, [...taken, ...taken, ...taken.slice(1, 2)]);
      expect(await marksOf(store)).toEqual([['1', 's1', 's2', 'not-found']]);
      expect(await changesOf(store)).toEqual(['1: gone s2']);
    });

    it('are told alike in whichever order the snapshots are entered', async () => {
      const whole = postOf('2', { text: 'We close in May.' });
      const edited = postOf('2', { text: 'We close in June.' });
      const taken: readonly Taken[] = [
        { at: 1, holds: [postOf('1'), whole, postOf('3')] },
        { at: 2, holds: [edited, postOf('3')], gone: { 1: 'not-found' } },
        { at: 3, holds: [postOf('1'), edited], gone: { 3: 'complete-list' } },
        { at: 4, holds: [edited], gone: { 1: 'platform-says', 3: 'complete-list' } },
      ];
      for (const order of permutations([0, 1, 2, 3])) {
        const { store, close } = await open();
        await enterAll(
          store,
          order.map((at) => taken[at] as Taken),
        );
        const marks = [...(await marksOf(store))].sort();
        expect(marks, order.join()).toEqual([
          ['1', 's3', 's4', 'platform-says'],
          ['3', 's2', 's3', 'complete-list'],
        ]);
        expect(await changesOf(store), order.join()).toEqual([
          '1: gone s2, back s3, gone s4',
          '2: edited s2',
          '3: gone s3',
        ]);
        await close();
      }
    });

    it("leaves other people's comments out", async () => {
      const store = await opened();
      await enter(store, { at: 1, holds: [postOf('1', { isOwn: false, kind: 'comment' })] });
      await enter(store, { at: 2, holds: [], gone: { 1: 'not-found' } });
      expect(await store.count({ isGone: true, ownOnly: false })).toBe(0);
    });

    it('is told by the days on which posts were published how many there were', async () => {
      const store = await opened();
      const undated = postOf('3', { published: null });
      await enter(store, { at: 1, holds: [postOf('1'), postOf('2'), undated, postOf('4', { isOwn: false })] });
      expect(await store.published('social')).toEqual([
        { day: null, posts: 1 },
        { day: '2026-01-05', posts: 2 },
      ]);
    });
  });
}

function permutations(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length <= 1) return [items];
  return items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}
