/** The ledger's tables, as Kysely sees them. Dates are UTC ISO 8601 text, truth is 0 or 1: alike in every database. */
export interface LedgerTables {
  readonly migrations: MigrationRow;
  readonly snapshots: SnapshotRow;
}

export interface MigrationRow {
  readonly number: number;
  readonly name: string;
}

export interface SnapshotRow {
  readonly id: string;
  readonly channel: string | null;
  readonly url: string;
  /** Below the workspace's folder relative to it with `/`, so that the folder can be moved; elsewhere absolute. */
  readonly file: string;
  readonly state: string;
  readonly pages: number;
  readonly gaps: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly signed: number;
  readonly started_at: string;
  readonly finished_at: string;
}
