import type { HostileQuestion, HostileQuestionId } from '../../../model/farewell/hostile/question.ts';
import { hostileQuestions } from '../../../model/farewell/hostile-questions.ts';

const byId = new Map(hostileQuestions.map((question) => [question.id, question]));

/** Everything that is known of a question. */
export function questionOf(id: HostileQuestionId): HostileQuestion {
  const question = byId.get(id);
  if (question === undefined) throw new Error(`There is no question "${id}".`);
  return question;
}
