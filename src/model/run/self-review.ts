import type { Person } from './people.ts';
import type { RunState, StepState } from './run-state.ts';
import { isSameHuman } from './same-human.ts';

/**
 * Why a person would look at their own work in an approval that forbids that: they started the run, or confirmed a step
 * that it needs, directly or through others. null when they would not, or it is allowed. Having approved an earlier step is
 * no work.
 */
export function selfReview(person: string, step: StepState, state: RunState, people: readonly Person[]): string | null {
  if (step.plan.approval?.preventSelfReview !== true) return null;
  if (isSameHuman(person, state.startedBy, people)) return 'started this run';
  for (const need of allNeeds(step, state)) {
    if (need.plan.type === 'approval') continue;
    const did = [need.confirmedBy, need.intent?.isByHand === true ? need.intent.person : null];
    if (did.some((one) => one !== null && isSameHuman(person, one, people))) return `confirmed "${need.plan.id}"`;
  }
  return null;
}

/** All that a step needs, nearest first. */
function allNeeds({ plan }: StepState, { steps }: RunState): readonly StepState[] {
  const found = new Map<string, StepState>();
  const next = [...plan.needs];
  for (let id = next.shift(); id !== undefined; id = next.shift()) {
    const need = steps.get(id);
    if (need === undefined || found.has(id)) continue;
    found.set(id, need);
    next.push(...need.plan.needs);
  }
  return [...found.values()];
}
