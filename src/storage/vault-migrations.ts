import { type Kysely, sql } from 'kysely';
import type { LedgerTables } from './tables.ts';

export async function createVaultPages(db: Kysely<LedgerTables>): Promise<void> {
  await db.schema
    .createTable('vault_arrivals')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) =>
      column.notNull().check(sql`state in ('begun', 'made', 'stored', 'entered')`),
    )
    .addColumn('file', 'text', (column) => column.notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .addColumn('made', 'text')
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('vault_arrivals_named', ['channel', 'name'])
    .execute();
  await db.schema
    .createTable('vault_entries')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('is_put', 'integer', (column) => column.notNull().check(sql`is_put in (0, 1)`))
    .addColumn('is_timestamped', 'integer', (column) => column.notNull().check(sql`is_timestamped in (0, 1)`))
    .addPrimaryKeyConstraint('vault_entries_in_order', ['channel', 'seq'])
    .addUniqueConstraint('vault_entries_once', ['channel', 'kind', 'name'])
    .execute();
  await db.schema.alterTable('snapshots').addColumn('stored_bytes', 'bigint').execute();
  await db.schema
    .alterTable('snapshots')
    .addColumn('form', 'text', (column) => column.notNull().defaultTo('whole').check(sql`form in ('whole', 'delta')`))
    .execute();
}
