import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { damagedJournals } from './check-journals.ts';
import { ledgerMissing, withLedgerErrors } from './ledger-errors.ts';
import { hasTable, refuseNewer } from './refuse-newer.ts';

export interface LedgerHealth {
  /** What `PRAGMA quick_check`, `foreign_key_check` and a look at the journals of runs found; [] when all is well. */
  readonly damages: readonly string[];
  readonly snapshots: number;
  /** Those of others included. */
  readonly posts: number;
  /** When the newest snapshot ended, UTC ISO 8601; null without any. */
  readonly newestAt: string | null;
}

function damagesOf(database: Database.Database): readonly string[] {
  const quick = database.pragma('quick_check(20)') as readonly { readonly quick_check: string }[];
  const found = quick.map((row) => row.quick_check).filter((text) => text !== 'ok');
  const foreign = database.pragma('foreign_key_check') as readonly { readonly table: string }[];
  const journals = found.length === 0 && hasTable(database, 'journal') ? damagedJournals(database) : [];
  return [...found, ...foreign.map(({ table }) => `a row of ${table} points at a row that is not there`), ...journals];
}

/** 0 in a ledger from before there was such a table in it. */
function countIn(database: Database.Database, table: 'posts' | 'post_twins'): number {
  if (!hasTable(database, table)) return 0;
  return (database.prepare(`select count(*) as count from ${table}`).get() as { readonly count: number }).count;
}

/** Each once, though an export and a crawl both hold it. */
function countPosts(database: Database.Database): number {
  return countIn(database, 'posts') - countIn(database, 'post_twins');
}

/**
 * Looks the ledger over without changing it.
 * @throws KnownError `ledger.missing`, `ledger.newer`, `ledger.locked`, `ledger.corrupt`, `ledger.cannot-open`
 */
export async function checkLedger(file: string): Promise<LedgerHealth> {
  if (!existsSync(file)) throw ledgerMissing(file);
  return withLedgerErrors(file, () => {
    const database = new Database(file, { readonly: true, fileMustExist: true });
    try {
      refuseNewer(database, file);
      const damages = damagesOf(database);
      if (!hasTable(database, 'snapshots')) return { damages, snapshots: 0, posts: 0, newestAt: null };
      const { count, newest } = database
        .prepare('select count(*) as count, max(finished_at) as newest from snapshots')
        .get() as { readonly count: number; readonly newest: string | null };
      return { damages, snapshots: count, posts: countPosts(database), newestAt: newest };
    } finally {
      database.close();
    }
  });
}
