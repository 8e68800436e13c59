import type { Snapshot } from './snapshot.ts';

/** The ledger's page about snapshots. */
export interface SnapshotStore {
  add(snapshot: Snapshot): Promise<void>;
  /** Newest first. */
  list(filter?: { readonly channel?: string }): Promise<readonly Snapshot[]>;
  find(id: string): Promise<Snapshot | undefined>;
}
