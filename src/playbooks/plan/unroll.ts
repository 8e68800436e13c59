import type { PlaybookStep } from '../../model/playbook/playbook.ts';
import type { PlannedStep, ScopedCondition } from '../../model/run/run-plan.ts';
import type { ResolvedPlaybook } from '../resolve-uses.ts';

/** A step of a plan, and the step of the outermost playbook in whose place it stands (itself, mostly). */
export interface UnrolledStep {
  readonly step: PlannedStep;
  readonly owner: string;
}

interface Place {
  readonly scope: string;
  readonly conditions: readonly ScopedCondition[];
  /** What steps that need nothing have to wait for: what the step around them needs. */
  readonly needs: readonly string[];
  readonly owner: string | null;
}

/**
 * All steps of a playbook and of those it uses, in the order of the files. The step that uses a playbook stays, behind the last
 * ones of that playbook, so that others can need it and find its outputs.
 */
export function unroll(resolved: ResolvedPlaybook): readonly UnrolledStep[] {
  return unrollAt(resolved, { scope: '', conditions: [], needs: [], owner: null });
}

function unrollAt({ playbook, uses }: ResolvedPlaybook, place: Place): readonly UnrolledStep[] {
  return playbook.steps.flatMap((step) => {
    const planned = toPlanned(step, place);
    const owner = place.owner ?? step.id;
    const used = uses.get(step.id);
    if (used === undefined) return [{ step: planned, owner }];
    const { id, conditions, needs } = planned;
    const inner = unrollAt(used, { scope: `${id}/`, conditions, needs, owner });
    const last = lastOf(used).map((one) => `${id}/${one}`);
    return [...inner, { step: { ...planned, name: planned.name ?? used.playbook.title, needs: last }, owner }];
  });
}

function toPlanned({ if: condition, ...step }: PlaybookStep, { scope, conditions, needs }: Place): PlannedStep {
  const own = condition === null ? [] : [{ scope, expression: condition }];
  return {
    ...step,
    id: scope + step.id,
    scope,
    needs: step.needs.length === 0 ? needs : [...new Set(step.needs)].map((need) => scope + need),
    conditions: [...conditions, ...own],
  };
}

/** The steps that no other one needs. */
function lastOf({ playbook }: ResolvedPlaybook): readonly string[] {
  const needed = new Set(playbook.steps.flatMap(({ needs }) => needs));
  return playbook.steps.map(({ id }) => id).filter((id) => !needed.has(id));
}
