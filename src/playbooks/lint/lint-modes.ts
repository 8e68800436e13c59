import { closestMatch } from '../../base/closest-match.ts';
import { playbookModes } from '../../model/playbook/playbook.ts';
import { error, meant, type Remark } from '../remark.ts';
import type { LintRules } from './lint-subject.ts';

/** Where an input says what becomes of the account: that it is there, and offers nothing but modes. */
export const lintModes: LintRules = ({ playbook }) => {
  const { modeInput, inputs } = playbook;
  if (modeInput === null) return [];
  const input = inputs[modeInput];
  if (input === undefined) {
    const names = Object.keys(inputs);
    const fix = meant(closestMatch(modeInput, names), 'input', names);
    return [error('unknown-input', ['mode'], `There is no input "${modeInput}".`, fix, { words: modeInput })];
  }
  const wrong = input.choices.filter((choice) => !playbookModes.some((mode) => mode === choice));
  if (input.choices.length > 0 && wrong.length === 0)
    return sureOfOne(modeInput, input.required || input.default !== null);
  const message = `The mode is the input "${modeInput}", which can be something else than a mode.`;
  const fix = `Give it choices out of: ${playbookModes.join(', ')}.`;
  return [error('bad-mode', ['inputs', modeInput], message, fix, { at: 'key' })];
};

function sureOfOne(name: string, isSure: boolean): readonly Remark[] {
  if (isSure) return [];
  const message = `The mode is the input "${name}", which may be left out.`;
  return [error('bad-mode', ['inputs', name], message, 'Make it required, or give it a default.', { at: 'key' })];
}
