import type { RunView, StepView } from '../../src/model/run/run-view.ts';

/** A manual step that waits for Jana, but for what a test says. */
export function viewedStep(parts: Partial<StepView> = {}): StepView {
  const id = parts.id ?? 'memo';
  return {
    id,
    type: 'manual',
    title: { de: id, en: id },
    instructions: null,
    needs: [],
    state: 'waiting',
    waits: 'input',
    since: '2026-11-20T09:00:00.000Z',
    waitingOn: [{ id: 'jana', name: 'Jana Öztürk', role: 'brand', insteadOf: null }],
    reason: null,
    error: null,
    assignee: 'brand',
    dueAt: null,
    isOverdue: false,
    timerAt: null,
    attempt: 0,
    maxAttempts: 1,
    isIrreversible: false,
    byHandBecause: null,
    isReleased: false,
    releasedTo: null,
    releasedUntil: null,
    confirmText: null,
    evidenceWanted: [],
    evidence: [],
    approval: null,
    resolutions: [],
    gates: [],
    outputs: {},
    confirmedBy: null,
    ...parts,
  };
}

/** A run that waits with these steps, in Berlin. */
export function viewedRun(steps: readonly StepView[], parts: Partial<RunView> = {}): RunView {
  return {
    run: {
      id: '3f2a',
      playbook: 'leave-x',
      version: 1,
      state: 'waiting',
      isPastPointOfNoReturn: false,
      concurrencyGroups: [],
      startedAt: '2026-11-19T09:00:00.000Z',
      startedBy: 'jana',
      changedAt: '2026-11-20T09:00:00.000Z',
      steps: {},
      head: { seq: 7, hash: `sha256:${'0'.repeat(64)}` },
    },
    title: { de: 'X verlassen', en: 'Leave X' },
    inputs: {},
    timezone: 'Europe/Berlin',
    steps,
    now: [],
    next: [],
    pointOfNoReturn: { step: null, passedAt: null },
    lockedBy: null,
    runner: null,
    endsAt: null,
    paused: false,
    cancelled: null,
    endedAt: null,
    endReason: null,
    overrides: [],
    amendments: 0,
    lookedAt: '2026-11-20T10:00:00.000Z',
    ...parts,
  };
}
