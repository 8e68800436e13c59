import { roughSpan } from '../../base/short-moment.ts';
import { plainLine, plainLines } from '../../base/text-columns.ts';
import type { RunView, StepView } from '../../model/run/run-view.ts';
import { deadlineOf, listed, reasonOf, sinceOf } from '../run-words.ts';
import { sentence } from './explain-trouble.ts';
import type { Todo } from './explained.ts';
import { runCommands } from './run-commands.ts';

export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

export function waitingSince({ since }: StepView, view: RunView): string {
  return since === null ? '' : ` It has waited since ${sinceOf(since, view)}.`;
}

export function due({ dueAt, isOverdue }: StepView, view: RunView): string {
  if (dueAt === null) return '';
  const span = roughSpan('en', view.lookedAt, dueAt);
  if (!isOverdue) return ` It is due on ${deadlineOf(dueAt, view)}, in ${span}.`;
  return ` It was due on ${deadlineOf(dueAt, view)}: it is overdue by ${span}.`;
}

export function instructions({ instructions: text, hint, factsToCheck }: StepView): readonly Todo[] {
  return [
    ...(text === null ? [] : [{ long: plainLines(text.en) }]),
    ...(hint === null ? [] : [{ long: `What goes wrong most often: ${plainLines(hint.en)}` }]),
    ...(factsToCheck.length === 0 ? [] : [{ says: lookAgain(factsToCheck) }]),
  ];
}

/** One sentence that names each fact, and the command that shows them. */
export function lookAgain(facts: StepView['factsToCheck']): string {
  const names = facts.map(({ platform, fact, checkedOn }) => `${fact} of ${platform}, last checked on ${checkedOn}`);
  const platforms = [...new Set(facts.map(({ platform }) => platform))];
  const commands = platforms.map((platform) => `lastpost channel show ${platform}`);
  return `Look there before you rely on what is old: ${listed(names, 'and')}. What is known: ${listed(commands, 'and')}`;
}

/** `Keep as proof: sent_mail (a file).` */
export function wanted({ evidenceWanted, evidence }: StepView): string {
  const had = new Set(evidence.map(({ id }) => id));
  const kinds = { file: 'a file', url: 'an address', text: 'in words' } as const;
  const open = evidenceWanted.filter(({ id }) => !had.has(id));
  if (open.length === 0) return '';
  const names = open.map(({ id, kind, required, description, choices }) => {
    const what = choices === undefined ? kind && kinds[kind] : listed(choices.map(plainLine), 'or');
    const remarks = [...(what === null ? [] : [what]), ...(required ? [] : ['if there is one'])];
    const name = description === null ? id : `${id}: ${plainLine(description.en)}`;
    return remarks.length === 0 ? name : `${name} (${remarks.join(', ')})`;
  });
  return `Keep as proof ${listed(names, 'and')}. `;
}

export function confirmTodo(step: StepView, view: RunView): readonly Todo[] {
  return [{ says: `${wanted(step)}When it is done, type:` }, { command: runCommands.confirm(view, step) }];
}

/** Why it waits, and why no machine does it, where that is said. */
export function reasons(step: StepView): readonly string[] {
  const { byHandBecause } = step;
  const reason = reasonOf(step);
  const texts = [
    ...(reason === null ? [] : [reason]),
    ...(byHandBecause === null ? [] : [`It is done by hand because ${byHandBecause}`]),
  ];
  return texts.map(sentence);
}
