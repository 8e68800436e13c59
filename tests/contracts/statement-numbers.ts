import { describe, expect, it } from 'vitest';
import type { Post } from '../../src/model/post.ts';
import {
  exportedOf,
  headOf,
  importPosts,
  layBoth,
  madeId,
  newerExport,
  type Open,
  openStores,
} from './made-exports.ts';
import { enter, postOf, snapshotNamed } from './post-store.ts';

const laterSnapshot = (id: string) => snapshotNamed(id, '2026-11-30T09:30:00.000Z');

/** What every ledger counts for a statement. */
export function statementNumbersContract(name: string, open: Open): void {
  const opened = () => openStores(open);
  const laid = (exported: readonly Post[], crawled: readonly Post[]) => layBoth(open, exported, crawled);
  describe(`the statement’s numbers in ${name}`, () => {
    it('counts own posts that were public, wherever one of the two says so', async () => {
      const { result, posts } = await laid(
        [
          exportedOf('1'),
          exportedOf('2', { visibility: 'followers' }),
          exportedOf('3', { visibility: 'private' }),
          exportedOf('4', { visibility: 'unlisted' }),
          exportedOf('5', { visibility: 'unknown' }),
          exportedOf('6', { visibility: 'followers' }),
          exportedOf('7', { kind: 'comment' }),
        ],
        [postOf('6'), postOf('8', { kind: 'comment', isOwn: false }), postOf('9', { isOwn: false })],
      );
      expect(result.held).toEqual({ export: 4, crawl: 1, both: 1, onlyExport: 3, onlyCrawl: 0 });
      expect(await posts.count({})).toBe(7);
    });

    it('counts by year and kind, each post once, those without a date last', async () => {
      const { result } = await laid(
        [
          exportedOf('1', { published: '2024-12-31T23:30:00-02:00' }),
          exportedOf('2', { published: null }),
          exportedOf('3', { published: '2023-05-05T00:00:00Z', kind: 'repost' }),
        ],
        [postOf('2', { published: null, kind: 'video' }), postOf('4', { published: '2025-07-01T00:00:00Z' })],
      );
      const none = { export: 0, crawl: 0, both: 0, onlyExport: 0, onlyCrawl: 0 };
      expect(result.byYear).toEqual([
        { ...none, year: 2023, export: 1, onlyExport: 1 },
        { ...none, year: 2025, export: 1, crawl: 1, onlyExport: 1, onlyCrawl: 1 },
        { ...none, year: null, export: 1, crawl: 1, both: 1 },
      ]);
      expect(result.byKind).toEqual({ post: 2, repost: 1, video: 1 });
    });

    it('tells what is newer than the newest export and the newest crawl', async () => {
      const { result } = await laid(
        [exportedOf('1', { published: '2026-11-25T00:00:00Z' }), exportedOf('2'), exportedOf('3', { published: null })],
        [postOf('4', { published: '2026-11-21T00:00:00Z' }), postOf('5', { published: null }), postOf('6')],
      );
      expect([result.newerThanCrawl, result.newerThanExport]).toEqual([1, 1]);
      const { exports, posts } = await opened();
      await enter(posts, snapshotNamed('s1'), postOf('1'));
      expect((await exports.reconcile('social')).newerThanExport).toBe(0);
    });

    it('names posts that are cut off wherever they are held', async () => {
      const { result } = await laid(
        [
          exportedOf('1', { kind: 'repost', text: 'RT @beans: We have', extent: 'part' }),
          exportedOf('2', { text: 'The beg', extent: 'part' }),
          exportedOf('3', { text: 'Cut', extent: 'part' }),
        ],
        [postOf('2', { text: 'The beginning' }), postOf('3', { text: 'Cut', extent: 'part' })],
      );
      expect(result.cutOff).toMatchObject({ count: 2, posts: [{ id: '1' }, { id: '3' }] });
    });

    it('names no more than a thousand, and counts all', async () => {
      const many = Array.from({ length: 1_100 }, (_, n) =>
        exportedOf(`n${n}`, { extent: 'part', text: 'x'.repeat(500) }),
      );
      const { result } = await laid(many, []);
      expect(result.held.onlyExport).toBe(1_100);
      expect(result.onlyExport).toHaveLength(1_000);
      expect(result.cutOff).toMatchObject({ count: 1_100 });
      expect(result.cutOff.posts).toHaveLength(1_000);
      expect(result.onlyExport[0]?.words.length).toBeLessThan(100);
    });

    it('gives the same whatever came first', async () => {
      const text = 'Guten Morgen!';
      const [x1, x2] = [
        [exportedOf('1'), exportedOf(madeId(1), { url: null, text, published: '2025-01-01T08:00:30Z' })],
        [exportedOf('1'), exportedOf('2', { text: 'Edited' })],
      ];
      const [s1, s2] = [[postOf('2'), postOf('m', { text, published: '2025-01-01T08:00:00Z' })], [postOf('3')]];
      const results: unknown[] = [];
      for (const order of ['abcd', 'dcba', 'bdac', 'cabd']) {
        const { exports, posts, shown } = await opened();
        const steps: Record<string, () => Promise<unknown>> = {
          a: () => importPosts(exports, headOf('x1'), ...x1),
          b: () => importPosts(exports, newerExport('x2'), ...x2),
          c: () => enter(posts, snapshotNamed('s1'), ...s1),
          d: () => enter(posts, laterSnapshot('s2'), ...s2),
        };
        for (const step of order) await steps[step]?.();
        results.push({ ...(await exports.reconcile('social')), shown: await shown() });
      }
      for (const result of results) expect(result).toEqual(results[0]);
      expect(results[0]).toMatchObject({
        held: { export: 3, crawl: 3, both: 2 },
        gone: { count: 1 },
        shown: ['3', '2', '1', 'm'],
      });
    });
  });
}
