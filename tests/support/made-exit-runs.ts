import { sha256 } from '../../src/base/digest.ts';
import type { JournalEntry } from '../../src/model/run/journal-entry.ts';
import type { RunPlan } from '../../src/model/run/run-plan.ts';
import { deactivated, detours, overridden } from './made-exit-detours.ts';
import { evidence, RUN, snapshotId, source, steps, wacz } from './made-exit-plan.ts';
import { approval, filed, type Happening, intent, journalOf, outcome, planOf } from './made-journal.ts';

const diff = `--- leave-x.yaml, as the run has it
+++ leave-x.yaml
@@ -41,7 +41,7 @@
   - id: grace
     type: wait
-    duration: "\${{ inputs.grace_days }}d"
+    duration: 10d   # <b>X hält 30 Tage</b>
     remind: [7d, 1d]
`;

function begun(plan: RunPlan): readonly Happening[] {
  return [
    { type: 'run.started', at: '2026-10-01T07:30:00.000Z', by: 'klaus', body: { plan, sources: [source(3)] } },
    { type: 'lease.taken', at: '2026-10-01T07:30:01.000Z', body: { holder: 'kontor-7/4711/ab', before: null } },
    { step: 'archive', attempt: 1, at: '2026-10-01T07:30:02.000Z', ...intent('archive aurora-x') },
    {
      step: 'archive',
      attempt: 1,
      at: '2026-10-01T08:12:00.000Z',
      ...outcome('effect', {
        outputs: { channel: 'aurora-x', snapshot: snapshotId, sha256: wacz, state: 'partial', pages: 4812, gaps: 2 },
      }),
    },
    {
      step: 'verified',
      attempt: 1,
      at: '2026-10-01T08:20:00.000Z',
      ...outcome('effect', { outputs: { channel: 'aurora-x', snapshot: snapshotId, manifest_sha256: wacz } }),
    },
  ];
}

const complete: Happening = {
  step: 'complete',
  attempt: 1,
  at: '2026-10-02T09:00:00.000Z',
  ...outcome('effect', {
    outputs: {
      channel: 'aurora-x',
      verdict: 'complete-with-named-gaps',
      digest: sha256('statement'),
      accepted_by: ['petra'],
    },
  }),
};

/** Acceptances as the ledger has them; the last one came too late for the verdict. */
export const acceptances = [
  {
    gap: 'cut-3f2a',
    channel: 'aurora-x',
    by: 'petra',
    why: 'Zwei Reposts, die X nur gekürzt ausgibt',
    at: '2026-10-02T08:55:00.000Z',
  },
  { gap: 'late-99aa', channel: 'aurora-x', by: 'jana', why: 'später', at: '2026-11-02T08:55:00.000Z' },
];

const told: readonly Happening[] = [
  {
    step: 'memo',
    at: '2026-10-03T06:00:00.000Z',
    type: 'person.told',
    body: { person: 'jana', about: 'memo', how: 'mail' },
  },
  { step: 'memo', attempt: 1, by: 'jana', at: '2026-10-05T09:01:00.000Z', ...filed(evidence.mail) },
  { step: 'memo', attempt: 1, by: 'jana', at: '2026-10-05T09:01:01.000Z', ...filed(evidence.card) },
  {
    step: 'memo',
    attempt: 1,
    by: 'jana',
    at: '2026-10-05T09:02:00.000Z',
    ...outcome('person', { note: 'Alle 214 Filialen haben den Empfang bestätigt.' }),
  },
];

const asPetra = { insteadOf: 'petra', comment: 'Vertretung für P. Lang' };

/** Approved, voided, approved again, refused by one; then by two. */
const approved = (count: number): readonly Happening[] => [
  {
    step: 'signoff',
    by: 'jana',
    at: '2026-10-06T10:00:00.000Z',
    type: 'approval.given',
    body: approval(['brand'], { bound: { 'verified.manifest_sha256': sha256('older.wacz') }, digest: sha256('older') }),
  },
  {
    step: 'signoff',
    at: '2026-10-06T11:00:00.000Z',
    type: 'approval.voided',
    body: { approvals: [count + 1], was: sha256('older'), is: sha256('newer'), changed: ['verified.manifest_sha256'] },
  },
  {
    step: 'signoff',
    by: 'klaus',
    at: '2026-10-07T10:00:00.000Z',
    type: 'approval.rejected',
    body: approval(['service'], { comment: 'Noch nicht: das Telefonteam fehlt.' }),
  },
  { step: 'signoff', by: 'jana', at: '2026-10-08T10:00:00.000Z', type: 'approval.given', body: approval(['brand']) },
  {
    step: 'signoff',
    by: 'mo',
    at: '2026-10-08T22:30:00.000Z',
    type: 'approval.given',
    body: approval(['legal'], { ...asPetra, signature: { publicKey: 'AAAA', signature: 'BBBB' } }),
  },
  { step: 'signoff', attempt: 1, at: '2026-10-08T22:30:01.000Z', ...outcome('person') },
];

