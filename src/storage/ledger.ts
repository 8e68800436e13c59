import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { ExportStore } from '../model/export-store.ts';
import type { DraftApprovalStore } from '../model/farewell/draft-approval.ts';
import type { PostStore } from '../model/post-store.ts';
import type { HoldStore } from '../model/retention/hold.ts';
import type { RetentionStore } from '../model/retention/retention-store.ts';
import type { RunStore } from '../model/run/run-store.ts';
import type { ScheduleStore } from '../model/schedule/schedule-state.ts';
import type { SnapshotStore } from '../model/snapshot-store.ts';
import type { VaultStore } from '../model/vault-store.ts';
import { ledgerMissing, withLedgerErrors } from './ledger-errors.ts';
import { migrateLedger } from './migrate.ts';
import { withPreparedStatements } from './prepared-statements.ts';
import { refuseNewerFile } from './refuse-newer.ts';
import { sqliteApprovalStore } from './sqlite-approval-store.ts';
import { sqliteExportStore } from './sqlite-export-store.ts';
import { sqliteHoldStore } from './sqlite-hold-store.ts';
import { sqlitePostStore } from './sqlite-post-store.ts';
import { sqliteRetentionStore } from './sqlite-retention-store.ts';
import { sqliteRunStore } from './sqlite-run-store.ts';
import { sqliteScheduleStore } from './sqlite-schedule-store.ts';
import { sqliteSnapshotStore } from './sqlite-snapshot-store.ts';
import { sqliteVaultStore } from './sqlite-vault-store.ts';
import type { LedgerTables } from './tables.ts';

export interface LedgerPlace {
  readonly file: string;
  /** The workspace's folder: paths below it are kept relative to it. */
  readonly root: string;
  /** Make the file when it is not there; its folder must be. */
  readonly create?: boolean;
  /** How long to wait for another process that writes. */
  readonly busyTimeoutMs?: number;
}

/** The open ledger. Close it; closing twice is fine. */
export interface Ledger {
  readonly snapshots: SnapshotStore;
  readonly posts: PostStore;
  readonly exports: ExportStore;
  readonly runs: RunStore;
  readonly approvals: DraftApprovalStore;
  readonly holds: HoldStore;
  readonly retention: RetentionStore;
  readonly vault: VaultStore;
  readonly schedules: ScheduleStore;
  close(): Promise<void>;
}

/** Entering an export of a million posts takes a minute or two; a snapshot that ends meanwhile must not be lost for that. */
const BUSY_TIMEOUT_MS = 300_000;

function openDatabase(file: string, busyTimeoutMs: number): Database.Database {
  const database = new Database(file, { timeout: busyTimeoutMs });
  try {
    database.pragma('journal_mode = WAL');
    // NORMAL may lose the last commits with the power; the ledger is the only truth.
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/**
 * Opens the SQLite ledger of a workspace and brings its tables up to date.
 * @throws KnownError `ledger.missing`, `ledger.newer`, `ledger.locked`, `ledger.corrupt`, `ledger.cannot-open`, `ledger.disk`
 */
export async function openLedger(place: LedgerPlace): Promise<Ledger> {
  const { file, root, create = false, busyTimeoutMs = BUSY_TIMEOUT_MS } = place;
  if (existsSync(file)) refuseNewerFile(file, busyTimeoutMs);
  else if (!create) throw ledgerMissing(file);
  return withLedgerErrors(file, async () => {
    const database = openDatabase(file, busyTimeoutMs);
    const db = new Kysely<LedgerTables>({
      dialect: new SqliteDialect({ database: withPreparedStatements(database) }),
    });
    const close = (): Promise<void> => db.destroy();
    try {
      await migrateLedger(db, file);
    } catch (error) {
      await close();
      throw error;
    }
    return {
      snapshots: sqliteSnapshotStore(db, file, root),
      posts: sqlitePostStore(db, file),
      exports: sqliteExportStore(db, file),
      runs: sqliteRunStore(db, database, file),
      approvals: sqliteApprovalStore(db, file),
      holds: sqliteHoldStore(db, file),
      retention: sqliteRetentionStore(db, file),
      vault: sqliteVaultStore(db, file, root),
      schedules: sqliteScheduleStore(db, file),
      close,
    };
  });
}
