import type { EvidenceSpec } from '../playbook/playbook.ts';
import type { EvidenceBody } from './run-event.ts';

/** Capitals, spaces and the way an accent is encoded make no other answer. */
function plain(text: string): string {
  return text.trim().replace(/\s+/g, ' ').normalize('NFC').toLowerCase();
}

/** The choice that was meant, as the playbook writes it. */
export function chosenOf(choices: readonly string[], said: string): string | undefined {
  const word = plain(said);
  return choices.find((choice) => plain(choice) === word);
}

/** What of a step's evidence is an answer: a text that has to be one of its choices. */
export function answersOf({ evidence }: { readonly evidence: readonly EvidenceSpec[] }): readonly AnswerSpec[] {
  return evidence.filter((spec): spec is AnswerSpec => spec.choices !== undefined);
}

export type AnswerSpec = EvidenceSpec & { readonly choices: readonly string[] };

/**
 * The outputs that answers are, by the id of the evidence; of several the last one holds.
 * @param given all that was handed in for the step, in that order
 */
export function answerOutputs(
  step: { readonly evidence: readonly EvidenceSpec[] },
  given: readonly Pick<EvidenceBody, 'id' | 'kind' | 'name'>[],
): Readonly<Record<string, string>> {
  const said = answersOf(step).flatMap(({ id, choices }) => {
    const last = given.findLast((one) => one.id === id && one.kind === 'text');
    // A choice is short enough that the name of the evidence has all of it.
    const chosen = last === undefined ? undefined : chosenOf(choices, last.name);
    return chosen === undefined ? [] : [[id, chosen] as const];
  });
  return Object.fromEntries(said);
}
