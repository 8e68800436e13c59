import type { RunState, StepState } from '../../model/run/run-state.ts';
import { standing, wantsRelease } from '../../model/run/view-step.ts';
import type { RunDeps } from '../../runs/run-deps.ts';

/** What somebody is wanted for: `do` a step, `release` what is irreversible and `report` it, `let-go` what Lastpost does. */
export type ErrandKind = 'do' | 'release' | 'report' | 'let-go' | 'approve' | 'doubt' | 'agree' | 'reopen' | 'undo';

export interface Errand {
  readonly kind: ErrandKind;
  readonly step: string;
  /** The same as long as it is the same errand. */
  readonly key: string;
}

/** All that a run wants of people now, in the plan's order. */
export function errandsOf(state: RunState, deps: Pick<RunDeps, 'stepTypes'>): readonly Errand[] {
  if (state.ended !== null) return [];
  return [...state.steps.values()].flatMap((step) => {
    const kind = kindOf(state, step, deps);
    const { id } = step.plan;
    const { attempt, approvals, resolutions } = step;
    return kind === undefined
      ? []
      : [{ kind, step: id, key: `${kind} ${id} ${attempt} ${approvals.length} ${resolutions.length}` }];
  });
}

function kindOf(state: RunState, step: StepState, { stepTypes }: Pick<RunDeps, 'stepTypes'>): ErrandKind | undefined {
  const { state: stands, waits } = standing(state, step);
  switch (stands) {
    case 'in_doubt':
      return waits === 'second-person' ? 'agree' : 'doubt';
    case 'blocked':
      return 'reopen';
    case 'compensating':
      return stepTypes[step.plan.compensate?.type ?? 'manual'].nature === 'by-hand' ? 'undo' : undefined;
    case 'waiting':
      if (waits === 'approval') return 'approve';
      return waits === 'input' ? inputKind(state, step) : undefined;
    default:
      return undefined;
  }
}

function inputKind(state: RunState, step: StepState): ErrandKind {
  if (step.state === 'running') return 'report';
  if (wantsRelease(state, step)) return 'let-go';
  return step.plan.irreversible ? 'release' : 'do';
}
