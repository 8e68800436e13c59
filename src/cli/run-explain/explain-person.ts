import { roughSpan } from '../../base/short-moment.ts';
import { plainLine } from '../../base/text-columns.ts';
import type { RunView, StepView } from '../../model/run/run-view.ts';
import {
  approvalsOf,
  calledOf,
  deadlineOf,
  isNobodyThere,
  listed,
  missingRole,
  momentOf,
  peopleOf,
  shutGates,
  sinceOf,
} from '../run-words.ts';
import { sentence } from './explain-trouble.ts';
import type { Explained, Todo } from './explained.ts';
import { runCommands } from './run-commands.ts';

/** Less is told as a hurry. */
const HURRY_MS = 4 * 3_600_000;
const MOST_GATES = 3;

/** A step that a person does, or approves. */
export function explainPerson(step: StepView, view: RunView): Explained {
  if (step.isReleased) return released(step, view);
  if (isNobodyThere(step)) return nobody(step, view);
  if (step.waits === 'approval') return approval(step, view);
  if (step.isIrreversible && shutGates(step).length > 0) return shut(step, view);
  return byHand(step, view);
}

function nobody(step: StepView, view: RunView): Explained {
  const role = missingRole(step);
  return {
    headline: 'NOBODY IS THERE TO DO THIS',
    tone: 'loud',
    says: [
      `${calledOf(step)} is for somebody who is ${role}, and nobody is: either no person has the role, or all who have it ` +
        `are away and nobody stands in for them.${waitingSince(step, view)}${due(step, view)}`,
    ],
    todo: [
      {
        says: `Give somebody the role in lastpost.yaml, under "people", or name a delegate for whoever is away. Then:`,
      },
      { command: runCommands.explain(view.run.id) },
    ],
  };
}

function byHand(step: StepView, view: RunView): Explained {
  const who = peopleOf(step) ?? '';
  const does = step.isIrreversible ? 'has to do what cannot be undone' : 'has to do this by hand';
  const why = step.byHandBecause === null ? [] : [`It is done by hand because ${plainLine(step.byHandBecause)}`];
  return {
    headline: step.isIrreversible ? 'WAITING FOR THE STEP WITHOUT A WAY BACK' : 'WAITING FOR A PERSON',
    tone: 'asks',
    says: [
      `${capital(who)} ${does}: ${calledOf(step)}.${waitingSince(step, view)}${due(step, view)}`,
      ...(step.reason === null ? [] : [sentence(step.reason)]),
      ...why.map(sentence),
    ],
    todo: step.isIrreversible ? releaseTodo(step, view) : [...instructions(step), ...confirmTodo(step, view)],
  };
}

function instructions({ instructions: text }: StepView): readonly Todo[] {
  return text === null ? [] : [{ long: plainLine(text.en) }];
}

function confirmTodo(step: StepView, view: RunView): readonly Todo[] {
  return [{ says: `${wanted(step)}When it is done, type:` }, { command: runCommands.confirm(view, step) }];
}

/** `Keep as proof: sent_mail (a file).` */
function wanted({ evidenceWanted, evidence }: StepView): string {
  const had = new Set(evidence.map(({ id }) => id));
  const kinds = { file: 'a file', url: 'an address', text: 'in words' } as const;
  const open = evidenceWanted.filter(({ id }) => !had.has(id));
  if (open.length === 0) return '';
  const names = open.map(({ id, kind, required, description }) => {
    const remarks = [...(kind === null ? [] : [kinds[kind]]), ...(required ? [] : ['if there is one'])];
    const name = description === null ? id : `${id}: ${plainLine(description.en)}`;
    return remarks.length === 0 ? name : `${name} (${remarks.join(', ')})`;
  });
  return `Keep as proof ${listed(names, 'and')}. `;
}

function releaseTodo(step: StepView, view: RunView): readonly Todo[] {
  return [
    ...instructions(step),
    { says: 'First ask for the go-ahead, by typing back what is to be ended. Do not press anything before:' },
    { command: runCommands.release(view, step) },
    { says: 'Only then do it, and come straight back to say how it ended.' },
  ];
}

function released(step: StepView, view: RunView): Explained {
  const { releasedTo, releasedUntil } = step;
  const person = step.waitingOn.find(({ id }) => id === releasedTo);
  const who = person === undefined ? plainLine(releasedTo ?? 'Somebody') : plainLine(person.name);
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

function isHurry(until: string | null, { lookedAt }: RunView): boolean {
  return until !== null && Date.parse(until) - Date.parse(lookedAt) < HURRY_MS;
}

function untilText(until: string | null, view: RunView): string {
  if (until === null) return '';
  const span = roughSpan('en', view.lookedAt, until);
  if (until <= view.lookedAt) return ` The go-ahead ran out on ${momentOf(until, view)}, ${span} ago.`;
  return ` The go-ahead holds until ${momentOf(until, view)}, ${span} from now. After that it counts as unknown whether it was done.`;
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

function approval(step: StepView, view: RunView): Explained {
  const { valid, isVoid, isRefused } = approvalsOf(step);
  const { needed = 1, roles = [], eachRole = false, bound = {} } = step.approval ?? {};
  const each = eachRole && roles.length > 1 ? ', one of each' : '';
  const there = valid.length === 0 ? 'none is there' : `there: ${listed(valid, 'and')}`;
  const what = Object.entries(bound).map(
    ([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  return {
    headline: 'WAITING FOR APPROVAL',
    tone: 'asks',
    says: [
      `${calledOf(step)} needs ${needed === 1 ? 'an approval' : `${needed} approvals`} from ${listed(roles, eachRole ? 'and' : 'or')}${each}; ${there}. ` +
        `It waits for ${peopleOf(step)}.${waitingSince(step, view)}${due(step, view)}`,
      ...(isRefused ? ['Somebody has refused it.'] : []),
      ...(isVoid ? ['An approval that was given before is void: what it was about has changed.'] : []),
      ...(step.reason === null ? [] : [sentence(step.reason)]),
      ...(what.length === 0 ? [] : [plainLine(`Approved is exactly this: ${what.join('; ')}`)]),
    ],
    todo: [
      ...instructions(step),
      { says: 'Read what is to be approved. If you stand behind it, type:' },
      { command: runCommands.approve(view, step) },
      { says: 'If not:' },
      { command: runCommands.reject(view, step) },
    ],
  };
}

function waitingSince({ since }: StepView, view: RunView): string {
  return since === null ? '' : ` It has waited since ${sinceOf(since, view)}.`;
}

function due({ dueAt, isOverdue }: StepView, view: RunView): string {
  if (dueAt === null) return '';
  const span = roughSpan('en', view.lookedAt, dueAt);
  if (!isOverdue) return ` It is due on ${deadlineOf(dueAt, view)}, in ${span}.`;
  return ` It was due on ${deadlineOf(dueAt, view)}: it is overdue by ${span}.`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
