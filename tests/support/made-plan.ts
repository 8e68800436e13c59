import type { Actor, NewEntry } from '../../src/model/run/journal-entry.ts';
import type { RunEvent, RunEventType } from '../../src/model/run/run-event.ts';
import type { PlannedStep, RunPlan } from '../../src/model/run/run-plan.ts';

/** What a made step is told: its id, and whatever should not be as it is for most steps. */
export type MadeStep = Partial<PlannedStep> & { readonly id: string };

/** A step of a plan, done by hand unless told otherwise. */
export function stepOf({ id, ...parts }: MadeStep): PlannedStep {
  return {
    id,
    type: 'manual',
    name: null,
    instructions: null,
    needs: [],
    with: {},
    register: null,
    assignee: null,
    due: null,
    timeout: null,
    onTimeout: 'fail',
    onFailure: 'stop',
    retry: null,
    irreversible: false,
    confirm: null,
    expires: null,
    probe: null,
    evidence: [],
    compensate: null,
    channel: null,
    staffMemo: false,
    remind: [],
    approval: null,
    wait: null,
    uses: null,
    scope: '',
    conditions: [],
    ...parts,
  };
}

/** A plan of these steps, each of which needs the one before it unless it says what it needs. */
export function planOf(...steps: readonly (string | MadeStep)[]): RunPlan {
  const made = steps.map((step) => (typeof step === 'string' ? { id: step } : step));
  return {
    playbook: 'leave-x',
    version: 1,
    title: { en: 'Leave X', de: 'X verlassen' },
    mode: 'freeze',
    timezone: 'Europe/Berlin',
    holidays: null,
    inputs: { account: 'aurora' },
    roles: ['brand', 'legal'],
    concurrencyGroups: [],
    scopes: {},
    steps: made.map((step, place) => stepOf({ needs: place === 0 ? [] : [made[place - 1]?.id ?? ''], ...step })),
  };
}

export const anActor: Actor = { person: 'mara', host: 'laptop', pid: 4711 };

/** What a runner writes by itself. */
export const theProgram: Actor = { person: null, host: 'laptop', pid: 4711 };

type BodyOf<Type extends RunEventType> = Extract<RunEvent, { type: Type }>['body'];

/** An entry to append; its body is what such an entry says in most cases, but for `body`. */
export function entryOf<Type extends RunEventType>(
  type: Type,
  body: Partial<BodyOf<Type>> = {},
  about: Partial<Pick<NewEntry, 'step' | 'attempt' | 'by' | 'at'>> = {},
): NewEntry {
  const usual = usualBodies[type] as BodyOf<Type>;
  return {
    type,
    body: { ...usual, ...body },
    step: null,
    attempt: null,
    by: anActor,
    at: '2026-11-26T15:00:00.000Z',
    ...about,
  } as NewEntry;
}

/** The first entry of a run of this plan. */
export function startOf(plan: RunPlan, about: Partial<Pick<NewEntry, 'by' | 'at'>> = {}): NewEntry {
  return entryOf('run.started', { plan }, about);
}

/** Intent of an attempt at a step. */
export function intentOf(step: string, attempt = 1, body: Partial<BodyOf<'step.intent'>> = {}): NewEntry {
  return entryOf('step.intent', { target: `do ${step}`, key: `key of ${step}`, ...body }, { step, attempt });
}

/** Outcome of an attempt at a step. */
export function outcomeOf(step: string, attempt = 1, body: Partial<BodyOf<'step.outcome'>> = {}): NewEntry {
  return entryOf('step.outcome', body, { step, attempt });
}

const sha = `sha256:${'a'.repeat(64)}` as const;

const usualIntent: BodyOf<'step.intent'> = {
  target: 'do it',
  with: {},
  key: 'key',
  isIrreversible: false,
  isByHand: true,
  approvals: [],
  deadline: null,
  overridden: [],
};

const usualOutcome: BodyOf<'step.outcome'> = {
  result: 'succeeded',
  via: 'person',
  outputs: {},
  error: null,
  evidence: [],
  note: null,
};

const usualApproval: BodyOf<'approval.given'> = {
  digest: sha,
  bound: {},
  roles: ['brand'],
  insteadOf: null,
  comment: null,
  signature: null,
};

const usualBodies: { readonly [Type in RunEventType]: BodyOf<Type> } = {
  'run.started': { plan: planOf('first'), sources: [{ name: 'leave-x.yaml', text: 'name: leave-x\n' }] },
  'run.paused': { reason: 'The press office asked for it.' },
  'run.resumed': { reason: 'The press office is ready.' },
  'run.cancelled': { reason: 'The brand stays.', rollback: false },
  'run.amended': { reason: 'One step more.', plan: planOf('first'), sources: [], diff: '' },
  'run.ended': { state: 'succeeded', reason: null },
  'lease.taken': { holder: 'laptop/4711/a', before: null },
  'clock.jumped': { from: '2026-11-26T15:00:00.000Z', to: '2026-11-28T15:00:00.000Z' },
  'step.skipped': { reason: 'Its condition is false.' },
  'step.intent': usualIntent,
  'step.outcome': usualOutcome,
  'step.in-doubt': { reason: 'There is an intent without an outcome.', probe: 'none' },
  'step.resolved': { reason: 'I looked.', decision: 'done' },
  'step.reopened': { reason: 'The network is back.' },
  'step.released': { typed: null },
  'approval.given': usualApproval,
  'approval.rejected': usualApproval,
  'approval.voided': { approvals: [], was: sha, is: sha, changed: [] },
  'evidence.added': { id: null, kind: 'file', name: 'mail.eml', sha256: sha, bytes: 3, file: 'evidence/r/s/mail.eml' },
  'timer.set': { timer: 'wait', dueAt: '2026-12-26T15:00:00.000Z', zone: 'Europe/Berlin' },
  'timer.fired': { timer: 'wait', dueAt: '2026-12-26T15:00:00.000Z' },
  'compensation.intent': usualIntent,
  'compensation.outcome': usualOutcome,
  'override.asked': { reason: 'The archive cannot be had.', gates: ['archive-complete'] },
  'override.agreed': { reason: 'I agree.', asked: 1 },
  'person.told': { person: 'mara', about: 'a step is due', how: 'mail' },
};
