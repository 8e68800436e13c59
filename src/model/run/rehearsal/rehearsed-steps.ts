import type { StepState } from '../run-state.ts';
import type { RunView, StepView } from '../run-view.ts';
import type { RehearsedStep } from './debrief.ts';
import type { Rehearsed } from './rehearsed.ts';

const MINUTE_MS = 60_000;

/** What became of each step, in the plan's order; a used playbook's own step is done with its last one, and left out. */
export function rehearsedSteps({ state, view, log, people, endedAt }: Rehearsed): readonly RehearsedStep[] {
  const nameOf = (id: string): string => people.find((person) => person.id === id)?.name ?? id;
  return view.steps.flatMap((step) => {
    const kept = state.steps.get(step.id);
    if (step.type === 'uses' || kept === undefined) return [];
    const logged = log.get(step.id);
    const doneAt = step.state === 'succeeded' ? kept.since : null;
    const dueAt = isOver(step) && doneAt === null ? null : (logged?.dueAt ?? step.dueAt);
    return [
      {
        id: step.id,
        type: step.type,
        title: step.title,
        roles: rolesOf(step),
        state: step.state,
        askedAt: logged?.askedAt ?? null,
        doneAt,
        by: spokeFor(kept).map(nameOf),
        dueAt,
        lateMinutes: minutesLate(dueAt, doneAt ?? endedAt),
      },
    ];
  });
}

/** Nobody is late with what is not to be done. */
function isOver({ state }: StepView): boolean {
  return ['skipped', 'cancelled', 'compensated', 'failed'].includes(state);
}

export function rolesOf({ approval, assignee }: RunView['steps'][number]): readonly string[] {
  return approval?.roles ?? (assignee === null ? [] : [assignee]);
}

function spokeFor({ approvals, confirmedBy }: StepState): readonly string[] {
  const given = approvals.filter(({ decision, isVoid }) => decision === 'given' && !isVoid).map(({ person }) => person);
  return given.length > 0 ? given : confirmedBy === null ? [] : [confirmedBy];
}

function minutesLate(dueAt: string | null, at: string): number {
  if (dueAt === null || at <= dueAt) return 0;
  return Math.ceil((Date.parse(at) - Date.parse(dueAt)) / MINUTE_MS);
}
