import type { Person } from './people.ts';
import type { RunState, StepApproval, StepState } from './run-state.ts';
import { isSameHuman } from './same-human.ts';
import { selfReview } from './self-review.ts';

/** Who has spoken with an approval: the person, and the absent one in whose place they did. */
export function voicesOf({ person, insteadOf }: Pick<StepApproval, 'person' | 'insteadOf'>): readonly string[] {
  return insteadOf === null ? [person] : [person, insteadOf];
}

/** The approval in which somebody's voice is used up already. */
export function spentIn(
  voices: readonly string[],
  approvals: readonly StepApproval[],
  people: readonly Person[],
): StepApproval | undefined {
  return approvals.find((one) =>
    voicesOf(one).some((spent) => voices.some((voice) => isSameHuman(voice, spent, people))),
  );
}

/**
 * Of these approvals those that count, the first of each voice: nobody counts twice, be it under two ids, in two roles, or
 * by themselves and through a delegate.
 */
export function countedApprovals(
  approvals: readonly StepApproval[],
  step: StepState,
  state: RunState,
  people: readonly Person[],
): readonly StepApproval[] {
  const wanted = new Set(step.plan.approval?.approvers);
  const counted: StepApproval[] = [];
  for (const one of approvals) {
    const voices = voicesOf(one);
    if (!one.roles.some((role) => wanted.has(role))) continue;
    if (voices.some((voice) => selfReview(voice, step, state, people) !== null)) continue;
    if (spentIn(voices, counted, people) === undefined) counted.push(one);
  }
  return counted;
}

/** Roles that still want a person of their own when each of these people fills at most one: the rest of a largest matching. */
export function unfilledRoles(roles: readonly string[], people: readonly (readonly string[])[]): readonly string[] {
  const fills = new Map<number, string>();
  const fill = (role: string, tried: Set<number>): boolean =>
    people.some((held, person) => {
      if (!held.includes(role) || tried.has(person)) return false;
      tried.add(person);
      const other = fills.get(person);
      if (other !== undefined && !fill(other, tried)) return false;
      fills.set(person, role);
      return true;
    });
  return roles.filter((role) => !fill(role, new Set()));
}
