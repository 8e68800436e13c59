import { sha256 } from '../../base/digest.ts';
import type { Person } from '../../model/run/people.ts';
import { type WorkCalendar, workCalendarOf } from '../../model/run/rehearsal/working-time.ts';
import type { EvidenceBody } from '../../model/run/run-event.ts';
import type { RunPlan } from '../../model/run/run-plan.ts';
import type { MatchedEvidence } from '../../model/run/wanted-evidence.ts';
import { expressions } from '../../playbooks/expressions/expressions.ts';
import { entryMaker } from '../../runs/make-entry.ts';
import type { RunDeps } from '../../runs/run-deps.ts';
import { openLedger } from '../../storage/ledger.ts';
import type { Desk } from '../runs/confirm-step.ts';
import { rememberedNames } from '../runs/remembered-names.ts';
import { pretendedPorts } from './pretended-ports.ts';
import { type PretendedWorld, pretendedSteps } from './pretended-steps.ts';
import { type StageClock, stageClock } from './stage-clock.ts';

/** Where a rehearsal is played: the real engine over a ledger in memory, a clock that is turned, and a world that pretends. */
export interface Stage {
  readonly run: string;
  readonly plan: RunPlan;
  readonly deps: RunDeps;
  readonly desk: Desk;
  readonly clock: StageClock;
  readonly calendar: WorkCalendar;
  /** Who plays, as they are now. */
  people(): readonly Person[];
  /** Somebody falls ill, or comes back. */
  change(person: Person): void;
  /** A line in the journal of the rehearsal about something that no step did. */
  note(step: string | null, person: string, about: string): Promise<void>;
  close(): Promise<void>;
}

export interface StageSetting {
  readonly plan: RunPlan;
  readonly people: readonly Person[];
  /** UTC ISO 8601. */
  readonly begins: string;
  readonly world: PretendedWorld;
  readonly signal: AbortSignal;
}

/** SQLite's name for a database that is never a file. */
const IN_MEMORY = ':memory:';
const LEASE_MS = 60_000;

/** Opens a stage; nothing of it ever reaches the disk. Close it. */
export async function openStage({ plan, people: cast, begins, world, signal }: StageSetting): Promise<Stage> {
  const clock = stageClock(begins);
  let people = cast;
  const ledger = await openLedger({ file: IN_MEMORY, root: '.', create: true });
  const run = `${plan.playbook}-rehearsal`;
  const deps: RunDeps = {
    store: ledger.runs,
    stepTypes: pretendedSteps(world),
    ports: pretendedPorts(clock, plan.timezone, () => people),
    expressions,
    namesFor: rememberedNames(),
    get people() {
      return people;
    },
    secret: () => 'pretended',
    clock,
    host: 'rehearsal',
    pid: 1,
    nonce: 'stage',
    isGone: () => false,
    leaseMs: LEASE_MS,
    at: () => undefined,
  };
  const entry = entryMaker(deps);
  return {
    run,
    plan,
    deps,
    desk: { deps, keep: pretendToKeep, signal, onProgress: () => undefined },
    clock,
    calendar: workCalendarOf(plan),
    people: () => people,
    change: (person) => {
      people = people.map((one) => (one.id === person.id ? person : one));
    },
    note: async (step, person, about) => {
      const told = entry({ type: 'person.told', body: { person, about, how: 'rehearsal' } }, { step });
      await deps.store.append(run, { person: true }, () => [told]);
    },
    close: () => ledger.close(),
  };
}

const pretendToKeep: Desk['keep'] = async (of, handedIn) => handedIn.map((one) => madeUp(of.step, one));

function madeUp(step: string, { id, input }: MatchedEvidence): EvidenceBody {
  const { kind, value } = input;
  const file = `evidence/rehearsal/${step.replaceAll('/', '-')}-${id ?? 'more'}`;
  return { id, kind, name: value, sha256: sha256(`${file} ${value}`), bytes: value.length, file };
}
