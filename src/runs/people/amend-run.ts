import { createTwoFilesPatch } from 'diff';
import { canonicalJson } from '../../base/canonical-json.ts';
import { KnownError } from '../../base/known-error.ts';
import type { NewEntry } from '../../model/run/journal-entry.ts';
import type { PlannedStep, PlaybookSource, RunPlan } from '../../model/run/run-plan.ts';
import type { RunState, StepState } from '../../model/run/run-state.ts';
import { type Decision, requireGoing } from './speak.ts';

export interface Amendment {
  readonly plan: RunPlan;
  readonly sources: readonly PlaybookSource[];
  readonly diff: string;
  readonly reason: string;
}

/** What changes between the sources of a run and those that are to take their place, as a unified diff; '' when nothing does. */
export function diffOf(before: readonly PlaybookSource[], after: readonly PlaybookSource[]): string {
  const names = [...new Set([...before, ...after].map(({ name }) => name))];
  const textOf = (sources: readonly PlaybookSource[], name: string) =>
    sources.find((one) => one.name === name)?.text ?? '';
  return names
    .filter((name) => textOf(before, name) !== textOf(after, name))
    .map((name) => createTwoFilesPatch(name, name, textOf(before, name), textOf(after, name), 'as it runs', 'amended'))
    .join('');
}

/**
 * That an amendment leaves alone what has begun: its steps are there and say the same, and what it was begun with stays.
 * @throws KnownError `amend.begun`, `amend.other-playbook`, `amend.inputs`
 */
export function requireUntouched(state: RunState, plan: RunPlan): void {
  if (plan.playbook !== state.plan.playbook) {
    throw new KnownError(
      'amend.other-playbook',
      `The run is of ${state.plan.playbook}, and the file is ${plan.playbook}.`,
      {
        hint: 'Amend it with a changed form of the same playbook, or start another run.',
        exitCode: 2,
      },
    );
  }
  if (canonicalJson(plan.inputs) !== canonicalJson(state.plan.inputs)) {
    throw new KnownError('amend.inputs', 'The inputs of the run would be others than those it was started with.', {
      hint: 'Leave inputs and their defaults as they are; what must differ belongs into a step.',
      exitCode: 2,
    });
  }
  const after = new Map(plan.steps.map((step) => [step.id, step]));
  const touched = [...state.steps.values()].filter(
    (step) => hasBegun(step) && isChanged(step.plan, after.get(step.plan.id)),
  );
  if (touched.length === 0) return;
  const names = touched.map(
    ({ plan: { id }, state: stands }) => `${id} (${after.has(id) ? `${stands}, changed` : `${stands}, removed`})`,
  );
  throw new KnownError('amend.begun', `What has begun cannot be changed any more: ${names.join(', ')}.`, {
    hint: 'Leave these steps as they are, and change only what has not begun.',
    exitCode: 2,
  });
}

/** An approval that was given for a step as it was does not count: what it approved is not there any more, and it is void. */
function hasBegun({ state, attempt, evidence }: StepState): boolean {
  return state !== 'pending' || attempt > 0 || evidence.length > 0;
}

function isChanged(before: PlannedStep, after: PlannedStep | undefined): boolean {
  return after === undefined || canonicalJson(before) !== canonicalJson(after);
}

/** @throws KnownError those of `requireUntouched` and of a run that does not go on */
export function amendEntries(state: RunState, amendment: Amendment, { entry, speaker }: Decision): readonly NewEntry[] {
  // A paused run may be amended: that is often why it was paused.
  requireGoing({ ...state, isPaused: false });
  requireUntouched(state, amendment.plan);
  return [entry({ type: 'run.amended', body: amendment }, { person: speaker.person.id })];
}
