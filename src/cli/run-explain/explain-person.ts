import { plainLine } from '../../base/text-columns.ts';
import type { RunView, StepView } from '../../model/run/run-view.ts';
import { approvalsOf, calledOf, isNobodyThere, listed, missingRole, peopleOf, shutGates } from '../run-words.ts';
import { explainIrreversible } from './explain-irreversible.ts';
import { sentence } from './explain-trouble.ts';
import type { Explained } from './explained.ts';
import { capital, confirmTodo, due, instructions, reasons, waitingSince } from './person-parts.ts';
import { runCommands } from './run-commands.ts';

/** Nobody confirms what these look at: it is so, or it is not. */
const looks: ReadonlySet<string> = new Set(['complete', 'gate', 'draft', 'check-drafts']);

/** A step that a person does, or approves. */
export function explainPerson(step: StepView, view: RunView): Explained {
  if (isNobodyThere(step) && !step.isReleased) return nobody(step, view);
  if (step.waits === 'approval') return approval(step, view);
  if (looks.has(step.type)) return notSo(step, view);
  if (step.isIrreversible || step.isReleased) return explainIrreversible(step, view);
  return shutGates(step).length > 0 ? notApproved(step, view) : byHand(step, view);
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

function notSo(step: StepView, view: RunView): Explained {
  return {
    headline: 'SOMETHING IS NOT AS IT HAS TO BE',
    tone: 'asks',
    says: [
      `${capital(calledOf(step))} lets nothing through before it is.${waitingSince(step, view)}`,
      ...reasons(step),
    ],
    todo: [
      ...instructions(step),
      { says: 'Put it right. Then this looks again:' },
      { command: runCommands.next(view) },
    ],
  };
}

function byHand(step: StepView, view: RunView): Explained {
  return {
    headline: 'WAITING FOR A PERSON',
    tone: 'asks',
    says: [
      `${capital(peopleOf(step) ?? '')} has to do this by hand: ${calledOf(step)}.${waitingSince(step, view)}${due(step, view)}`,
      ...reasons(step),
    ],
    todo: [...instructions(step), ...confirmTodo(step, view)],
  };
}

/** What people do with drafts waits for these. */
function notApproved(step: StepView, view: RunView): Explained {
  const gates = shutGates(step);
  const canPass = gates.every(({ canBeOverridden }) => canBeOverridden);
  return {
    headline: 'THE DRAFTS ARE NOT READY TO GO OUT',
    tone: 'asks',
    says: [
      `${capital(peopleOf(step) ?? '')} cannot do this yet: ${calledOf(step)}.${waitingSince(step, view)}${due(step, view)}`,
      ...gates.map(({ says }) => `- ${sentence(says)}`),
    ],
    todo: [
      { says: 'Read each, and approve it as it is:' },
      ...gates.flatMap(({ hint }) => (hint === null ? [] : [{ command: plainLine(hint) }])),
      ...(canPass
        ? [{ says: 'In an emergency two people can go through it:' }, { command: runCommands.override(view, step) }]
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
      ...reasons(step),
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
