import { describe, expect, it } from 'vitest';
import type { RunStore } from '../../src/model/run/run-store.ts';
import { entryOf, intentOf, outcomeOf, planOf, startOf } from '../support/made-plan.ts';
import { asPerson, begun, later, MINUTE_MS, type OpenRuns } from './opened-runs.ts';

/** What is due, and what is not any more. */
export function runTimersContract(name: string, open: OpenRuns): void {
  describe(`timers in ${name}`, () => {
    const timer = (step: string, minutes: number, timer: 'wait' | 'timeout' = 'wait') =>
      entryOf('timer.set', { timer, dueAt: later(minutes * MINUTE_MS).toISOString() }, { step });
    const fired = (step: string, minutes: number) =>
      entryOf('timer.fired', { timer: 'wait', dueAt: later(minutes * MINUTE_MS).toISOString() }, { step });
    const due = async (store: RunStore, minutes: number, limit?: number) =>
      (await store.dueTimers(later(minutes * MINUTE_MS), limit)).map(
        ({ run, step, timer }) => `${run} ${step} ${timer}`,
      );

    it('are due from their moment on, over all runs, oldest first', async () => {
      const { store } = await begun(open, 'grace', 'rest');
      await store.create('r2', startOf(planOf('grace')));
      expect(await store.nextTimer()).toBeNull();
      await store.append('r1', asPerson, () => [timer('grace', 20), timer('rest', 5), timer('rest', 30, 'timeout')]);
      await store.append('r2', asPerson, () => [timer('grace', 10)]);
      expect(await due(store, 4)).toEqual([]);
      expect(await due(store, 5)).toEqual(['r1 rest wait']);
      expect(await due(store, 60)).toEqual(['r1 rest wait', 'r2 grace wait', 'r1 grace wait', 'r1 rest timeout']);
      expect(await due(store, 60, 2)).toEqual(['r1 rest wait', 'r2 grace wait']);
      const dueAt = later(5 * MINUTE_MS).toISOString();
      expect(await store.nextTimer()).toEqual({ run: 'r1', step: 'rest', timer: 'wait', dueAt });
    });

    it('that fired stay fired, whatever the clock says then; only one that is set anew is due again', async () => {
      const { store, again } = await begun(open, 'grace');
      await store.append('r1', asPerson, () => [timer('grace', 5)]);
      await store.append('r1', asPerson, () => [fired('grace', 5)]);
      expect(await due(store, 4)).toEqual([]);
      expect(await due(store, 600)).toEqual([]);
      expect(await store.nextTimer()).toBeNull();
      await store.append('r1', asPerson, () => [timer('grace', 10)]);
      await store.append('r1', asPerson, () => [timer('grace', 15)]);
      expect(await due(await again(), 14)).toEqual([]);
      expect(await due(await again(), 15)).toEqual(['r1 grace wait']);
    });

    it('of steps that are done, and of runs that have ended, wake nobody', async () => {
      const { store } = await begun(open, 'grace', 'rest');
      await store.append('r1', asPerson, () => [timer('grace', 5), timer('rest', 6)]);
      await store.append('r1', asPerson, () => [intentOf('grace'), outcomeOf('grace', 1, { result: 'failed' })]);
      expect(await due(store, 60)).toEqual(['r1 grace wait', 'r1 rest wait']);
      await store.append('r1', asPerson, () => [intentOf('grace', 2), outcomeOf('grace', 2)]);
      expect(await due(store, 60)).toEqual(['r1 rest wait']);
      const voided = entryOf('approval.voided', {}, { step: 'grace' });
      await store.append('r1', asPerson, () => [voided]);
      expect(await due(store, 60)).toEqual(['r1 grace wait', 'r1 rest wait']);
      await store.append('r1', asPerson, () => [entryOf('run.ended')]);
      expect(await due(store, 60)).toEqual([]);
    });
  });
}
