import { sha256 } from '../../base/digest.ts';
import type {
  CertificateStanding,
  CertifiedSource,
  CertifiedStep,
  CertifiedWait,
  RunCertificate,
} from '../../model/run/certificate.ts';
import type { JournalEntry } from '../../model/run/journal-entry.ts';
import type { Person } from '../../model/run/people.ts';
import type { PlaybookSource } from '../../model/run/run-plan.ts';
import type { RunState, StepState } from '../../model/run/run-state.ts';
import { runStateOf, standings } from '../../model/run/view-run.ts';
import { isFinal, type StepStanding } from '../../model/run/view-step.ts';
import { closingsOf, type PersonOf, wordOf } from './closings.ts';
import { readWhole } from './read-whole.ts';
import { type AcceptancesOf, snapshotsOf, verdictsOf } from './rests-on.ts';
import { approvalsOf, type CheckSignature, doubtOf, evidenceOf, overridesOf } from './said.ts';
import { scoresOf } from './scores.ts';

/** What a certificate needs besides the journal. */
export interface CertifyFacts {
  readonly brand: string;
  /** UTC ISO 8601 */
  readonly statedAt: string;
  /** All who may stand in the journal, with their names as they are now. */
  readonly people: readonly Pick<Person, 'id' | 'name'>[];
  readonly acceptancesOf: AcceptancesOf;
  /** Whether what was approved is signed as it should be; `unchecked` where nobody can look. */
  readonly checkSignature: CheckSignature;
}

/**
 * The certificate of a run, out of its journal: every entry is hashed again, and all that is said is folded anew from what
 * was checked. The state only says where the journal has to end; entries that came in later are not looked at.
 * @throws KnownError `certificate.journal-broken`
 */
export async function certify(
  { id, head }: Pick<RunState, 'id' | 'head'>,
  entries: AsyncIterable<JournalEntry>,
  facts: CertifyFacts,
): Promise<RunCertificate> {
  const { state, history } = await readWhole(id, head, entries);
  const names = new Map(facts.people.map((person) => [person.id, person.name]));
  const personOf: PersonOf = (person) => ({ id: person, name: names.get(person) ?? null });
  const all = standings(state);
  const { plan, ended, cancelled } = state;
  return {
    version: 1,
    standing: standingOf(state, all),
    brand: facts.brand,
    run: state.id,
    state: runStateOf(
      state,
      all.map(([, stands]) => stands),
    ),
    statedAt: facts.statedAt,
    timezone: plan.timezone,
    playbook: {
      name: plan.playbook,
      version: plan.version,
      title: plan.title,
      mode: plan.mode,
      sources: digests(history.sources.get(1)),
    },
    inputs: plan.inputs,
    started: { seq: 1, at: state.startedAt, by: state.startedBy === '' ? null : personOf(state.startedBy) },
    ended,
    cancelled:
      cancelled === null ? null : { at: cancelled.at, by: personOf(cancelled.person), reason: cancelled.reason },
    pointOfNoReturn: state.pointOfNoReturn,
    overrides: overridesOf(state, history, personOf),
    closed: closingsOf(state, history, personOf),
    approvals: [...state.steps.values()].flatMap((step) => approvalsOf(step, history, personOf, facts.checkSignature)),
    evidence: [...state.steps.values()].flatMap((step) => evidenceOf(step, personOf)),
    snapshots: snapshotsOf(state),
    verdicts: await verdictsOf(state, facts.acceptancesOf, personOf),
    scores: scoresOf(state),
    doubts: history.doubts.map((doubt) => doubtOf(doubt, personOf)),
    clockJumps: history.jumps.map(({ seq, body: { from, to } }) => ({ seq, from, to })),
    amendments: state.amendments.map(({ seq, at, person, reason, diff }) => {
      return { seq, at, by: personOf(person), reason, diff, sources: digests(history.sources.get(seq)) };
    }),
    pauses: history.pauses.map((entry) => {
      const what = entry.type === 'run.paused' ? ('paused' as const) : ('resumed' as const);
      return { ...wordOf(entry, personOf), what, reason: entry.body.reason };
    }),
    reopened: history.reopened.map((entry) => {
      return { ...wordOf(entry, personOf), step: entry.step ?? '', reason: entry.body.reason };
    }),
    steps: all.map(([step, stands]) => stepOf(step, stands, personOf)),
    waitsFor: state.ended === null ? all.flatMap(([step, stands]) => waitOf(step, stands)) : [],
    journal: { entries: history.entries, head: state.head },
  };
}

type Standings = readonly (readonly [StepState, StepStanding])[];

function standingOf({ ended }: RunState, all: Standings): CertificateStanding {
  if (ended !== null) return 'final';
  const open = all.filter(([, stands]) => !isFinal(stands));
  return open.every(([step, stands]) => isFiling(step, stands)) ? 'last-step' : 'interim';
}

/** The writing of certificates such as this one, as long as nothing keeps it from going on. */
function isFiling({ plan }: StepState, { state }: StepStanding): boolean {
  return plan.type === 'certificate' && (state === 'ready' || state === 'running' || state === 'pending');
}

function digests(sources: readonly PlaybookSource[] = []): readonly CertifiedSource[] {
  return sources.map(({ name, text }) => ({ name, sha256: sha256(text) }));
}

function stepOf(step: StepState, { state, waits, since }: StepStanding, personOf: PersonOf): CertifiedStep {
  const { plan, attempt, confirmedBy, reason, error } = step;
  return {
    id: plan.id,
    title: plan.name,
    type: plan.type,
    state,
    waits,
    since: since ?? step.since,
    attempts: attempt,
    by: confirmedBy === null ? null : personOf(confirmedBy),
    isIrreversible: plan.irreversible,
    reason: reason ?? error?.message ?? null,
  };
}

function waitOf(step: StepState, stands: StepStanding): readonly CertifiedWait[] {
  if (isFinal(stands) || stands.state === 'pending' || isFiling(step, stands)) return [];
  const { id, name, assignee, approval } = step.plan;
  const due = step.timers.filter(({ hasFired }) => !hasFired).map(({ dueAt }) => dueAt);
  return [
    {
      step: id,
      title: name,
      state: stands.state,
      waits: stands.waits,
      since: stands.since,
      roles: approval?.approvers ?? (assignee === null ? [] : [assignee]),
      timerAt: due.sort()[0] ?? null,
    },
  ];
}
