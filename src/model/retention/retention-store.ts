/** What the ledger knows of snapshots that others rely on. */
export interface RetentionStore {
  /** Of each of these snapshots the runs whose journals name it, in whatever place: its id or its SHA-256. */
  namedByRuns(
    snapshots: readonly { readonly id: string; readonly sha256: string }[],
  ): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Of each snapshot of the channel how many own posts were read from it last, and stand in no official export. */
  postsReadLastFrom(channel: string): Promise<ReadonlyMap<string, number>>;
  /**
   * Notes that the snapshot's file is about to go; from then on no list has it. Safe to call again.
   * @returns false when a hold is on it, looked at in the same instant
   */
  begin(snapshot: string, at: string): Promise<boolean>;
  /** Its file is gone. */
  finish(snapshot: string, at: string): Promise<void>;
  /** Begun and not finished, in the order in which they were begun. */
  unfinished(): Promise<readonly string[]>;
  /** When a snapshot was pruned; undefined for one that was not. */
  prunedAt(snapshot: string): Promise<string | undefined>;
}
