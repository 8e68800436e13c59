import { KnownError } from '../../base/known-error.ts';
import { expressions } from '../expressions/expressions.ts';
import { namesUsed } from '../expressions/names-used.ts';
import { bareExpression } from '../expressions/split-text.ts';
import { error, type FilePath, type Remark, warning } from '../remark.ts';
import { expressionsOf, type FoundExpression } from './expressions-of.ts';
import { type NamesSeen, nameRemark } from './known-names.ts';
import { eachStep, type LintRules, type LintSubject, type RawBlock } from './lint-subject.ts';

/** Every expression of the file: whether it can be read, and whether what it names will be there. */
export const lintExpressions: LintRules = (subject) => [
  ...inRoot(subject),
  ...eachStep(subject, (step, index) => [...inStep(subject, step.id, index), ...neverTrue(step.if, index)]),
];

/** The fields of a step that are looked at when it has been done, and may name what it brought. */
const afterwards = ['probe', 'compensate', 'evidence'];

function inRoot(subject: LintSubject): readonly Remark[] {
  const { values } = subject;
  const outputs = expressionsOf(values.outputs, ['outputs'], () => true);
  const group = expressionsOf(values.concurrency, ['concurrency']);
  return [
    ...judged(outputs, { subject, step: null, steps: 'all' }),
    ...judged(group, { subject, step: null, steps: 'none' }),
  ];
}

function inStep(subject: LintSubject, id: string, index: number): readonly Remark[] {
  const step = (subject.values.steps as readonly RawBlock[])[index] ?? {};
  return Object.entries(step).flatMap(([field, value]) => {
    const found = expressionsOf(value, ['steps', index, field]);
    return judged(found, { subject, step: id, steps: stepsSeenFrom(field) });
  });
}

function stepsSeenFrom(field: string): NamesSeen['steps'] {
  if (field === 'concurrency') return 'none';
  // A step may wait for another one that is done meanwhile.
  if (field === 'condition') return 'beside';
  return afterwards.includes(field) ? 'before-and-own' : 'before';
}

function judged(found: readonly FoundExpression[], seen: NamesSeen): readonly Remark[] {
  return found.flatMap((one) => expressionRemarks(one, seen));
}

function expressionRemarks({ path, source, isOpen }: FoundExpression, seen: NamesSeen): readonly Remark[] {
  if (isOpen) {
    const message = `A \${{ has no }}.`;
    return [error('expression', path, message, 'End the expression with }}, or take the ${{ away.', { words: '${{' })];
  }
  try {
    return namesUsed(source).flatMap(({ path: words }) => nameRemark(words, path, seen) ?? []);
  } catch (thrown) {
    return [syntaxRemark(thrown, path, source)];
  }
}

function syntaxRemark(thrown: unknown, path: FilePath, source: string): Remark {
  if (!(thrown instanceof KnownError)) throw thrown;
  return error('expression', path, thrown.message, thrown.hint ?? 'Correct it.', { words: source });
}

/** A condition without a name in it is always the same. */
function neverTrue(condition: string | null, index: number): readonly Remark[] {
  if (condition === null || !isConstantlyFalse(condition)) return [];
  const message = `Its condition (${condition}) is never true, so that the step is always skipped.`;
  return [warning('unreachable', ['steps', index, 'if'], message, 'Take the step away, or its if.')];
}

function isConstantlyFalse(condition: string): boolean {
  try {
    if (namesUsed(bareExpression(condition)).length > 0) return false;
    const nothing = { inputs: {}, steps: {}, run: {}, facts: {}, channels: {}, secrets: [] };
    return !expressions.isTrue(expressions.evaluate(condition, nothing));
  } catch {
    // What cannot be read or worked out has been told, or will show in the run.
    return false;
  }
}
