import type { RunState } from '../../model/run/run-state.ts';
import { isFinal, standing } from '../../model/run/view-step.ts';

/** How far a run is. What is passed over, and what only stands for another playbook, is no step that anybody does. */
export function stepCounts(state: RunState): { readonly stepsDone: number; readonly stepsKnown: number } {
  const steps = [...state.steps.values()].filter((step) => step.plan.type !== 'uses' && step.state !== 'skipped');
  return { stepsDone: steps.filter((step) => isFinal(standing(state, step))).length, stepsKnown: steps.length };
}
