import { closestMatch } from '../../base/closest-match.ts';
import type { JsonValue } from '../../model/playbook/json.ts';
import type { Playbook, PlaybookStep } from '../../model/playbook/playbook.ts';
import { hasExpression } from '../expressions/split-text.ts';
import { readInput } from '../plan/read-input.ts';
import { error, type FilePath, meant, type Remark } from '../remark.ts';
import { MOST_STEPS, type UseTrouble } from '../resolve-uses.ts';
import { eachStep, type LintRules, type LintSubject } from './lint-subject.ts';

/** Other playbooks: that they are there, sound, go in no circle, and get the inputs they want. */
export const lintUses: LintRules = (subject) => [
  ...subject.troubles.map((trouble) => troubleRemark(trouble, subject)),
  ...eachStep(subject, (step, index) => {
    const used = subject.resolved.uses.get(step.id);
    if (used === undefined) return [];
    return [...inputRemarks(step, index, used.playbook), ...secretRemarks(step, index, used.playbook, subject)];
  }),
];

function troubleRemark({ step, why, chain }: UseTrouble, { playbook, otherPlaybooks }: LintSubject): Remark {
  const path = ['steps', playbook.steps.indexOf(step), 'uses'];
  const name = step.uses ?? '';
  if (why === 'unknown') {
    const near = closestMatch(name, otherPlaybooks);
    const swap = near === undefined ? {} : { swap: { wrong: name, right: near } };
    const message = `Step "${step.id}" uses the playbook "${name}", and there is none of that name.`;
    return error('uses-unknown', path, message, meant(near, 'playbook', otherPlaybooks), swap);
  }
  if (why === 'circle') {
    const message = `Playbooks use each other in a circle: ${chain.join(' → ')}.`;
    return error('uses-circle', path, message, 'Take one of these uses away.');
  }
  if (why === 'too-many') {
    const message = `With all the playbooks that it uses it would have more than ${MOST_STEPS} steps.`;
    return error('uses-too-many', path, message, 'Let it use fewer, and start runs of their own for the others.');
  }
  const message = `Step "${step.id}" uses the playbook "${name}", which is not sound itself.`;
  return error('uses-broken', path, message, `See what is wrong with: lastpost playbook lint ${name}`);
}

function inputRemarks(step: PlaybookStep, index: number, { name, inputs }: Playbook): readonly Remark[] {
  const given = Object.entries(step.with);
  const unknown = given.flatMap(([key, value]): readonly Remark[] => {
    const path = ['steps', index, 'with', key];
    const input = inputs[key];
    if (input !== undefined) {
      const wrong = isExpression(value) ? undefined : readInput(input, value, null);
      if (wrong === undefined || 'value' in wrong) return [];
      const message = `The input "${key}" of "${name}" is ${JSON.stringify(value)}; it must be ${wrong.wanted}.`;
      return [error('uses-inputs', path, message, `Write ${wrong.wanted}.`)];
    }
    const near = closestMatch(key, Object.keys(inputs));
    const swap = near === undefined ? {} : { swap: { wrong: key, right: near } };
    const fix = meant(near, 'input', Object.keys(inputs));
    return [error('uses-inputs', path, `The playbook "${name}" has no input "${key}".`, fix, { at: 'key', ...swap })];
  });
  const absent = Object.entries(inputs).filter(([key, input]) => {
    return input.required && input.default === null && step.with[key] === undefined;
  });
  const missing = absent.map(([key]) => {
    const message = `The playbook "${name}" needs the input "${key}", and step "${step.id}" does not give it.`;
    const path: FilePath = ['steps', index, 'uses'];
    return error('uses-inputs', path, message, `Add below with: a line ${key}: …`);
  });
  return [...unknown, ...missing];
}

function isExpression(value: JsonValue): boolean {
  return typeof value === 'string' && hasExpression(value);
}

/** A journal knows a secret by its name alone, whichever of the playbooks names it. */
function secretRemarks(
  step: PlaybookStep,
  index: number,
  used: Playbook,
  { playbook }: LintSubject,
): readonly Remark[] {
  return Object.entries(used.secrets).flatMap(([name, place]) => {
    const ours = playbook.secrets[name];
    if (ours === undefined || ours === place) return [];
    const message = `The secret "${name}" is ${ours} here and ${place} in "${used.name}", which step "${step.id}" uses.`;
    return [error('secret-conflict', ['steps', index, 'uses'], message, 'Give one of them another name.')];
  });
}
