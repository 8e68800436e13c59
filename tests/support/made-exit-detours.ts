import { evidence } from './made-exit-plan.ts';
import { filed, type Happening, intent, outcome } from './made-journal.ts';

/** All that can go otherwise than planned, and is not an irreversible step. */
export const detours: readonly Happening[] = [
  { type: 'run.paused', by: 'klaus', at: '2026-10-02T10:00:00.000Z', body: { reason: 'Streik' } },
  { type: 'run.resumed', by: 'klaus', at: '2026-10-02T16:00:00.000Z', body: { reason: 'Streik beendet' } },
  {
    step: 'press',
    type: 'step.skipped',
    at: '2026-10-02T16:00:01.000Z',
    body: { reason: 'inputs.tell_press is false.' },
  },
  { step: 'signpost', attempt: 1, at: '2026-10-02T16:01:00.000Z', ...intent('GET https://aurora.example/goodbye') },
  {
    step: 'signpost',
    attempt: 1,
    at: '2026-10-02T16:01:02.000Z',
    ...outcome('effect', {
      result: 'failed',
      error: {
        code: 'http.status',
        message: 'https://aurora.example/goodbye answers 404.',
        hint: null,
        isRetryable: true,
      },
    }),
  },
  {
    step: 'signpost',
    by: 'jana',
    type: 'step.reopened',
    at: '2026-10-02T16:30:00.000Z',
    body: { reason: 'Seite steht nun' },
  },
  { step: 'signpost', attempt: 2, at: '2026-10-02T16:30:01.000Z', ...intent('GET https://aurora.example/goodbye') },
  {
    step: 'signpost',
    attempt: 2,
    at: '2026-10-02T16:30:02.000Z',
    ...outcome('effect', {
      result: 'failed',
      error: {
        code: 'http.status',
        message: 'https://aurora.example/goodbye answers 500.',
        hint: null,
        isRetryable: false,
      },
    }),
  },
  { step: 'pin', attempt: 1, at: '2026-10-02T17:00:00.000Z', ...intent('command pin-post') },
  { step: 'pin', attempt: 1, at: '2026-10-02T17:00:01.000Z', ...outcome('effect') },
  {
    step: 'pin',
    attempt: 1,
    at: '2026-10-02T18:00:00.000Z',
    ...intent('command unpin-post'),
    type: 'compensation.intent',
  },
  { step: 'pin', attempt: 1, at: '2026-10-02T18:00:01.000Z', ...outcome('effect'), type: 'compensation.outcome' },
];

/** Not done at first, as two people say; then done. */
export function deactivated(approvals: readonly number[], overridden: readonly string[]): readonly Happening[] {
  const parts = { isIrreversible: true, isByHand: true, approvals, overridden, deadline: '2026-10-31T12:00:00.000Z' };
  const step = 'deactivate';
  return [
    { step, attempt: 1, by: 'jana', at: '2026-10-24T12:00:00.000Z', ...intent('delete @aurora on x.com', parts) },
    {
      step,
      at: '2026-10-24T12:00:00.000Z',
      type: 'timer.set',
      body: { timer: 'expires', dueAt: '2026-10-25T12:00:00.000Z', zone: 'Europe/Berlin' },
    },
    {
      step,
      at: '2026-10-25T12:00:20.000Z',
      type: 'timer.fired',
      body: { timer: 'expires', dueAt: '2026-10-25T12:00:00.000Z' },
    },
    {
      step,
      attempt: 1,
      at: '2026-10-25T12:00:21.000Z',
      type: 'step.in-doubt',
      body: { reason: 'The go-ahead ran out and nobody said how it ended.', probe: 'cannot-tell' },
    },
    {
      step,
      by: 'jana',
      at: '2026-10-26T08:00:00.000Z',
      type: 'step.resolved',
      body: { decision: 'not-done', reason: 'Anmeldung war gesperrt.' },
    },
    {
      step,
      by: 'petra',
      at: '2026-10-26T08:20:00.000Z',
      type: 'step.resolved',
      body: { decision: 'agreed-not-done', reason: 'Profil ist noch zu sehen.' },
    },
    { step, attempt: 2, by: 'jana', at: '2026-10-30T13:05:00.000Z', ...intent('delete @aurora on x.com', parts) },
    { step, attempt: 2, by: 'jana', at: '2026-10-30T13:11:00.000Z', ...filed(evidence.shot) },
    { step, attempt: 2, by: 'jana', at: '2026-10-30T13:11:01.000Z', ...filed(evidence.word) },
    {
      step,
      attempt: 2,
      by: 'jana',
      at: '2026-10-30T13:12:00.000Z',
      ...outcome('person', { note: 'Um 14:10 Uhr gelöscht.' }),
    },
  ];
}

export function overridden(count: number): readonly Happening[] {
  const step = 'deactivate';
  return [
    {
      step,
      by: 'jana',
      at: '2026-10-24T11:00:00.000Z',
      type: 'override.asked',
      body: {
        gates: ['archive-complete', 'staff-told'],
        reason: 'Konto ist übernommen und verbreitet Betrug; es muss heute weg.',
      },
    },
    {
      step,
      by: 'petra',
      at: '2026-10-24T11:20:00.000Z',
      type: 'override.agreed',
      body: { asked: count + 1, reason: 'Zugestimmt. Rechtsabteilung trägt es mit, Az. 24/113.' },
    },
  ];
}
