import { KnownError } from '../../base/known-error.ts';
import type { NewEntry } from '../../model/run/journal-entry.ts';
import type { RunState } from '../../model/run/run-state.ts';
import type { Decision } from './speak.ts';

/** What a run is told as a whole. */
export type Steer =
  | { readonly what: 'pause'; readonly reason: string }
  | { readonly what: 'resume'; readonly reason: string }
  /** `rollback`: undo what can be undone. */
  | { readonly what: 'cancel'; readonly reason: string; readonly rollback: boolean };

/**
 * What is written when a person pauses a run, lets it go on or cancels it. Nothing is written twice.
 * @throws KnownError `run.ended`, `run.stopped`, `run.past-no-return`
 */
export function steerEntries(state: RunState, steer: Steer, { entry, speaker }: Decision): readonly NewEntry[] {
  const { id, ended, cancelled, isPaused, pointOfNoReturn } = state;
  if (ended !== null) {
    throw new KnownError('run.ended', `The run ${id} has ended (${ended.state}).`, {
      hint: 'There is nothing left to pause, resume or cancel.',
      exitCode: 2,
    });
  }
  if (cancelled !== null) {
    throw new KnownError('run.stopped', `The run ${id} was cancelled by ${cancelled.person} at ${cancelled.at}.`, {
      hint: `See what is left of it with: lastpost run explain ${id}`,
      exitCode: 2,
    });
  }
  const about = { person: speaker.person.id };
  const { reason } = steer;
  if (steer.what === 'pause') return isPaused ? [] : [entry({ type: 'run.paused', body: { reason } }, about)];
  if (steer.what === 'resume') return isPaused ? [entry({ type: 'run.resumed', body: { reason } }, about)] : [];
  const { rollback } = steer;
  if (rollback && pointOfNoReturn !== null) {
    throw new KnownError(
      'run.past-no-return',
      `The run ${id} cannot be rolled back: ${pointOfNoReturn.step} began at ${pointOfNoReturn.at}, and cannot be undone.`,
      { hint: `It can be stopped where it is: lastpost run cancel ${id} --because TEXT --as PERSON`, exitCode: 2 },
    );
  }
  return [entry({ type: 'run.cancelled', body: { reason, rollback } }, about)];
}
