import type { JsonObject } from '../model/playbook/json.ts';
import type { AdvancedStep } from '../model/run/run-requests.ts';
import type { RunState, StepState } from '../model/run/run-state.ts';
import { standing } from '../model/run/view-step.ts';
import { type Engine, stepOf } from './engine.ts';
import { atOnce, plainIntent, succeeded } from './outcomes.ts';
import { failUnbegun } from './run-step.ts';
import { asStepError } from './step-error.ts';

/** The step that stands for a whole playbook: when the steps of that one have ended, it has, with what it gives out. */
export async function unrolled(id: string, engine: Engine): Promise<AdvancedStep | undefined> {
  const state = await engine.deps.store.load(engine.run);
  let outputs: JsonObject;
  try {
    outputs = outputsOf(state, stepOf(state, id), engine);
  } catch (error) {
    return failUnbegun(id, asStepError(error, false), engine);
  }
  await engine.append((newest) => {
    const step = stepOf(newest, id);
    if (newest.isPaused || standing(newest, step).state !== 'ready') return [];
    const intent = plainIntent(newest, step, `uses ${step.plan.uses}`);
    return atOnce(step, intent, succeeded('effect', outputs), engine.entry);
  });
  return { step: id, what: 'succeeded', says: '' };
}

function outputsOf(state: RunState, { plan }: StepState, { deps }: Engine): JsonObject {
  const scope = `${plan.id}/`;
  const outputs = state.plan.scopes[scope]?.outputs ?? {};
  const names = deps.namesFor(state, scope);
  return Object.fromEntries(
    Object.entries(outputs).map(([name, expression]) => [name, deps.expressions.evaluate(expression, names)]),
  );
}
