import Database from 'better-sqlite3';
import { KnownError } from '../base/known-error.ts';
import { ledgerNewer } from './ledger-errors.ts';
import { migrations } from './migrations.ts';

export function hasTable(database: Database.Database, name: string): boolean {
  return database.prepare("select 1 from sqlite_master where type = 'table' and name = ?").get(name) !== undefined;
}

/** @throws KnownError `ledger.newer` */
export function refuseNewer(database: Database.Database, file: string): void {
  if (!hasTable(database, 'migrations')) return;
  const row = database.prepare('select max(number) as number from migrations').get() as {
    readonly number: number | null;
  };
  const knows = migrations.at(-1)?.number ?? 0;
  if ((row.number ?? 0) > knows) throw ledgerNewer(file, row.number ?? 0, knows);
}

/**
 * Refuses a ledger of a newer Lastpost before it is opened for writing, which alone changes the file: its journal mode, or
 * what a killed process left in its log.
 * @throws KnownError `ledger.newer`
 */
export function refuseNewerFile(file: string, busyTimeoutMs: number): void {
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { readonly: true, fileMustExist: true, timeout: busyTimeoutMs });
    refuseNewer(database, file);
  } catch (error) {
    // What else is wrong with it is told better by whoever opens it for writing.
    if (error instanceof KnownError) throw error;
  } finally {
    database?.close();
  }
}
