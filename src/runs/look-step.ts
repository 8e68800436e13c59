import type { AdvancedStep } from '../model/run/run-requests.ts';
import type { RunState, StepState } from '../model/run/run-state.ts';
import type { StepResult } from '../model/run/step-type.ts';
import { standing } from '../model/run/view-step.ts';
import { type Engine, stepOf, typeOf } from './engine.ts';
import { filledWith } from './fill-step.ts';
import { atOnce, failed, succeeded } from './outcomes.ts';
import { intentOf } from './run-step.ts';
import { stepContext } from './step-context.ts';
import { asStepError } from './step-error.ts';

type Looker = Pick<Engine, 'deps' | 'onProgress' | 'signal'>;

/** What a step that only looks sees now; nothing of it is recorded. */
export async function lookAt(state: RunState, step: StepState, engine: Looker): Promise<StepResult> {
  try {
    const values = filledWith(state, step, engine.deps);
    const context = stepContext(state, step, values, engine.signal, engine);
    return (
      (await typeOf(step, engine.deps).execute?.(context)) ?? { kind: 'waiting', reason: 'It has nothing to look at.' }
    );
  } catch (error) {
    engine.signal.throwIfAborted();
    return { kind: 'failed', error: asStepError(error) };
  }
}

/** Looks, and records what was seen when it ends the step. undefined when it goes on waiting. */
export async function lookStep(id: string, engine: Engine): Promise<AdvancedStep | undefined> {
  const before = await engine.deps.store.load(engine.run);
  const result = await lookAt(before, stepOf(before, id), engine);
  if (result.kind === 'waiting') return undefined;
  await engine.append((state) => {
    const step = stepOf(state, id);
    if (state.isPaused || standing(state, step).state !== 'ready') return [];
    const intent = { ...intentOf(state, step, step.plan.with, engine), isIrreversible: false };
    const body = result.kind === 'failed' ? failed(result.error) : succeeded('effect', result.outputs);
    return atOnce(step, intent, body, engine.entry);
  });
  await engine.deps.at('outcome-written', id);
  if (result.kind === 'failed') return { step: id, what: 'failed', says: result.error.message };
  return { step: id, what: 'succeeded', says: '' };
}
