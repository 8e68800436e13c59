import { INTERRUPTED } from '../model/run/fold-step.ts';
import type { AdvancedStep } from '../model/run/run-requests.ts';
import type { StepState } from '../model/run/run-state.ts';
import { doubtEntries } from './doubt.ts';
import { type Engine, stepOf, typeOf } from './engine.ts';
import { failed, succeeded } from './outcomes.ts';
import { probeStep } from './probe-step.ts';

/**
 * Puts in order what an earlier runner left: it had the lease and has it no more, so that whatever has an intent and no
 * outcome broke off. What may be done twice is opened again; of everything else nobody knows whether it was done.
 */
export async function recover(engine: Engine): Promise<readonly AdvancedStep[]> {
  const state = await engine.deps.store.load(engine.run);
  const did: AdvancedStep[] = [];
  for (const step of state.steps.values()) {
    if (step.state === 'running' && step.intent?.isByHand === false) did.push(await recoverStep(step, engine));
    else if (step.state === 'in_doubt') did.push(...(await lookAgain(step, engine)));
  }
  return did;
}

async function recoverStep(step: StepState, engine: Engine): Promise<AdvancedStep> {
  const { id, irreversible } = step.plan;
  await engine.deps.at('recovering', id);
  const isRepeatable = !irreversible && typeOf(step, engine.deps).isIdempotent(step.intent?.with ?? {});
  const reason = 'Its process ended before it could say how this went.';
  const about = { step: id, attempt: step.attempt };
  if (isRepeatable) {
    const body = failed({ code: INTERRUPTED, message: reason, hint: null, isRetryable: true });
    await engine.append((newest) =>
      isStillOpen(stepOf(newest, id), step) ? [engine.entry({ type: 'step.outcome', body }, about)] : [],
    );
    return { step: id, what: 'failed', says: reason };
  }
  return doubt(step, reason, engine);
}

/** Writes that a step is in doubt, or that its probe sees it done. */
export async function doubt(step: StepState, reason: string, engine: Engine): Promise<AdvancedStep> {
  const { id } = step.plan;
  const entries = await doubtEntries(await engine.deps.store.load(engine.run), step, reason, engine);
  const state = await engine.append((newest) => (isStillOpen(stepOf(newest, id), step) ? entries : []));
  const isDone = stepOf(state, id).state === 'succeeded';
  return isDone
    ? { step: id, what: 'succeeded', says: 'Its probe sees that it has been done.' }
    : { step: id, what: 'in-doubt', says: reason };
}

function isStillOpen(now: StepState, before: StepState): boolean {
  return now.state === before.state && now.attempt === before.attempt;
}

/** What was in doubt may have become plain since, as long as no person has said otherwise. */
async function lookAgain(step: StepState, engine: Engine): Promise<readonly AdvancedStep[]> {
  const { id } = step.plan;
  if (step.resolutions.some(({ seq }) => seq > (step.intent?.seq ?? 0))) return [];
  const probed = await probeStep(await engine.deps.store.load(engine.run), step, engine);
  await engine.deps.at('probed', id);
  if (probed?.says !== 'done') return [];
  const body = succeeded('probe', {}, probed.because);
  const about = { step: id, attempt: step.attempt };
  await engine.append((newest) =>
    isStillOpen(stepOf(newest, id), step) ? [engine.entry({ type: 'step.outcome', body }, about)] : [],
  );
  return [{ step: id, what: 'succeeded', says: probed.because }];
}
