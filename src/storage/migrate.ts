import { type Kysely, sql } from 'kysely';
import { ledgerNewer } from './ledger-errors.ts';
import { type Migration, migrations } from './migrations.ts';
import type { LedgerTables } from './tables.ts';

async function migrationNumber(db: Kysely<LedgerTables>): Promise<number> {
  const row = await db
    .selectFrom('migrations')
    .select(({ fn }) => fn.max('number').as('number'))
    .executeTakeFirst();
  return row?.number ?? 0;
}

async function applyMissing(db: Kysely<LedgerTables>, file: string, known: readonly Migration[]): Promise<void> {
  await db.schema
    .createTable('migrations')
    .ifNotExists()
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .execute();
  const has = await migrationNumber(db);
  for (const { number, name, up } of missing(has, file, known)) {
    await up(db);
    await db.insertInto('migrations').values({ number, name }).execute();
  }
}

/** A ledger that is up to date is only read: whoever lists snapshots does not wait for one that is being written. */
async function isCurrent(db: Kysely<LedgerTables>, file: string, known: readonly Migration[]): Promise<boolean> {
  const tables = await sql<{ name: string }>`select name from sqlite_master where name = 'migrations'`.execute(db);
  if (tables.rows.length === 0) return false;
  return missing(await migrationNumber(db), file, known).length === 0;
}

/** The migrations that a ledger has not had yet. */
function missing(has: number, file: string, known: readonly Migration[]): readonly Migration[] {
  const last = known.at(-1)?.number ?? 0;
  if (has > last) throw ledgerNewer(file, has, last);
  return known.filter(({ number }) => number > has);
}

/**
 * Brings the ledger's tables up to date in one transaction; safe to call from several processes at once.
 * @throws KnownError `ledger.newer`
 */
export async function migrateLedger(
  db: Kysely<LedgerTables>,
  file: string,
  known: readonly Migration[] = migrations,
): Promise<void> {
  if (await isCurrent(db, file, known)) return;
  await db.connection().execute(async (connection) => {
    // Kysely begins a deferred transaction, in which two first-time openers could both see an empty ledger.
    await sql`begin immediate`.execute(connection);
    try {
      await applyMissing(connection, file, known);
      await sql`commit`.execute(connection);
    } catch (error) {
      await sql`rollback`.execute(connection);
      throw error;
    }
  });
}
