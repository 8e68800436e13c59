import type { Kysely } from 'kysely';
import type { LedgerTables } from './tables.ts';

/** Holds are released, never taken out; of a snapshot that was pruned the ledger keeps its row, and here why it has no file. */
export async function createRetention(db: Kysely<LedgerTables>): Promise<void> {
  await db.schema
    .createTable('holds')
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('snapshot', 'text')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('why', 'text', (column) => column.notNull())
    .addColumn('by_whom', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('released_by', 'text')
    .addColumn('released_at', 'text')
    .addColumn('released_why', 'text')
    .execute();
  await db.schema
    .createTable('prunings')
    .addColumn('snapshot', 'text', (column) => column.primaryKey())
    .addColumn('planned_at', 'text', (column) => column.notNull())
    .addColumn('done_at', 'text')
    .execute();
}
