import type { PlannedStep } from '../../model/run/run-plan.ts';
import type { UnrolledStep } from '../plan/unroll.ts';
import { error, type FilePath, type Remark, warning } from '../remark.ts';
import { StepGraph } from '../step-graph.ts';
import { stepSchemas } from '../step-schemas.ts';
import type { LintRules, LintSubject } from './lint-subject.ts';

/** What has to stand around a point of no return. Looks at a playbook with all that it uses, as a run would. */
export const lintIrreversible: LintRules = (subject) => {
  const steps = subject.unrolled;
  const graph = new StepGraph(steps.map(({ step }) => step));
  const remarks = steps.flatMap((one) => {
    const before = steps.map(({ step }) => step).filter(({ id }) => graph.ancestors(one.step.id).has(id));
    return [
      ...(one.step.irreversible ? ofIrreversible(one, before, subject) : []),
      ...lateCompensation(one, before, subject),
    ];
  });
  return [...remarks, ...nothingEnds(subject)];
};

/** Where to point at: the field of the step itself, or the step that uses the playbook it stands in. */
function pathOf({ step, owner }: UnrolledStep, { playbook }: LintSubject, field: string): FilePath {
  const index = playbook.steps.findIndex(({ id }) => id === owner);
  return ['steps', index, step.scope === '' ? field : 'uses'];
}

function ofIrreversible(one: UnrolledStep, before: readonly PlannedStep[], subject: LintSubject): readonly Remark[] {
  const { step } = one;
  const path = pathOf(one, subject, 'irreversible');
  const name = `Step "${step.id}" is irreversible`;
  if (step.type !== 'uses' && stepSchemas[step.type].onlyLooks) {
    const message = `${name}, but a step of type ${step.type} ends nothing.`;
    const fix = 'Take irreversible away, and set it at the step that does.';
    return [error('irreversible-type', path, message, fix)];
  }
  // What has to come before the points of no return of a part is asked where the part is used.
  const remarks = subject.playbook.isPart
    ? []
    : [
        ...without(
          one,
          before,
          subject,
          'approval',
          ({ type }) => type === 'approval',
          'people have approved',
          'approval',
        ),
        ...without(
          one,
          before,
          subject,
          'verify',
          ({ type }) => type === 'verify',
          'its archive was verified',
          'verify',
        ),
        ...without(one, before, subject, 'memo', ({ staffMemo }) => staffMemo, 'the staff was told', 'memo'),
      ];
  if (step.probe === null && !step.evidence.some(({ required }) => required)) {
    const message = `${name}, and nothing would show whether it was done.`;
    const fix = 'Add a probe that looks, or evidence that a person must hand in (required: true).';
    remarks.push(error('irreversible-no-proof', path, message, fix));
  }
  if (step.confirm === null) {
    const message = `${name}, and nothing has to be typed back before it.`;
    remarks.push(error('irreversible-no-confirm', path, message, 'Add confirm: with the name of what it ends.'));
  }
  return [...remarks, ...neverAgain(one, subject)];
}

/** What would bring about an effect a second time, or pretends to undo it. */
function neverAgain(one: UnrolledStep, subject: LintSubject): readonly Remark[] {
  const { step } = one;
  const name = `Step "${step.id}" is irreversible`;
  const remarks: Remark[] = [];
  if (step.retry !== null) {
    const message = `${name} and would be tried again by itself.`;
    const fix = 'Take retry away: after a failure a person decides.';
    remarks.push(error('irreversible-retry', pathOf(one, subject, 'retry'), message, fix, { at: 'key' }));
  }
  if (step.compensate !== null || step.onFailure === 'compensate') {
    const field = step.compensate === null ? 'on_failure' : 'compensate';
    const message = `${name}, and what is irreversible cannot be undone.`;
    const fix = `Take ${field} away, or irreversible if it can be undone after all.`;
    remarks.push(error('late-compensation', pathOf(one, subject, field), message, fix, { at: 'key' }));
  }
  return remarks;
}

const example: Readonly<Record<string, string>> = {
  approval: 'Add a step of type approval, and let this one need it.',
  verify: 'Add a step of type verify behind the snapshot, and let this one come after it.',
  memo: 'Add a manual step called memo (or one with staff_memo: true), and let this one come after it.',
};

/** Something that has to come before, whatever happens: what may be skipped or passed over does not count. */
function without(
  one: UnrolledStep,
  before: readonly PlannedStep[],
  subject: LintSubject,
  code: string,
  isWanted: (step: PlannedStep) => boolean,
  says: string,
  noun: string,
): readonly Remark[] {
  const found = before.filter(isWanted);
  if (found.some((candidate) => whyPassable(candidate, one.step) === null)) return [];
  const path = pathOf(one, subject, 'irreversible');
  const name = `Step "${one.step.id}" is irreversible and could begin before ${says}`;
  const [first] = found;
  if (first === undefined) {
    return [error(`irreversible-no-${code}`, path, `${name}: no ${noun} comes before it.`, example[code] ?? '')];
  }
  const message = `${name}: "${first.id}" comes before it, but ${whyPassable(first, one.step)}.`;
  const fix = `Let "${first.id}" happen in any case, or give this step the same if.`;
  return [error(`irreversible-no-${code}`, path, message, fix)];
}

function whyPassable(gate: PlannedStep, step: PlannedStep): string | null {
  if (gate.onFailure === 'continue') return 'the run goes on when it fails (on_failure: continue)';
  if (gate.onTimeout === 'continue' && gate.timeout !== null) {
    return 'the run goes on when its time is over (on_timeout: continue)';
  }
  const isShared = (one: PlannedStep['conditions'][number]) =>
    step.conditions.some(({ scope, expression }) => scope === one.scope && expression.trim() === one.expression.trim());
  return gate.conditions.every(isShared) ? null : 'it may be skipped (if)';
}

function lateCompensation(one: UnrolledStep, before: readonly PlannedStep[], subject: LintSubject): readonly Remark[] {
  const { step } = one;
  const ended = before.find(({ irreversible }) => irreversible);
  if (ended === undefined || step.irreversible) return [];
  const field = step.compensate === null ? 'on_failure' : 'compensate';
  if (step.compensate === null && step.onFailure !== 'compensate') return [];
  const message = `Step "${step.id}" would undo what was done, but comes after "${ended.id}", the point of no return.`;
  const fix = `Take ${field} away: from there on a run only goes forward or stops.`;
  return [error('late-compensation', pathOf(one, subject, field), message, fix, { at: 'key' })];
}

function nothingEnds({ playbook, unrolled }: LintSubject): readonly Remark[] {
  if (!playbook.modes.includes('delete') || playbook.isPart || unrolled.some(({ step }) => step.irreversible))
    return [];
  const message = 'The playbook deletes (mode: delete), and none of its steps is irreversible.';
  const fix = 'Set irreversible: true at the step that deletes; only then it is guarded.';
  return [warning('nothing-irreversible', ['mode'], message, fix)];
}
