import type { GateFinding } from '../../src/model/run/gates.ts';
import type { StepApproval } from '../../src/model/run/run-state.ts';
import type { AwaitedPerson, RunView, StepView } from '../../src/model/run/run-view.ts';

export const jana: AwaitedPerson = { id: 'jana', name: 'Jana Öztürk', role: 'brand', insteadOf: null };
export const tom: AwaitedPerson = { id: 'tom', name: 'Tom Weber', role: 'legal', insteadOf: null };

/** A step of which only what matters is said. */
export function viewedStep(id: string, about: Partial<StepView> = {}): StepView {
  return {
    id,
    type: 'manual',
    title: { en: id, de: id },
    instructions: null,
    hint: null,
    factsToCheck: [],
    needs: [],
    state: 'pending',
    waits: null,
    since: null,
    waitingOn: [],
    reason: null,
    error: null,
    assignee: null,
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
    ...about,
  };
}

export function approvalBy(person: string, at: string, about: Partial<StepApproval> = {}): StepApproval {
  return {
    seq: 20,
    at,
    person,
    decision: 'given',
    isVoid: false,
    digest: `sha256:${'a'.repeat(64)}`,
    bound: {},
    roles: ['legal'],
    insteadOf: null,
    comment: null,
    signature: null,
    ...about,
  };
}

export const shutGate: GateFinding = {
  gate: 'archive-complete',
  channel: 'x',
  isOpen: false,
  says: 'The archive of x has 2 gaps that nobody accepted.',
  hint: 'Accept them by name: lastpost channel accept x.',
  canBeOverridden: true,
};

/** The steps of the playbook that the documentation shows, none of them begun. */
export function xSteps(): readonly StepView[] {
  return [
    viewedStep('archive', { type: 'snapshot', title: { en: 'Keep a copy of everything', de: 'Alles sichern' } }),
    viewedStep('verified', { type: 'verify', needs: ['archive'] }),
    viewedStep('memo', {
      title: { en: 'Tell the staff first', de: 'Erst die Belegschaft unterrichten' },
      instructions: {
        en: 'Send the memo. Shop and phone staff confirm that they have read the card.',
        de: 'Das Memo verschicken. Laden und Telefon bestätigen, dass sie die Karte gelesen haben.',
      },
      assignee: 'brand',
      evidenceWanted: [{ id: 'sent_mail', kind: 'file', required: true, description: null }],
    }),
    viewedStep('signoff', {
      type: 'approval',
      title: { en: 'Sign-off', de: 'Freigabe' },
      needs: ['verified', 'memo'],
      approval: { given: [], needed: 2, roles: ['brand', 'legal'], eachRole: true, bound: {} },
    }),
    viewedStep('deactivate', {
      title: { en: 'Deactivate the account', de: 'Das Konto deaktivieren' },
      needs: ['signoff'],
      assignee: 'brand',
      isIrreversible: true,
      confirmText: 'brandt',
      evidenceWanted: [{ id: 'screenshot', kind: 'file', required: true, description: null }],
    }),
    viewedStep('grace', {
      type: 'wait',
      title: { en: 'Wait until X deletes it', de: 'Warten, bis X löscht' },
      needs: ['deactivate'],
    }),
    viewedStep('certificate', { type: 'certificate', needs: ['grace'] }),
  ];
}

/** Steps of which those before `id` are done, and `id` stands as said. */
export function stepsAt(id: string, about: Partial<StepView>): readonly StepView[] {
  const steps = xSteps();
  const at = steps.findIndex((step) => step.id === id);
  return steps.map((step, index) => {
    if (index < at) return { ...step, state: 'succeeded', since: `2026-11-${10 + index}T09:00:00.000Z`, attempt: 1 };
    return index === at ? { ...step, ...about } : step;
  });
}

/** A run in which a step stands as said, all before it are done and all after it are still to come. */
export function runAt(id: string, step: Partial<StepView>, about: Partial<RunView> = {}): RunView {
  const steps = stepsAt(id, step);
  const at = steps.findIndex((one) => one.id === id);
  const passedAt = at > 4 || steps[4]?.isReleased || steps[4]?.state === 'in_doubt' ? '2026-11-14T09:00:00.000Z' : null;
  return runWith(steps, {
    now: [id],
    next: steps.slice(at + 1, at + 2).map((one) => one.id),
    pointOfNoReturn: { step: 'deactivate', passedAt },
    ...about,
  });
}

export function runWith(steps: readonly StepView[], about: Partial<RunView> = {}): RunView {
  const pointOfNoReturn = about.pointOfNoReturn ?? { step: 'deactivate', passedAt: null };
  return {
    run: {
      id: 'r7f3',
      playbook: 'leave-x',
      version: 1,
      state: 'waiting',
      isPastPointOfNoReturn: pointOfNoReturn.passedAt !== null,
      concurrencyGroups: ['x/brandt'],
      startedAt: '2026-11-03T08:00:00.000Z',
      startedBy: 'jana',
      changedAt: '2026-11-23T08:00:00.000Z',
      steps: {},
      head: { seq: 31, hash: `sha256:${'b'.repeat(64)}` },
    },
    title: { en: 'Leave X', de: 'X verlassen' },
    inputs: { account: 'brandt' },
    timezone: 'Europe/Berlin',
    steps,
    now: [],
    next: [],
    pointOfNoReturn,
    lockedBy: null,
    runner: null,
    endsAt: null,
    paused: false,
    cancelled: null,
    endedAt: null,
    endReason: null,
    overrides: [],
    amendments: 0,
    lookedAt: '2026-11-26T14:00:00.000Z',
    ...about,
  };
}

/** The same run in another state. */
export function inState(view: RunView, state: RunView['run']['state'], about: Partial<RunView> = {}): RunView {
  return { ...view, run: { ...view.run, state }, ...about };
}
