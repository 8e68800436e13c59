import { plainLine, wrapMeasured } from '../../base/text-columns.ts';
import type { RunView, StepView } from '../../model/run/run-view.ts';
import { lookAgain } from '../run-explain/person-parts.ts';
import { deadlineOf, momentOf, titleOf } from '../run-words.ts';
import type { Style } from '../style.ts';

/** What a person has to know of a step before they answer: what it is, when it is due, what is to be done. */
export function stepCard(view: RunView, step: StepView, width: number, style: Style): string {
  return [
    '',
    titleOf(step) === step.id ? style.bold(step.id) : `${style.bold(titleOf(step))}  ${style.dim(step.id)}`,
    ...dueLines(view, step),
    ...(step.byHandBecause === null ? [] : wrapMeasured(`By hand: ${plainLine(step.byHandBecause)}`, width)),
    ...(step.reason === null ? [] : wrapMeasured(plainLine(step.reason), width)),
    ...(step.error === null ? [] : wrapMeasured(`${step.error.code}: ${plainLine(step.error.message)}`, width)),
    ...instructionLines(step, width),
    ...approvalLines(view, step),
    ...step.evidence.map(
      ({ id, name, person }) => `  has ${id ?? 'evidence'}: ${plainLine(name)} (${person ?? 'Lastpost'})`,
    ),
  ].join('\n');
}

function dueLines(view: RunView, step: StepView): readonly string[] {
  const lines: string[] = [];
  if (step.dueAt !== null) lines.push(`Due ${deadlineOf(step.dueAt, view)}${step.isOverdue ? ', which is over' : ''}`);
  if (step.isReleased && step.releasedUntil !== null) {
    lines.push(`Released to ${step.releasedTo ?? 'somebody'} until ${momentOf(step.releasedUntil, view)}`);
  }
  return lines;
}

/** Line by line as the playbook has them, and nothing in them that moves the cursor. */
function instructionLines({ instructions, hint, factsToCheck }: StepView, width: number): readonly string[] {
  const texts = [
    ...(instructions === null ? [] : [instructions.en.trimEnd()]),
    ...(hint === null ? [] : [`What goes wrong most often: ${hint.en.trimEnd()}`]),
    ...(factsToCheck.length === 0 ? [] : [lookAgain(factsToCheck)]),
  ];
  return texts
    .flatMap((text) => text.split('\n'))
    .flatMap((line) => wrapMeasured(plainLine(line), width - 2))
    .map((line) => (line === '' ? '' : `  ${line}`));
}

function approvalLines(view: RunView, { approval }: StepView): readonly string[] {
  if (approval === null) return [];
  const bound = Object.entries(approval.bound).map(
    ([name, value]) => `  ${plainLine(name)}: ${plainLine(typeof value === 'string' ? value : JSON.stringify(value))}`,
  );
  const given = approval.given
    .filter(({ isVoid }) => !isVoid)
    .map(({ person, decision, at, comment }) => {
      const said = comment === null ? '' : `: ${plainLine(comment)}`;
      return `  ${plainLine(person)} has ${decision === 'given' ? 'approved' : 'rejected'} it, ${momentOf(at, view)}${said}`;
    });
  return [
    `Needs ${approval.needed} of: ${approval.roles.map(plainLine).join(', ')}${approval.eachRole ? ' (each of them)' : ''}`,
    ...(bound.length === 0 ? [] : ['Approved is exactly this:', ...bound]),
    ...given,
  ];
}
