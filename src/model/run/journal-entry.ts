import type { Sha256 } from '../../base/digest.ts';
import type { RunEvent } from './run-event.ts';

/** Who wrote an entry. */
export interface Actor {
  /** Id of a person; null for what Lastpost did by itself. */
  readonly person: string | null;
  readonly host: string;
  readonly pid: number;
}

/** What is to be appended; the store gives it its number, its epoch and its place in the chain. */
export type NewEntry = RunEvent & {
  readonly step: string | null;
  /** From 1; null where nothing is attempted. */
  readonly attempt: number | null;
  readonly by: Actor;
  /** UTC ISO 8601 */
  readonly at: string;
};

/** One line of a run's journal. Nothing of it is ever changed or taken away. */
export type JournalEntry = NewEntry & {
  readonly run: string;
  /** 1, 2, 3 … within the run. */
  readonly seq: number;
  /** Of the lease under which it was written; a person's entry has the epoch of that moment. */
  readonly epoch: number;
  /** `hash` of the entry before; of 64 zeros for the first. */
  readonly prevHash: Sha256;
  /** See `entryHash`. */
  readonly hash: Sha256;
};

export const GENESIS_HASH: Sha256 = `sha256:${'0'.repeat(64)}`;
