import { foldStep } from './fold-step.ts';
import type { JournalEntry } from './journal-entry.ts';
import type { PlannedStep } from './run-plan.ts';
import type { Override, RunState, StepState } from './run-state.ts';

/** Steps of which each can be replaced by what became of it. */
export interface GrowingSteps extends ReadonlyMap<string, StepState> {
  set(id: string, step: StepState): unknown;
}

/** A state that `foldEntry` carries on; whoever holds it sees it change. */
export type GrowingRunState = { -readonly [Key in keyof RunState]: RunState[Key] } & { steps: GrowingSteps };

type EntryOf<Type extends JournalEntry['type']> = Extract<JournalEntry, { type: Type }>;

/**
 * Counts up with every change of what is made of entries, here and in `fold-step.ts`: a state that was folded by another
 * version is never carried on.
 */
export const FOLD_VERSION = 1;

/** A step to which nothing has happened. */
export function untouched(plan: PlannedStep): StepState {
  return {
    plan,
    state: 'pending',
    attempt: 0,
    failures: 0,
    since: null,
    intent: null,
    outputs: {},
    error: null,
    reason: null,
    confirmedBy: null,
    evidence: [],
    approvals: [],
    timers: [],
    resolutions: [],
    releases: [],
  };
}

/**
 * The state after the first entry of a journal.
 * @throws TypeError when it is not `run.started`
 */
export function beginRun(entry: JournalEntry): GrowingRunState {
  if (entry.type !== 'run.started') throw new TypeError(`A journal cannot begin with ${entry.type}.`);
  const { plan } = entry.body;
  return {
    id: entry.run,
    plan,
    startedAt: entry.at,
    startedBy: personOf(entry),
    steps: new Map(plan.steps.map((step) => [step.id, untouched(step)])),
    isPaused: false,
    cancelled: null,
    ended: null,
    pointOfNoReturn: null,
    overrides: [],
    amendments: [],
    lastAt: entry.at,
    clockAt: entry.at,
    clockJumpSeq: 0,
    epoch: entry.epoch,
    head: { seq: entry.seq, hash: entry.hash },
  };
}

/** Carries the state on by one entry, in place; the cost does not depend on how much there was before. */
export function foldEntry(state: GrowingRunState, entry: JournalEntry): void {
  if (entry.step !== null) foldStepOf(state, entry);
  foldRunOf(state, entry);
  if (entry.at > state.lastAt) state.lastAt = entry.at;
  state.clockAt = entry.at;
  state.epoch = entry.epoch;
  state.head = { seq: entry.seq, hash: entry.hash };
}

function foldStepOf(state: GrowingRunState, entry: JournalEntry): void {
  const step = state.steps.get(entry.step ?? '');
  if (step === undefined)
    throw new TypeError(`Entry ${entry.seq} is about a step "${entry.step}" that the run has not.`);
  const next = foldStep(step, entry);
  if (next !== step) state.steps.set(next.plan.id, next);
}

function foldRunOf(state: GrowingRunState, entry: JournalEntry): void {
  switch (entry.type) {
    case 'run.paused':
    case 'run.resumed':
      state.isPaused = entry.type === 'run.paused';
      return;
    case 'run.cancelled':
      state.cancelled = { at: entry.at, person: personOf(entry), ...entry.body };
      return;
    case 'run.ended':
      state.ended = { at: entry.at, ...entry.body };
      return;
    case 'run.amended':
      amend(state, entry);
      return;
    case 'clock.jumped':
      state.clockJumpSeq = entry.seq;
      return;
    case 'step.intent':
      if (entry.body.isIrreversible) {
        state.pointOfNoReturn ??= { seq: entry.seq, at: entry.at, step: entry.step ?? '' };
      }
      return;
    case 'override.asked':
    case 'override.agreed':
      state.overrides = overridden(state.overrides, entry);
      return;
    default:
  }
}

/** What has begun keeps what it was; the rest is as the new plan has it. */
function amend(state: GrowingRunState, entry: EntryOf<'run.amended'>): void {
  const { plan, reason, diff } = entry.body;
  const had = state.steps;
  state.plan = plan;
  state.steps = new Map(plan.steps.map((step) => [step.id, amended(had.get(step.id), step)]));
  state.amendments = [...state.amendments, { seq: entry.seq, at: entry.at, person: personOf(entry), reason, diff }];
}

function amended(had: StepState | undefined, plan: PlannedStep): StepState {
  return had === undefined ? untouched(plan) : { ...had, plan };
}

function overridden(
  before: readonly Override[],
  entry: EntryOf<'override.asked'> | EntryOf<'override.agreed'>,
): readonly Override[] {
  const said = { seq: entry.seq, at: entry.at, person: personOf(entry), reason: entry.body.reason };
  if (entry.type === 'override.asked') {
    return [...before, { step: entry.step ?? '', gates: entry.body.gates, asked: said, agreed: null }];
  }
  return before.map((one) => (one.asked.seq === entry.body.asked ? { ...one, agreed: said } : one));
}

/** Folds a whole journal. @throws TypeError for an empty one */
export function foldRun(entries: Iterable<JournalEntry>): RunState {
  let state: GrowingRunState | undefined;
  for (const entry of entries) {
    if (state === undefined) state = beginRun(entry);
    else foldEntry(state, entry);
  }
  if (state === undefined) throw new TypeError('A run without a journal has no state.');
  return state;
}

function personOf({ by }: JournalEntry): string {
  return by.person ?? '';
}
