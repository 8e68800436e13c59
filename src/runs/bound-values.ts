import type { Sha256 } from '../base/digest.ts';
import { KnownError } from '../base/known-error.ts';
import type { JsonObject, JsonValue } from '../model/playbook/json.ts';
import { approvalDigest } from '../model/run/approval-digest.ts';
import type { RunState, StepState } from '../model/run/run-state.ts';
import type { RunDeps } from './run-deps.ts';

type NameDeps = Pick<RunDeps, 'expressions' | 'namesFor'>;

/** What the names that an approval binds stand for now; null for what is not there. */
export function boundValues(state: RunState, { plan }: StepState, { expressions, namesFor }: NameDeps): JsonObject {
  const names = namesFor(state, plan.scope);
  const boundValue = (name: string): JsonValue => {
    try {
      return expressions.evaluate(name, names);
    } catch (error) {
      if (error instanceof KnownError) return null;
      throw error;
    }
  };
  return Object.fromEntries((plan.approval?.binds ?? []).map((name) => [name, boundValue(name)]));
}

/** Of exactly what would be approved now. */
export function digestNow(state: RunState, step: StepState, deps: NameDeps): Sha256 {
  const bound = boundValues(state, step, deps);
  return approvalDigest({ run: state.id, plan: state.plan, step: step.plan, bound });
}
