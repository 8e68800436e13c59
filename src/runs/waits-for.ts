import { KnownError } from '../base/known-error.ts';
import type { RunState, StepState } from '../model/run/run-state.ts';
import { type Engine, typeOf } from './engine.ts';
import { filledWith } from './fill-step.ts';
import { stepContext } from './step-context.ts';

/** Why a step that acts does not begin yet, as it says itself; null when nothing is in its way. */
export async function waitsFor(
  state: RunState,
  step: StepState,
  engine: Pick<Engine, 'deps' | 'onProgress' | 'signal'>,
): Promise<string | null> {
  const { waitsFor: asks } = typeOf(step, engine.deps);
  if (asks === undefined) return null;
  try {
    const values = filledWith(state, step, engine.deps);
    return await asks(stepContext(state, step, values, engine.signal, engine));
  } catch (error) {
    engine.signal.throwIfAborted();
    if (error instanceof KnownError) return null;
    throw error;
  }
}
