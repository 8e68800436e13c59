import type { Kysely } from 'kysely';
import type { LedgerTables } from './tables.ts';

export async function createDraftApprovals(db: Kysely<LedgerTables>): Promise<void> {
  await db.schema
    .createTable('draft_approvals')
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('draft', 'text', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('by_whom', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('draft_approvals_of_draft')
    .on('draft_approvals')
    .columns(['locale', 'draft', 'number'])
    .execute();
}
