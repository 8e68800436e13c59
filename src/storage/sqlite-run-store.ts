import type Database from 'better-sqlite3';
import type { Kysely } from 'kysely';
import { isoTime } from '../base/clock.ts';
import type { RunStore } from '../model/run/run-store.ts';
import { appendToRun, beginJournal } from './append-run.ts';
import { RunMemory } from './known-run.ts';
import { withLedgerErrors } from './ledger-errors.ts';
import { readEntries } from './read-entries.ts';
import { type RunLedger, readRun } from './read-run.ts';
import { restoreRun } from './restore-run.ts';
import { leaseAt, releaseLease, renewLease, takeLease } from './run-leases.ts';
import { findRunId, listRuns, runsOfGroups } from './run-lists.ts';
import { RunStatements } from './run-statements.ts';
import { dueTimers, nextTimer } from './run-timers.ts';
import type { LedgerTables } from './tables.ts';
import { verifyJournal } from './verify-journal.ts';

/**
 * Runs in SQLite. What a run writes is one synchronous transaction on the connection that Kysely has, taken from Kysely so
 * that it never falls into a transaction of somebody else.
 * @param database the one that `db` is on
 */
export function sqliteRunStore(db: Kysely<LedgerTables>, database: Database.Database, file: string): RunStore {
  const statements = new RunStatements(database);
  const ledger: RunLedger = { statements, memory: new RunMemory() };
  const safely = <T>(work: () => Promise<T>): Promise<T> => withLedgerErrors(file, work);
  const alone = <T>(work: () => T): Promise<T> => safely(() => db.connection().execute(async () => work()));
  return {
    create: (run, first) => alone(() => beginJournal(ledger, run, first)),
    append: (run, as, decide) => alone(() => appendToRun(ledger, run, as, decide)),
    load: (run) => alone(() => statements.read(() => readRun(ledger, run)).state),
    entries: (run, fromSeq = 1) => readEntries(db, file, run, fromSeq),
    list: (filter = {}) => safely(() => listRuns(db, filter)),
    ofGroups: (groups) => safely(() => runsOfGroups(db, groups)),
    findId: (start) => safely(() => findRunId(db, start)),
    takeLease: (run, holder, now, forMs, entry) => alone(() => takeLease(ledger, { run, holder }, now, forMs, entry)),
    leaseOf: (run, now) => alone(() => leaseAt(statements, run, now)),
    renewLease: (lease, now, forMs) => alone(() => renewLease(statements, lease, now, forMs)),
    releaseLease: (lease) => alone(() => releaseLease(statements, lease)),
    dueTimers: (now, limit) => safely(() => dueTimers(db, isoTime(now), limit)),
    nextTimer: () => safely(() => nextTimer(db)),
    verify: (run) => safely(() => verifyJournal(db, run)),
    restoreRun: (entries) => safely(() => restoreRun(db, ledger, entries)),
  };
}
