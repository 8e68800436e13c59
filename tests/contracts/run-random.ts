import { describe, expect, it } from 'vitest';
import { foldRun } from '../../src/model/run/fold-run.ts';
import type { NewEntry } from '../../src/model/run/journal-entry.ts';
import type { RunState, StepState } from '../../src/model/run/run-state.ts';
import { summarise } from '../../src/model/run/view-run.ts';
import { entryOf, intentOf, outcomeOf, planOf } from '../support/made-plan.ts';
import { all, asPerson, begun, later, MINUTE_MS, type OpenRuns, plain } from './opened-runs.ts';

const steps = [
  { id: 'a', needs: [] },
  { id: 'b', needs: [], type: 'http' as const },
  { id: 'c', needs: ['a'], onFailure: 'continue' as const },
  { id: 'd', needs: ['a', 'b', 'c'] },
  { id: 'e', needs: ['d'], retry: { maxAttempts: 3, backoff: 'fixed' as const, delayMs: 1000 } },
  { id: 'f', needs: ['d', 'b'] },
];

/** Numbers below a limit, the same for the same seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/** Something that may be in a journal, whether or not anybody would write it there. */
function anEntry(next: (below: number) => number): NewEntry {
  const step = steps[next(steps.length)]?.id ?? 'a';
  const attempt = 1 + next(40);
  const about = { step, attempt };
  const timer = (['wait', 'timeout', 'backoff'] as const)[next(3)] ?? 'wait';
  const results = ['succeeded', 'failed', 'cancelled'] as const;
  const error = { code: 'a', message: 'b', hint: null, isRetryable: next(2) === 0 };
  const makes: readonly (() => NewEntry)[] = [
    () => intentOf(step, attempt, { isByHand: next(2) === 0, isIrreversible: next(9) === 0 }),
    () => outcomeOf(step, attempt, { result: results[next(3)] ?? 'failed', error }),
    () => entryOf('timer.set', { timer, dueAt: later(next(90) * MINUTE_MS).toISOString() }, about),
    () => entryOf('timer.fired', { timer, dueAt: later(next(90) * MINUTE_MS).toISOString() }, about),
    () => entryOf('step.skipped', {}, about),
    () => entryOf('step.in-doubt', {}, about),
    () => entryOf('step.resolved', { decision: 'agreed-not-done' }, about),
    () => entryOf('step.reopened', {}, about),
    () => entryOf('approval.voided', {}, about),
    () => entryOf('compensation.intent', {}, about),
    () => entryOf(next(2) === 0 ? 'run.paused' : 'run.resumed'),
    () => entryOf('run.amended', { plan: planOf(...steps.slice(0, 3 + next(4)).concat(steps.slice(6))) }),
  ];
  // Plans are amended rarely.
  const make = makes[next(makes.length * 20) % (next(8) === 0 ? makes.length : makes.length - 1)];
  return (make ?? (() => entryOf('person.told')))();
}

function waking({ id, ended, steps: those }: RunState): readonly string[] {
  const isOver = ({ state }: StepState) => ['succeeded', 'skipped', 'cancelled', 'compensated'].includes(state);
  const open = ended === null ? [...those.values()].filter((step) => !isOver(step)) : [];
  const timers = open.flatMap(({ plan, timers: own }) =>
    own.filter(({ hasFired }) => !hasFired).map(({ timer, dueAt }) => `${dueAt} ${id} ${plan.id} ${timer}`),
  );
  return timers.toSorted();
}

/** What is kept beside a journal is held against what the whole journal says. */
export function runRandomContract(name: string, open: OpenRuns): void {
  describe(`whatever is appended in ${name}`, () => {
    for (const seed of [1, 2, 3, 4]) {
      it(`the list, the timers and the state are what the whole journal makes of them (seed ${seed})`, async () => {
        const { store, again } = await begun(open, ...steps);
        const others = await again();
        const next = numbers(seed);
        for (let round = 0; round < 60; round += 1) {
          const entries = Array.from({ length: 1 + next(4) }, () => anEntry(next));
          const writer = next(3) === 0 ? others : store;
          // An attempt that was taken, or a step that an amended plan has not.
          await writer.append('r1', asPerson, () => entries).catch(() => undefined);
          const folded = foldRun(await all(store.entries('r1')));
          expect(await store.list()).toEqual([summarise(folded)]);
          expect(plain(await store.load('r1'))).toEqual(plain(folded));
          const due = await store.dueTimers(later(1000 * MINUTE_MS));
          expect(due.map(({ dueAt, run, step, timer }) => `${dueAt} ${run} ${step} ${timer}`)).toEqual(waking(folded));
        }
        expect((await store.load('r1')).head.seq).toBeGreaterThan(40);
        expect(await store.verify('r1')).toMatchObject({ ok: true });
      });
    }
  });
}
