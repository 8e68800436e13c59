import type { StepError } from '../model/run/run-event.ts';
import type { AdvancedStep } from '../model/run/run-requests.ts';
import type { RunState, StepState } from '../model/run/run-state.ts';
import { isDue } from '../model/run/timers.ts';
import { isFinal, standing } from '../model/run/view-step.ts';
import { noteJump } from './clock-jump.ts';
import { rollBack } from './compensate.ts';
import { CONDITION_SHUT } from './condition-shut.ts';
import { endRun } from './end-run.ts';
import { type Engine, type EngineRun, engineFor, stepOf, typeOf } from './engine.ts';
import { isUnbegun, shutCondition } from './fill-step.ts';
import { fireTimers } from './fire-timers.ts';
import { isIdle } from './is-idle.ts';
import { keepLease } from './lease-keeper.ts';
import { lockOf } from './lock.ts';
import { lookStep } from './look-step.ts';
import { hasLiveTimer } from './moments.ts';
import { offerStep } from './offer-step.ts';
import { recover } from './recover.ts';
import type { RunDeps } from './run-deps.ts';
import { failUnbegun, runStep } from './run-step.ts';
import { asStepError } from './step-error.ts';
import { unrolled } from './unrolled-step.ts';

export interface AdvanceOptions extends EngineRun {
  /** Goes on until this step has ended; null: as far as it goes. */
  readonly until: string | null;
  /** A pause no longer than this is waited for. */
  readonly patienceMs: number;
}

/**
 * Does all of a run that needs no person and no date, and what an earlier runner left undone. Safe to call at any time, by as
 * many as like: one of them has the lease, the others are told so.
 * @throws KnownError `run.unknown`, `run.lease-lost`
 */
export async function advance(
  options: AdvanceOptions,
  deps: RunDeps,
): Promise<{ readonly did: readonly AdvancedStep[]; readonly isBusy: boolean }> {
  const { run, until } = options;
  const first = await deps.store.load(run);
  if (until !== null) stepOf(first, until);
  if (first.ended !== null || (await isIdle(first, options, deps))) return { did: [], isBusy: false };
  const kept = await keepLease(run, deps);
  if (kept === undefined) return { did: [], isBusy: true };
  const engine = engineFor(options, kept, deps);
  try {
    const did = [...(await recover(engine))];
    // Taking the lease has written the time already.
    for (let clockAt = first.clockAt; ; clockAt = (await deps.store.load(run)).clockAt) {
      options.signal.throwIfAborted();
      await noteJump(clockAt, engine);
      const round = await oneRound(engine, until);
      did.push(...round);
      if (hasReached(await deps.store.load(run), until)) break;
      if (round.length > 0 || (await hasFallenDue(engine))) continue;
      if (!(await waitForPause(engine, options.patienceMs))) break;
    }
    return { did, isBusy: false };
  } finally {
    await kept.release();
  }
}

function hasReached(state: RunState, until: string | null): boolean {
  return state.ended !== null || (until !== null && isFinal(standing(state, stepOf(state, until))));
}

/** One pass over all steps in the plan's order, in which each follows what it needs. */
async function oneRound(engine: Engine, until: string | null): Promise<readonly AdvancedStep[]> {
  const did = [...(await fireTimers(engine))];
  const start = await engine.deps.store.load(engine.run);
  if (start.isPaused) return did;
  if (start.cancelled !== null) return [...did, ...(await rollBack(engine)), ...(await endRun(engine))];
  if ((await lockOf(start, engine.deps)) !== null) return did;
  for (const id of start.steps.keys()) {
    engine.signal.throwIfAborted();
    const one = await advanceStep(id, engine);
    if (one !== undefined) did.push(one);
    if (one !== undefined && id === until) return did;
  }
  did.push(...(await rollBack(engine)), ...(await endRun(engine)));
  return did;
}

async function advanceStep(id: string, engine: Engine): Promise<AdvancedStep | undefined> {
  const state = await engine.deps.store.load(engine.run);
  const step = stepOf(state, id);
  const { state: stands } = standing(state, step);
  if (stands !== 'ready' && stands !== 'waiting') return undefined;
  if (isUnbegun(step)) {
    const skipped = await skipWhenShut(state, step, engine);
    if (skipped !== undefined) return skipped;
  }
  if (step.plan.type === 'uses') return unrolled(id, engine);
  const { nature } = typeOf(step, engine.deps);
  if (stands === 'waiting' || nature === 'timer' || nature === 'approval' || nature === 'by-hand')
    return offerStep(id, engine);
  return nature === 'looks' ? lookStep(id, engine) : runStep(id, engine);
}

/**
 * What is not to be done is written down as skipped, with the condition that was false then. A condition that cannot be
 * worked out is a failure: nothing is done on a guess.
 */
async function skipWhenShut(state: RunState, step: StepState, engine: Engine): Promise<AdvancedStep | undefined> {
  const { id } = step.plan;
  const found = lookAtConditions(state, step, engine.deps);
  if (found === null) return undefined;
  if (typeof found !== 'string') return failUnbegun(id, found, engine);
  const reason = `${CONDITION_SHUT}${found}`;
  await engine.append((newest) =>
    isUnbegun(stepOf(newest, id)) ? [engine.entry({ type: 'step.skipped', body: { reason } }, { step: id })] : [],
  );
  return { step: id, what: 'skipped', says: reason };
}

function lookAtConditions(state: RunState, step: StepState, deps: RunDeps): string | StepError | null {
  try {
    return shutCondition(state, step, deps);
  } catch (error) {
    return asStepError(error, false);
  }
}

/** A timer that was set in this round for a moment that is over already: it fires in the next one, and not when somebody calls again. */
async function hasFallenDue({ run, deps }: Engine): Promise<boolean> {
  const state = await deps.store.load(run);
  const now = deps.clock.now();
  return hasLiveTimer(state, deps, (timer) => isDue(timer, now));
}

/** Waits for a pause between two attempts, when it is a short one. */
async function waitForPause(engine: Engine, patienceMs: number): Promise<boolean> {
  const state = await engine.deps.store.load(engine.run);
  const pauses = [...state.steps.values()].flatMap(({ timers }) =>
    timers.flatMap(({ timer, dueAt, hasFired }) => (timer === 'backoff' && !hasFired ? [Date.parse(dueAt)] : [])),
  );
  if (pauses.length === 0 || state.isPaused) return false;
  const ms = Math.min(...pauses) - engine.deps.clock.now().getTime();
  if (ms > patienceMs) return false;
  await sleep(Math.max(0, ms), AbortSignal.any([engine.signal, engine.lost]));
  return true;
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
}
