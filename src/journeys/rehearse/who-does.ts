import { dayAt } from '../../base/zoned-time.ts';
import { mayApprove } from '../../model/run/may-approve.ts';
import { absenceOn, type Person } from '../../model/run/people.ts';
import type { RunState, StepState } from '../../model/run/run-state.ts';
import { refuseSecondPerson } from '../../model/run/same-human.ts';
import { speakersFor } from '../../model/run/speakers.ts';
import { digestNow } from '../../runs/bound-values.ts';
import type { Errand } from './errands.ts';
import type { Stage } from './stage.ts';

/** Who would go on an errand today; undefined when nobody can. */
export function whoDoes(errand: Errand, state: RunState, step: StepState, stage: Stage): string | undefined {
  const day = dayAt(stage.clock.iso(), stage.plan.timezone);
  if (errand.kind === 'approve') return approvers(state, step, stage)[0]?.id;
  const able = ableTo(step, day, stage, state.startedBy);
  if (errand.kind === 'agree') {
    const first = step.resolutions.at(-1)?.person ?? '';
    return able.find((id) => refuseSecondPerson(first, id, stage.people(), day) === null);
  }
  const had = step.intent?.person ?? null;
  return errand.kind === 'report' || errand.kind === 'doubt' ? (able.find((id) => id === had) ?? able[0]) : able[0];
}

/** Those who may approve a step today, whoever speaks for themselves first. */
export function approvers(state: RunState, step: StepState, stage: Stage): readonly Person[] {
  const day = dayAt(stage.clock.iso(), stage.plan.timezone);
  const digest = digestNow(state, step, stage.deps);
  const may = stage.people().flatMap((person) => {
    const found = mayApprove(person, step, state, stage.people(), day, digest);
    return found.ok ? [{ person, isSelf: found.insteadOf === null, helps: helps(found.roles, step) }] : [];
  });
  return may
    .toSorted((a, b) => Number(b.helps) - Number(a.helps) || Number(b.isSelf) - Number(a.isSelf))
    .map(({ person }) => person);
}

/** With `each_role` somebody of a role that has not spoken comes first. */
function helps(roles: readonly string[], { plan, approvals }: StepState): boolean {
  if (plan.approval?.eachRole !== true) return true;
  const spoken = new Set(approvals.filter(({ isVoid }) => !isVoid).flatMap((one) => one.roles));
  return roles.some((role) => !spoken.has(role));
}

/** Whoever began the run does what is for nobody in particular. */
function ableTo({ plan }: StepState, day: string, stage: Stage, startedBy: string): readonly string[] {
  const people = stage.people();
  if (plan.assignee !== null) {
    const speakers = speakersFor(plan.assignee, people, day);
    const own = speakers.toSorted((a, b) => Number(a.insteadOf !== null) - Number(b.insteadOf !== null));
    return own.map(({ id }) => id);
  }
  const here = people.filter((person) => absenceOn(person, day) === undefined).map(({ id }) => id);
  return here.toSorted((a, b) => Number(b === startedBy) - Number(a === startedBy));
}

/** Whether waiting for another day could help: somebody who plays is away. */
export function comesBack(stage: Stage): boolean {
  const day = dayAt(stage.clock.iso(), stage.plan.timezone);
  return stage.people().some((person) => absenceOn(person, day) !== undefined);
}
