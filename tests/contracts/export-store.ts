import { describe, expect, it } from 'vitest';
import type { Sha256 } from '../../src/base/digest.ts';
import type { Post } from '../../src/model/post.ts';
import { exportedOf, headOf, importPosts, newerExport, type Open, openStores, reportOf } from './made-exports.ts';
import { enter, postOf, snapshotNamed, streamOf, wholePage } from './post-store.ts';

/** What every keeper of exports does, whatever database is under it. */
export function exportStoreContract(name: string, open: Open): void {
  const opened = () => openStores(open);
  describe(`entering an export in ${name}`, () => {
    it('adds its posts to all lists and searches', async () => {
      const { exports, posts, shown } = await opened();
      expect(await importPosts(exports, headOf('x1'), exportedOf('1', { text: 'Guten Tag' }), exportedOf('2'))).toEqual(
        {
          added: 2,
          changed: 0,
          same: 0,
          gone: 0,
        },
      );
      expect(await shown()).toEqual(['2', '1']);
      expect(await posts.count({ channel: 'social' })).toBe(2);
      expect((await posts.search('guten', {}, wholePage)).posts[0]).toMatchObject({
        snapshot: 'x1',
        post: { id: '1' },
      });
      expect(await posts.find('social', '1')).toMatchObject({
        snapshot: 'x1',
        post: { exported: { file: 'posts.json' } },
      });
    });

    it('changes nothing when it is entered again', async () => {
      const { exports, shown } = await opened();
      const first = exportedOf('0', { published: '2026-01-01T00:00:00.000Z' });
      await importPosts(exports, headOf('x0', '2026-01-01T00:00:00.000Z'), first);
      const posts = [exportedOf('1'), exportedOf('2')];
      expect(await importPosts(exports, headOf('x1'), ...posts)).toMatchObject({ added: 2, gone: 1 });
      const again = await importPosts(exports, headOf('x1'), ...posts);
      expect(again).toEqual({ added: 0, changed: 0, same: 2, gone: 0 });
      expect(await shown()).toEqual(['2', '1', '0']);
      expect(await exports.list()).toHaveLength(2);
    });

    it('replaces posts of an older one and counts what is gone, once', async () => {
      const { exports, posts } = await opened();
      await importPosts(exports, headOf('x1'), exportedOf('1', { text: 'Before' }), exportedOf('2'), exportedOf('3'));
      const change = await importPosts(exports, newerExport('x2'), exportedOf('1', { text: 'After' }), exportedOf('2'));
      expect(change).toEqual({ added: 0, changed: 1, same: 1, gone: 1 });
      expect(await posts.find('social', '1')).toMatchObject({ post: { text: 'After' }, snapshot: 'x2' });
      expect(await posts.find('social', '2')).toMatchObject({ snapshot: 'x2' });
      expect(await posts.find('social', '3')).toMatchObject({ snapshot: 'x1' });
      expect((await posts.search('before', {}, wholePage)).total).toBe(0);
      const third = await importPosts(exports, headOf('x3', '2026-11-23T00:00:00.000Z'), exportedOf('1'));
      expect(third).toMatchObject({ gone: 1 });
      expect((await exports.reconcile('social')).gone).toMatchObject({ count: 2, posts: [{ id: '2' }, { id: '3' }] });
    });

    it('only adds when an older one comes after a newer one', async () => {
      const { exports, posts } = await opened();
      await importPosts(exports, newerExport('x2'), exportedOf('1', { text: 'After' }));
      const change = await importPosts(exports, headOf('x1'), exportedOf('1', { text: 'Before' }), exportedOf('2'));
      expect(change).toEqual({ added: 1, changed: 0, same: 1, gone: 0 });
      expect(await posts.find('social', '1')).toMatchObject({ post: { text: 'After' }, snapshot: 'x2' });
      expect((await exports.reconcile('social')).gone).toMatchObject({ count: 1, posts: [{ id: '2' }] });
    });

    it('keeps the whole text of an older one where a newer one cuts it off, and does not call it gone', async () => {
      const { exports, posts } = await opened();
      await importPosts(exports, headOf('x1'), exportedOf('1', { text: 'All of it' }));
      const part = exportedOf('1', { text: 'All', extent: 'part' });
      expect(await importPosts(exports, newerExport('x2'), part)).toEqual({ added: 0, changed: 0, same: 1, gone: 0 });
      expect(await posts.find('social', '1')).toMatchObject({ post: { text: 'All of it' }, snapshot: 'x1' });
      expect((await exports.reconcile('social')).gone.count).toBe(0);
      await importPosts(exports, newerExport('x2'), exportedOf('2', { text: 'All', extent: 'part' }));
      await importPosts(exports, headOf('x1'), exportedOf('2', { text: 'All of that' }));
      expect(await posts.find('social', '2')).toMatchObject({ post: { text: 'All of that' }, snapshot: 'x1' });
      expect((await exports.reconcile('social')).gone.count).toBe(0);
    });

    it.each([0, 900])(
      'enters once what it gives twice, %i posts apart: whole before part, then the later edited',
      async (apart) => {
        const { exports, posts } = await opened();
        const others = Array.from({ length: apart }, (_, n) => exportedOf(`n${n}`));
        const edited = '2026-02-01T00:00:00.000Z';
        const given = [
          exportedOf('1', { text: 'All', extent: 'part', edited }),
          exportedOf('2', { text: 'Edited', edited }),
          exportedOf('3', { text: 'First' }),
          exportedOf('4', { text: 'Not edited' }),
          ...others,
          exportedOf('1', { text: 'All of it' }),
          exportedOf('2', { text: 'Not edited' }),
          exportedOf('3', { text: 'Second' }),
          exportedOf('4', { text: 'Edited', edited }),
        ];
        for (const expected of [
          { added: 4 + apart, same: 0 },
          { added: 0, same: 4 + apart },
        ]) {
          expect(await importPosts(exports, headOf('x1'), ...given)).toMatchObject({ ...expected, changed: 0 });
          const texts = ['1', '2', '3', '4'].map(async (id) => (await posts.find('social', id))?.post.text);
          expect(await Promise.all(texts)).toEqual(['All of it', 'Edited', 'First', 'Edited']);
        }
        expect(await posts.count({})).toBe(4 + apart);
        expect((await posts.search('all', {}, wholePage)).total).toBe(1);
      },
    );

    it('leaves nothing behind when it breaks off', async () => {
      const { exports, posts } = await opened();
      await enter(posts, snapshotNamed('s1'), postOf('n1'));
      async function* breaking(): AsyncGenerator<Post> {
        for (let n = 0; n < 1_500; n += 1) yield exportedOf(`n${n}`);
        throw new Error('the export ends here');
      }
      const head = headOf('x1');
      await expect(exports.addExport(head, breaking(), () => reportOf(head))).rejects.toThrow('ends here');
      expect(await posts.count({})).toBe(1);
      expect(await exports.list()).toEqual([]);
      expect((await exports.reconcile('social')).held).toMatchObject({ export: 0, crawl: 1 });
      expect((await posts.search('post', {}, wholePage)).total).toBe(1);
    });

    it('asks for its report when all posts were read, and keeps it', async () => {
      const { exports } = await opened();
      let read = 0;
      async function* counting(): AsyncGenerator<Post> {
        for (const id of ['1', '2', '3']) {
          yield exportedOf(id);
          read += 1;
        }
      }
      await exports.addExport(headOf('x1'), counting(), () => reportOf(headOf('x1'), { posts: read }));
      expect(await exports.list()).toEqual([reportOf(headOf('x1'), { posts: 3 })]);
    });

    it('lists exports of a channel or of all, the newest first, and finds one by its originals', async () => {
      const { exports } = await opened();
      const part = (sha256: string) => ({ name: sha256, file: sha256, bytes: 1, sha256: sha256 as Sha256 });
      const heads = [headOf('x1'), newerExport('x2'), headOf('b1', '2026-11-21T00:00:00.000Z', 'blog')];
      for (const head of heads) {
        const parts = [part(`sha256:${head.channel}-b`), part('sha256:a')];
        await exports.addExport(head, streamOf([]), () => reportOf(head, { parts: head.id === 'x1' ? [] : parts }));
      }
      expect((await exports.list()).map(({ id }) => id)).toEqual(['x2', 'b1', 'x1']);
      expect((await exports.list('social')).map(({ id }) => id)).toEqual(['x2', 'x1']);
      expect((await exports.findByParts('social', ['sha256:a', 'sha256:social-b']))?.id).toBe('x2');
      expect((await exports.findByParts('social', ['sha256:social-b', 'sha256:a']))?.id).toBe('x2');
      expect(await exports.findByParts('blog', ['sha256:a', 'sha256:social-b'])).toBeUndefined();
      expect(await exports.findByParts('social', ['sha256:a'])).toBeUndefined();
    });
  });

  describe(`gaps that a person accepts in ${name}`, () => {
    it('keeps the newest word on each gap of a channel', async () => {
      const { exports } = await opened();
      const acceptance = (gap: string, day: number, why: string, channel = 'social') => ({
        gap,
        channel,
        by: 'Jona',
        why,
        at: `2026-11-${day}T10:00:00.000Z`,
      });
      await exports.accept(acceptance('g1', 22, 'for now'));
      await exports.accept(acceptance('g1', 24, 'for good'));
      await exports.accept(acceptance('g2', 23, 'old'));
      await exports.accept(acceptance('g3', 23, 'elsewhere', 'blog'));
      expect(await exports.acceptances('social')).toEqual([
        acceptance('g2', 23, 'old'),
        acceptance('g1', 24, 'for good'),
      ]);
      expect(await exports.acceptances('nobody')).toEqual([]);
    });
  });
}
