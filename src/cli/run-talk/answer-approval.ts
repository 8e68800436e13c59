import { resolve } from 'node:path';
import { canonicalJson } from '../../base/canonical-json.ts';
import { KnownError } from '../../base/known-error.ts';
import type { Advanced, ApproveRequest } from '../../model/run/run-requests.ts';
import type { RunView } from '../../model/run/run-view.ts';
import { type Answer, leftAs, type Talk } from './answer.ts';
import type { Question } from './find-question.ts';
import { stepCard } from './step-card.ts';

/** Somebody approves or rejects exactly what is shown. */
export async function answerApproval({ step }: Question, { view }: Advanced, talk: Talk): Promise<Answer> {
  const { ask, context, run, person } = talk;
  ask.show(stepCard(view, step, context.width, context.style));
  const chosen = await ask.choice('Do you approve it?', [
    { key: 'approve', says: 'yes' },
    { key: 'reject', says: 'no, and why' },
    { key: 'later', says: 'leave it as it is' },
  ]);
  if (chosen !== 'approve' && chosen !== 'reject') return leftAs(chosen);
  const comment = await ask.question(chosen === 'approve' ? 'A comment, or Enter for none: ' : 'Why? ');
  if (comment === undefined) return 'stop';
  if (await hasChanged(view, step.id, talk)) {
    ask.show('What is to be approved changed while you looked at it. Nothing was recorded: look again.');
    return 'stop';
  }
  const request = { run, step: step.id, by: person, comment: comment === '' ? null : comment, keyFile: null };
  if (!(await speak(chosen, request, talk))) return 'later';
  ask.show(`${chosen === 'approve' ? 'Approved' : 'Rejected'} ${step.id}.`);
  return 'recorded';
}

/** A person may look at it for an hour; what they saw is what they approve. */
async function hasChanged(shown: RunView, step: string, { run, context }: Talk): Promise<boolean> {
  const { showRun } = await import('../../journeys/runs/show-run.ts');
  const now = await showRun({ run }, context, context);
  return subjectOf(now, step) !== subjectOf(shown, step);
}

function subjectOf({ amendments, steps }: RunView, id: string): string {
  const step = steps.find((one) => one.id === id);
  return canonicalJson({ amendments, bound: step?.approval?.bound ?? {}, attempt: step?.attempt ?? 0 });
}

/** With the person's own key, where lastpost.yaml has one of them. False when they have none at hand. */
async function speak(chosen: 'approve' | 'reject', request: ApproveRequest, talk: Talk): Promise<boolean> {
  const { ask, context } = talk;
  const { approveStep, rejectStep } = await import('../../journeys/runs/approve-step.ts');
  const send = (one: ApproveRequest) => (chosen === 'approve' ? approveStep : rejectStep)(one, context, context);
  try {
    await send(request);
  } catch (error) {
    if (!(error instanceof KnownError) || error.code !== 'approval.key-needed') throw error;
    ask.show(error.message);
    const file = await ask.question('The file with your private key (PEM), or Enter to leave it for now: ');
    if (file === undefined || file === '') return false;
    await send({ ...request, keyFile: resolve(context.cwd, file) });
  }
  return true;
}
