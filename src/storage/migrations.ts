import { type Kysely, sql } from 'kysely';
import { createDraftApprovals } from './approval-migrations.ts';
import { createExports, setExportsBesideCrawls } from './export-migrations.ts';
import { createCompleteness, createPosts, createPostWords } from './post-migrations.ts';
import { createRetention } from './retention-migrations.ts';
import { createRuns } from './run-migrations.ts';
import { createSchedules } from './schedule-migrations.ts';
import { createSightings } from './sighting-migrations.ts';
import type { LedgerTables } from './tables.ts';
import { createVaultPages } from './vault-migrations.ts';

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly up: (db: Kysely<LedgerTables>) => Promise<void>;
}

/** What the ledger's tables went through, in order. One that was released is never edited; a change is a new one. */
export const migrations: readonly Migration[] = [
  {
    number: 1,
    name: 'snapshots',
    up: async (db) => {
      await db.schema
        .createTable('snapshots')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('channel', 'text')
        .addColumn('url', 'text', (column) => column.notNull())
        .addColumn('file', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull().check(sql`state in ('complete', 'partial')`))
        .addColumn('pages', 'integer', (column) => column.notNull())
        .addColumn('gaps', 'integer', (column) => column.notNull())
        .addColumn('bytes', 'bigint', (column) => column.notNull())
        .addColumn('sha256', 'text', (column) => column.notNull())
        .addColumn('signed', 'integer', (column) => column.notNull().check(sql`signed in (0, 1)`))
        .addColumn('started_at', 'text', (column) => column.notNull())
        .addColumn('finished_at', 'text', (column) => column.notNull())
        .execute();
      await db.schema.createIndex('snapshots_by_channel').on('snapshots').columns(['channel', 'started_at']).execute();
    },
  },
  { number: 2, name: 'posts', up: createPosts },
  { number: 3, name: 'post-words', up: createPostWords },
  { number: 4, name: 'completeness', up: createCompleteness },
  { number: 5, name: 'exports', up: createExports },
  { number: 6, name: 'exports-beside-crawls', up: setExportsBesideCrawls },
  { number: 7, name: 'runs', up: createRuns },
  { number: 8, name: 'draft-approvals', up: createDraftApprovals },
  { number: 9, name: 'schedules', up: createSchedules },
  { number: 10, name: 'vault', up: createVaultPages },
  { number: 11, name: 'retention', up: createRetention },
  { number: 12, name: 'sightings', up: createSightings },
];
