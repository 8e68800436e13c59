import type { RunState, RunStateName, StepState, StepStateName } from './run-state.ts';
import type { RunSummary } from './run-store.ts';
import { isFinal, type StepStanding, standing } from './view-step.ts';

/** Where all steps of a run stand, in the plan's order. */
export function standings(run: RunState, isLocked = false): readonly (readonly [StepState, StepStanding])[] {
  return [...run.steps.values()].map((step) => [step, standing(run, step, isLocked)] as const);
}

/** What of a run needs a person who decides, before what it waits for in good order. */
const needsAttention: ReadonlySet<StepStateName> = new Set(['in_doubt', 'blocked']);

export function runStateOf(run: RunState, all: readonly StepStanding[]): RunStateName {
  if (run.ended !== null) return run.ended.state;
  if (all.some(({ state }) => needsAttention.has(state))) return 'needs_attention';
  if (run.isPaused) return 'paused';
  if (all.some(({ state }) => state === 'ready' || state === 'running' || state === 'compensating')) return 'running';
  return all.every(isFinal) ? 'running' : 'waiting';
}

/** What is kept of a run for lists. */
export function summarise(run: RunState): RunSummary {
  const all = standings(run).map(([, stands]) => stands);
  const steps: Partial<Record<StepStateName, number>> = {};
  for (const { state } of all) steps[state] = (steps[state] ?? 0) + 1;
  const { id, plan, startedAt, startedBy, lastAt, head } = run;
  return {
    id,
    playbook: plan.playbook,
    version: plan.version,
    state: runStateOf(run, all),
    isPastPointOfNoReturn: run.pointOfNoReturn !== null,
    concurrencyGroups: plan.concurrencyGroups,
    startedAt,
    startedBy,
    changedAt: lastAt,
    steps,
    head,
  };
}
