import { roughSpan } from '../../base/short-moment.ts';
import { plainLine } from '../../base/text-columns.ts';
import type { RunView, StepView } from '../../model/run/run-view.ts';
import { calledOf, momentOf, peopleOf, shutGates } from '../run-words.ts';
import { sentence } from './explain-trouble.ts';
import type { Explained, Todo } from './explained.ts';
import { capital, due, instructions, reasons, waitingSince, wanted } from './person-parts.ts';
import { runCommands } from './run-commands.ts';

/** Less is told as a hurry. */
const HURRY_MS = 4 * 3_600_000;

const MOST_GATES = 3;

/** A step that nothing brings back: shut, to be released, or released. */
export function explainIrreversible(step: StepView, view: RunView): Explained {
  const { isReleased, releasedUntil, type, byHandBecause } = step;
  if (isReleased)
    return releasedUntil !== null && releasedUntil <= view.lookedAt ? ranOut(step, view) : released(step, view);
  if (shutGates(step).length > 0) return shut(step, view);
  return type === 'manual' || byHandBecause !== null ? byHand(step, view) : goAhead(step, view);
}

function byHand(step: StepView, view: RunView): Explained {
  return {
    headline: 'WAITING FOR THE STEP WITHOUT A WAY BACK',
    tone: 'asks',
    says: [
      `${capital(peopleOf(step) ?? '')} has to do what cannot be undone: ${calledOf(step)}.${waitingSince(step, view)}${due(step, view)}`,
      ...reasons(step),
    ],
    todo: releaseTodo(step, view),
  };
}

function shut(step: StepView, view: RunView): Explained {
  const gates = shutGates(step);
  const canPass = gates.every(({ canBeOverridden }) => canBeOverridden);
  return {
    headline: 'THE WAY IS NOT FREE YET',
    tone: 'asks',
    says: [
      `${capital(peopleOf(step) ?? '')} cannot begin ${calledOf(step)}, which cannot be undone, as long as this is not in order:`,
      ...gates.slice(0, MOST_GATES).map(({ says }) => `- ${sentence(says)}`),
      ...(gates.length > MOST_GATES ? [`- and ${gates.length - MOST_GATES} more: ${runCommands.status(view)}`] : []),
    ],
    todo: [
      ...gates.slice(0, MOST_GATES).flatMap(({ hint }) => (hint === null ? [] : [{ says: sentence(hint) }])),
      ...(canPass
        ? [
            { says: 'If it has to go on all the same, two people may say so, for ever on record:' },
            { command: runCommands.override(view, step) },
          ]
        : []),
    ],
  };
}

/** The machine will do it, and will not begin by itself. */
function goAhead(step: StepView, view: RunView): Explained {
  const who = capital(peopleOf(step) ?? '');
  const typed = step.confirmText === null ? 'type' : 'type back what is to be ended';
  return {
    headline: 'WAITING FOR A GO-AHEAD',
    tone: 'asks',
    says: [
      `${who} has to say that ${calledOf(step)} may go ahead. It goes by itself then, and cannot be undone.${waitingSince(step, view)}${due(step, view)}`,
      ...reasons(step),
    ],
    todo: [
      ...instructions(step),
      { says: `Look whether it should still be done. If so, ${typed}:` },
      { command: runCommands.release(view, step) },
      { says: 'It is begun by the next:' },
      { command: runCommands.next(view) },
    ],
  };
}

function releaseTodo(step: StepView, view: RunView): readonly Todo[] {
  const typed = step.confirmText === null ? '' : ', by typing back what is to be ended';
  return [
    ...instructions(step),
    { says: `First ask for the go-ahead${typed}. Do not press anything before:` },
    { command: runCommands.release(view, step) },
    { says: 'Only then do it, and come straight back to say how it ended.' },
  ];
}

function released(step: StepView, view: RunView): Explained {
  const { releasedUntil } = step;
  const who = releasedName(step);
  return {
    headline: isHurry(releasedUntil, view) ? 'THE GO-AHEAD RUNS OUT SOON' : 'THE GO-AHEAD IS GIVEN',
    tone: isHurry(releasedUntil, view) ? 'loud' : 'asks',
    says: [`${who} may now do what cannot be undone: ${calledOf(step)}.${untilText(releasedUntil, view)}`],
    todo: [
      ...instructions(step),
      { says: `${wanted(step)}As soon as it is done, type:` },
      { command: runCommands.confirm(view, step) },
      {
        says: 'If it did not work, do not try twice: when the go-ahead has run out, two people say what became of it.',
      },
    ],
  };
}

function ranOut(step: StepView, view: RunView): Explained {
  const until = step.releasedUntil ?? view.lookedAt;
  return {
    headline: 'THE GO-AHEAD HAS RUN OUT',
    tone: 'loud',
    says: [
      `${releasedName(step)} had the go-ahead for what cannot be undone: ${calledOf(step)}. It ran out on ${momentOf(until, view)}, ` +
        `${roughSpan('en', until, view.lookedAt)} ago, and nobody has said how it ended.`,
    ],
    todo: [
      { says: 'Do not do it now. Have it looked at, and see then what is to be said:' },
      { command: runCommands.next(view) },
      { command: runCommands.explain(view.run.id) },
    ],
  };
}

function releasedName({ waitingOn, releasedTo }: StepView): string {
  return plainLine(waitingOn.find(({ id }) => id === releasedTo)?.name ?? releasedTo ?? 'Somebody');
}

function isHurry(until: string | null, { lookedAt }: RunView): boolean {
  return until !== null && Date.parse(until) - Date.parse(lookedAt) < HURRY_MS;
}

function untilText(until: string | null, view: RunView): string {
  if (until === null) return '';
  const span = roughSpan('en', view.lookedAt, until);
  return ` The go-ahead holds until ${momentOf(until, view)}, ${span} from now. After that it counts as unknown whether it was done.`;
}
