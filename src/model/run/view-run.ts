import type { RunState, RunStateName, StepState, StepStateName } from './run-state.ts';
import type { RunSummary } from './run-store.ts';
import { type StepTally, tallySteps } from './run-tally.ts';
import { isFinal, type StepStanding, standing } from './view-step.ts';

/** Where all steps of a run stand, in the plan's order. */
export function standings(run: RunState, isLocked = false): readonly (readonly [StepState, StepStanding])[] {
  return [...run.steps.values()].map((step) => [step, standing(run, step, isLocked)] as const);
}

export function runStateOf(run: RunState, all: readonly StepStanding[]): RunStateName {
  const tally: Partial<Record<StepStateName, number>> = {};
  for (const { state } of all) tally[state] = (tally[state] ?? 0) + 1;
  return talliedState(run, tally);
}

/** What of a run needs a person who decides, before what it waits for in good order. */
const needsAttention: readonly StepStateName[] = ['in_doubt', 'blocked'];
const goesOn: readonly StepStateName[] = ['ready', 'running', 'compensating'];

function talliedState(run: RunState, tally: StepTally): RunStateName {
  if (run.ended !== null) return run.ended.state;
  const some = (states: readonly StepStateName[]) => states.some((state) => (tally[state] ?? 0) > 0);
  if (some(needsAttention)) return 'needs_attention';
  if (run.isPaused) return 'paused';
  if (some(goesOn)) return 'running';
  const states = Object.keys(tally) as StepStateName[];
  return states.every((state) => isFinal({ state })) ? 'running' : 'waiting';
}

/**
 * What is kept of a run for lists.
 * @param tally where its steps stand, for whoever has counted them
 */
export function summarise(run: RunState, tally: StepTally = tallySteps(run)): RunSummary {
  const { id, plan, startedAt, startedBy, lastAt, head } = run;
  return {
    id,
    playbook: plan.playbook,
    version: plan.version,
    state: talliedState(run, tally),
    isPastPointOfNoReturn: run.pointOfNoReturn !== null,
    concurrencyGroups: plan.concurrencyGroups,
    startedAt,
    startedBy,
    changedAt: lastAt,
    steps: tally,
    head,
  };
}
