import type { JournalEntry } from './journal-entry.ts';
import type { RunPlan } from './run-plan.ts';
import type { RunState, StepStateName } from './run-state.ts';
import { standing } from './view-step.ts';

/** How many steps stand where. */
export type StepTally = Readonly<Partial<Record<StepStateName, number>>>;

/** Where all steps of a run stand, counted. */
export function tallySteps(run: RunState): StepTally {
  const tally: Partial<Record<StepStateName, number>> = {};
  for (const step of run.steps.values()) add(tally, standing(run, step).state, 1);
  return tally;
}

/**
 * The tally after some entries, from that before them: only the steps they are about, and those that need these, can stand
 * elsewhere now. A run of ten thousand steps is not counted anew for one of them.
 */
export function tallyAfter(
  tally: StepTally,
  before: RunState,
  after: RunState,
  entries: readonly JournalEntry[],
): StepTally {
  if (entries.some(isAboutAll)) return tallySteps(after);
  const next = { ...tally };
  for (const id of moved(after.plan, entries)) {
    const was = before.steps.get(id);
    const is = after.steps.get(id);
    if (was === undefined || is === undefined) continue;
    add(next, standing(before, was).state, -1);
    add(next, standing(after, is).state, 1);
  }
  return next;
}

/** After these every step may stand elsewhere. */
function isAboutAll({ type }: JournalEntry): boolean {
  return type === 'run.started' || type === 'run.amended' || type === 'run.cancelled' || type === 'run.ended';
}

function moved(plan: RunPlan, entries: readonly JournalEntry[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const id of new Set(entries.map(({ step }) => step))) {
    if (id === null) continue;
    ids.add(id);
    for (const one of dependentsIn(plan).get(id) ?? []) ids.add(one);
  }
  return ids;
}

const dependents = new WeakMap<RunPlan, ReadonlyMap<string, readonly string[]>>();

/** By the id of a step, those that need it. */
function dependentsIn(plan: RunPlan): ReadonlyMap<string, readonly string[]> {
  const known = dependents.get(plan);
  if (known !== undefined) return known;
  const found = new Map<string, string[]>();
  for (const { id, needs } of plan.steps) {
    for (const need of needs) {
      const those = found.get(need);
      if (those === undefined) found.set(need, [id]);
      else those.push(id);
    }
  }
  dependents.set(plan, found);
  return found;
}

function add(tally: Partial<Record<StepStateName, number>>, state: StepStateName, count: number): void {
  const sum = (tally[state] ?? 0) + count;
  if (sum === 0) delete tally[state];
  else tally[state] = sum;
}
