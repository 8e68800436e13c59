import { type FactKey, factKeys, type OpenFact } from './exit-draft.ts';
import type { FactQuestion } from './fact-question.ts';
import { contactAndDuty } from './questions/contact-and-duty.ts';
import { voiceAndWays } from './questions/voice-and-ways.ts';
import { whatAndWhen } from './questions/what-and-when.ts';
import { whatBecomes } from './questions/what-becomes.ts';
import { whyAndWhere } from './questions/why-and-where.ts';

const all = new Map(
  [...whatAndWhen, ...whyAndWhere, ...whatBecomes, ...contactAndDuty, ...voiceAndWays].map((one) => [one.key, one]),
);

/** One question for each fact, in the order of asking. */
export const questions: readonly FactQuestion[] = factKeys.flatMap((key) => all.get(key) ?? []);

export function questionOf(key: FactKey): FactQuestion {
  const question = all.get(key);
  if (question === undefined) throw new Error(`Nobody asks for ${key}.`);
  return question;
}

export interface OpenQuestion extends OpenFact {
  readonly question: FactQuestion;
}

/**
 * What is to be asked: a question for each open fact that a template uses. What is needed comes first.
 * @param usedVariables names as templates have them, `fate.posts` or `successors[0].name`; null: all
 */
export function questionsFor(
  open: readonly OpenFact[],
  usedVariables: ReadonlySet<string> | null,
): readonly OpenQuestion[] {
  const asked = open
    .map((fact) => ({ ...fact, question: questionOf(fact.key) }))
    .filter(({ question }) => usedVariables === null || isUsed(question.variables, usedVariables));
  return [...asked.filter(({ isNeeded }) => isNeeded), ...asked.filter(({ isNeeded }) => !isNeeded)];
}

/** A template that has `contact` uses all of it, and one that has `successors[0].name` uses successors. */
function isUsed(variables: readonly string[], used: ReadonlySet<string>): boolean {
  if (variables.length === 0) return true;
  const isWithin = (inner: string, outer: string) =>
    inner === outer || (/^[.[]/.test(inner.slice(outer.length)) && inner.startsWith(outer));
  return variables.some((variable) => [...used].some((name) => isWithin(name, variable) || isWithin(variable, name)));
}
