import type { Snapshot } from './snapshot.ts';

/** The ledger's page about snapshots. */
export interface SnapshotStore {
  add(snapshot: Snapshot): Promise<void>;
  /** Newest first. Those that were pruned are left out unless asked for. */
  list(filter?: { readonly channel?: string; readonly pruned?: boolean }): Promise<readonly Snapshot[]>;
  /** Also one that was pruned. */
  find(id: string): Promise<Snapshot | undefined>;
}
