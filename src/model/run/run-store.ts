import type { JournalEntry, NewEntry } from './journal-entry.ts';
import type { RunState, RunStateName, StepStateName } from './run-state.ts';

/** A lease that is held: only the runner of the newest epoch may append what runners append. */
export interface Lease {
  readonly run: string;
  /** `host/pid/random` */
  readonly holder: string;
  readonly epoch: number;
  /** UTC ISO 8601 */
  readonly until: string;
}

/** What a list shows of a run, kept beside its journal so that ten thousand runs are listed at once. */
export interface RunSummary {
  readonly id: string;
  readonly playbook: string;
  readonly version: number;
  readonly state: RunStateName;
  readonly isPastPointOfNoReturn: boolean;
  readonly concurrencyGroups: readonly string[];
  /** UTC ISO 8601 */
  readonly startedAt: string;
  readonly startedBy: string;
  readonly changedAt: string;
  /** How many steps are in which state. */
  readonly steps: Readonly<Partial<Record<StepStateName, number>>>;
  /** The newest entry. */
  readonly head: { readonly seq: number; readonly hash: string };
}

/** A timer of any run whose time has come. */
export interface DueTimer {
  readonly run: string;
  readonly step: string;
  readonly timer: string;
  /** UTC ISO 8601 */
  readonly dueAt: string;
}

/** What a change of a run is allowed by. A runner shows its lease; a person needs none. */
export type AppendAs = { readonly lease: Lease; readonly now: Date } | { readonly person: true };

export type JournalProblem = {
  readonly run: string;
  /** The first entry that is not as it was written; one past the last when the tail is gone. */
  readonly seq: number;
  readonly message: string;
};

/** What `verify` found: `entries` are there, good or not; `head` is the last one up to which all is as it was written. */
export interface JournalCheck {
  readonly ok: boolean;
  readonly entries: number;
  readonly head: { readonly seq: number; readonly hash: string } | null;
  readonly problem: JournalProblem | null;
}

/**
 * Runs and their journals. An entry is on the disk when a promise of this store has been kept: with the power gone a moment
 * later, it is still there.
 */
export interface RunStore {
  /**
   * Begins a run with its first entry.
   * @throws KnownError `run.exists` for an id that is taken
   */
  create(run: string, first: NewEntry): Promise<RunState>;
  /**
   * Appends what `decide` makes of the newest state, in one transaction which no other writer can come between: all of it or
   * nothing. `decide` may throw to append nothing; it must not wait. Entries of an intent or an outcome that this attempt at
   * the step already has are refused.
   * @returns the state after it
   * @throws KnownError `run.unknown`, `run.lease-lost` when the lease's epoch is not the newest any more or its time is over,
   * `run.step-taken` for a second intent or outcome, `run.journal-damaged`, and those of the ledger
   */
  append(run: string, as: AppendAs, decide: (state: RunState) => readonly NewEntry[]): Promise<RunState>;
  /** The newest state, which does not change when the run goes on. @throws KnownError `run.unknown`, `run.journal-damaged` */
  load(run: string): Promise<RunState>;
  /**
   * In the order in which they were written, from `fromSeq` on, each held against its hash.
   * @throws KnownError `run.unknown`, `run.journal-damaged` in the place of the first entry that is not as it was written
   */
  entries(run: string, fromSeq?: number): AsyncIterable<JournalEntry>;
  /** Newest first. */
  list(filter?: { readonly states?: readonly RunStateName[]; readonly limit?: number }): Promise<readonly RunSummary[]>;
  /** Runs that have not ended and hold one of these groups, oldest first. */
  ofGroups(groups: readonly string[]): Promise<readonly RunSummary[]>;
  /** A run's id by its first letters. @throws KnownError `run.unknown`, `run.ambiguous` */
  findId(start: string): Promise<string>;

  /**
   * Takes a run's lease when it is free or its time is over; the epoch grows by one and stands in the journal before this
   * returns. undefined when another runner holds it.
   */
  takeLease(run: string, holder: string, now: Date, forMs: number, entry: NewEntry): Promise<Lease | undefined>;
  /** Who holds it at `now`; undefined when it is free. */
  leaseOf(run: string, now: Date): Promise<Lease | undefined>;
  /**
   * Also when its time was over, as long as nobody else took it meanwhile.
   * @throws KnownError `run.lease-lost`
   */
  renewLease(lease: Lease, now: Date, forMs: number): Promise<Lease>;
  /** Gives it back; safe when it was lost meanwhile. */
  releaseLease(lease: Lease): Promise<void>;

  /**
   * Timers of all runs that are due at `now` and have not fired, oldest first. Those of runs that ended, and of steps that
   * are done for good, are not among them. Cost follows what is due.
   */
  dueTimers(now: Date, limit?: number): Promise<readonly DueTimer[]>;
  /** When the next timer of any run will be due; null without one. */
  nextTimer(): Promise<DueTimer | null>;

  /**
   * Reads the whole chain and compares it with itself, and with what the summary says its head is.
   * @throws KnownError `run.unknown` when there is neither a summary nor an entry
   */
  verify(run: string): Promise<JournalCheck>;
  /**
   * Writes a run that this ledger does not have from its exported entries: all of them or, when one is not as it was written,
   * none. Whether the last ones are missing, only its head tells to whoever knows it from elsewhere. The lease is free.
   * @throws KnownError `run.exists`, `run.journal-damaged`
   */
  restoreRun(entries: AsyncIterable<JournalEntry>): Promise<RunState>;
}
