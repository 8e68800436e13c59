import { absenceOn, type Person } from '../people.ts';
import type { StepState } from '../run-state.ts';
import { askedOf, isFinal } from '../view-step.ts';
import { WORK_DAY_MINUTES } from '../work-minutes.ts';
import type { RehearsedStep, RoleWait } from './debrief.ts';
import type { Rehearsed } from './rehearsed.ts';
import { type WorkCalendar, workMinutesBetween } from './working-time.ts';

/**
 * How long everybody waited for each role, the longest first: from when a step came up until it was done. What was done by its
 * date kept nobody waiting.
 */
export function roleWaits(
  steps: readonly RehearsedStep[],
  { state, people, endedAt }: Rehearsed,
  calendar: WorkCalendar,
): readonly RoleWait[] {
  const waits = new Map<string, { minutes: number; steps: number }>();
  const add = (role: string, from: string, to: string): void => {
    const had = waits.get(role) ?? { minutes: 0, steps: 0 };
    waits.set(role, { minutes: had.minutes + workMinutesBetween(from, to, calendar), steps: had.steps + 1 });
  };
  for (const step of steps) {
    if (step.askedAt === null) continue;
    const from = step.dueAt !== null && step.dueAt > step.askedAt ? step.dueAt : step.askedAt;
    const isByHand = askedOf(step.type) === 'input';
    const [role] = step.roles;
    const until = step.doneAt ?? overAt(state.steps.get(step.id)) ?? endedAt;
    if (isByHand && role !== undefined) add(role, from, until);
    if (step.type === 'approval') spoken(step, state.steps.get(step.id), endedAt, (one, at) => add(one, from, at));
  }
  return [...waits]
    .map(([role, { minutes, steps: count }]) => ({
      role,
      people: namesIn(role, people),
      steps: count,
      workingDays: Math.round((minutes / WORK_DAY_MINUTES) * 10) / 10,
    }))
    .toSorted((a, b) => b.workingDays - a.workingDays);
}

/** Nobody waits on for what was given up, or passed over. */
function overAt(step: StepState | undefined): string | null {
  return step !== undefined && isFinal(step) ? step.since : null;
}

/** Each role of an approval until it spoke; those that had nothing to say in it are not waited for. */
function spoken(
  { roles, doneAt }: RehearsedStep,
  step: StepState | undefined,
  endedAt: string,
  add: (role: string, at: string) => void,
): void {
  const given = step?.approvals.filter(({ isVoid }) => !isVoid) ?? [];
  for (const role of roles) {
    const last = given.filter((one) => one.roles.includes(role)).at(-1);
    if (last !== undefined) add(role, last.at);
    else if (doneAt === null) add(role, endedAt);
  }
}

function namesIn(role: string, people: readonly Person[]): readonly string[] {
  return people.filter(({ roles }) => roles.includes(role)).map(({ name }) => name);
}

/** Whether somebody who has a role could speak for another one of it, or has somebody who does. */
export function isCovered(role: string, people: readonly Person[], day: string): boolean {
  const having = people.filter(({ roles }) => roles.includes(role));
  return having.length > 1 || having.some((person) => absenceOn(person, day)?.delegate != null);
}
