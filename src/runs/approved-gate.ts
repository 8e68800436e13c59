import { ancestorsOf } from '../model/run/ancestors.ts';
import type { GateFinding } from '../model/run/gates.ts';
import type { RunState, StepState } from '../model/run/run-state.ts';
import { digestNow } from './bound-values.ts';
import type { RunDeps } from './run-deps.ts';

/** Approvals before a step that are no approvals of what is there now, though they were counted. */
export function staleApprovals(state: RunState, { plan }: StepState, deps: RunDeps): readonly StepState[] {
  return ancestorsOf(state.plan, plan.id).flatMap(({ id, type }) => {
    const approval = type === 'approval' ? state.steps.get(id) : undefined;
    if (approval?.state !== 'succeeded') return [];
    const digest = digestNow(state, approval, deps);
    const isStale = approval.approvals.some((one) => one.decision === 'given' && !one.isVoid && one.digest !== digest);
    return isStale ? [approval] : [];
  });
}

/** That every approval before a step was given, for exactly what there is now. Nobody goes through this gate when it is shut. */
export function approvedGate(state: RunState, step: StepState, deps: RunDeps): GateFinding {
  const gate = { gate: 'approved', channel: null, canBeOverridden: false } as const;
  // One that was skipped was not asked for; that all were is no approval.
  const approvals = ancestorsOf(state.plan, step.plan.id).filter(
    ({ id, type }) => type === 'approval' && state.steps.get(id)?.state !== 'skipped',
  );
  const open = approvals.filter(({ id }) => state.steps.get(id)?.state !== 'succeeded');
  const [stale] = staleApprovals(state, step, deps);
  if (stale !== undefined) {
    const says = `What ${stale.plan.id} approved has changed since.`;
    return {
      ...gate,
      isOpen: false,
      says,
      hint: `It has to be approved anew: lastpost run approve ${state.id} ${stale.plan.id} --as PERSON`,
    };
  }
  if (approvals.length > 0 && open.length === 0) {
    return { ...gate, isOpen: true, says: `It is approved: ${approvals.map(({ id }) => id).join(', ')}.`, hint: null };
  }
  const [first] = open;
  return {
    ...gate,
    isOpen: false,
    says: first === undefined ? 'No approval stands before it.' : `The approval ${first.id} is not given.`,
    hint:
      first === undefined
        ? 'Add an approval step before it to the playbook, and amend the run.'
        : `lastpost run approve ${state.id} ${first.id} --as PERSON`,
  };
}
