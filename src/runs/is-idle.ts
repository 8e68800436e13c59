import { KnownError } from '../base/known-error.ts';
import type { RunState, StepState, StepTimer } from '../model/run/run-state.ts';
import { isDue } from '../model/run/timers.ts';
import { standing } from '../model/run/view-step.ts';
import { isRollingBack, toCompensate } from './compensate.ts';
import { endingOf } from './end-run.ts';
import { type EngineRun, typeOf } from './engine.ts';
import { isUnbegun, shutCondition } from './fill-step.ts';
import { shutGates } from './gates.ts';
import { lockOf } from './lock.ts';
import { lookAt } from './look-step.ts';
import { entryMaker } from './make-entry.ts';
import { hasLiveTimer, timersWanted, waitIsOver } from './moments.ts';
import { approvalEntries } from './offer-step.ts';
import { probeStep } from './probe-step.ts';
import type { RunDeps } from './run-deps.ts';
import { waitsFor } from './waits-for.ts';

/**
 * Whether a runner would find nothing to do. It is asked before the lease is taken, which stands in the journal: a run that waits for
 * a month, and is looked after every five minutes, must not be told nine thousand times that nothing happened.
 */
export async function isIdle(
  state: RunState,
  options: EngineRun & { readonly patienceMs: number },
  deps: RunDeps,
): Promise<boolean> {
  const steps = [...state.steps.values()];
  const now = deps.clock.now();
  const soon = new Date(now.getTime() + options.patienceMs);
  // What broke off is put in order, whatever else holds.
  if (steps.some((step) => step.state === 'running' && step.intent?.isByHand === false)) return false;
  const isNear = (timer: StepTimer): boolean => isDue(timer, timer.timer === 'backoff' ? soon : now);
  if (hasLiveTimer(state, deps, isNear)) return false;
  for (const step of steps)
    if (step.state === 'in_doubt' && (await seemsDone(state, step, options, deps))) return false;
  if (state.isPaused) return true;
  if (endingOf(state) !== undefined) return false;
  if (isRollingBack(state)) return waitsToBeUndone(toCompensate(state)[0], deps);
  if (state.cancelled !== null || (await lockOf(state, deps)) !== null) return true;
  for (const step of steps) if (!(await isStepIdle(state, step, options, deps))) return false;
  return true;
}

/** By a person, who was asked for it. */
function waitsToBeUndone(next: StepState | undefined, { stepTypes }: RunDeps): boolean {
  const type = next?.plan.compensate?.type ?? 'manual';
  return next?.state === 'compensating' && stepTypes[type].nature === 'by-hand';
}

async function seemsDone(state: RunState, step: StepState, options: EngineRun, deps: RunDeps): Promise<boolean> {
  if (step.resolutions.some(({ seq }) => seq > (step.intent?.seq ?? 0))) return false;
  return (await probeStep(state, step, { ...options, deps }))?.says === 'done';
}

async function isStepIdle(state: RunState, step: StepState, options: EngineRun, deps: RunDeps): Promise<boolean> {
  const stands = standing(state, step).state;
  if (stands !== 'ready' && stands !== 'waiting') return true;
  try {
    if (isUnbegun(step) && shutCondition(state, step, deps) !== null) return false;
    return stands === 'ready' ? await isReadyIdle(state, step, options, deps) : isWaitingIdle(state, step, deps);
  } catch (error) {
    // What cannot be worked out is a failure, which a runner writes down.
    if (error instanceof KnownError) return false;
    throw error;
  }
}

async function isReadyIdle(state: RunState, step: StepState, options: EngineRun, deps: RunDeps): Promise<boolean> {
  if (step.plan.type === 'uses') return false;
  const { nature } = typeOf(step, deps);
  if (nature === 'looks') return (await lookAt(state, step, { ...options, deps })).kind === 'waiting';
  if ((await waitsFor(state, step, { ...options, deps })) !== null) return true;
  return step.plan.irreversible && (await shutGates(state, step, null, deps)).length > 0;
}

function isWaitingIdle(state: RunState, step: StepState, deps: RunDeps): boolean {
  if (step.state === 'running') return true;
  const maker = { deps, entry: entryMaker(deps) };
  if (timersWanted(state, step, maker).length > 0) return false;
  if (step.plan.type === 'approval') return approvalEntries(state, step.plan.id, maker).length === 0;
  return step.plan.type !== 'wait' || !waitIsOver(state, step, deps);
}
