import { KnownError } from '../../base/known-error.ts';
import type { FactsDue } from '../../model/playbook/facts-due.ts';
import type { RunState, StepState } from '../../model/run/run-state.ts';
import type { FactToCheck } from '../../model/run/run-view.ts';
import type { RunDeps } from '../run-deps.ts';

/** `facts.x.grace` and `facts[inputs.platform].grace` */
const NAMED = /\bfacts(?:\.([a-z][a-z0-9-]*)|\[([^\]]+)\])\.([a-z_]+)/gi;

/**
 * Facts about platforms that a step speaks of, and at which nobody has looked for long.
 * @param due of the whole run
 */
export function factsToCheck(state: RunState, step: StepState, due: FactsDue, deps: RunDeps): readonly FactToCheck[] {
  if (Object.keys(due).length === 0) return [];
  const found = [...JSON.stringify(step.plan).matchAll(NAMED)].flatMap(([, spelt, open = '', fact = '']) => {
    const platform = spelt?.toLowerCase() ?? platformOf(open, state, step, deps);
    const checkedOn = due[platform]?.[fact.toLowerCase()];
    return checkedOn === undefined ? [] : [[`${platform}.${fact}`, { platform, fact, checkedOn }] as const];
  });
  return [...new Map(found).values()];
}

function platformOf(expression: string, state: RunState, { plan }: StepState, deps: RunDeps): string {
  try {
    return String(deps.expressions.evaluate(expression, deps.namesFor(state, plan.scope)));
  } catch (error) {
    if (error instanceof KnownError) return '';
    throw error;
  }
}
