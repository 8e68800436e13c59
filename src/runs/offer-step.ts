import type { Sha256 } from '../base/digest.ts';
import { changedSince } from '../model/run/approval-digest.ts';
import { weighApprovals } from '../model/run/approvals.ts';
import type { NewEntry } from '../model/run/journal-entry.ts';
import type { OutcomeBody } from '../model/run/run-event.ts';
import type { AdvancedStep } from '../model/run/run-requests.ts';
import type { RunState, StepState } from '../model/run/run-state.ts';
import { standing } from '../model/run/view-step.ts';
import { boundValues, digestNow } from './bound-values.ts';
import { type Engine, stepOf } from './engine.ts';
import { dayOf, timersWanted, waitIsOver } from './moments.ts';
import { atOnce, failed, plainIntent, succeeded } from './outcomes.ts';
import { failUnbegun } from './run-step.ts';
import { asStepError } from './step-error.ts';

/**
 * Looks after a step that waits for people or a date: sets its timers once, and ends it when what it waits for is there.
 */
export async function offerStep(id: string, engine: Engine): Promise<AdvancedStep | undefined> {
  let did: AdvancedStep | undefined;
  try {
    await engine.append((state) => {
      const step = stepOf(state, id);
      const stands = standing(state, step).state;
      if (
        state.isPaused ||
        (stands !== 'waiting' && stands !== 'ready') ||
        (step.intent?.isByHand === true && step.state === 'running')
      )
        return [];
      const timers = timersWanted(state, step, engine);
      const ending = endingOf(state, step, engine);
      did = ending?.did;
      return ending === undefined ? timers : ending.entries;
    });
  } catch (error) {
    return failUnbegun(id, asStepError(error, false), engine);
  }
  return did;
}

type Maker = Pick<Engine, 'deps' | 'entry'>;

interface Ending {
  readonly did: AdvancedStep;
  readonly entries: readonly NewEntry[];
}

/** What an approval has come to, as soon as somebody spoke: entries that end it or make it void; [] while it goes on waiting. */
export function approvalEntries(state: RunState, id: string, maker: Maker): readonly NewEntry[] {
  const step = stepOf(state, id);
  const waits = standing(state, step).waits === 'approval';
  return waits && !state.isPaused ? (approved(state, step, maker)?.entries ?? []) : [];
}

function endingOf(state: RunState, step: StepState, engine: Engine): Ending | undefined {
  if (step.plan.type === 'wait') return waited(state, step, engine);
  return step.plan.type === 'approval' ? approved(state, step, engine) : undefined;
}

function waited(state: RunState, step: StepState, engine: Engine): Ending | undefined {
  if (!waitIsOver(state, step, engine.deps)) return undefined;
  return ended(state, step, succeeded('timer'), engine, 'What it waited for has come.');
}

function approved(state: RunState, step: StepState, engine: Maker): Ending | undefined {
  const { deps, entry } = engine;
  const { id } = step.plan;
  const digest = digestNow(state, step, deps);
  const weighed = weighApprovals(step, state, deps.people, dayOf(state, deps), digest);
  if (weighed.refusedBecause !== null) {
    const error = { code: 'approval.rejected', message: weighed.refusedBecause, hint: null, isRetryable: false };
    return ended(state, step, failed(error, 'person'), engine, weighed.refusedBecause);
  }
  const [first] = weighed.voided;
  if (first !== undefined) {
    const approvals = weighed.voided.map(({ seq }) => seq);
    const body = {
      approvals,
      was: first.digest,
      is: digest,
      changed: changedSince(first, boundValues(state, step, deps)),
    };
    const did = {
      step: id,
      what: 'timer',
      says: `What was approved has changed: ${body.changed.join(', ')}.`,
    } as const;
    return { did, entries: [entry({ type: 'approval.voided', body }, { step: id })] };
  }
  if (!weighed.isSatisfied) return undefined;
  const by = weighed.given.map(({ person }) => person);
  const outputs = { approved_by: by, digest };
  return ended(state, step, succeeded('person', outputs), engine, `Approved by ${by.join(', ')}.`);
}

/** Intent and outcome of what needs no effect. */
function ended(state: RunState, step: StepState, body: OutcomeBody, { entry }: Maker, says: string): Ending {
  const { id, type } = step.plan;
  const did = { step: id, what: body.result === 'succeeded' ? 'succeeded' : 'failed', says } as const;
  return { did, entries: atOnce(step, plainIntent(state, step, type), body, entry) };
}

/**
 * Approvals before an irreversible step that are no approvals any more of what is there now: they ask again.
 */
export function voidEntries(state: RunState, stale: readonly StepState[], engine: Maker): readonly NewEntry[] {
  return stale.flatMap((approval) => {
    const is: Sha256 = digestNow(state, approval, engine.deps);
    const bound = boundValues(state, approval, engine.deps);
    const gone = approval.approvals.filter((one) => one.decision === 'given' && !one.isVoid && one.digest !== is);
    const [first] = gone;
    if (first === undefined) return [];
    const body = { approvals: gone.map(({ seq }) => seq), was: first.digest, is, changed: changedSince(first, bound) };
    return [engine.entry({ type: 'approval.voided', body }, { step: approval.plan.id })];
  });
}
