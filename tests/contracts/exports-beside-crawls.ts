import { describe, expect, it } from 'vitest';
import { makeMedia, type Post } from '../../src/model/post.ts';
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
import { enter, postOf, snapshotNamed, wholePage } from './post-store.ts';

const laterSnapshot = (id: string) => snapshotNamed(id, '2026-11-30T09:30:00.000Z');

/** How every ledger finds the posts that an export and a crawl both hold, and shows them once. */
export function exportsBesideCrawlsContract(name: string, open: Open): void {
  const opened = () => openStores(open);
  const laid = (exported: readonly Post[], crawled: readonly Post[]) => layBoth(open, exported, crawled);
  describe(`exports beside crawls in ${name}`, () => {
    it.each(['export first', 'crawl first'])(
      'shows once what both hold, the crawl’s of two that are alike: %s',
      async (order) => {
        const { exports, posts, shown } = await opened();
        const steps = [
          () => importPosts(exports, headOf('x1'), exportedOf('1'), exportedOf('2')),
          () => enter(posts, snapshotNamed('s1'), postOf('2'), postOf('3')),
        ];
        for (const step of order === 'export first' ? steps : steps.toReversed()) await step();
        expect(await shown()).toEqual(['3', '2', '1']);
        expect(await posts.count({})).toBe(3);
        expect(await posts.find('social', '2')).toMatchObject({ snapshot: 's1' });
        expect(await posts.search('post', {}, wholePage)).toMatchObject({ total: 3 });
        const all: string[] = [];
        for await (const { post } of posts.all({})) all.push(post.id);
        expect(all).toEqual(['1', '2', '3']);
        const held = { export: 2, crawl: 2, both: 1, onlyExport: 1, onlyCrawl: 1 };
        expect((await exports.reconcile('social')).held).toEqual(held);
      },
    );

    it('shows the whole one before the part, and then the later edited', async () => {
      const edited = '2026-02-01T00:00:00.000Z';
      const { posts, result } = await laid(
        [
          exportedOf('1', { text: 'All', extent: 'part', edited }),
          exportedOf('2', { text: 'All of it' }),
          exportedOf('3', { text: 'Edited', edited }),
        ],
        [postOf('1', { text: 'All of it' }), postOf('2', { text: 'All', extent: 'part', edited }), postOf('3')],
      );
      const sources = ['1', '2', '3'].map(async (id) => (await posts.find('social', id))?.snapshot);
      expect(await Promise.all(sources)).toEqual(['s1', 'x1', 'x1']);
      expect(result.differing).toMatchObject({ count: 3, posts: [{ id: '1' }, { id: '2' }, { id: '3' }] });
      expect(result.cutOff.count).toBe(0);
    });

    it('takes one id for one post, though its words were changed, and says that they differ', async () => {
      const { shown, result } = await laid([exportedOf('1', { text: 'Before' })], [postOf('1', { text: 'After' })]);
      expect(await shown()).toEqual(['1']);
      expect(result.matchedBy).toEqual({ id: 1, address: 0, 'text-and-time': 0 });
      expect(result.differing).toMatchObject({ count: 1, posts: [{ id: '1', words: 'After' }] });
    });

    it('calls no words different that differ by case, spaces or short links alone', async () => {
      const { result } = await laid(
        [exportedOf('1', { text: 'Neu im Laden:  https://t.co/abc' })],
        [postOf('1', { text: 'neu im laden: https://aurora.example/laden' })],
      );
      expect(result.differing.count).toBe(0);
    });

    it('knows a post by its address, whatever follows a tracking parameter', async () => {
      const url = 'https://www.social.example/@aurora/7/?utm_source=newsletter';
      const { shown, result } = await laid(
        [exportedOf(madeId(1), { url, text: 'Before' })],
        [postOf('7', { text: 'After' })],
      );
      expect(await shown()).toEqual(['7']);
      expect(result.matchedBy).toEqual({ id: 0, address: 1, 'text-and-time': 0 });
    });

    it('takes no address for a post’s when several stand at it, or two ids say otherwise', async () => {
      const url = 'https://social.example/@aurora';
      const { shown } = await laid(
        [
          exportedOf(madeId(1), { url, text: 'One' }),
          exportedOf(madeId(2), { url, text: 'Two' }),
          exportedOf('11', { url: 'https://social.example/about', text: 'Three' }),
        ],
        [postOf('7', { url, text: 'Four' }), postOf('12', { url: 'https://social.example/about', text: 'Five' })],
      );
      expect(await shown()).toHaveLength(5);
    });

    it('knows a post without an id by its words and its time', async () => {
      const at = (time: string) => `2026-01-05T${time}Z`;
      const { shown, result } = await laid(
        [
          exportedOf(madeId(1), { url: null, text: 'Guten Morgen!', published: at('08:15:42') }),
          exportedOf(madeId(2), { url: null, text: 'Guten Abend!', published: at('18:15:42') }),
          exportedOf(madeId(3), { url: null, text: 'Frisch geröstet', published: at('19:00:00') }),
        ],
        [
          postOf('7', { text: 'guten morgen!', published: at('08:15:00') }),
          postOf('8', { text: 'Guten Abend!', published: at('18:18:00') }),
          postOf('9', { text: 'Frisch gemahlen', published: at('19:00:00') }),
        ],
      );
      expect(result.matchedBy).toEqual({ id: 0, address: 0, 'text-and-time': 1 });
      expect(result.held).toEqual({ export: 3, crawl: 3, both: 1, onlyExport: 2, onlyCrawl: 2 });
      expect(result.onlyExport.map(({ id, words }) => [id, words])).toEqual([
        [null, 'Guten Abend!'],
        [null, 'Frisch geröstet'],
      ]);
      expect(await shown()).toHaveLength(5);
    });

    it('lays equal texts beside each other by their time: each year’s, and those of one minute in their order', async () => {
      const years = [2021, 2022, 2023];
      const greeting = (year: number) => ({
        text: 'Frohes neues Jahr!',
        published: `${year}-01-01T00:00:07Z`,
        url: null,
      });
      const twice = (second: number) => ({ text: 'Ja!', published: `2024-01-01T10:00:${second}Z`, url: null });
      const { posts, result } = await laid(
        [
          ...years.map((year) => exportedOf(madeId(year), greeting(year))),
          exportedOf(madeId(1), { ...twice(10), title: 'first' }),
          exportedOf(madeId(2), { ...twice(50), title: 'second' }),
        ],
        [
          ...[...years, 2025].map((year) => postOf(`y${year}`, greeting(year))),
          postOf('a', { ...twice(10), title: 'first' }),
          postOf('b', { ...twice(50), title: 'second' }),
          postOf('c', { ...twice(55), title: 'third' }),
        ],
      );
      expect(result.held).toEqual({ export: 5, crawl: 7, both: 5, onlyExport: 0, onlyCrawl: 2 });
      expect(result.onlyCrawl.map(({ id }) => id)).toEqual(['c', 'y2025']);
      expect(result.differing.count).toBe(0);
      expect(await posts.count({})).toBe(7);
    });

    it('knows a text that one of the two cut off, and one whose day alone is known', async () => {
      const long = 'Wir haben heute die neue Röstung aus Äthiopien verkostet und sie ist fruchtig wie noch nie.';
      const { result, shown } = await laid(
        [
          exportedOf(madeId(1), { url: null, text: long }),
          exportedOf(madeId(2), { url: null, text: `${long} Mehr davon morgen.`, published: '2025-03-04T17:33:21Z' }),
          exportedOf(madeId(3), { url: null, text: 'Kurz und gut', published: '2025-05-04T17:33:21Z' }),
          exportedOf(madeId(4), { url: null, text: long, published: '2025-06-04T17:33:21Z' }),
        ],
        [
          postOf('1', { text: `${long.slice(0, 60)}… mehr`, extent: 'part', published: '2026-01-05T08:15:30Z' }),
          postOf('2', { text: `${long} Mehr davon morgen.`, published: '2025-03-05T00:00:00.000Z' }),
          postOf('3', { text: 'Kurz und gut', published: '2025-05-04T00:00:00.000Z' }),
          postOf('4', { text: `${long.slice(0, 60)}…`, published: '2025-06-04T00:00:00.000Z' }),
        ],
      );
      expect(result.matchedBy['text-and-time']).toBe(2);
      expect(result.onlyCrawl.map(({ id }) => id)).toEqual(['3', '4']);
      expect(await shown()).toHaveLength(6);
    });

    it('knows pictures without words by the second, and nothing by silence', async () => {
      const media = [makeMedia({ url: 'https://social.example/a.jpg', kind: 'image' })];
      const silent = { url: null, text: '' };
      const { result } = await laid(
        [
          exportedOf(madeId(1), { ...silent, media, published: '2025-01-01T10:00:00Z' }),
          exportedOf(madeId(2), { ...silent, media, published: '2025-01-02T10:00:00Z' }),
          exportedOf(madeId(3), { ...silent, published: '2025-01-03T10:00:00Z' }),
        ],
        [
          postOf('1', { ...silent, media, published: '2025-01-01T10:00:01Z' }),
          postOf('2', { ...silent, media, published: '2025-01-02T10:00:30Z' }),
          postOf('3', { ...silent, published: '2025-01-03T10:00:00Z' }),
        ],
      );
      expect(result.held.both).toBe(1);
      expect(result.onlyCrawl.map(({ id }) => id)).toEqual(['2', '3']);
    });

    it('keeps apart two posts with the same words in one minute whose ids the platform gave', async () => {
      const { result, shown } = await laid(
        [exportedOf('1', { text: 'Ja!' }), exportedOf('2', { text: 'Ja!' })],
        [postOf('2', { text: 'Ja!' }), postOf('3', { text: 'Ja!' })],
      );
      expect(await shown()).toEqual(['3', '2', '1']);
      expect(result.held).toMatchObject({ both: 1, onlyExport: 1, onlyCrawl: 1 });
    });

    it('finds the better twin when it comes later, and stays with one for one', async () => {
      const { exports, posts, shown } = await opened();
      const published = '2026-01-05T08:15:00.000Z';
      await importPosts(exports, headOf('x1'), exportedOf(madeId(1), { url: null, text: 'Ja!', published }));
      await enter(posts, snapshotNamed('s1'), postOf('a', { text: 'Ja!', published: '2026-01-05T08:16:00Z' }));
      expect(await shown()).toEqual(['a']);
      await enter(posts, laterSnapshot('s2'), postOf('b', { text: 'Ja!', published }));
      expect(await shown()).toEqual(['a', 'b']);
      expect((await exports.reconcile('social')).onlyCrawl.map(({ id }) => id)).toEqual(['a']);
      await importPosts(exports, newerExport('x2'), exportedOf('a', { text: 'Ja!' }), exportedOf('c'));
      expect(await shown()).toEqual(['a', 'c', 'b']);
      expect((await exports.reconcile('social')).matchedBy).toEqual({ id: 1, address: 0, 'text-and-time': 1 });
    });

    it('shows a post again when its twin turns out to be another’s', async () => {
      const { exports, posts, shown } = await opened();
      const text = 'Wir haben heute die neue Röstung aus Äthiopien verkostet.';
      await importPosts(exports, headOf('x1'), exportedOf(madeId(1), { url: null, text }));
      const part = { text: text.slice(0, 50), extent: 'part' as const, published: '2026-01-05T08:16:00Z' };
      await enter(posts, snapshotNamed('s1'), postOf('a', part));
      expect(await shown()).toEqual([madeId(1)]);
      await enter(posts, laterSnapshot('s2'), postOf('b', { text }));
      expect(await shown()).toEqual(['a', 'b']);
    });

    it('never takes a comment for the post that has its number', async () => {
      const { shown } = await laid(
        [exportedOf('12', { text: 'Ja!' })],
        [postOf('12', { kind: 'comment', text: 'Nein!' })],
      );
      expect(await shown()).toEqual(['12', '12']);
    });

    it('finds twins by text among more posts than are looked at in one go', async () => {
      const numbers = Array.from({ length: 1_300 }, (_, n) => n);
      const { result } = await laid(
        numbers.map((n) => exportedOf(madeId(n), { url: null, text: `Rezept ${n}` })),
        numbers.map((n) => postOf(`${n}`, { text: `Rezept ${n}` })),
      );
      expect(result.matchedBy).toEqual({ id: 0, address: 0, 'text-and-time': 1_300 });
    });

    it('finds a hidden post by its own id still', async () => {
      const { posts } = await laid([exportedOf(madeId(1), { url: null, text: 'Ja!' })], [postOf('1', { text: 'Ja!' })]);
      expect((await posts.find('social', madeId(1)))?.snapshot).toBe('x1');
      expect(await posts.count({ ownOnly: false })).toBe(1);
    });

    it('lets channels alone that have nothing to do with it', async () => {
      const { exports, posts, shown } = await opened();
      await enter(posts, snapshotNamed('b1', undefined, 'blog'), postOf('1'));
      await importPosts(exports, headOf('x1'), exportedOf('1'));
      expect(await shown({ channel: 'blog' })).toEqual(['1']);
      expect(await posts.count({})).toBe(2);
      expect((await exports.reconcile('blog')).held).toMatchObject({ export: 0, crawl: 1 });
      expect((await exports.reconcile('nobody')).held).toMatchObject({ export: 0, crawl: 0 });
    });

    it('marks the same twins however often it is asked', async () => {
      const { exports, result, shown } = await laid([exportedOf('1'), exportedOf('2')], [postOf('2'), postOf('3')]);
      expect(await exports.reconcile('social')).toEqual(result);
      expect(await shown()).toEqual(['3', '2', '1']);
    });
  });
}
