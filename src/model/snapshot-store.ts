import type { Snapshot } from './snapshot.ts';

/** Where and how the bytes of a snapshot are stored. */
export interface RestatedFile {
  readonly file: string;
  readonly storedBytes: number;
  readonly form: 'delta' | undefined;
}

/** The ledger's page about snapshots. */
export interface SnapshotStore {
  add(snapshot: Snapshot): Promise<void>;
  /** Newest first. Those that were pruned are left out unless asked for. */
  list(filter?: { readonly channel?: string; readonly pruned?: boolean }): Promise<readonly Snapshot[]>;
  /** Also one that was pruned. */
  /** Notes that its file is stored in another form now. @returns the snapshot as it is then */
  restate(id: string, stored: RestatedFile): Promise<Snapshot>;
  find(id: string): Promise<Snapshot | undefined>;
}
