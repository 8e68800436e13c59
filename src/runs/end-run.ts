import type { AdvancedStep } from '../model/run/run-requests.ts';
import type { RunState } from '../model/run/run-state.ts';
import { isFinal, standing } from '../model/run/view-step.ts';
import { isRollingBack, toCompensate } from './compensate.ts';
import type { Engine } from './engine.ts';

type Ending = { readonly state: 'succeeded' | 'failed' | 'cancelled' | 'rolled_back'; readonly reason: string | null };

/** How a run has ended, when nothing more will become of it; undefined as long as something will. */
export function endingOf(state: RunState): Ending | undefined {
  if (state.ended !== null) return undefined;
  const steps = [...state.steps.values()].map((step) => [step, standing(state, step).state] as const);
  if (steps.some(([, stands]) => stands === 'in_doubt' || stands === 'running' || stands === 'compensating'))
    return undefined;
  if (steps.some(([step, stands]) => stands === 'waiting' && step.intent?.isByHand === true)) return undefined;
  const isUndone = isRollingBack(state) && toCompensate(state).length === 0;
  if (state.cancelled !== null) {
    const { reason, rollback } = state.cancelled;
    if (!isRollingBack(state)) return { state: 'cancelled', reason };
    return isUndone && rollback ? ended(steps, 'rolled_back', reason) : undefined;
  }
  if (isRollingBack(state)) return isUndone ? ended(steps, 'rolled_back', failureOf(steps)) : undefined;
  if (!steps.every(([, stands]) => isFinal({ state: stands }))) return undefined;
  const isFailed = steps.some(([step, stands]) => stands === 'failed' && step.plan.onFailure !== 'continue');
  return isFailed ? { state: 'failed', reason: failureOf(steps) } : { state: 'succeeded', reason: null };
}

type Steps = readonly (readonly [{ readonly error: { readonly message: string } | null }, string])[];

/** Something that could not be undone keeps a run from counting as rolled back. */
function ended(steps: Steps, state: 'rolled_back', reason: string | null): Ending {
  return steps.some(([, stands]) => stands === 'blocked') ? { state: 'failed', reason } : { state, reason };
}

function failureOf(steps: Steps): string | null {
  return steps.find(([, stands]) => stands === 'failed' || stands === 'blocked')?.[0].error?.message ?? null;
}

/** Writes a run's last entry, once. */
export async function endRun(engine: Engine): Promise<readonly AdvancedStep[]> {
  const ending = endingOf(await engine.deps.store.load(engine.run));
  if (ending === undefined) return [];
  await engine.deps.at('before-end', null);
  await engine.append((state) => {
    const now = endingOf(state);
    return now === undefined ? [] : [engine.entry({ type: 'run.ended', body: now })];
  });
  await engine.deps.at('ended', null);
  return [];
}
