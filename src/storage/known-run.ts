import { beginRun, foldEntry, type GrowingRunState } from '../model/run/fold-run.ts';
import type { JournalEntry } from '../model/run/journal-entry.ts';
import type { RunState } from '../model/run/run-state.ts';
import { type StepTally, tallyAfter, tallySteps } from '../model/run/run-tally.ts';
import { StepShelves } from './step-shelves.ts';

/** A run as it was after an entry; what comes later makes another one of it and leaves this as it is. */
export interface KnownRun {
  readonly state: RunState & { readonly head: { readonly seq: number; readonly hash: JournalEntry['hash'] } };
  readonly tally: StepTally;
  /** Number of the entry up to which a state of it is kept beside the journal; 0 when none is. */
  readonly keptSeq: number;
}

/** What is known of a run after its first entry. */
export function begunRun(first: JournalEntry): KnownRun {
  return knownRun(beginRun(first));
}

/** Puts a state that was folded in one go where it can be carried on. */
export function knownRun(state: RunState, keptSeq = 0): KnownRun {
  return { state: { ...state, steps: StepShelves.of(state.steps) }, tally: tallySteps(state), keptSeq };
}

export function carriedOn(known: KnownRun, entries: readonly JournalEntry[]): KnownRun {
  const { steps } = known.state;
  const state: GrowingRunState = {
    ...known.state,
    steps: steps instanceof StepShelves ? steps.copy() : StepShelves.of(steps),
  };
  for (const entry of entries) foldEntry(state, entry);
  return { state, tally: tallyAfter(known.tally, known.state, state, entries), keptSeq: known.keptSeq };
}

const RUNS_KEPT = 64;
const STEPS_KEPT = 50_000;

/** The runs that this process worked on last. */
export class RunMemory {
  readonly #runs = new Map<string, KnownRun>();

  get(run: string): KnownRun | undefined {
    return this.#runs.get(run);
  }

  keep(known: KnownRun): void {
    const { id } = known.state;
    const isNew = !this.#runs.delete(id);
    this.#runs.set(id, known);
    if (isNew) this.#makeRoom(id);
  }

  #makeRoom(id: string): void {
    let steps = 0;
    for (const { state } of this.#runs.values()) steps += state.steps.size;
    for (const [run, { state }] of this.#runs) {
      if (run === id || (this.#runs.size <= RUNS_KEPT && steps <= STEPS_KEPT)) return;
      this.#runs.delete(run);
      steps -= state.steps.size;
    }
  }

  forget(run: string): void {
    this.#runs.delete(run);
  }
}
