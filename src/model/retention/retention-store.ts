/** What the ledger knows of snapshots that others rely on. */
export interface RetentionStore {
  /** Of each of these snapshots the runs whose journals name it, in whatever place: its id or its SHA-256. */
  namedByRuns(
    snapshots: readonly { readonly id: string; readonly sha256: string }[],
  ): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Of each snapshot of the channel how many own posts were read from it last, and stand in no official export. */
  postsReadLastFrom(channel: string): Promise<ReadonlyMap<string, number>>;
}
