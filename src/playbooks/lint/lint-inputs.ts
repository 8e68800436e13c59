import { readInput } from '../plan/read-input.ts';
import { error, type Remark } from '../remark.ts';
import type { LintRules } from './lint-subject.ts';

/** Inputs: that what stands in for them, and what can be chosen, is of their own type. */
export const lintInputs: LintRules = ({ playbook }) =>
  Object.entries(playbook.inputs).flatMap(([name, input]) => {
    const choices = input.choices.flatMap((choice, index): readonly Remark[] => {
      const read = readInput({ ...input, choices: [] }, choice, null);
      if ('value' in read && read.value === choice) return [];
      const wanted = 'wanted' in read ? read.wanted : `of type ${input.type}`;
      const message = `A choice of the input "${name}" is ${JSON.stringify(choice)}; it must be ${wanted}.`;
      return [error('bad-default', ['inputs', name, 'choices', index], message, `Write ${wanted}.`)];
    });
    if (input.default === null) return choices;
    const read = readInput(input, input.default, null);
    if ('value' in read) return choices;
    const message = `The default of the input "${name}" is ${JSON.stringify(input.default)}; it must be ${read.wanted}.`;
    return [...choices, error('bad-default', ['inputs', name, 'default'], message, `Write ${read.wanted}.`)];
  });
