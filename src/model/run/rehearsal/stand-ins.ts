import type { Person } from '../people.ts';
import type { RunPlan } from '../run-plan.ts';

/** People that were made up for a role which nobody has. */
export interface StandIns {
  readonly role: string;
  /** Their ids. */
  readonly people: readonly string[];
}

/** One who does, and one who looks at it: of each role at least two. */
const LEAST = 2;

/**
 * Those who take part in a rehearsal: the people there are, and for each role that a step needs and nobody has, as many made-up
 * ones as its approvals want, and one more who did the work.
 */
export function withStandIns(
  plan: Pick<RunPlan, 'roles' | 'steps'>,
  people: readonly Person[],
): { readonly people: readonly Person[]; readonly standIns: readonly StandIns[] } {
  const standIns = rolesNeeded(plan)
    .filter((role) => !people.some(({ roles }) => roles.includes(role)))
    .map((role) => ({ role, people: namesFor(role, countFor(role, plan), people) }));
  const made = standIns.flatMap(({ role, people: ids }) => ids.map((id) => standIn(id, role)));
  const all = [...people, ...made];
  if (all.length > 0) return { people: all, standIns };
  const nobody = { role: 'anybody', people: ['anybody-1', 'anybody-2'] };
  return { people: nobody.people.map((id) => standIn(id, 'anybody')), standIns: [nobody] };
}

function rolesNeeded({ roles, steps }: Pick<RunPlan, 'roles' | 'steps'>): readonly string[] {
  const used = steps.flatMap(({ assignee, approval }) => [
    ...(assignee === null ? [] : [assignee]),
    ...(approval?.approvers ?? []),
  ]);
  return [...new Set([...roles, ...used])];
}

function countFor(role: string, { steps }: Pick<RunPlan, 'steps'>): number {
  const wanted = steps.map(({ approval }) => (approval?.approvers.includes(role) ? approval.minApprovals : 0));
  return Math.max(LEAST, 1 + Math.max(0, ...wanted));
}

function namesFor(role: string, count: number, people: readonly Person[]): readonly string[] {
  const taken = new Set(people.map(({ id }) => id));
  const numbers = Array.from({ length: count + taken.size }, (_, at) => `${role}-${at + 1}`);
  return numbers.filter((id) => !taken.has(id)).slice(0, count);
}

function standIn(id: string, role: string): Person {
  return { id, name: id, roles: [role], email: `${id}@example.org`, key: null, language: null, absences: [] };
}
