import type { PlannedStep, RunPlan } from './run-plan.ts';

/** All that a step rests on, near and far, in the plan's order. */
export function ancestorsOf(plan: Pick<RunPlan, 'steps'>, id: string): readonly PlannedStep[] {
  const steps = new Map(plan.steps.map((step) => [step.id, step]));
  const found = new Set<string>();
  const open = [...(steps.get(id)?.needs ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...(steps.get(next)?.needs ?? []));
  }
  return plan.steps.filter((step) => found.has(step.id));
}
