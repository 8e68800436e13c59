import { KnownError } from '../../base/known-error.ts';
import { ancestorsOf } from '../../model/run/ancestors.ts';
import type { NewEntry } from '../../model/run/journal-entry.ts';
import type { EvidenceBody } from '../../model/run/run-event.ts';
import type { RunState, StepState } from '../../model/run/run-state.ts';
import { standing } from '../../model/run/view-step.ts';
import { stepOf, typeOf } from '../engine.ts';
import { reportEntries } from './confirm-step.ts';
import { requireSecondPerson } from './second-person.ts';
import { type Decision, requireRole } from './speak.ts';

export interface Resolution {
  readonly decision: 'done' | 'not-done' | 'again';
  readonly reason: string;
  readonly evidence: readonly EvidenceBody[];
}

/**
 * What is written when a person says what became of a step that is in doubt, or has one that is blocked attempted again. That
 * something irreversible was not done has to be said by two people before it is attempted again.
 * @throws KnownError `step.not-in-doubt`, `step.cannot-again`, `step.not-your-role`, `people.same`, `run.ended`
 */
export function resolveEntries(state: RunState, id: string, said: Resolution, decision: Decision): readonly NewEntry[] {
  const step = stepOf(state, id);
  if (state.ended !== null) throw ended(state);
  if (said.decision === 'again') return again(state, step, said.reason, decision);
  if (step.state !== 'in_doubt') throw notInDoubt(state, step);
  requireRole(step, decision.speaker, decision.deps.people);
  const about = { step: id, attempt: step.attempt, person: decision.speaker.person.id };
  const { reason } = said;
  if (said.decision === 'done') {
    const body = { reason, decision: 'done' } as const;
    const resolved = decision.entry({ type: 'step.resolved', body }, about);
    const report = { evidence: said.evidence, note: reason, outputs: {} };
    return [resolved, ...reportEntries(state, id, { attempt: step.attempt, after: 1 }, report, decision)];
  }
  const before = step.resolutions.findLast(({ seq }) => seq > (step.intent?.seq ?? 0));
  if (before?.decision !== 'not-done') {
    return [decision.entry({ type: 'step.resolved', body: { reason, decision: 'not-done' } }, about)];
  }
  requireSecondPerson(before.person, decision, `${before.person} has said that ${id} was not done`);
  return [decision.entry({ type: 'step.resolved', body: { reason, decision: 'agreed-not-done' } }, about)];
}

function again(state: RunState, step: StepState, reason: string, decision: Decision): readonly NewEntry[] {
  const { id } = step.plan;
  const stands = standing(state, step).state;
  const isDone = step.state === 'succeeded' && mayBeRepeated(state, step, decision);
  if (stands !== 'blocked' && stands !== 'failed' && !isDone) {
    throw new KnownError('step.cannot-again', `The step ${id} cannot be done again: it is ${stands}.`, {
      hint: 'Done again can be what failed, and a snapshot or its verification before anything irreversible rests on it.',
      exitCode: 2,
    });
  }
  requireRole(step, decision.speaker, decision.deps.people);
  const about = { step: id, attempt: step.attempt, person: decision.speaker.person.id };
  return [decision.entry({ type: 'step.reopened', body: { reason } }, about)];
}

/** What does no harm when it is done twice, as long as nothing irreversible that rests on it has begun. */
function mayBeRepeated(state: RunState, step: StepState, { deps }: Decision): boolean {
  if (step.plan.type === 'uses' || step.plan.irreversible) return false;
  const type = typeOf(step, deps);
  if (type.nature !== 'looks' && !(type.nature === 'acts' && type.isIdempotent(step.intent?.with ?? {}))) return false;
  return [...state.steps.values()].every(
    (later) =>
      !later.plan.irreversible ||
      later.intent === null ||
      !ancestorsOf(state.plan, later.plan.id).some(({ id }) => id === step.plan.id),
  );
}

function notInDoubt({ id }: RunState, { plan, state }: StepState): KnownError {
  return new KnownError('step.not-in-doubt', `The step ${plan.id} is not in doubt: it is ${state}.`, {
    hint: `See how the run stands with: lastpost run status ${id}`,
    exitCode: 2,
  });
}

function ended({ id, ended: end }: RunState): KnownError {
  return new KnownError('run.ended', `The run ${id} has ended (${end?.state}).`, {
    hint: 'Nothing can be added to it.',
    exitCode: 2,
  });
}
