import type { Sha256 } from '../../base/digest.ts';
import { countedApprovals, unfilledRoles } from './counted-approvals.ts';
import { mayApprove } from './may-approve.ts';
import type { Person } from './people.ts';
import type { RunState, StepApproval, StepState } from './run-state.ts';
import type { AwaitedPerson } from './run-view.ts';
import { nameOf } from './same-human.ts';

/** What an approval has come to. */
export interface WeighedApprovals {
  readonly isSatisfied: boolean;
  /** Those that count. */
  readonly given: readonly StepApproval[];
  /** How many more people it takes at least. */
  readonly missing: number;
  /** With `each_role`: the roles that nobody has spoken in yet; [] otherwise. */
  readonly missingRoles: readonly string[];
  /** Given for something else than what is to be approved now; an `approval.voided` is due for them. */
  readonly voided: readonly StepApproval[];
  /** Who rejected it and why, in one sentence: that ends it. */
  readonly refusedBecause: string | null;
  /** Who could give what is missing today. */
  readonly waitingOn: readonly AwaitedPerson[];
}

/**
 * Weighs what people said about an approval. An approval counts in the roles that were recorded with it, also when the
 * person has lost the role or is gone since: what they approved was theirs to approve then. It does not count when it was
 * for something else (its digest differs), when the person has meanwhile confirmed what they approve (`preventSelfReview`),
 * or when the same voice counts already. With `eachRole` each role wants a person of its own: somebody of two roles fills one.
 * @param day `2026-11-26`, in the run's zone; only `waitingOn` depends on it
 * @param digest `approvalDigest` of what is to be approved now
 */
export function weighApprovals(
  step: StepState,
  state: RunState,
  people: readonly Person[],
  day: string,
  digest: Sha256,
): WeighedApprovals {
  const spoken = step.approvals.filter(({ isVoid }) => !isVoid);
  const approved = spoken.filter(({ decision }) => decision === 'given');
  const ofThis = approved.filter((one) => one.digest === digest);
  const given = countedApprovals(ofThis, step, state, people);
  const { approvers = [], minApprovals = 1, eachRole = false } = step.plan.approval ?? {};
  const held = given.map(({ roles }) => roles);
  const missingRoles = eachRole ? unfilledRoles(approvers, held) : [];
  // Nothing is approved by nobody, whatever number stands there.
  const missing = Math.max(Math.max(minApprovals, 1) - given.length, missingRoles.length, 0);
  const rejected = spoken.find(({ decision }) => decision === 'rejected');
  const refusedBecause = rejected === undefined ? null : refusal(rejected, people);
  const isOpen = missing > 0 && refusedBecause === null;
  return {
    isSatisfied: step.plan.approval !== null && missing === 0 && refusedBecause === null,
    given,
    missing,
    missingRoles,
    voided: approved.filter((one) => one.digest !== digest),
    refusedBecause,
    waitingOn: isOpen ? whoCould(step, state, people, day, digest, missingRoles) : [],
  };
}

function refusal({ person, comment }: StepApproval, people: readonly Person[]): string {
  return `${nameOf(person, people)} rejected it${comment === null ? '.' : `: ${comment}`}`;
}

function whoCould(
  step: StepState,
  state: RunState,
  people: readonly Person[],
  day: string,
  digest: Sha256,
  missingRoles: readonly string[],
): readonly AwaitedPerson[] {
  return people.flatMap((person) => {
    const may = mayApprove(person, step, state, people, day, digest);
    if (!may.ok) return [];
    const { id, name } = person;
    const role = may.roles.find((one) => missingRoles.length === 0 || missingRoles.includes(one));
    return role === undefined ? [] : [{ id, name, role, insteadOf: may.insteadOf }];
  });
}
