import { factsDue } from '../../model/playbook/facts-due.ts';
import type { RunState, StepState } from '../../model/run/run-state.ts';
import type { RunView, StepView } from '../../model/run/run-view.ts';
import { runStateOf, summarise } from '../../model/run/view-run.ts';
import { isFinal, standing } from '../../model/run/view-step.ts';
import { gatesOf, overriddenGates } from '../gates.ts';
import { lockOf } from '../lock.ts';
import { lookAt } from '../look-step.ts';
import type { RunDeps } from '../run-deps.ts';
import { waitsFor } from '../waits-for.ts';
import { isNearGate, type Looked, viewOfStep } from './step-view.ts';

export interface ViewOptions {
  readonly signal: AbortSignal;
}

/** A run as people look at it. Steps that only look are looked at again, and the gates that are near as well. */
export async function viewRun(state: RunState, deps: RunDeps, { signal }: ViewOptions): Promise<RunView> {
  const lockedBy = state.ended === null ? await lockOf(state, deps) : null;
  const due = factsDue(state.plan.facts ?? {}, deps.clock.now());
  const steps: StepView[] = [];
  for (const step of state.steps.values()) {
    const looked = await look(state, step, lockedBy !== null, deps, signal);
    steps.push(viewOfStep(state, step, { ...looked, factsDue: due }, deps));
  }
  const now = steps.filter(isNow).map(({ id }) => id);
  const lease = await deps.store.leaseOf(state.id, deps.clock.now());
  return {
    run: { ...summarise(state), state: runStateOf(state, steps) },
    title: state.plan.title,
    inputs: state.plan.inputs,
    timezone: state.plan.timezone,
    steps,
    now,
    next: nextOf(steps, new Set(now)),
    pointOfNoReturn: pointOfNoReturn(state),
    lockedBy,
    runner: lease === undefined ? null : lease.holder.split('/').slice(0, 2).join('/'),
    endsAt: endsAt(steps),
    paused: state.isPaused,
    cancelled: state.cancelled,
    endedAt: state.ended?.at ?? null,
    endReason: state.ended?.reason ?? null,
    overrides: state.overrides,
    amendments: state.amendments.length,
    lookedAt: deps.clock.now().toISOString(),
  };
}

async function look(
  state: RunState,
  step: StepState,
  isLocked: boolean,
  deps: RunDeps,
  signal: AbortSignal,
): Promise<Omit<Looked, 'factsDue'>> {
  const gates = isNearGate(state, step) ? await openOrOverridden(state, step, deps) : [];
  const stands = standing(state, step, isLocked);
  if (stands.state !== 'ready' || step.plan.type === 'uses') return { gates, reason: null, isLocked };
  const looker = { deps, signal, onProgress: () => undefined };
  if (deps.stepTypes[step.plan.type].nature !== 'looks') {
    return { gates, reason: await waitsFor(state, step, looker), isLocked };
  }
  const result = await lookAt(state, step, looker);
  return { gates, reason: result.kind === 'waiting' ? result.reason : null, isLocked };
}

async function openOrOverridden(state: RunState, step: StepState, deps: RunDeps) {
  const overridden = new Set(overriddenGates(state, step));
  const all = await gatesOf(state, step, null, deps);
  return all.map((gate) =>
    !gate.isOpen && gate.canBeOverridden && overridden.has(gate.gate)
      ? { ...gate, isOpen: true, says: `${gate.says} Two people go through it all the same.`, hint: null }
      : gate,
  );
}

function isNow({ state }: StepView): boolean {
  return ['ready', 'waiting', 'running', 'in_doubt', 'blocked', 'compensating'].includes(state);
}

/** What comes when all that is now has been done. */
function nextOf(steps: readonly StepView[], now: ReadonlySet<string>): readonly string[] {
  const over = new Set(steps.filter((step) => isFinal(step) || now.has(step.id)).map(({ id }) => id));
  return steps
    .filter(({ state, needs }) => state === 'pending' && needs.every((id) => over.has(id)))
    .map(({ id }) => id);
}

function pointOfNoReturn(state: RunState): RunView['pointOfNoReturn'] {
  if (state.pointOfNoReturn !== null) return { step: state.pointOfNoReturn.step, passedAt: state.pointOfNoReturn.at };
  const ahead = [...state.steps.values()].find(({ plan, state: name }) => plan.irreversible && name !== 'skipped');
  return { step: ahead?.plan.id ?? null, passedAt: null };
}

/** As far as dates and timers tell. */
function endsAt(steps: readonly StepView[]): string | null {
  const open = steps.filter((step) => !isFinal(step));
  const dates = open.flatMap(({ dueAt, timerAt }) => [dueAt, timerAt].filter((one) => one !== null));
  return dates.toSorted().at(-1) ?? null;
}
