import { KnownError } from '../../base/known-error.ts';
import type { Advanced } from '../../model/run/run-requests.ts';
import { describeKnownError } from '../output.ts';
import type { Answer, Talk } from './answer.ts';
import { answerApproval } from './answer-approval.ts';
import { answerBlocked, answerDoubt } from './answer-doubt.ts';
import { answerDone, answerRelease, answerUndone } from './answer-manual.ts';
import { describeDid } from './describe-did.ts';
import { findQuestion, type Question } from './find-question.ts';

type Answerer = (question: Question, advanced: Advanced, talk: Talk) => Promise<Answer>;

const answerers: Readonly<Record<Question['kind'], Answerer>> = {
  do: answerDone,
  undo: answerUndone,
  release: answerRelease,
  approve: answerApproval,
  doubt: answerDoubt,
  agree: answerDoubt,
  blocked: answerBlocked,
};

/**
 * Asks a person for everything that they can answer now, and advances the run after each answer that was recorded. What
 * somebody leaves for later is not asked again; nor is what was refused, after its reason was shown.
 * @returns how far the run has come
 */
export async function talkThrough(first: Advanced, talk: Talk): Promise<Advanced> {
  const asked = new Set<string>();
  const did = [...first.did];
  let advanced = first;
  for (;;) {
    if (advanced.did.length > 0) talk.ask.show(describeDid(advanced.did));
    const question = findQuestion(advanced.view, talk.person, asked);
    if (question === undefined) return { ...advanced, did };
    asked.add(question.key);
    const answer = await answered(question, advanced, talk);
    if (answer === 'stop') return { ...advanced, did };
    advanced = answer === 'later' ? { ...advanced, did: [] } : await talk.advance();
    did.push(...advanced.did);
  }
}

/** An answer that cannot be taken is told, and the talk goes on; the run is looked at anew, as a refusal can be recorded too. */
async function answered(question: Question, advanced: Advanced, talk: Talk): Promise<Answer> {
  const { ask, context } = talk;
  try {
    return await answerers[question.kind](question, advanced, talk);
  } catch (error) {
    if (!(error instanceof KnownError) || context.signal.aborted) throw error;
    ask.show(`${describeKnownError(error, context.style)}\nIt is left for now.`);
    return 'recorded';
  }
}
