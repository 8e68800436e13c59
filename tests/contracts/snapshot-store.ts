import { describe, expect, it, onTestFinished } from 'vitest';
import { sha256 } from '../../src/base/digest.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import type { SnapshotStore } from '../../src/model/snapshot-store.ts';

/** A store that is empty, and how to give it back. */
export interface OpenedStore {
  readonly store: SnapshotStore;
  close(): Promise<void>;
}

export function snapshotOf(parts: Partial<Snapshot> = {}): Snapshot {
  return {
    id: '01-blog',
    channel: 'blog',
    url: 'https://blog.example.org/',
    file: '/somewhere/else/blog.wacz',
    state: 'complete',
    pages: 42,
    gaps: 0,
    bytes: 5_000_000_000,
    sha256: sha256('a'),
    signed: true,
    startedAt: '2026-11-23T09:30:00.000Z',
    finishedAt: '2026-11-23T09:41:07.250Z',
    ...parts,
  };
}

/** What every keeper of snapshots does, whatever database is under it. */
export function snapshotStoreContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`a snapshot store in ${name}`, () => {
    async function opened(): Promise<SnapshotStore> {
      const { store, close } = await open();
      onTestFinished(close);
      return store;
    }

    it('gives back what was entered, every field', async () => {
      const store = await opened();
      const unsigned = snapshotOf({ id: '02', channel: null, signed: false, state: 'partial', gaps: 3 });
      await store.add(snapshotOf());
      await store.add(unsigned);
      expect(await store.find('01-blog')).toEqual(snapshotOf());
      expect(await store.find('02')).toEqual(unsigned);
    });

    it('finds nothing under an id that nobody entered', async () => {
      const store = await opened();
      await store.add(snapshotOf());
      expect(await store.find('01')).toBeUndefined();
      expect(await store.list({ channel: 'nobody' })).toEqual([]);
    });

    it('lists the newest first, also among equals, and by channel', async () => {
      const store = await opened();
      const days = ['2026-11-21', '2026-11-23', '2026-11-22', '2026-11-23'];
      for (const [index, day] of days.entries()) {
        const startedAt = `${day}T09:30:00.000Z`;
        await store.add(snapshotOf({ id: `s${index}`, channel: index === 2 ? 'social' : 'blog', startedAt }));
      }
      expect((await store.list()).map(({ id }) => id)).toEqual(['s3', 's1', 's2', 's0']);
      expect((await store.list({ channel: 'blog' })).map(({ id }) => id)).toEqual(['s3', 's1', 's0']);
      expect((await store.list({ channel: 'social' })).map(({ id }) => id)).toEqual(['s2']);
    });

    it('takes the same snapshot twice as once', async () => {
      const store = await opened();
      await store.add(snapshotOf());
      await store.add(snapshotOf());
      expect(await store.list()).toEqual([snapshotOf()]);
    });

    it('refuses another snapshot under an id that is taken, and keeps the first', async () => {
      const store = await opened();
      await store.add(snapshotOf());
      await expect(store.add(snapshotOf({ sha256: sha256('b') }))).rejects.toMatchObject({ code: 'ledger.conflict' });
      expect(await store.find('01-blog')).toEqual(snapshotOf());
    });

    it('keeps text as it is, whatever is in it', async () => {
      const store = await opened();
      const odd = snapshotOf({
        id: "o'; drop table snapshots; --",
        url: 'https://ex.org/ä?q=%27"',
        file: '/a/ünï/☃ 1.wacz',
      });
      await store.add(odd);
      expect(await store.find(odd.id)).toEqual(odd);
    });

    it('takes many at once', async () => {
      const store = await opened();
      await Promise.all(Array.from({ length: 50 }, (_, index) => store.add(snapshotOf({ id: `p${index}` }))));
      expect(await store.list()).toHaveLength(50);
    });
  });
}
