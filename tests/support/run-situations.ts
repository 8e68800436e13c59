import type { RunView, StepView } from '../../src/model/run/run-view.ts';
import { approvalBy, inState, jana, runAt, runWith, shutGate, stepsAt, tom, xSteps } from './made-run-view.ts';

const monday = '2026-11-23T08:00:00.000Z';
const standIn = { id: 'tom', name: 'Tom Weber', role: 'brand', insteadOf: 'jana' };
const failure = {
  code: 'http.refused',
  message: 'x.com refused the connection',
  hint: 'Look whether the network is there.',
  isRetryable: true,
};

function memo(about: Partial<StepView> = {}): RunView {
  return runAt('memo', { state: 'waiting', waits: 'input', since: monday, waitingOn: [jana], ...about });
}

const approval = xSteps()[3]?.approval ?? null;

function signoff(about: Partial<StepView> = {}): RunView {
  return runAt('signoff', { state: 'waiting', waits: 'approval', since: monday, waitingOn: [jana], ...about });
}

function deactivate(about: Partial<StepView> = {}): RunView {
  return runAt('deactivate', { state: 'waiting', waits: 'input', since: monday, waitingOn: [jana], ...about });
}

const intent = { attempt: 1, isReleased: true, releasedTo: 'jana' } as const;

const doubt: Partial<StepView> = {
  state: 'in_doubt',
  waits: 'input',
  since: monday,
  attempt: 1,
  waitingOn: [jana, tom],
  reason: 'The page could not be looked at.',
};

const ended = { now: [], next: [], endedAt: '2026-12-20T09:00:00.000Z', lookedAt: '2026-12-21T09:00:00.000Z' };
const cancelled = { at: '2026-11-25T09:00:00.000Z', person: 'jana', reason: 'We stay after all.' };

function allDone(): readonly StepView[] {
  return xSteps().map((step) => ({ ...step, state: 'succeeded', since: '2026-12-20T09:00:00.000Z', attempt: 1 }));
}

