import { closestMatch } from '../../base/closest-match.ts';
import type { PlaybookStep } from '../../model/playbook/playbook.ts';
import { error, meant, type Remark, warning } from '../remark.ts';
import { eachStep, type LintRules, type LintSubject } from './lint-subject.ts';

/** Ids and needs: what there is twice, is not there, or goes in a circle. */
export const lintOrder: LintRules = (subject) => [
  ...repeatedNames(subject),
  ...eachStep(subject, (step, index) => [...wrongNeeds(step, index, subject), ...behindCircle(step, index, subject)]),
  ...circles(subject),
];

function repeatedNames({ playbook }: LintSubject): readonly Remark[] {
  const seen = new Map<string, string>();
  return playbook.steps.flatMap((step, index) => {
    const names = [['id', step.id] as const, ...(step.register === null ? [] : [['register', step.register] as const])];
    return names.flatMap(([field, name]) => {
      const other = seen.get(name);
      seen.set(name, other ?? step.id);
      // Registered under its own id: said twice, and right.
      if (other === undefined || (field === 'register' && step.id === name)) return [];
      const message = `The name "${name}" is given twice, to ${other === step.id ? 'two steps' : `"${other}" and "${step.id}"`}.`;
      return [error('duplicate-id', ['steps', index, field], message, 'Give one of them another name.')];
    });
  });
}

function wrongNeeds(step: PlaybookStep, index: number, { playbook }: LintSubject): readonly Remark[] {
  const ids = playbook.steps.map(({ id }) => id);
  return step.needs.flatMap((need) => {
    const path = ['steps', index, 'needs'];
    if (need === step.id) {
      const message = `Step "${step.id}" needs itself, so that it would never begin.`;
      return [error('needs-itself', path, message, `Take "${need}" out of its needs.`, { words: need })];
    }
    if (ids.includes(need)) return [];
    const near = closestMatch(
      need,
      ids.filter((id) => id !== step.id),
    );
    const swap = near === undefined ? {} : { swap: { wrong: need, right: near } };
    const message = `Step "${step.id}" needs "${need}", and there is no such step.`;
    return [error('unknown-step', path, message, meant(near, 'step', ids), { words: need, ...swap })];
  });
}

/** One finding for each circle, at the first of its steps. */
function circles({ playbook, graph }: LintSubject): readonly Remark[] {
  const told = new Set<string>();
  return playbook.steps.flatMap((step, index) => {
    if (told.has(step.id) || step.needs.includes(step.id) || !graph.isInCircle(step.id)) return [];
    const circle = graph.circleFrom(step.id);
    for (const id of circle) told.add(id);
    const message = `These steps need each other in a circle, so that none of them would ever begin: ${circle.join(' → ')}.`;
    return [error('cycle', ['steps', index, 'needs'], message, 'Take one of these needs away.')];
  });
}

function behindCircle(step: PlaybookStep, index: number, { graph }: LintSubject): readonly Remark[] {
  if (graph.isInCircle(step.id)) return [];
  const stuck = [...graph.ancestors(step.id)].find((id) => graph.isInCircle(id));
  if (stuck === undefined) return [];
  const message = `Step "${step.id}" is never reached: it comes after "${stuck}", which would never begin.`;
  return [warning('unreachable', ['steps', index, 'needs'], message, 'It is right again when the circle is gone.')];
}
