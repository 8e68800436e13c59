import { plainLine } from '../../base/text-columns.ts';
import type { RunView, StepView } from '../../model/run/run-view.ts';
import { calledOf, peopleOf, quoted, sinceOf, untilOf } from '../run-words.ts';
import { sentence } from './explain-trouble.ts';
import type { Explained } from './explained.ts';
import { reasons } from './person-parts.ts';
import { runCommands } from './run-commands.ts';

/** A step that needs no person: it is at work, or waits for a date, for another attempt or for another run. */
export function explainMachine(step: StepView, view: RunView): Explained {
  switch (step.waits) {
    case 'timer':
      return timer(step, view);
    case 'back-off':
      return backOff(step, view);
    case 'lock':
      return lock(step, view);
    case 'input':
      return looking(step, view);
    default:
      if (step.state === 'compensating' && view.runner === null) return goingBack(step, view);
      return step.state === 'ready' ? ready(step, view) : atWork(step, view);
  }
}

function timer(step: StepView, view: RunView): Explained {
  const { timerAt, reason } = step;
  const isOver = timerAt !== null && timerAt <= view.lookedAt;
  const when =
    timerAt === null
      ? ` goes on as soon as what it waits for is so.${reason === null ? '' : ` ${sentence(reason)}`}`
      : isOver
        ? ` was to go on at ${untilOf(timerAt, view)}.`
        : ` goes on by itself on ${untilOf(timerAt, view)}.`;
  return {
    headline: timerAt === null ? 'WAITING UNTIL SOMETHING IS SO' : 'WAITING FOR A DATE',
    tone: 'calm',
    says: [`${calledOf(step)}${when}${since(step, view)}`],
    todo: [
      {
        says: isOver
          ? 'The date has come. Type:'
          : 'Nobody has to do anything until then. When it has come, or by cron:',
      },
      { command: runCommands.next(view) },
    ],
  };
}

function backOff(step: StepView, view: RunView): Explained {
  const { attempt, maxAttempts, error, timerAt } = step;
  const isOver = timerAt !== null && timerAt <= view.lookedAt;
  const when = timerAt === null ? 'later' : isOver ? 'now' : `on ${untilOf(timerAt, view)}`;
  // After somebody had it tried again, attempts go on counting, and the first ones are no measure any more.
  const count = attempt > maxAttempts ? `attempt ${attempt}` : `attempt ${attempt} of ${maxAttempts}`;
  return {
    headline: isOver ? 'IT CAN BE TRIED AGAIN' : 'WAITING TO TRY AGAIN',
    tone: 'calm',
    says: [
      `${calledOf(step)} did not work at ${count}, and is tried again ${when}.` +
        `${error === null ? '' : ` ${sentence(error.message)}`}`,
      ...(error?.hint == null ? [] : [`What may help: ${plainLine(error.hint)}`]),
    ],
    todo: [
      { says: isOver ? 'The time has come. Type:' : 'Nobody has to do anything. When the time has come, or by cron:' },
      { command: runCommands.next(view) },
    ],
  };
}

function lock(step: StepView, view: RunView): Explained {
  const { lockedBy } = view;
  return {
    headline: 'WAITING FOR ANOTHER RUN',
    tone: 'calm',
    says: [
      `${calledOf(step)} cannot begin while another run${lockedBy === null ? '' : `, ${lockedBy},`} is about the same account: ` +
        `one goes after the other.${since(step, view)}`,
    ],
    todo:
      lockedBy === null
        ? [{ says: 'Nobody has to do anything here.' }]
        : [
            { says: 'Nobody has to do anything here. What the other run waits for, this tells:' },
            { command: runCommands.explain(lockedBy) },
          ],
  };
}

/** It looks at something again and again, and waits as long as that is not so. */
function looking(step: StepView, view: RunView): Explained {
  return {
    headline: 'WAITING UNTIL SOMETHING IS SO',
    tone: 'asks',
    says: [`${calledOf(step)} goes on as soon as what it looks at is so.${since(step, view)}`, ...reasons(step)],
    todo: [
      { says: 'See to what is missing. It is looked at again by cron, or when you type:' },
      { command: runCommands.next(view) },
    ],
  };
}

function cancelledText({ cancelled }: RunView): readonly string[] {
  if (cancelled === null) return [];
  return [`${plainLine(cancelled.person)} has cancelled the run: ${quoted(cancelled.reason)}.`];
}

/** What a person has to undo waits for them; what this program undoes may have been left by its runner. */
function goingBack(step: StepView, view: RunView): Explained {
  const who = peopleOf(step);
  const by = step.waitingOn.length === 0 || who === null ? '' : ` If a person has to do it, it waits for ${who}.`;
  return {
    headline: 'TAKING BACK WHAT WAS DONE',
    tone: 'asks',
    says: [...cancelledText(view), `${calledOf(step)} is to be undone.${by}${since(step, view)}`],
    todo: [
      { says: 'Go on with what this program can undo by itself:' },
      { command: runCommands.next(view) },
      { says: 'What you undid by hand, say so when it is undone:' },
      { command: runCommands.undone(view, step) },
    ],
  };
}

function ready(step: StepView, view: RunView): Explained {
  return {
    headline: 'IT CAN GO ON',
    tone: 'asks',
    says: [`${calledOf(step)} needs nobody and can begin.${since(step, view)}`],
    todo: [{ says: 'To let it go on, type:' }, { command: runCommands.next(view) }],
  };
}

function atWork(step: StepView, view: RunView): Explained {
  const { runner } = view;
  const isTakingBack = step.state === 'compensating';
  const begun = step.since === null ? '' : ` since ${sinceOf(step.since, view)}`;
  const does = isTakingBack ? 'has been going back' : 'has been at work';
  const by = runner === null ? '' : `, on ${plainLine(runner)}`;
  return {
    headline: isTakingBack ? 'TAKING BACK WHAT WAS DONE' : 'AT WORK',
    tone: 'calm',
    says: [`${calledOf(step)} ${does}${begun}${by}.`],
    todo:
      runner === null
        ? [{ says: 'Nobody is at it at this moment. To go on, type:' }, { command: runCommands.next(view) }]
        : [{ says: 'Nobody has to do anything.' }],
  };
}

function since({ since: at }: StepView, view: RunView): string {
  return at === null ? '' : ` It has waited since ${sinceOf(at, view)}.`;
}
