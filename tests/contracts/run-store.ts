import { describe, expect, it, onTestFinished } from 'vitest';
import { foldRun } from '../../src/model/run/fold-run.ts';
import type { JournalEntry, NewEntry } from '../../src/model/run/journal-entry.ts';
import type { RunState } from '../../src/model/run/run-state.ts';
import type { RunStore } from '../../src/model/run/run-store.ts';
import { summarise } from '../../src/model/run/view-run.ts';
import { entryOf, intentOf, outcomeOf, planOf, startOf } from '../support/made-plan.ts';

/** A store that is empty, how to open the same one again, as another process would, and how to give both back. */
export interface OpenedRuns {
  readonly store: RunStore;
  again(): Promise<RunStore>;
  close(): Promise<void>;
}

export type OpenRuns = () => Promise<OpenedRuns>;

export const asPerson = { person: true } as const;
const noon = new Date('2026-11-26T12:00:00.000Z');
export const MINUTE_MS = 60_000;

export function later(ms: number, than = noon): Date {
  return new Date(than.getTime() + ms);
}

export async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

/** As a plain value, so that two of them can be compared. */
function plain(state: RunState): object {
  return { ...state, steps: [...state.steps] };
}

export const leaseTaken = entryOf('lease.taken');

/** What every keeper of runs does, whatever database is under it. */
export function runStoreContract(name: string, open: OpenRuns): void {
  async function opened(): Promise<OpenedRuns> {
    const runs = await open();
    onTestFinished(runs.close);
    return runs;
  }

  async function begun(...steps: Parameters<typeof planOf>): Promise<OpenedRuns> {
    const runs = await opened();
    await runs.store.create('r1', startOf(planOf(...steps)));
    return runs;
  }

  describe(`a journal in ${name}`, () => {
    it('gives back what was appended: numbered, chained, and folded into a state', async () => {
      const { store, again } = await begun('archive', 'memo');
      await store.append('r1', asPerson, () => [intentOf('archive')]);
      const state = await store.append('r1', asPerson, () => [outcomeOf('archive'), intentOf('memo')]);
      const entries = await all(store.entries('r1'));
      expect(entries.map(({ seq, type }) => `${seq} ${type}`)).toEqual([
        '1 run.started',
        '2 step.intent',
        '3 step.outcome',
        '4 step.intent',
      ]);
      expect(entries.every(({ prevHash }, place) => place === 0 || prevHash === entries[place - 1]?.hash)).toBe(true);
      const folded = plain(foldRun(entries));
      expect(plain(state)).toEqual(folded);
      expect(plain(await store.load('r1'))).toEqual(folded);
      expect(plain(await (await again()).load('r1'))).toEqual(folded);
      expect(await store.verify('r1')).toEqual({ ok: true, entries: 4, head: state.head, problem: null });
      expect((await all(store.entries('r1', 3))).map(({ seq }) => seq)).toEqual([3, 4]);
      expect(await all(store.entries('r1', 5))).toEqual([]);
    });

    it('lets a state be as it was when the run goes on', async () => {
      const { store } = await begun('archive', 'memo');
      const before = await store.load('r1');
      const after = await store.append('r1', asPerson, () => [intentOf('archive')]);
      expect(before.steps.get('archive')?.state).toBe('pending');
      expect(before.head.seq).toBe(1);
      expect(after.steps.get('archive')?.state).toBe('running');
    });

    it('keeps what was appended, and not what became of the object afterwards', async () => {
      const { store } = await opened();
      const inputs: Record<string, string> = { account: 'aurora' };
      await store.create('r1', startOf({ ...planOf('archive'), inputs }));
      inputs.account = 'borealis';
      expect((await store.load('r1')).plan.inputs).toEqual({ account: 'aurora' });
    });

    it('appends all of it or nothing, and nothing when the decision throws', async () => {
      const { store } = await begun('archive');
      const wrong = new Error('not now');
      const throwing = () => {
        throw wrong;
      };
      await expect(store.append('r1', asPerson, throwing)).rejects.toBe(wrong);
      const second = () => [intentOf('archive'), outcomeOf('archive'), outcomeOf('archive')];
      await expect(store.append('r1', asPerson, second)).rejects.toMatchObject({ code: 'run.step-taken' });
      const noStep = () => [intentOf('archive'), entryOf('step.skipped', {}, { step: 'elsewhere' })];
      await expect(store.append('r1', asPerson, noStep)).rejects.toThrow('a step "elsewhere" that the run has not');
      expect((await store.append('r1', asPerson, () => [])).head.seq).toBe(1);
      expect((await all(store.entries('r1'))).length).toBe(1);
      expect((await store.load('r1')).steps.get('archive')?.state).toBe('pending');
      expect((await store.append('r1', asPerson, () => [intentOf('archive')])).head.seq).toBe(2);
    });

    it('takes one intent and one outcome of an attempt, and of its undoing', async () => {
      const { store } = await begun('archive', 'memo');
      const refused = async (entry: NewEntry, message: string) => {
        await expect(store.append('r1', asPerson, () => [entry])).rejects.toMatchObject({
          code: 'run.step-taken',
          message,
        });
      };
      await store.append('r1', asPerson, () => [intentOf('archive')]);
      await refused(intentOf('archive'), 'Attempt 1 at step "archive" of run r1 has been begun already.');
      await store.append('r1', asPerson, () => [outcomeOf('archive', 1, { result: 'failed' })]);
      await refused(outcomeOf('archive'), 'Attempt 1 at step "archive" of run r1 has ended already.');
      await store.append('r1', asPerson, () => [intentOf('archive', 2), outcomeOf('archive', 2), intentOf('memo')]);
      const about = { step: 'archive', attempt: 1 };
      await store.append('r1', asPerson, () => [
        entryOf('compensation.intent', {}, about),
        entryOf('compensation.outcome', {}, about),
      ]);
      await refused(
        entryOf('compensation.intent', {}, about),
        'Attempt 1 at step "archive" of run r1 is being undone already.',
      );
      await refused(
        entryOf('compensation.outcome', {}, about),
        'Attempt 1 at step "archive" of run r1 has been undone already.',
      );
      expect((await store.verify('r1')).ok).toBe(true);
    });

    it('sees at once what another process appended, and refuses what that one was first to say', async () => {
      const { store, again } = await begun('archive', 'memo');
      const other = await again();
      await store.append('r1', asPerson, () => [intentOf('archive')]);
      await expect(other.append('r1', asPerson, () => [intentOf('archive')])).rejects.toMatchObject({
        code: 'run.step-taken',
      });
      await other.append('r1', asPerson, (state) => {
        expect(state.steps.get('archive')?.state).toBe('running');
        return [outcomeOf('archive')];
      });
      expect((await store.load('r1')).steps.get('archive')?.state).toBe('succeeded');
      expect((await other.append('r1', asPerson, () => [intentOf('memo')])).head.seq).toBe(4);
      expect((await store.append('r1', asPerson, () => [outcomeOf('memo')])).head.seq).toBe(5);
    });

    it('knows no run that was never begun, and begins none twice', async () => {
      const { store } = await begun('archive');
      const unknown = { code: 'run.unknown', message: 'No run is called "r2".', exitCode: 2 };
      await expect(store.load('r2')).rejects.toMatchObject(unknown);
      await expect(store.append('r2', asPerson, () => [])).rejects.toMatchObject(unknown);
      await expect(all(store.entries('r2'))).rejects.toMatchObject(unknown);
      await expect(store.verify('r2')).rejects.toMatchObject(unknown);
      await expect(store.takeLease('r2', 'a', noon, MINUTE_MS, leaseTaken)).rejects.toMatchObject(unknown);
      await expect(store.create('r1', startOf(planOf('other')))).rejects.toMatchObject({ code: 'run.exists' });
      expect((await store.load('r1')).plan.steps.map(({ id }) => id)).toEqual(['archive']);
    });

    it('is restored from its entries in a ledger that does not have it', async () => {
      const { store } = await begun('archive', { id: 'grace', type: 'wait' });
      await store.takeLease('r1', 'a', noon, MINUTE_MS, leaseTaken);
      await store.append('r1', asPerson, () => [
        intentOf('archive', 1, { isIrreversible: true }),
        entryOf('timer.set', {}, { step: 'grace' }),
      ]);
      const entries = await all(store.entries('r1'));
      const { store: empty } = await opened();
      const restored = await empty.restoreRun(from(entries));
      expect(plain(restored)).toEqual(plain(await store.load('r1')));
      expect(await empty.list()).toEqual(await store.list());
      expect(await empty.nextTimer()).toEqual(await store.nextTimer());
      expect(await empty.verify('r1')).toEqual(await store.verify('r1'));
      expect(await empty.leaseOf('r1', noon)).toBeUndefined();
      expect(await empty.takeLease('r1', 'b', noon, MINUTE_MS, leaseTaken)).toMatchObject({ epoch: 2 });
      await expect(empty.restoreRun(from(entries))).rejects.toMatchObject({ code: 'run.exists' });
      await expect(store.restoreRun(store.entries('r1'))).rejects.toMatchObject({ code: 'run.exists' });
    });

    it('is not restored from entries of which one is not as it was written', async () => {
      const { store } = await begun('archive', 'memo');
      await store.append('r1', asPerson, () => [intentOf('archive'), outcomeOf('archive')]);
      const entries = await all(store.entries('r1'));
      const { store: empty } = await opened();
      const changed = (seq: number, part: object) =>
        from(entries.map((entry) => (entry.seq === seq ? ({ ...entry, ...part } as JournalEntry) : entry)));
      const damages: readonly [AsyncIterable<JournalEntry>, number][] = [
        [changed(2, { at: '2026-11-26T15:00:00.001Z' }), 2],
        [changed(3, { step: 'memo' }), 3],
        [changed(3, { run: 'r2' }), 3],
        [changed(2, { hash: entries[2]?.hash }), 2],
        [changed(1, { epoch: 7 }), 1],
        [from(entries.toSpliced(1, 1)), 2],
        [from(entries.slice(1)), 1],
      ];
      for (const [broken, seq] of damages) {
        await expect(empty.restoreRun(broken)).rejects.toMatchObject({
          code: 'run.journal-damaged',
          message: expect.stringContaining(`is damaged at entry ${seq}:`),
        });
        expect(await empty.list()).toEqual([]);
      }
      expect((await empty.restoreRun(from(entries.slice(0, 2)))).head.seq).toBe(2);
    });
  });

  describe(`the lease of a run in ${name}`, () => {
    it('is held by one runner, whose entries carry its epoch', async () => {
      const { store, again } = await begun('archive');
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
      const { store, again } = await begun('archive');
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
      const { store } = await begun('archive');
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
      const { store } = await begun('archive');
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
      const { store } = await begun('archive');
      const inJanuary = later(40 * 86_400_000);
      const wrong = await store.takeLease('r1', 'host/1/a', inJanuary, MINUTE_MS, leaseTaken);
      // A clock that is put back by seconds takes nothing from a runner.
      expect(await store.leaseOf('r1', later(-30_000, inJanuary))).toEqual(wrong);
      expect(await store.leaseOf('r1', noon)).toBeUndefined();
      expect(await store.takeLease('r1', 'host/2/b', noon, MINUTE_MS, leaseTaken)).toMatchObject({ epoch: 2 });
    });

    it('keeps no person from writing, whose entries have the epoch of that moment', async () => {
      const { store, again } = await begun('archive', 'memo');
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
      const { store } = await begun('grace', 'rest');
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
      const { store, again } = await begun('grace');
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
      const { store } = await begun('grace', 'rest');
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

  describe(`runs in ${name}`, () => {
    const startedAt = (day: number) => ({ at: `2026-11-${day}T09:00:00.000Z` });

    it('are listed newest first, by state, and no more than asked for', async () => {
      const { store } = await opened();
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
      const { store, again } = await opened();
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
      const { store } = await opened();
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
      const { store } = await opened();
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

async function* from<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
