import { KnownError } from '../base/known-error.ts';
import type { JsonObject } from '../model/playbook/json.ts';
import type { RunState, StepState } from '../model/run/run-state.ts';
import type { ProbeResult } from '../model/run/step-type.ts';
import type { Engine } from './engine.ts';
import { fillFor } from './fill-step.ts';
import { stepContext } from './step-context.ts';

/** A look that takes longer says nothing. */
const LONGEST_MS = 60_000;

/** Looks whether a step has been done, by its probe; undefined where it has none. It never throws: what fails cannot tell. */
export async function probeStep(
  state: RunState,
  step: StepState,
  engine: Pick<Engine, 'deps' | 'onProgress' | 'signal'>,
): Promise<ProbeResult | undefined> {
  const { probe } = step.plan;
  if (probe === null) return undefined;
  const signal = AbortSignal.any([engine.signal, AbortSignal.timeout(LONGEST_MS)]);
  try {
    const values = fillFor(state, step, probe.with, engine.deps) as JsonObject;
    const context = stepContext(state, step, values, signal, engine);
    const result = await engine.deps.stepTypes[probe.type].probe?.(context);
    return result ?? { says: 'cannot-tell', because: `Nothing can be probed with ${probe.type}.` };
  } catch (error) {
    engine.signal.throwIfAborted();
    const because = error instanceof KnownError ? error.message : `The probe broke: ${String(error)}`;
    return { says: 'cannot-tell', because };
  }
}
