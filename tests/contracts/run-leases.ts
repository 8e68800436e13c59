import { describe, expect, it } from 'vitest';
import { intentOf, outcomeOf } from '../support/made-plan.ts';
import { all, asPerson, begun, later, leaseTaken, MINUTE_MS, noon, type OpenRuns } from './opened-runs.ts';

/** One runner at a time, and people beside it. */
export function runLeasesContract(name: string, open: OpenRuns): void {
  describe(`the lease of a run in ${name}`, () => {
    it('is held by one runner, whose entries carry its epoch', async () => {
      const { store, again } = await begun(open, 'archive');
      const lease = await store.takeLease('r1', 'host/1/a', noon, MINUTE_MS, leaseTaken);
      expect(lease).toEqual({ run: 'r1', holder: 'host/1/a', epoch: 1, until: later(MINUTE_MS).toISOString() });
      const other = await again();
      expect(await other.takeLease('r1', 'host/2/b', later(1), MINUTE_MS, leaseTaken)).toBeUndefined();
      expect(await other.leaseOf('r1', later(59_999))).toEqual(lease);
      expect(await other.leaseOf('r1', later(MINUTE_MS))).toBeUndefined();
      if (lease === undefined) return;
      await store.append('r1', { lease, now: later(1) }, () => [intentOf('archive')]);
      expect((await all(store.entries('r1'))).map(({ type, epoch }) => `${type} ${epoch}`)).toEqual([
        'run.started 0',
        'lease.taken 1',
        'step.intent 1',
      ]);
    });

    it('is taken over when its time is over, and the runner before it may not write any more', async () => {
      const { store, again } = await begun(open, 'archive');
      const old = await store.takeLease('r1', 'host/1/a', noon, MINUTE_MS, leaseTaken);
      const other = await again();
      const lease = await other.takeLease('r1', 'host/2/b', later(MINUTE_MS), MINUTE_MS, leaseTaken);
      expect(lease).toMatchObject({ holder: 'host/2/b', epoch: 2 });
      if (old === undefined || lease === undefined) return;
      const lost = {
        code: 'run.lease-lost',
        message: 'host/1/a no longer carries on run r1 as number 1: host/2/b has taken over as number 2.',
      };
      // Its clock may be behind: the epoch alone says that it is too late.
      await expect(
        store.append('r1', { lease: old, now: later(1) }, () => [intentOf('archive')]),
      ).rejects.toMatchObject(lost);
      await expect(store.renewLease(old, later(1), MINUTE_MS)).rejects.toMatchObject(lost);
      await store.releaseLease(old);
      expect(await store.leaseOf('r1', later(MINUTE_MS))).toEqual(lease);
      await other.append('r1', { lease, now: later(MINUTE_MS) }, () => [intentOf('archive')]);
      expect((await store.load('r1')).head.seq).toBe(4);
    });

    it('lets nothing be written when its time is over, unless it is renewed', async () => {
      const { store } = await begun(open, 'archive');
      const lease = await store.takeLease('r1', 'host/1/a', noon, MINUTE_MS, leaseTaken);
      if (lease === undefined) throw new Error('The lease of a new run is free.');
      const write = (now: Date) => store.append('r1', { lease, now }, () => [intentOf('archive')]);
      await expect(write(later(MINUTE_MS))).rejects.toMatchObject({
        code: 'run.lease-lost',
        message: 'host/1/a no longer carries on run r1 as number 1: its time is over.',
      });
      const renewed = await store.renewLease(lease, later(2 * MINUTE_MS), MINUTE_MS);
      expect(renewed).toEqual({ ...lease, until: later(3 * MINUTE_MS).toISOString() });
      expect((await write(later(2 * MINUTE_MS))).head.seq).toBe(3);
    });

    it('is free when it was given back, and its epoch grows with the next one', async () => {
      const { store } = await begun(open, 'archive');
      const lease = await store.takeLease('r1', 'host/1/a', noon, MINUTE_MS, leaseTaken);
      if (lease === undefined) throw new Error('The lease of a new run is free.');
      await store.releaseLease(lease);
      await store.releaseLease(lease);
      expect(await store.leaseOf('r1', noon)).toBeUndefined();
      await expect(store.append('r1', { lease, now: noon }, () => [intentOf('archive')])).rejects.toMatchObject({
        code: 'run.lease-lost',
      });
      expect(await store.takeLease('r1', 'host/1/a', noon, MINUTE_MS, leaseTaken)).toMatchObject({ epoch: 2 });
    });

    it('does not hold a run for as long as the clock was wrong', async () => {
      const { store } = await begun(open, 'archive');
      const inJanuary = later(40 * 86_400_000);
      const wrong = await store.takeLease('r1', 'host/1/a', inJanuary, MINUTE_MS, leaseTaken);
      // A clock that is put back by seconds takes nothing from a runner.
      expect(await store.leaseOf('r1', later(-30_000, inJanuary))).toEqual(wrong);
      expect(await store.leaseOf('r1', noon)).toBeUndefined();
      expect(await store.takeLease('r1', 'host/2/b', noon, MINUTE_MS, leaseTaken)).toMatchObject({ epoch: 2 });
    });

    it('keeps no person from writing, whose entries have the epoch of that moment', async () => {
      const { store, again } = await begun(open, 'archive', 'memo');
      const lease = await store.takeLease('r1', 'host/1/a', noon, MINUTE_MS, leaseTaken);
      if (lease === undefined) throw new Error('The lease of a new run is free.');
      await store.append('r1', { lease, now: noon }, () => [intentOf('archive')]);
      await (await again()).append('r1', asPerson, () => [outcomeOf('archive')]);
      const state = await store.append('r1', { lease, now: noon }, (seen) => {
        expect(seen.steps.get('archive')?.state).toBe('succeeded');
        return [intentOf('memo')];
      });
      expect(state.epoch).toBe(1);
      expect((await all(store.entries('r1', 4))).map(({ epoch }) => epoch)).toEqual([1, 1]);
    });
  });
}
