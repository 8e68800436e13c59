import { plainLine } from '../../base/text-columns.ts';
import type { Advanced, EvidenceInput, ResolveRequest } from '../../model/run/run-requests.ts';
import type { StepView } from '../../model/run/run-view.ts';
import type { Choice } from '../ask.ts';
import { evidencePlace } from '../run-options.ts';
import { type Answer, leftAs, type Talk } from './answer.ts';
import { askEvidence } from './ask-evidence.ts';
import type { Question } from './find-question.ts';
import { stepCard } from './step-card.ts';

type Decision = ResolveRequest['decision'];

const choices: Readonly<Record<'doubt' | 'agree' | 'blocked', readonly Choice<Decision | 'later'>[]>> = {
  doubt: [
    { key: 'done', says: 'it was done; I can say how I know' },
    { key: 'not-done', says: 'it was not done; a second person has to agree before it is tried again' },
    { key: 'later', says: 'leave it as it is' },
  ],
  agree: [
    { key: 'not-done', says: 'I agree: it was not done' },
    { key: 'done', says: 'I do not agree: it was done' },
    { key: 'later', says: 'leave it as it is' },
  ],
  blocked: [
    { key: 'again', says: 'try it again' },
    { key: 'later', says: 'leave it as it is' },
  ],
};

/**
 * Nobody knows whether something irreversible was done: somebody says what they know, and how they know it. How it is done is
 * not shown: this is no moment to do it.
 */
export async function answerDoubt({ step, kind }: Question, { view }: Advanced, talk: Talk): Promise<Answer> {
  talk.ask.show(stepCard(view, { ...step, instructions: null }, talk.context.width, talk.context.style));
  return resolve(step, kind === 'agree' ? 'agree' : 'doubt', doubtText(step, kind), talk);
}

function doubtText({ resolutions }: StepView, kind: Question['kind']): string {
  const last = resolutions.at(-1);
  if (kind !== 'agree' || last === undefined) return 'Look before you answer: was it done?';
  return `${plainLine(last.person)} says that it was not done: ${plainLine(last.reason)}`;
}

/** A step that failed, and that the machine does not try again. */
export async function answerBlocked({ step }: Question, { view }: Advanced, talk: Talk): Promise<Answer> {
  talk.ask.show(stepCard(view, step, talk.context.width, talk.context.style));
  return resolve(step, 'blocked', 'It failed. What becomes of it?', talk);
}

async function resolve(step: StepView, kind: keyof typeof choices, prompt: string, talk: Talk): Promise<Answer> {
  const { ask, context, run, person } = talk;
  const decision = await ask.choice(prompt, choices[kind]);
  if (decision === undefined || decision === 'later') return leftAs(decision);
  const reason = await ask.question('How do you know, or why? It stays in the journal. ');
  if (reason === undefined || reason === '') return leftAs(reason);
  const evidence: readonly EvidenceInput[] | undefined =
    decision === 'done' ? await askEvidence(step, ask, evidencePlace(context)) : [];
  if (evidence === undefined) return 'later';
  const { resolveStep } = await import('../../journeys/runs/resolve-step.ts');
  await resolveStep({ run, step: step.id, by: person, decision, reason, evidence }, context, context);
  ask.show(`Recorded for ${step.id}: ${decision}.`);
  return 'recorded';
}