function signed(count: number): { readonly happenings: readonly Happening[]; readonly approvals: readonly number[] } {
  return { happenings: approved(count), approvals: [count + 4, count + 5] };
}

/** The last automatic step, after a clock that jumped, and what ends the run. */
function closing(isCancelled: boolean): readonly Happening[] {
  const step = 'pull-ads';
  const ad = { isIrreversible: true, approvals: [], overridden: [] };
  const shorter = planOf(
    steps.map((one) => (one.id === 'grace' ? { ...one, remind: ['7d', '1d'] } : one)),
    { version: 4 },
  );
  const end: readonly Happening[] = isCancelled
    ? [
        {
          type: 'run.cancelled',
          by: 'petra',
          at: '2026-11-12T09:00:00.000Z',
          body: { reason: 'Der Rest wird von Hand erledigt.', rollback: false },
        },
        {
          type: 'run.ended',
          at: '2026-11-12T09:00:01.000Z',
          body: { state: 'cancelled', reason: 'Petra Lang cancelled it.' },
        },
      ]
    : [
        { step: 'grace', attempt: 1, at: '2026-11-29T13:12:30.000Z', ...outcome('timer') },
        { step: 'certificate', attempt: 1, at: '2026-11-29T13:12:31.000Z', ...outcome('effect') },
        { type: 'run.ended', at: '2026-11-29T13:12:32.000Z', body: { state: 'succeeded', reason: null } },
      ];
  return [
    {
      type: 'run.amended',
      by: 'klaus',
      at: '2026-10-30T14:00:00.000Z',
      body: { reason: 'X hält 30 Tage vor; 10 genügen uns.', plan: shorter, sources: [source(4)], diff },
    },
    {
      type: 'clock.jumped',
      at: '2026-10-30T15:00:00.000Z',
      body: { from: '2026-10-30T14:00:30.000Z', to: '2026-10-30T15:00:00.000Z' },
    },
    { step, by: 'klaus', at: '2026-10-30T15:05:00.000Z', type: 'step.released', body: { typed: 'aurora-x' } },
    { step, attempt: 1, at: '2026-10-30T15:05:01.000Z', ...intent('DELETE https://ads.example/⟦secret:token⟧', ad) },
    { step, attempt: 1, at: '2026-10-30T15:05:02.000Z', ...outcome('probe') },
    {
      step: 'grace',
      at: '2026-10-30T15:05:03.000Z',
      type: 'timer.set',
      body: { timer: 'wait', dueAt: '2026-11-29T13:12:00.000Z', zone: 'Europe/Berlin' },
    },
    ...end,
  ];
}

/** A run in which everything happened that can stand in a journal. */
export function fullRun({ isCancelled = true }: { readonly isCancelled?: boolean } = {}): readonly JournalEntry[] {
  const before = [...begun(planOf(steps)), complete, ...detours, ...told];
  const { happenings, approvals } = signed(before.length);
  const until = [...before, ...happenings];
  const gates = ['archive-complete', 'staff-told'];
  return journalOf(RUN, [
    ...until,
    ...overridden(until.length),
    ...deactivated(approvals, gates),
    ...closing(isCancelled),
  ]);
}

/** The same run with its account gone and the wait begun: it has not ended. */
export function unfinishedRun(): readonly JournalEntry[] {
  return fullRun({ isCancelled: false }).slice(0, -3);
}

/** A run that went as planned: archive, verify, complete, memo, approval, one account closed, no word out of place. */
export function plainRun(): readonly JournalEntry[] {
  const wanted = ['archive', 'verified', 'complete', 'memo', 'signoff', 'deactivate'];
  const plan = planOf(
    steps.filter(({ id }) => wanted.includes(id)),
    { timezone: 'UTC', inputs: { account: 'aurora-x' } },
  );
  const before = [...begun(plan), complete, ...told];
  const at = before.length;
  const approvals: readonly Happening[] = [
    { step: 'signoff', by: 'jana', at: '2026-10-08T10:00:00.000Z', type: 'approval.given', body: approval(['brand']) },
    { step: 'signoff', by: 'petra', at: '2026-10-08T11:30:00.000Z', type: 'approval.given', body: approval(['legal']) },
    { step: 'signoff', attempt: 1, at: '2026-10-08T11:30:01.000Z', ...outcome('person') },
  ];
  const atOnce = deactivated([at + 1, at + 2], [])
    .slice(6)
    .map((one) => ({ ...one, attempt: 1 }));
  return journalOf(RUN, [
    ...before,
    ...approvals,
    ...atOnce,
    { type: 'run.ended', at: '2026-10-30T13:12:01.000Z', body: { state: 'succeeded', reason: null } },
  ]);
}