/** A run in every state that people can meet. */
export const runSituations = {
  ready: inState(runAt('archive', { state: 'ready', since: '2026-11-26T13:00:00.000Z' }), 'running'),
  'at work': inState(
    runAt('archive', { state: 'running', since: '2026-11-26T13:00:00.000Z', attempt: 1 }, { runner: 'studio/4711' }),
    'running',
  ),
  'left by its runner': inState(
    runAt('archive', { state: 'running', since: '2026-11-26T13:00:00.000Z', attempt: 1 }),
    'running',
  ),
  'by hand': memo(),
  due: memo({ dueAt: '2026-11-30T23:00:00.000Z' }),
  overdue: memo({ dueAt: '2026-11-24T23:00:00.000Z', isOverdue: true }),
  'for anybody': memo({ assignee: null, waitingOn: [] }),
  'by a delegate': memo({ waitingOn: [standIn] }),
  'nobody has the role': memo({ waitingOn: [], dueAt: '2026-11-24T23:00:00.000Z', isOverdue: true }),
  approval: signoff({
    waitingOn: [jana],
    approval: approval && {
      ...approval,
      given: [approvalBy('tom', '2026-11-24T09:00:00.000Z')],
      bound: { 'verified.manifest_sha256': `sha256:${'c'.repeat(64)}` },
    },
  }),
  'approval void': signoff({
    waitingOn: [jana, tom],
    approval: approval && { ...approval, given: [approvalBy('tom', '2026-11-24T09:00:00.000Z', { isVoid: true })] },
  }),
  'gate shut': deactivate({ gates: [shutGate] }),
  'before the release': deactivate(),
  released: deactivate({ ...intent, releasedUntil: '2026-11-27T13:30:00.000Z' }),
  'release runs out': deactivate({ ...intent, releasedUntil: '2026-11-26T14:40:00.000Z' }),
  'release ran out': deactivate({ ...intent, releasedUntil: '2026-11-26T11:30:00.000Z' }),
  'automatic go-ahead': deactivate({ type: 'http', reason: 'The clock jumped from 2026-11-26 to 2027-01-05.' }),
  'in doubt': inState(runAt('deactivate', doubt), 'needs_attention'),
  'second person': inState(
    runAt('deactivate', {
      ...doubt,
      waits: 'second-person',
      waitingOn: [tom],
      resolutions: [
        { seq: 40, at: '2026-11-26T09:00:00.000Z', person: 'jana', decision: 'not-done', reason: 'I could log in.' },
      ],
    }),
    'needs_attention',
  ),
  blocked: inState(
    runAt('verified', { state: 'blocked', since: monday, attempt: 3, maxAttempts: 3, error: failure }),
    'needs_attention',
  ),
  'back-off': runAt('archive', {
    state: 'waiting',
    waits: 'back-off',
    since: monday,
    attempt: 2,
    maxAttempts: 5,
    error: failure,
    timerAt: '2026-11-26T14:20:00.000Z',
  }),
  timer: runAt(
    'grace',
    { state: 'waiting', waits: 'timer', since: monday, timerAt: '2026-12-18T09:00:00.000Z' },
    { endsAt: '2026-12-18T09:00:00.000Z' },
  ),
  condition: runAt('grace', {
    state: 'waiting',
    waits: 'timer',
    since: monday,
    reason: 'The page still answers with 200.',
  }),
  looking: runAt('verified', {
    type: 'complete',
    state: 'waiting',
    waits: 'input',
    since: monday,
    waitingOn: [jana, tom],
    reason: 'x has 2 gaps that nobody accepted',
  }),
  locked: runAt('archive', { state: 'waiting', waits: 'lock', since: monday }, { lockedBy: 'r2c1' }),
  paused: inState(memo(), 'paused', { paused: true }),
  'several at once': runWith(
    stepsAt('memo', { state: 'waiting', waits: 'input', since: monday, waitingOn: [jana] }).map((step) =>
      step.id === 'verified' ? { ...step, state: 'running', since: '2026-11-26T13:00:00.000Z' } : step,
    ),
    { now: ['verified', 'memo'], next: ['signoff'], runner: 'studio/4711' },
  ),
  'overridden and in doubt': inState(
    runAt('deactivate', doubt, {
      overrides: [
        {
          step: 'deactivate',
          gates: ['archive-complete'],
          asked: { seq: 30, at: monday, person: 'jana', reason: 'The court wants it gone.' },
          agreed: { seq: 31, at: monday, person: 'tom', reason: 'Agreed.' },
        },
      ],
    }),
    'needs_attention',
  ),
  'taking back': inState(
    runAt(
      'memo',
      { state: 'compensating', since: '2026-11-25T09:00:00.000Z', waitingOn: [jana] },
      { cancelled, next: [] },
    ),
    'running',
  ),
  succeeded: inState(
    runWith(allDone(), { pointOfNoReturn: { step: 'deactivate', passedAt: '2026-11-14T09:00:00.000Z' } }),
    'succeeded',
    ended,
  ),
  failed: inState(
    runWith(
      stepsAt('signoff', {
        state: 'failed',
        since: monday,
        error: { ...failure, code: 'approval.late', message: 'Nobody approved it in 14 days.', hint: null },
      }),
    ),
    'failed',
    ended,
  ),
  cancelled: inState(runWith(stepsAt('memo', { state: 'cancelled', since: cancelled.at })), 'cancelled', {
    ...ended,
    endedAt: cancelled.at,
    cancelled,
  }),
  'rolled back': inState(
    runWith(
      stepsAt('memo', { state: 'cancelled', since: cancelled.at }).map((step) =>
        step.id === 'archive' ? { ...step, state: 'compensated' } : step,
      ),
    ),
    'rolled_back',
    { ...ended, endedAt: cancelled.at, cancelled },
  ),
} as const satisfies Readonly<Record<string, RunView>>;
