import type { JsonObject } from '../model/playbook/json.ts';
import { INTERRUPTED } from '../model/run/fold-step.ts';
import type { NewEntry } from '../model/run/journal-entry.ts';
import type { IntentBody, OutcomeBody, StepError } from '../model/run/run-event.ts';
import type { AdvancedStep } from '../model/run/run-requests.ts';
import type { RunState, StepState } from '../model/run/run-state.ts';
import type { StepResult, StepType } from '../model/run/step-type.ts';
import { standing } from '../model/run/view-step.ts';
import { backoffEntry } from './back-off.ts';
import { doubtEntries } from './doubt.ts';
import { type Engine, stepOf, typeOf } from './engine.ts';
import { filledWith } from './fill-step.ts';
import { approvalsOf, overriddenGates, shutGates } from './gates.ts';
import { timeoutMs } from './moments.ts';
import { atOnce, failed, plainIntent, succeeded } from './outcomes.ts';
import { stepContext } from './step-context.ts';
import { asStepError } from './step-error.ts';
import { waitsFor } from './waits-for.ts';

/** Node's timers hold no longer time and fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Does a step that has an effect: its intent is on the disk before the effect begins, its outcome after it has ended. What is
 * irreversible begins only with all its gates open, and is in doubt when it ends in any other way than well.
 * @returns undefined when it cannot begin, or when somebody came between
 */
export async function runStep(id: string, engine: Engine): Promise<AdvancedStep | undefined> {
  const { store } = engine.deps;
  const before = await store.load(engine.run);
  const step = stepOf(before, id);
  const filled = fillOrFail(before, step, engine);
  if (filled.error !== null) return failUnbegun(id, filled.error, engine);
  const { values } = filled;
  const isIrreversible = step.plan.irreversible;
  if (isIrreversible && (await shutGates(before, step, null, engine.deps)).length > 0) return undefined;
  if ((await waitsFor(before, step, engine)) !== null) return undefined;
  await engine.deps.at('before-intent', id);
  const intent = intentOf(before, step, values, engine);
  const state = await engine.append((newest) => {
    const now = stepOf(newest, id);
    if (!mayBegin(newest, now, step)) return [];
    return [engine.entry({ type: 'step.intent', body: intent }, { step: id, attempt: step.attempt + 1 })];
  });
  const begun = stepOf(state, id);
  if (begun.state !== 'running' || begun.attempt !== step.attempt + 1) return undefined;
  await engine.deps.at('intent-written', id);
  await engine.stillHeld();
  await engine.deps.at('effect-begins', id);
  const result = await effect(state, begun, values, engine);
  await engine.deps.at('effect-done', id);
  return conclude(id, result, engine);
}

/** Somebody may have paused, cancelled or changed it while it was looked at. */
function mayBegin(state: RunState, now: StepState, before: StepState): boolean {
  if (state.isPaused || state.cancelled !== null || state.ended !== null) return false;
  return standing(state, now).state === 'ready' && now.attempt === before.attempt;
}

type Filled = { readonly values: JsonObject; readonly error: null } | { readonly error: StepError };

function fillOrFail(state: RunState, step: StepState, { deps }: Engine): Filled {
  try {
    return { values: filledWith(state, step, deps), error: null };
  } catch (error) {
    return { error: asStepError(error, false) };
  }
}

/** What cannot even be worked out fails as an attempt, so that it is seen and a person can open it again. */
export async function failUnbegun(id: string, error: StepError, engine: Engine): Promise<AdvancedStep> {
  await engine.append((state) => {
    const step = stepOf(state, id);
    return atOnce(step, plainIntent(state, step, step.plan.type), failed(error), engine.entry);
  });
  return { step: id, what: 'failed', says: error.message };
}

/** What a step is about to do, with what it rests on: the approvals, and the gates that two people went through for it. */
export function intentOf(
  state: RunState,
  step: StepState,
  values: JsonObject,
  { deps }: Pick<Engine, 'deps'>,
): IntentBody {
  return {
    ...plainIntent(state, step, typeOf(step, deps).target(values, step.plan)),
    with: values,
    isIrreversible: step.plan.irreversible,
    approvals: approvalsOf(state, step),
    overridden: overriddenGates(state, step),
  };
}

type Ended = StepResult | { readonly kind: 'interrupted'; readonly reason: string };

async function effect(state: RunState, step: StepState, values: JsonObject, engine: Engine): Promise<Ended> {
  const type: StepType = typeOf(step, engine.deps);
  const limitMs = timeoutMs(state, step, engine);
  const signals = [
    engine.signal,
    engine.lost,
    ...(limitMs === null ? [] : [AbortSignal.timeout(Math.min(limitMs, LONGEST_TIMER_MS))]),
  ];
  const signal = AbortSignal.any(signals);
  try {
    const context = stepContext(state, step, values, signal, engine);
    const result = await type.execute?.(context);
    if (engine.lost.aborted) throw engine.lost.reason;
    return result ?? { kind: 'waiting', reason: 'It has nothing to do.' };
  } catch (error) {
    if (engine.lost.aborted) throw engine.lost.reason;
    if (engine.signal.aborted) return { kind: 'interrupted', reason: 'It was stopped while it was being done.' };
    if (signal.aborted) return { kind: 'failed', error: timedOut(step, limitMs ?? 0) };
    return { kind: 'failed', error: asStepError(error) };
  }
}

function timedOut(step: StepState, ms: number): StepError {
  const message = `It took longer than its timeout (${step.plan.timeout ?? `${ms} ms`}).`;
  return { code: 'step.timed-out', message, hint: null, isRetryable: true };
}

async function conclude(id: string, result: Ended, engine: Engine): Promise<AdvancedStep> {
  const doubt = result.kind === 'succeeded' ? null : result.kind === 'failed' ? result.error.message : result.reason;
  const before = await engine.deps.store.load(engine.run);
  const ran = stepOf(before, id);
  const isRepeatable = typeOf(ran, engine.deps).isIdempotent(ran.intent?.with ?? {});
  const isInDoubt = doubt !== null && (ran.plan.irreversible || (isInterrupted(result) && !isRepeatable));
  const doubted = isInDoubt ? await doubtEntries(before, ran, doubt, engine) : [];
  await engine.append((state) => {
    const step = stepOf(state, id);
    if (isInDoubt) return doubted;
    const about = { step: id, attempt: step.attempt };
    const outcome = engine.entry({ type: 'step.outcome', body: outcomeOf(result) }, about);
    return [outcome, ...backoff(state, step, result, engine)];
  });
  await engine.deps.at('outcome-written', id);
  if (result.kind === 'succeeded') return { step: id, what: 'succeeded', says: '' };
  return { step: id, what: isInDoubt ? 'in-doubt' : 'failed', says: doubt ?? '' };
}

function isInterrupted(result: Ended): boolean {
  return result.kind === 'interrupted' || (result.kind === 'failed' && result.error.code === INTERRUPTED);
}

function outcomeOf(result: Ended): OutcomeBody {
  if (result.kind === 'succeeded') return succeeded('effect', result.outputs);
  if (result.kind === 'failed') return failed(result.error);
  return failed({ code: INTERRUPTED, message: result.reason, hint: null, isRetryable: true });
}

function backoff(state: RunState, step: StepState, result: Ended, engine: Engine): readonly NewEntry[] {
  if (result.kind !== 'failed' || !result.error.isRetryable) return [];
  const entry = backoffEntry(state, step, engine);
  return entry === null ? [] : [entry];
}
