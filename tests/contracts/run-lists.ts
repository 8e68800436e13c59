import { describe, expect, it } from 'vitest';
import { foldRun } from '../../src/model/run/fold-run.ts';
import type { NewEntry } from '../../src/model/run/journal-entry.ts';
import type { RunStore } from '../../src/model/run/run-store.ts';
import { summarise } from '../../src/model/run/view-run.ts';
import { entryOf, intentOf, outcomeOf, planOf, startOf } from '../support/made-plan.ts';
import { all, asPerson, type OpenRuns, opened } from './opened-runs.ts';

/** What is shown of many runs. */
export function runListsContract(name: string, open: OpenRuns): void {
  describe(`runs in ${name}`, () => {
    const startedAt = (day: number) => ({ at: `2026-11-${day}T09:00:00.000Z` });

    it('are listed newest first, by state, and no more than asked for', async () => {
      const { store } = await opened(open);
      for (const [id, day] of [
        ['a', 21],
        ['b', 23],
        ['c', 22],
        ['d', 23],
      ] as const) {
        await store.create(id, startOf(planOf('first'), startedAt(day)));
      }
      const ids = async (filter?: Parameters<RunStore['list']>[0]) => (await store.list(filter)).map(({ id }) => id);
      expect(await ids()).toEqual(['d', 'b', 'c', 'a']);
      expect(await ids({ limit: 2 })).toEqual(['d', 'b']);
      await store.append('c', asPerson, () => [entryOf('run.ended', { state: 'cancelled' })]);
      await store.append('b', asPerson, () => [entryOf('run.paused')]);
      expect(await ids({ states: ['cancelled', 'paused'] })).toEqual(['b', 'c']);
      expect(await ids({ states: ['waiting'], limit: 1 })).toEqual(['d']);
      expect(await ids({ states: [] })).toEqual([]);
    });

    it('are summarised as their whole journal would be, whatever is appended', async () => {
      const { store, again } = await opened(open);
      const plan = {
        ...planOf(
          'a',
          { id: 'b', type: 'http' },
          { id: 'c', needs: ['a'] },
          { id: 'd', needs: ['b', 'c'], onFailure: 'continue' },
        ),
        concurrencyGroups: ['x/aurora'],
      };
      await store.create('r1', startOf(plan));
      const steps: readonly (readonly NewEntry[])[] = [
        [intentOf('a')],
        [outcomeOf('a'), intentOf('b', 1, { isByHand: false, isIrreversible: true })],
        [entryOf('step.in-doubt', {}, { step: 'b', attempt: 1 })],
        [entryOf('run.paused')],
        [outcomeOf('b'), entryOf('step.skipped', {}, { step: 'c' })],
        [entryOf('run.resumed')],
        [entryOf('run.amended', { plan: { ...plan, steps: [...plan.steps, ...planOf('e').steps] } })],
        [intentOf('d'), outcomeOf('d', 1, { result: 'failed' })],
        [entryOf('approval.voided', {}, { step: 'a' })],
        [entryOf('run.cancelled')],
        [entryOf('run.ended', { state: 'cancelled' })],
      ];
      for (const entries of steps) {
        await store.append('r1', asPerson, () => entries);
        const whole = summarise(foldRun(await all(store.entries('r1'))));
        expect(await store.list()).toEqual([whole]);
      }
      expect(await (await again()).list()).toMatchObject([{ state: 'cancelled', isPastPointOfNoReturn: true }]);
    });

    it('of a group stand in the order in which they came, also when the clock went back, until they end', async () => {
      const { store } = await opened(open);
      const inGroups = (...concurrencyGroups: readonly string[]) => ({ ...planOf('first'), concurrencyGroups });
      await store.create('m', startOf(inGroups('x', 'y'), startedAt(23)));
      await store.create('a', startOf(inGroups('y'), startedAt(21)));
      await store.create('z', startOf(inGroups('z', 'z'), startedAt(20)));
      const ids = async (...groups: readonly string[]) => (await store.ofGroups(groups)).map(({ id }) => id);
      expect(await ids('y')).toEqual(['m', 'a']);
      expect(await ids('x', 'y', 'z')).toEqual(['m', 'a', 'z']);
      expect(await ids('nobody')).toEqual([]);
      expect(await ids()).toEqual([]);
      await store.append('m', asPerson, () => [entryOf('run.ended')]);
      expect(await ids('x', 'y')).toEqual(['a']);
      await store.append('a', asPerson, () => [entryOf('run.amended', { plan: inGroups('x') })]);
      expect(await ids('y')).toEqual([]);
      expect(await ids('x')).toEqual(['a']);
    });

    it('are found by the first letters of their ids', async () => {
      const { store } = await opened(open);
      for (const id of ['leave-x-7k2', 'leave-x-7k3', 'leave-y-1', 'leave-y-10']) {
        await store.create(id, startOf(planOf('first')));
      }
      expect(await store.findId('leave-x-7k3')).toBe('leave-x-7k3');
      expect(await store.findId('leave-y-1')).toBe('leave-y-1');
      await expect(store.findId('leave-x')).rejects.toMatchObject({
        code: 'run.ambiguous',
        message: 'The ids of several runs begin with "leave-x", such as leave-x-7k2, leave-x-7k3.',
        exitCode: 2,
      });
      expect(await store.findId('leave-y-10')).toBe('leave-y-10');
      for (const nobody of ['leave-z', 'LEAVE-Y', '%', '']) {
        await expect(store.findId(nobody)).rejects.toMatchObject({ code: 'run.unknown' });
      }
    });
  });
}
