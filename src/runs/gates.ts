import { ancestorsOf } from '../model/run/ancestors.ts';
import type { GateFinding } from '../model/run/gates.ts';
import type { RunState, StepState } from '../model/run/run-state.ts';
import { approvedGate } from './approved-gate.ts';
import { archiveGates } from './archive-gates.ts';
import { draftGates, namesDrafts } from './draft-gates.ts';
import type { RunDeps } from './run-deps.ts';
import { channelsOf } from './step-channels.ts';

/**
 * What stands between a step and its beginning, each gate open or shut, looked at now. Of an irreversible one: the archive of
 * each channel that it ends, that the staff was told, and that it was approved as it is. Of each that names drafts: that these
 * are approved as they are.
 * @param by who is about to do it; null for what this program does
 */
export async function gatesOf(
  state: RunState,
  step: StepState,
  by: string | null,
  deps: RunDeps,
): Promise<readonly GateFinding[]> {
  const drafts = await draftGates(state, step, deps);
  if (!step.plan.irreversible) return drafts;
  const channels = channelsOf(state, step, deps);
  const archives: GateFinding[] = [];
  for (const channel of channels) archives.push(...(await archiveGates(state, step, channel, by, deps)));
  if (channels.length === 0) archives.push(noArchive(step));
  return [...archives, staffGate(state, step), ...drafts, approvedGate(state, step, deps)];
}

/** Whether something has to be so before a step: it is irreversible, or drafts go out with it. */
export function hasGates(step: StepState): boolean {
  return step.plan.irreversible || namesDrafts(step);
}

/** Those that are shut, less those that two people go through all the same. */
export async function shutGates(
  state: RunState,
  step: StepState,
  by: string | null,
  deps: RunDeps,
): Promise<readonly GateFinding[]> {
  const overridden = new Set(overriddenGates(state, step));
  const all = await gatesOf(state, step, by, deps);
  return all.filter(({ isOpen, gate, canBeOverridden }) => !isOpen && !(canBeOverridden && overridden.has(gate)));
}

/** The gates that two people agreed to go through for a step. */
export function overriddenGates({ overrides }: RunState, { plan }: StepState): readonly string[] {
  return overrides.flatMap(({ step, gates, agreed }) => (step === plan.id && agreed !== null ? gates : []));
}

/** Numbers of the approvals that a step rests on. */
export function approvalsOf(state: RunState, { plan }: StepState): readonly number[] {
  return ancestorsOf(state.plan, plan.id).flatMap(({ id }) =>
    (state.steps.get(id)?.approvals ?? []).flatMap(({ seq, decision, isVoid }) =>
      decision === 'given' && !isVoid ? [seq] : [],
    ),
  );
}

function noArchive({ plan }: StepState): GateFinding {
  return {
    gate: 'archive-complete',
    channel: null,
    isOpen: false,
    says: `Nothing says which channel ${plan.id} ends, so that no archive of it can be looked at.`,
    hint: `Name it in the playbook, with channel: at the step ${plan.id}, and amend the run.`,
    canBeOverridden: true,
  };
}

function staffGate(state: RunState, { plan }: StepState): GateFinding {
  const memos = ancestorsOf(state.plan, plan.id).filter(
    ({ id, staffMemo }) => staffMemo && state.steps.get(id)?.state !== 'skipped',
  );
  const open = memos.filter(({ id }) => state.steps.get(id)?.state !== 'succeeded');
  const gate = { gate: 'staff-told', channel: null, canBeOverridden: true } as const;
  if (memos.length > 0 && open.length === 0) {
    return { ...gate, isOpen: true, says: 'It is confirmed that the staff was told.', hint: null };
  }
  const [first] = open;
  return {
    ...gate,
    isOpen: false,
    says: 'Nobody has confirmed that the staff was told before the public.',
    hint:
      first === undefined
        ? 'The playbook has no such step before this one: add a manual step with staff_memo: true, and amend the run.'
        : `Tell them, and confirm it: lastpost run confirm ${state.id} ${first.id} --as PERSON`,
  };
}
