import type { FactLanguage } from '../../../model/platform.ts';
import { drawWords } from '../draw-words.ts';
import type { StepGraph } from '../step-graph.ts';

/** The picture in words, for people who have it read to them. */
export function describeGraph({ steps, passed }: StepGraph, language: FactLanguage): string {
  const words = drawWords[language];
  const numbers = new Map(steps.map(({ id }, at) => [id, at + 1]));
  const line = steps.findIndex(({ isBeyond }) => isBeyond);
  const sentences = steps.flatMap((step, at) => {
    const { kind, title, needs, facts, isIrreversible, stands } = step;
    const who = facts.filter(({ name }) => name === 'by' || name === 'does' || name === 'waits');
    const parts = [
      words.kinds[kind],
      ...who.map(({ text }) => text[language]),
      ...(isIrreversible ? [words.irreversible] : []),
      ...(needs.length === 0 ? [] : [`${words.needs} ${needs.map((need) => numbers.get(need)).join(', ')}`]),
      ...(stands === null ? [] : [words.standings[stands.as], ...stands.says.map((text) => text[language])]),
    ];
    const says = `${at + 1}. ${title[language]}: ${parts.join('; ')}.`;
    return at === line ? [noReturnText(passed, language), says] : [says];
  });
  return [words.stepsCount(steps.length), ...sentences].join('\n');
}

/** What is said beside the line across. */
export function noReturnText(passed: StepGraph['passed'], language: FactLanguage): string {
  const words = drawWords[language];
  const when =
    passed === undefined ? [] : [passed === null ? words.noReturnAhead : words.noReturnPassed(passed[language])];
  return [`${words.noReturn}.`, words.noReturnMeans, ...when].join(' ');
}
