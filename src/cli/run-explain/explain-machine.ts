import { plainLine } from '../../base/text-columns.ts';
import type { RunView, StepView } from '../../model/run/run-view.ts';
import { calledOf, sinceOf, untilOf } from '../run-words.ts';
import { sentence } from './explain-trouble.ts';
import type { Explained } from './explained.ts';
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
    default:
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
  const when = timerAt === null ? 'later' : `on ${untilOf(timerAt, view)}`;
  return {
    headline: 'WAITING TO TRY AGAIN',
    tone: 'calm',
    says: [
      `${calledOf(step)} did not work at attempt ${attempt} of ${maxAttempts}, and is tried again ${when}.` +
        `${error === null ? '' : ` ${sentence(error.message)}`}`,
      ...(error?.hint == null ? [] : [`What may help: ${plainLine(error.hint)}`]),
    ],
    todo: [
      { says: 'Nobody has to do anything. When the time has come, or by cron:' },
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
