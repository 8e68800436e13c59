import { plainLine } from '../../base/text-columns.ts';
import type { RunView, StepView } from '../../model/run/run-view.ts';
import { calledOf, momentOf, peopleOf, quoted, reasonOf, sinceOf } from '../run-words.ts';
import type { Explained } from './explained.ts';
import { runCommands } from './run-commands.ts';

/** Nobody knows what became of a step: one person looks, and a second one where it is to be done again. */
export function explainDoubt(step: StepView, view: RunView): Explained {
  return step.waits === 'second-person' ? secondPerson(step, view) : firstPerson(step, view);
}

function firstPerson(step: StepView, view: RunView): Explained {
  const since = step.since === null ? '' : ` Open since ${sinceOf(step.since, view)}.`;
  const undone = step.isIrreversible ? ' It cannot be undone, so it is not tried again by itself.' : '';
  return {
    headline: 'NOBODY KNOWS WHETHER THIS WAS DONE',
    tone: 'loud',
    says: [
      `${calledOf(step)} was begun, and nothing says how it ended.${because(step)}${since}${undone}${waitsFor(step)}`,
    ],
    todo: [
      { says: 'Look before you do anything: open the page, log in, ask. Do not do it again.' },
      { says: 'If it was done, type:' },
      { command: runCommands.resolve(view, step, 'done') },
      { says: 'If it was not done, type this; a second person then has to agree:' },
      { command: runCommands.resolve(view, step, 'not-done') },
    ],
  };
}

function secondPerson(step: StepView, view: RunView): Explained {
  const said = step.resolutions.at(-1);
  const first = said === undefined ? 'Somebody' : plainLine(said.person);
  const when = said === undefined ? '' : ` on ${momentOf(said.at, view)}`;
  const reason = said === undefined ? '' : `: ${quoted(said.reason)}`;
  return {
    headline: 'A SECOND PERSON HAS TO LOOK',
    tone: 'loud',
    says: [
      `${calledOf(step)} was begun, and nothing says how it ended. ${first} said${when} that it was not done${reason}.`,
      `Before it may be done again, another person has to see the same; ${first} cannot agree with themselves.${waitsFor(step)}`,
    ],
    todo: [
      { says: 'Look for yourself. If it was not done, type:' },
      { command: runCommands.resolve(view, step, 'not-done') },
      { says: 'If it was done after all, type:' },
      { command: runCommands.resolve(view, step, 'done') },
    ],
  };
}

/** A step that failed, and that nothing goes on without. */
export function explainBlocked(step: StepView, view: RunView): Explained {
  const { error, attempt, since } = step;
  const reason = reasonOf(step);
  const times = attempt > 1 ? `, at the last of ${attempt} attempts` : '';
  const when = since === null ? '' : ` on ${momentOf(since, view)}`;
  const why = error === null ? because(step) : ` ${sentence(error.message)}`;
  const hint = error?.hint == null ? [] : [`What may help: ${plainLine(error.hint)}`];
  const noted = error === null || reason === null ? [] : [sentence(reason)];
  return {
    headline: 'STUCK: A STEP FAILED',
    tone: 'loud',
    says: [
      `${calledOf(step)} failed${when}${times}.${why}`,
      ...noted,
      ...hint,
      `Nothing goes on without it.${waitsFor(step)}`,
    ],
    todo: [
      { says: 'Mend what is wrong, and have it tried again:' },
      { command: runCommands.resolve(view, step, 'again').replace('HOW YOU KNOW', 'WHAT IS MENDED') },
      { says: 'Or end the run:' },
      { command: runCommands.cancel(view, !view.run.isPastPointOfNoReturn) },
    ],
  };
}

export function sentence(text: string): string {
  const line = plainLine(text);
  return /[.!?…]$/.test(line) ? line : `${line}.`;
}

function waitsFor(step: StepView): string {
  return step.waitingOn.length === 0 ? '' : ` It waits for ${peopleOf(step)}.`;
}

function because({ reason }: StepView): string {
  return reason === null ? '' : ` ${sentence(reason)}`;
}
