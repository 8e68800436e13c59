import { describe, expect, it } from 'vitest';
import { foldRun } from '../../src/model/run/fold-run.ts';
import type { JournalEntry, NewEntry } from '../../src/model/run/journal-entry.ts';
import { entryOf, intentOf, outcomeOf, planOf, startOf } from '../support/made-plan.ts';
import {
  all,
  asPerson,
  begun,
  leaseTaken,
  MINUTE_MS,
  noon,
  type OpenRuns,
  oneByOne,
  opened,
  plain,
} from './opened-runs.ts';

/** Entries, their chain, and the state they make. */
export function runJournalContract(name: string, open: OpenRuns): void {
  describe(`a journal in ${name}`, () => {
    it('gives back what was appended: numbered, chained, and folded into a state', async () => {
      const { store, again } = await begun(open, 'archive', 'memo');
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
      const { store } = await begun(open, 'archive', 'memo');
      const before = await store.load('r1');
      const after = await store.append('r1', asPerson, () => [intentOf('archive')]);
      expect(before.steps.get('archive')?.state).toBe('pending');
      expect(before.head.seq).toBe(1);
      expect(after.steps.get('archive')?.state).toBe('running');
    });

    it('keeps what was appended, and not what became of the object afterwards', async () => {
      const { store } = await opened(open);
      const inputs: Record<string, string> = { account: 'aurora' };
      await store.create('r1', startOf({ ...planOf('archive'), inputs }));
      inputs.account = 'borealis';
      expect((await store.load('r1')).plan.inputs).toEqual({ account: 'aurora' });
    });

    it('appends all of it or nothing, and nothing when the decision throws', async () => {
      const { store } = await begun(open, 'archive');
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
      const { store } = await begun(open, 'archive', 'memo');
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
      const { store, again } = await begun(open, 'archive', 'memo');
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
      const { store } = await begun(open, 'archive');
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
      const { store } = await begun(open, 'archive', { id: 'grace', type: 'wait' });
      await store.takeLease('r1', 'a', noon, MINUTE_MS, leaseTaken);
      await store.append('r1', asPerson, () => [
        intentOf('archive', 1, { isIrreversible: true }),
        entryOf('timer.set', {}, { step: 'grace' }),
      ]);
      const entries = await all(store.entries('r1'));
      const { store: empty } = await opened(open);
      const restored = await empty.restoreRun(oneByOne(entries));
      expect(plain(restored)).toEqual(plain(await store.load('r1')));
      expect(await empty.list()).toEqual(await store.list());
      expect(await empty.nextTimer()).toEqual(await store.nextTimer());
      expect(await empty.verify('r1')).toEqual(await store.verify('r1'));
      expect(await empty.leaseOf('r1', noon)).toBeUndefined();
      expect(await empty.takeLease('r1', 'b', noon, MINUTE_MS, leaseTaken)).toMatchObject({ epoch: 2 });
      await expect(empty.restoreRun(oneByOne(entries))).rejects.toMatchObject({ code: 'run.exists' });
      await expect(store.restoreRun(store.entries('r1'))).rejects.toMatchObject({ code: 'run.exists' });
    });

    it('is not restored from entries of which one is not as it was written', async () => {
      const { store } = await begun(open, 'archive', 'memo');
      await store.append('r1', asPerson, () => [intentOf('archive'), outcomeOf('archive')]);
      const entries = await all(store.entries('r1'));
      const { store: empty } = await opened(open);
      const changed = (seq: number, part: object) =>
        oneByOne(entries.map((entry) => (entry.seq === seq ? ({ ...entry, ...part } as JournalEntry) : entry)));
      const damages: readonly [AsyncIterable<JournalEntry>, number][] = [
        [changed(2, { at: '2026-11-26T15:00:00.001Z' }), 2],
        [changed(3, { step: 'memo' }), 3],
        [changed(3, { run: 'r2' }), 3],
        [changed(2, { hash: entries[2]?.hash }), 2],
        [changed(1, { epoch: 7 }), 1],
        [oneByOne(entries.toSpliced(1, 1)), 2],
        [oneByOne(entries.slice(1)), 1],
      ];
      for (const [broken, seq] of damages) {
        await expect(empty.restoreRun(broken)).rejects.toMatchObject({
          code: 'run.journal-damaged',
          message: expect.stringContaining(`is damaged at entry ${seq}:`),
        });
        expect(await empty.list()).toEqual([]);
      }
      expect((await empty.restoreRun(oneByOne(entries.slice(0, 2)))).head.seq).toBe(2);
    });
  });
}
