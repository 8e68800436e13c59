import type { Sha256 } from '../../base/digest.ts';
import { KnownError } from '../../base/known-error.ts';
import type { ApprovalSpec } from '../playbook/playbook.ts';
import { countedApprovals, spentIn, unfilledRoles } from './counted-approvals.ts';
import { absenceOn, type Person, rolesOn } from './people.ts';
import type { RunState, StepApproval, StepState } from './run-state.ts';
import { nameOf } from './same-human.ts';
import { selfReview } from './self-review.ts';
import { whoHas } from './speakers.ts';
import { standing } from './view-step.ts';

export type MayApprove =
  /** For the entry: the roles in which they speak, and in whose place. */
  | { readonly ok: true; readonly roles: readonly string[]; readonly insteadOf: string | null }
  | { readonly ok: false; readonly error: KnownError };

/** Roles that a person can speak in: their own, or those of one absent person. */
interface Capacity {
  readonly roles: readonly string[];
  readonly insteadOf: string | null;
}

/**
 * Whether a person may approve or reject a step now, and as whom. Their own roles come before those of somebody absent,
 * unless only the latter fill a role that is still missing.
 * @param day `2026-11-26`, in the run's zone
 * @param digest what is approved now; approvals of something else do not stand in the way, even before they are voided
 * @returns with KnownError `approval.nothing-to-approve`, `approval.absent`, `approval.already`,
 * `approval.not-your-role` or `approval.self-review`; the signature is looked at by `signAs`
 */
export function mayApprove(
  person: Person,
  step: StepState,
  state: RunState,
  people: readonly Person[],
  day: string,
  digest?: Sha256,
): MayApprove {
  const spec = step.plan.approval;
  const idle = whyIdle(step, state, people);
  if (spec === null || idle !== null) return no('nothing-to-approve', idle ?? '', lookAt(state));
  const away = absenceOn(person, day);
  if (away !== undefined)
    return no('absent', `${nameOf(person.id, people)} is absent until ${away.until}.`, delegateOf(away, people));
  const standingOnes = step.approvals.filter(
    (one) => one.decision === 'given' && !one.isVoid && (digest === undefined || one.digest === digest),
  );
  const spent = spentIn([person.id], standingOnes, people);
  if (spent !== undefined) return no('already', alreadySaid(person.id, spent, people), othersAreWanted);
  const all = capacitiesOf(person, spec, people, day);
  if (all.length === 0) return notYourRole(person, spec, people, day);
  return choose(all, { person, step, state, people, spec, standingOnes });
}

interface Choice {
  readonly person: Person;
  readonly step: StepState;
  readonly state: RunState;
  readonly people: readonly Person[];
  readonly spec: ApprovalSpec;
  readonly standingOnes: readonly StepApproval[];
}

function choose(all: readonly Capacity[], { person, step, state, people, spec, standingOnes }: Choice): MayApprove {
  const own = selfReview(person.id, step, state, people);
  const name = nameOf(person.id, people);
  if (own !== null)
    return no('self-review', `${name} ${own}, and nobody approves their own work here.`, othersAreWanted);
  const [free, reviewed, spent] = [[] as Capacity[], [] as string[], [] as StepApproval[]];
  for (const one of all) {
    const why = one.insteadOf === null ? null : selfReview(one.insteadOf, step, state, people);
    const before = one.insteadOf === null ? undefined : spentIn([one.insteadOf], standingOnes, people);
    if (why !== null) reviewed.push(`${nameOf(one.insteadOf ?? '', people)} ${why}`);
    else if (before !== undefined) spent.push(before);
    else free.push(one);
  }
  const missing = missingOf(spec, countedApprovals(standingOnes, step, state, people));
  const best = free.find(({ roles }) => roles.some((role) => missing.includes(role))) ?? free[0];
  if (best !== undefined) return { ok: true, ...best };
  const [first] = spent;
  if (first !== undefined)
    return no(
      'already',
      `${name} would speak in a place that has spoken: ${whoSpoke(first, people)}.`,
      othersAreWanted,
    );
  return no('self-review', `${name} would speak for somebody who may not: ${reviewed.join('; ')}.`, othersAreWanted);
}

function missingOf(spec: ApprovalSpec, counted: readonly StepApproval[]): readonly string[] {
  if (!spec.eachRole) return spec.approvers;
  return unfilledRoles(
    spec.approvers,
    counted.map(({ roles }) => roles),
  );
}

/** Own roles first, then those of each absent person by themselves; only what the approval asks for. */
function capacitiesOf(
  person: Person,
  { approvers }: ApprovalSpec,
  people: readonly Person[],
  day: string,
): readonly Capacity[] {
  const held = rolesOn(person, people, day).filter(({ role }) => approvers.includes(role));
  const places = [...new Set(held.map(({ insteadOf }) => insteadOf))];
  return places.map((insteadOf) => ({
    insteadOf,
    roles: held.filter((one) => one.insteadOf === insteadOf).map(({ role }) => role),
  }));
}

/** Why nobody can approve it at this time; null when it waits for approval. */
function whyIdle(step: StepState, state: RunState, people: readonly Person[]): string | null {
  const { id, type, approval } = step.plan;
  if (type !== 'approval' || approval === null) return `"${id}" is no approval, but of type ${type}.`;
  if (state.ended !== null) return `The run has ended: ${state.ended.state}.`;
  const rejected = step.approvals.find((one) => one.decision === 'rejected' && !one.isVoid);
  if (rejected !== undefined) return `"${id}" was rejected by ${nameOf(rejected.person, people)}.`;
  const { state: name, waits } = standing(state, step);
  if (waits === 'approval') return null;
  if (name === 'succeeded') return `"${id}" is approved already.`;
  if (name === 'pending') return `"${id}" does not ask yet: what it needs is not done.`;
  return `"${id}" does not wait for approval; it is ${name.replace('_', ' ')}.`;
}

function lookAt({ id }: RunState): string {
  return `See what the run waits for: lastpost run explain ${id}`;
}

function delegateOf({ delegate }: { readonly delegate: string | null }, people: readonly Person[]): string {
  if (delegate !== null) return `${nameOf(delegate, people)} speaks for them until then.`;
  return 'Nobody speaks for them: name a delegate under "absent" in lastpost.yaml, or correct the days.';
}

function notYourRole(person: Person, { approvers }: ApprovalSpec, people: readonly Person[], day: string): MayApprove {
  const roles = person.roles.length === 0 ? 'no role' : person.roles.join(', ');
  const message = `${nameOf(person.id, people)} has ${roles}; it wants ${approvers.join(' or ')}.`;
  return no('not-your-role', message, `Who has it: ${whoHas(approvers, people, day)}.`);
}

function alreadySaid(id: string, spent: StepApproval, people: readonly Person[]): string {
  if (spent.person === id) return `${nameOf(id, people)} has approved it already, at ${spent.at}.`;
  if (spent.insteadOf === id)
    return `${nameOf(spent.person, people)} has approved it in the place of ${nameOf(id, people)}.`;
  return `${whoSpoke(spent, people)} has approved it, and has the e-mail address or the key of ${nameOf(id, people)}.`;
}

function whoSpoke({ person, insteadOf }: StepApproval, people: readonly Person[]): string {
  const instead = insteadOf === null ? '' : ` in the place of ${nameOf(insteadOf, people)}`;
  return `${nameOf(person, people)}${instead}`;
}

const othersAreWanted = 'Each person counts once, whatever their roles: somebody else has to look at it.';

function no(code: string, message: string, hint: string): MayApprove {
  return { ok: false, error: new KnownError(`approval.${code}`, message, { hint, exitCode: 2 }) };
}
