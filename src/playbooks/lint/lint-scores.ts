import { closestMatch } from '../../base/closest-match.ts';
import type { PlaybookStep } from '../../model/playbook/playbook.ts';
import { ancestorsOf } from '../../model/run/ancestors.ts';
import { answersOf } from '../../model/run/answers.ts';
import type { PlannedStep } from '../../model/run/run-plan.ts';
import { error, type FilePath, meant, type Remark, warning } from '../remark.ts';
import { eachStep, type LintRules, type LintSubject } from './lint-subject.ts';

/** Steps that count answers: whether there will be answers, and whether each of them has its points. */
export const lintScores: LintRules = (subject) =>
  eachStep(subject, (step, index) =>
    step.type === 'score' ? scoreRemarks(step, ['steps', index, 'with'], subject) : [],
  );

function scoreRemarks(step: PlaybookStep, path: FilePath, subject: LintSubject): readonly Remark[] {
  const { of, gaps = {} } = step.with;
  const named = (Array.isArray(of) ? of : of === undefined ? [] : [of]).map(String);
  const gapNames = Object.keys(gaps as object);
  const ofPath = (at: number): FilePath => (Array.isArray(of) ? [...path, 'of', at] : [...path, 'of']);
  const gapRemarks = (name: string): readonly Remark[] => {
    const wrong = nameRemarks(name, step, { path: [...path, 'gaps', name], at: 'key' }, subject);
    return wrong.length > 0 ? wrong : uncounted(name, named, step, path);
  };
  const counted = countedSteps(named, step, subject);
  return [
    ...named.flatMap((name, at) => nameRemarks(name, step, { path: ofPath(at), at: 'value' }, subject)),
    ...gapNames.flatMap(gapRemarks),
    ...nothingToCount(named, counted, step, path, subject),
    ...pointRemarks(step, counted, path),
  ];
}

interface Where {
  readonly path: FilePath;
  readonly at: 'key' | 'value';
}

/** What is wrong with a step that is named: it is not there, comes later, or has no answer. */
function nameRemarks(name: string, step: PlaybookStep, { path, at }: Where, subject: LintSubject): readonly Remark[] {
  if (isInside(name, subject)) return [];
  const steps = subject.unrolled.map(({ step: one }) => one);
  const found = steps.find(({ id }) => id === name);
  if (found === undefined) {
    const ids = steps.filter((one) => answersOf(one).length > 0).map(({ id }) => id);
    const near = closestMatch(name, ids);
    const swap = near === undefined ? {} : { swap: { wrong: name, right: near } };
    const message = `Step "${step.id}" counts "${name}", and there is no such step.`;
    return [error('unknown-step', path, message, meant(near, 'step with an answer', ids), { at, ...swap })];
  }
  if (!ancestorsOf({ steps }, step.id).includes(found)) {
    const message = `Step "${step.id}" counts "${name}", which need not be done by then.`;
    return [error('not-before', path, message, `Let "${step.id}" need "${name}".`, { at })];
  }
  const answers = answersOf(found);
  if (answers.length === 1) return [];
  const has = answers.length === 0 ? 'has no answer' : `has ${answers.length} answers`;
  const message = `Step "${step.id}" counts "${name}", which ${has}.`;
  const fix = `Give "${name}" exactly one evidence with choices: [yes, partly, no].`;
  return [error('score-answer', path, message, fix, { at })];
}

/** In a playbook that is used and that was not looked into from here. */
function isInside(name: string, { playbook, resolved }: LintSubject): boolean {
  const [outer = ''] = name.split('/');
  const isUse = playbook.steps.some(({ id, type }) => id === outer && type === 'uses');
  return name.includes('/') && isUse && !resolved.uses.has(outer);
}

function countedSteps(named: readonly string[], step: PlaybookStep, { unrolled }: LintSubject): readonly PlannedStep[] {
  const steps = unrolled.map((one) => one.step);
  const before = ancestorsOf({ steps }, step.id).filter((one) => answersOf(one).length > 0);
  return named.length === 0 ? before : before.filter(({ id }) => named.includes(id));
}

function nothingToCount(
  named: readonly string[],
  counted: readonly PlannedStep[],
  step: PlaybookStep,
  path: FilePath,
  { playbook, resolved, graph }: LintSubject,
): readonly Remark[] {
  const before = graph.ancestors(step.id);
  const isUnknown = playbook.steps.some(({ id, type }) => type === 'uses' && before.has(id) && !resolved.uses.has(id));
  if (named.length > 0 || counted.length > 0 || isUnknown) return [];
  const message = `Step "${step.id}" counts answers, and no step before it has one.`;
  const fix = 'Let it need steps that have an evidence with choices: [yes, partly, no].';
  return [error('score-answer', path, message, fix)];
}

function uncounted(name: string, named: readonly string[], step: PlaybookStep, path: FilePath): readonly Remark[] {
  if (named.length === 0 || named.includes(name)) return [];
  const message = `Step "${step.id}" says what to do about "${name}", and does not count it.`;
  return [warning('score-answer', [...path, 'gaps', name], message, `Add "${name}" to of.`, { at: 'key' })];
}

/** Every choice has its points, no points are for what nobody can answer, and enough of them can be reached. */
function pointRemarks(step: PlaybookStep, counted: readonly PlannedStep[], path: FilePath): readonly Remark[] {
  const points = step.with.points as Readonly<Record<string, number>>;
  const choices = counted.map((one) => answersOf(one)[0]?.choices ?? []);
  const all = [...new Set(choices.flat())];
  const without = all.filter((choice) => !Object.hasOwn(points, choice));
  const unused = Object.keys(points).filter((answer) => all.length > 0 && !all.includes(answer));
  const remarks = [
    ...without.map((choice) => {
      const message = `"${choice}" can be answered and has no points in step "${step.id}".`;
      return error('score-points', [...path, 'points'], message, `Add ${choice}: 0, or what it is worth.`, {
        at: 'key',
      });
    }),
    ...unused.map((answer) => {
      const message = `"${answer}" has points in step "${step.id}", and nobody can answer it.`;
      return warning(
        'score-points',
        [...path, 'points', answer],
        message,
        meant(closestMatch(answer, all), 'answer', all),
        {
          at: 'key',
        },
      );
    }),
  ];
  return without.length > 0 ? remarks : [...remarks, ...outOfReach(step, choices, path)];
}

function outOfReach(step: PlaybookStep, choices: readonly (readonly string[])[], path: FilePath): readonly Remark[] {
  const { pass } = step.with;
  const points = step.with.points as Readonly<Record<string, number>>;
  const most = choices.reduce((sum, some) => sum + Math.max(0, ...some.map((choice) => points[choice] ?? 0)), 0);
  if (typeof pass !== 'number' || choices.length === 0 || pass <= most) return [];
  const message = `Step "${step.id}" asks for ${pass} points, and there are ${most} at most.`;
  return [error('score-points', [...path, 'pass'], message, `Take ${most} or fewer.`)];
}
