import type { JournalEntry } from './journal-entry.ts';
import type { StepState, StepTimer } from './run-state.ts';

/** The error of an attempt that ended with its process. */
export const INTERRUPTED = 'step.interrupted';

type EntryOf<Type extends JournalEntry['type']> = Extract<JournalEntry, { type: Type }>;

/** What an entry about a step makes of it; the same object when it makes nothing of it. */
export function foldStep(step: StepState, entry: JournalEntry): StepState {
  switch (entry.type) {
    case 'step.skipped':
      return { ...step, state: 'skipped', since: entry.at, reason: entry.body.reason };
    case 'step.intent':
      return begun(step, entry);
    case 'step.outcome':
      return ended(step, entry);
    case 'step.in-doubt':
      return { ...step, state: 'in_doubt', since: entry.at, reason: entry.body.reason };
    case 'step.resolved':
      return resolved(step, entry);
    case 'step.reopened':
      return reopened(step, entry.at);
    case 'step.released':
      return { ...step, releases: [...step.releases, entry.seq] };
    case 'approval.given':
    case 'approval.rejected':
      return spoken(step, entry);
    case 'approval.voided':
      return voided(step, entry);
    case 'evidence.added':
      return evidenced(step, entry);
    case 'timer.set':
    case 'timer.fired':
      return { ...step, timers: timed(step.timers, entry) };
    case 'compensation.intent':
      return { ...step, state: 'compensating', since: entry.at };
    case 'compensation.outcome':
      return compensated(step, entry);
    default:
      return step;
  }
}

function begun(step: StepState, entry: EntryOf<'step.intent'>): StepState {
  const intent = { seq: entry.seq, at: entry.at, person: entry.by.person, ...entry.body };
  const attempt = entry.attempt ?? step.attempt + 1;
  return { ...step, state: 'running', attempt, since: entry.at, intent, error: null, reason: null };
}

/** A failure may be followed by another attempt; whether there may be one, the step's budget says. */
function ended(step: StepState, entry: EntryOf<'step.outcome'>): StepState {
  const { result, outputs, error, note } = entry.body;
  const by = entry.by.person;
  const attempt = entry.attempt ?? step.attempt;
  if (result === 'succeeded') {
    return {
      ...step,
      state: 'succeeded',
      attempt,
      since: entry.at,
      outputs,
      error: null,
      reason: note,
      confirmedBy: by,
    };
  }
  // What broke off did not fail: the step's budget is for attempts that came to an end.
  const counts = result === 'failed' && error?.code !== INTERRUPTED;
  const failures = counts ? step.failures + 1 : step.failures;
  return { ...step, state: result, attempt, failures, since: entry.at, error, reason: note };
}

/** `done` is followed by an outcome; `not-done` waits for a second person, who opens the step again. */
function resolved(step: StepState, entry: EntryOf<'step.resolved'>): StepState {
  const { decision, reason } = entry.body;
  const said = { seq: entry.seq, at: entry.at, person: entry.by.person ?? '', decision, reason };
  const resolutions = [...step.resolutions, said];
  if (decision !== 'agreed-not-done') return { ...step, resolutions };
  return { ...step, resolutions, state: 'pending', failures: 0, since: entry.at, intent: null, reason: null };
}

function spoken(step: StepState, entry: EntryOf<'approval.given'> | EntryOf<'approval.rejected'>): StepState {
  const decision = entry.type === 'approval.given' ? ('given' as const) : ('rejected' as const);
  const said = { seq: entry.seq, at: entry.at, person: entry.by.person ?? '', decision, isVoid: false, ...entry.body };
  return { ...step, approvals: [...step.approvals, said] };
}

/** After a rejection everybody looks at it anew; what was said before stands in the journal and counts no more. */
function reopened(step: StepState, at: string): StepState {
  const wasRejected = step.approvals.some(({ decision, isVoid }) => decision === 'rejected' && !isVoid);
  const approvals = wasRejected ? step.approvals.map((one) => ({ ...one, isVoid: true })) : step.approvals;
  return { ...step, approvals, state: 'pending', failures: 0, since: at, error: null, reason: null };
}

/** What was approved is something else now: the step asks again, whatever it had come to. */
function voided(step: StepState, entry: EntryOf<'approval.voided'>): StepState {
  const gone = new Set(entry.body.approvals);
  const approvals = step.approvals.map((one) => (gone.has(one.seq) ? { ...one, isVoid: true } : one));
  return { ...step, approvals, state: 'pending', since: entry.at, outputs: {}, reason: null, confirmedBy: null };
}

function evidenced(step: StepState, entry: EntryOf<'evidence.added'>): StepState {
  const { seq, at, attempt, body } = entry;
  return { ...step, evidence: [...step.evidence, { seq, at, attempt, person: entry.by.person, ...body }] };
}

/** A timer that is set anew takes the place of the one before. */
function timed(
  before: readonly StepTimer[],
  entry: EntryOf<'timer.set'> | EntryOf<'timer.fired'>,
): readonly StepTimer[] {
  const { timer, dueAt } = entry.body;
  const others = before.filter((one) => one.timer !== timer);
  const had = before.find((one) => one.timer === timer);
  if (entry.type === 'timer.set') return [...others, { timer, dueAt, zone: entry.body.zone, hasFired: false }];
  return [...others, { timer, dueAt, zone: had?.zone ?? 'UTC', hasFired: true }];
}

function compensated(step: StepState, entry: EntryOf<'compensation.outcome'>): StepState {
  const { result, error, note } = entry.body;
  if (result === 'succeeded') return { ...step, state: 'compensated', since: entry.at, reason: note };
  return { ...step, state: 'blocked', since: entry.at, error, reason: note };
}
