import type { Advanced } from '../../model/run/run-requests.ts';
import type { RunView, StepView } from '../../model/run/run-view.ts';
import { evidencePlace } from '../run-options.ts';
import { momentOf } from '../run-words.ts';
import { type Answer, leftAs, type Talk } from './answer.ts';
import { askEvidence } from './ask-evidence.ts';
import type { Question } from './find-question.ts';
import { releaseBox, shutGates } from './release-box.ts';
import { releasedText } from './released-text.ts';
import { stepCard } from './step-card.ts';

/** A person does something and says so, with what shows it. */
export async function answerDone({ step }: Question, { view }: Advanced, talk: Talk): Promise<Answer> {
  const { ask, context, run, person } = talk;
  ask.show(stepCard(view, step, context.width, context.style));
  const shut = step.isReleased ? [] : shutGates(step);
  if (shut.length > 0) {
    ask.show(['It cannot be done yet:', ...shut, ...emergency(step, run)].join('\n'));
    return 'later';
  }
  const chosen = await ask.choice(step.isReleased ? 'How did it end?' : 'Is it done?', [
    { key: 'done', says: 'it is done' },
    { key: 'later', says: laterText(view, step) },
  ]);
  if (chosen !== 'done') return leftAs(chosen);
  const evidence = await askEvidence(step, ask, evidencePlace(context));
  if (evidence === undefined) return 'later';
  const note = await ask.question('A note, or Enter for none: ');
  if (note === undefined) return 'stop';
  const { confirmStep } = await import('../../journeys/runs/confirm-step.ts');
  const request = { run, step: step.id, by: person, evidence, typed: null, note: note === '' ? null : note };
  await confirmStep(request, context, context);
  ask.show(`Confirmed ${step.id}.`);
  return 'recorded';
}

/** What was done is to be taken back by hand; its own instructions say how to do it, and not how to undo it. */
export async function answerUndone({ step }: Question, { view }: Advanced, talk: Talk): Promise<Answer> {
  const { ask, context, run, person } = talk;
  ask.show(stepCard(view, { ...step, instructions: null }, context.width, context.style));
  const chosen = await ask.choice('The run was cancelled, and this has to be undone. Is it?', [
    { key: 'undone', says: 'it is undone' },
    { key: 'later', says: 'leave it as it is' },
  ]);
  if (chosen !== 'undone') return leftAs(chosen);
  const { confirmStep } = await import('../../journeys/runs/confirm-step.ts');
  await confirmStep({ run, step: step.id, by: person, evidence: [], typed: null, note: null }, context, context);
  ask.show(`Undone: ${step.id}.`);
  return 'recorded';
}

/** Only where nothing but gates is in the way that two people may go through. */
function emergency({ id, gates }: StepView, run: string): readonly string[] {
  if (gates.some(({ isOpen, canBeOverridden }) => !isOpen && !canBeOverridden)) return [];
  return [
    'In an emergency two people can go through it, on the certificate for ever:',
    `  lastpost run override ${run} ${id} --because TEXT --as PERSON`,
  ];
}

function laterText(view: RunView, { isReleased, releasedUntil }: StepView): string {
  if (!isReleased) return 'leave it as it is';
  if (releasedUntil === null) return 'leave it as it is; come back once you have done it';
  return `leave it as it is; without an answer by ${momentOf(releasedUntil, view)} it is in doubt`;
}

/**
 * Something irreversible: everything it rests on is shown, and its words are typed back, before it may be done. How it is done
 * is shown after that.
 */
export async function answerRelease({ step }: Question, { view }: Advanced, talk: Talk): Promise<Answer> {
  const { ask, context, run, person } = talk;
  ask.show(stepCard(view, { ...step, instructions: null }, context.width, context.style));
  const shut = shutGates(step);
  if (shut.length > 0) {
    ask.show(['It cannot be released yet:', ...shut, ...emergency(step, run)].join('\n'));
    return 'later';
  }
  ask.show(releaseBox(view, step, context.width));
  const chosen = await ask.choice('Release it?', [
    { key: 'release', says: 'go ahead; before anything happens you type back what it ends' },
    { key: 'later', says: 'leave it as it is' },
  ]);
  if (chosen !== 'release') return leftAs(chosen);
  const words = step.confirmText ?? step.id;
  ask.show(`Type this, letter by letter, and nothing else:  ${words}`);
  if (!(await ask.typed(words))) {
    ask.show('It was not released. Nothing was recorded.');
    return 'stop';
  }
  const { confirmStep } = await import('../../journeys/runs/confirm-step.ts');
  const request = { run, step: step.id, by: person, evidence: [], typed: words, note: null };
  const { view: after } = await confirmStep(request, context, context);
  ask.show(releasedText(after, step.id));
  return 'recorded';
}
