import type { ApprovalSpec } from '../../model/playbook/playbook.ts';
import type { RoleEffort, TimelineStep } from '../../model/playbook/timeline.ts';

/** What an hour of a role costs, in whole cents. */
export interface Rates {
  /** `EUR` */
  readonly currency: string;
  readonly centsPerHour: Readonly<Record<string, number>>;
}

/** Who works in a step, a role as often as people of it are needed. */
export type WorkersOf = (step: TimelineStep) => readonly string[];

/** As many as have to approve; of each role one, as long as there are roles. */
export function workersOf({ kind, roles }: TimelineStep, approval: ApprovalSpec | null): readonly string[] {
  if (kind !== 'approval' || approval === null) return roles;
  const count = Math.max(approval.minApprovals, approval.eachRole ? roles.length : 1);
  return Array.from({ length: count }, (_, at) => roles[Math.min(at, roles.length - 1)]).filter(
    (role) => role !== undefined,
  );
}

/** What a run asks of each role, the most work first. Roles that have nothing to do are left out. */
export function effortByRole(
  steps: readonly TimelineStep[],
  workers: WorkersOf,
  peopleOf: (role: string) => readonly string[],
  rates: Rates | null,
): readonly RoleEffort[] {
  const found = new Map<string, { steps: Set<string>; minutes: number; unknown: number }>();
  for (const step of steps) {
    for (const role of workers(step)) {
      const one = found.get(role) ?? { steps: new Set(), minutes: 0, unknown: 0 };
      found.set(role, one);
      one.minutes += step.effortMinutes ?? 0;
      if (step.effortMinutes === null && !one.steps.has(step.id)) one.unknown += 1;
      one.steps.add(step.id);
    }
  }
  return [...found]
    .map(([role, { steps: all, minutes, unknown }]) => {
      const cents = rates?.centsPerHour[role];
      const costCents = cents === undefined ? null : Math.round((minutes * cents) / 60);
      return { role, people: peopleOf(role), steps: all.size, minutes, unknown, costCents };
    })
    .sort((a, b) => b.minutes - a.minutes || b.steps - a.steps || (a.role < b.role ? -1 : 1));
}
