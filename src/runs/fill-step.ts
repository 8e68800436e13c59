import type { LocalText } from '../model/platform.ts';
import type { JsonObject, JsonValue } from '../model/playbook/json.ts';
import { fillForReaders } from '../model/run/names-for.ts';
import type { RunState, StepState } from '../model/run/run-state.ts';
import type { RunDeps } from './run-deps.ts';

type FillDeps = Pick<RunDeps, 'expressions' | 'namesFor'>;

/**
 * A value of a step with its expressions worked out as the run is now; secrets stay references.
 * @throws KnownError `expression.syntax`, `expression.unknown-name`
 */
export function fillFor(state: RunState, { plan }: StepState, value: JsonValue, deps: FillDeps): JsonValue {
  return deps.expressions.fill(value, deps.namesFor(state, plan.scope));
}

/** As `fillFor`, for the values a step works with. */
export function filledWith(state: RunState, step: StepState, deps: FillDeps): JsonObject {
  return fillFor(state, step, step.plan.with, deps) as JsonObject;
}

/** As `fillFor`, as text; null stays null. */
export function filledText(state: RunState, step: StepState, text: string | null, deps: FillDeps): string | null {
  if (text === null) return null;
  const value = fillFor(state, step, text, deps);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** For what people read: what cannot be worked out yet stays as it is written. */
export function shownText(state: RunState, step: StepState, text: LocalText | null, deps: FillDeps): LocalText | null {
  if (text === null) return null;
  return fillForReaders(text, deps.namesFor(state, step.plan.scope), deps.expressions);
}

/** Whether nobody has done anything about a step: only then its condition counts. */
export function isUnbegun({ state, attempt }: StepState): boolean {
  return state === 'pending' && attempt === 0;
}

/**
 * Whether a step is to be done at all: its own condition, and those of the steps in whose playbooks it stands.
 * @returns null when it is, otherwise the condition that is false
 */
export function shutCondition(state: RunState, { plan }: StepState, deps: FillDeps): string | null {
  const { expressions, namesFor } = deps;
  const shut = plan.conditions.find(
    ({ scope, expression }) => !expressions.isTrue(expressions.evaluate(expression, namesFor(state, scope))),
  );
  return shut?.expression ?? null;
}
