import { closestMatch } from '../base/closest-match.ts';
import { KnownError } from '../base/known-error.ts';
import type { OnProgress } from '../model/progress.ts';
import type { NewEntry } from '../model/run/journal-entry.ts';
import type { RunState, StepState } from '../model/run/run-state.ts';
import type { StepType } from '../model/run/step-type.ts';
import type { KeptLease } from './lease-keeper.ts';
import { type EntryMaker, entryMaker } from './make-entry.ts';
import type { RunDeps } from './run-deps.ts';

/** One runner at one run, for as long as it holds the lease. */
export interface Engine {
  readonly run: string;
  readonly deps: RunDeps;
  /** Stops the runner: what has begun is brought to an end that can be gone on with. */
  readonly signal: AbortSignal;
  /** Another runner has the run. */
  readonly lost: AbortSignal;
  readonly onProgress: OnProgress;
  readonly entry: EntryMaker;
  /** Appends under the lease. */
  append(decide: (state: RunState) => readonly NewEntry[]): Promise<RunState>;
  /** @throws KnownError `run.lease-lost` */
  stillHeld(): Promise<void>;
}

export interface EngineRun {
  readonly run: string;
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
}

export function engineFor({ run, signal, onProgress }: EngineRun, kept: KeptLease, deps: RunDeps): Engine {
  const { store, clock } = deps;
  return {
    run,
    deps,
    signal,
    lost: kept.lost,
    onProgress,
    entry: entryMaker(deps),
    append: (decide) => store.append(run, { lease: kept.lease(), now: clock.now() }, decide),
    stillHeld: async () => {
      kept.lost.throwIfAborted();
      const held = await store.leaseOf(run, clock.now());
      if (held?.epoch === kept.lease().epoch) return;
      throw new KnownError('run.lease-lost', `The run ${run} is being advanced by ${held?.holder ?? 'nobody'} now.`, {
        hint: 'Nothing was begun. Look at it with: lastpost run status',
      });
    },
  };
}

/** @throws KnownError `step.unknown` */
export function stepOf(state: RunState, id: string): StepState {
  const step = state.steps.get(id);
  if (step !== undefined) return step;
  const ids = [...state.steps.keys()];
  const meant = closestMatch(id, ids);
  throw new KnownError('step.unknown', `The run ${state.id} has no step "${id}".`, {
    hint: meant === undefined ? `Its steps are: ${ids.join(', ')}.` : `Did you mean "${meant}"?`,
    exitCode: 2,
  });
}

/** @throws TypeError for a used playbook's own step, which is of no type */
export function typeOf({ plan }: StepState, { stepTypes }: Pick<RunDeps, 'stepTypes'>): StepType {
  if (plan.type === 'uses') throw new TypeError(`${plan.id} stands for a playbook.`);
  return stepTypes[plan.type];
}
