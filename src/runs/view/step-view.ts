import { KnownError } from '../../base/known-error.ts';
import type { FactsDue } from '../../model/playbook/facts-due.ts';
import { weighApprovals } from '../../model/run/approvals.ts';
import type { GateFinding } from '../../model/run/gates.ts';
import { absenceOn } from '../../model/run/people.ts';
import type { RunState, StepState, StepTimer } from '../../model/run/run-state.ts';
import type { AwaitedPerson, StepView } from '../../model/run/run-view.ts';
import { speakersFor } from '../../model/run/speakers.ts';
import { type StepStanding, standing } from '../../model/run/view-step.ts';
import { boundValues, digestNow } from '../bound-values.ts';
import { filledText, isUnbegun, shownText, shutCondition } from '../fill-step.ts';
import { hasGates } from '../gates.ts';
import { dayOf, dueAt, liveTimers, waitComesAt } from '../moments.ts';
import type { RunDeps } from '../run-deps.ts';
import { factsToCheck } from './look-again.ts';

/** What was found out about a step beyond its journal, by looking. */
export interface Looked {
  /** Of an irreversible step that is near. */
  readonly gates: readonly GateFinding[];
  /** Why a step that only looks goes on waiting. */
  readonly reason: string | null;
  readonly isLocked: boolean;
  /** Of the whole run: facts that are past their day. */
  readonly factsDue: FactsDue;
}

/** What a person sees of a step. */
export function viewOfStep(state: RunState, step: StepState, looked: Looked, deps: RunDeps): StepView {
  const stands = standingNow(state, step, looked, deps);
  const { plan, intent } = step;
  const due = dueAt(state, step, deps);
  const isReleased = step.state === 'running' && intent?.isByHand === true;
  return {
    id: plan.id,
    type: plan.type,
    title: shownText(state, step, plan.name, deps) ?? { de: plan.id, en: plan.id },
    instructions: shownText(state, step, plan.instructions, deps),
    hint: shownText(state, step, plan.hint ?? null, deps),
    factsToCheck: isOpen(stands) ? factsToCheck(state, step, looked.factsDue, deps) : [],
    needs: plan.needs,
    state: stands.state,
    waits: stands.waits,
    since: stands.since,
    waitingOn: awaited(state, step, stands, deps),
    reason: looked.reason ?? step.reason ?? step.error?.message ?? null,
    error: step.error,
    assignee: plan.assignee,
    dueAt: due,
    isOverdue: due !== null && isOpen(stands) && due < deps.clock.now().toISOString(),
    timerAt: nextTimer(liveTimers(state, step, deps)) ?? waitComesAt(state, step, deps),
    attempt: step.attempt,
    maxAttempts: plan.retry?.maxAttempts ?? 1,
    isIrreversible: plan.irreversible,
    byHandBecause: plan.type === 'uses' ? null : deps.stepTypes[plan.type].byHandBecause,
    isReleased,
    releasedTo: isReleased ? (intent?.person ?? null) : null,
    releasedUntil: isReleased ? (intent?.deadline ?? null) : null,
    confirmText: isReleased ? null : confirmText(state, step, deps),
    evidenceWanted: plan.evidence,
    evidence: step.evidence,
    approval: approvalOf(state, step, deps),
    resolutions: step.resolutions,
    gates: looked.gates,
    outputs: step.outputs,
    confirmedBy: step.confirmedBy,
  };
}

/** A step that only looks waits for what it looks at. */
function standingNow(state: RunState, step: StepState, looked: Looked, deps: RunDeps): StepStanding {
  const stands = standing(state, step, looked.isLocked);
  if (stands.state === 'waiting' && isShut(state, step, deps)) return { ...stands, state: 'ready', waits: null };
  const isLooking = stands.state === 'ready' && looked.reason !== null;
  return isLooking ? { ...stands, state: 'waiting', waits: 'input' } : stands;
}

/** Nobody waits for what will be passed over as soon as a runner looks. */
function isShut(state: RunState, step: StepState, deps: RunDeps): boolean {
  if (!isUnbegun(step)) return false;
  try {
    return shutCondition(state, step, deps) !== null;
  } catch (error) {
    if (error instanceof KnownError) return false;
    throw error;
  }
}

function isOpen({ state }: StepStanding): boolean {
  return ['pending', 'ready', 'waiting', 'running', 'in_doubt', 'blocked'].includes(state);
}

function nextTimer(timers: readonly StepTimer[]): string | null {
  const due = timers.filter(({ timer }) => !timer.startsWith('remind:')).map(({ dueAt: at }) => at);
  return due.toSorted()[0] ?? null;
}

function confirmText(state: RunState, step: StepState, deps: RunDeps): string | null {
  try {
    return filledText(state, step, step.plan.confirm, deps);
  } catch {
    return null;
  }
}

/** Whom it waits for: those of its role, or who was given the go-ahead, or whoever could approve. */
function awaited(state: RunState, step: StepState, stands: StepStanding, deps: RunDeps): readonly AwaitedPerson[] {
  const { people } = deps;
  const isWaiting =
    stands.state === 'waiting' ||
    stands.state === 'in_doubt' ||
    stands.state === 'blocked' ||
    stands.state === 'compensating';
  if (!isWaiting || stands.waits === 'timer' || stands.waits === 'lock' || stands.waits === 'back-off') return [];
  const day = dayOf(state, deps);
  if (stands.waits === 'approval') {
    return weighApprovals(step, state, people, day, digestNow(state, step, deps)).waitingOn;
  }
  const released = step.state === 'running' ? people.find(({ id }) => id === step.intent?.person) : undefined;
  if (released !== undefined)
    return [{ id: released.id, name: released.name, role: step.plan.assignee, insteadOf: null }];
  const { assignee } = step.plan;
  if (assignee !== null) return speakersFor(assignee, people, day);
  return people
    .filter((person) => absenceOn(person, day) === undefined)
    .map(({ id, name }) => ({ id, name, role: null, insteadOf: null }));
}

function approvalOf(state: RunState, step: StepState, deps: RunDeps): StepView['approval'] {
  const { approval } = step.plan;
  if (approval === null) return null;
  return {
    given: step.approvals,
    needed: approval.minApprovals,
    roles: approval.approvers,
    eachRole: approval.eachRole,
    bound: boundValues(state, step, deps),
  };
}

/** Whether the gates of a step are worth looking at: it has some, and is next. */
export function isNearGate(state: RunState, step: StepState): boolean {
  if (!hasGates(step)) return false;
  const { state: stands } = standing(state, step);
  return (stands === 'ready' || stands === 'waiting') && !(step.state === 'running' && step.intent?.isByHand === true);
}
