import { KnownError } from '../../base/known-error.ts';
import type { NewEntry } from '../../model/run/journal-entry.ts';
import { absenceOn, type HeldRole, type Person, rolesOn } from '../../model/run/people.ts';
import type { RunState, StepState } from '../../model/run/run-state.ts';
import type { EntryMaker } from '../make-entry.ts';
import type { RunDeps } from '../run-deps.ts';

/** Somebody who speaks about a run now. */
export interface Speaker {
  readonly person: Person;
  /** `2026-11-26`, in the run's zone. */
  readonly day: string;
  readonly roles: readonly HeldRole[];
}

/** What a person's decision is made with. */
export interface Decision {
  readonly deps: RunDeps;
  readonly entry: EntryMaker;
  readonly speaker: Speaker;
}

export type Decide = (state: RunState) => readonly NewEntry[];

/** @param day see `Speaker` */
export function speakerOf(person: Person, all: readonly Person[], day: string): Speaker {
  return { person, day, roles: rolesOn(person, all, day) };
}

/**
 * That the step's role is one in which the person speaks; a step of no role may be confirmed by anybody who is named.
 * @throws KnownError `step.not-your-role`
 */
export function requireRole({ plan }: StepState, { person, roles, day }: Speaker, all: readonly Person[]): void {
  const { assignee, id } = plan;
  if (assignee === null || roles.some(({ role }) => role === assignee)) return;
  const absence = absenceOn(person, day);
  const others = all
    .filter((one) => rolesOn(one, all, day).some(({ role }) => role === assignee))
    .map(({ id: name }) => name);
  const away = absence === undefined ? '' : ` ${person.name} is away until ${absence.until}.`;
  throw new KnownError('step.not-your-role', `The step ${id} is for ${assignee}, and ${person.id} is not.${away}`, {
    hint:
      others.length === 0
        ? `Nobody has the role ${assignee} today: give it to somebody under people: in lastpost.yaml.`
        : `It can be done by: ${others.join(', ')}.`,
    exitCode: 2,
  });
}

/** @throws KnownError `run.ended`, `run.paused`, `run.stopped` */
export function requireGoing({ id, ended, cancelled, isPaused }: RunState): void {
  if (ended !== null) {
    throw new KnownError('run.ended', `The run ${id} has ended (${ended.state}, ${ended.at}).`, {
      hint: 'Nothing can be added to it. Start a new one with: lastpost run start',
      exitCode: 2,
    });
  }
  if (cancelled !== null) {
    throw new KnownError('run.stopped', `The run ${id} was cancelled by ${cancelled.person} at ${cancelled.at}.`, {
      hint: 'Nothing of it is done any more. Start a new one with: lastpost run start',
      exitCode: 2,
    });
  }
  if (isPaused) {
    throw new KnownError('run.paused', `The run ${id} is paused.`, {
      hint: `Let it go on with: lastpost run resume ${id} --because TEXT --as PERSON`,
      exitCode: 2,
    });
  }
}
