import { type Kysely, sql } from 'kysely';
import type { LedgerTables } from './tables.ts';

/** What is in lastpost.yaml, copied so that a sweep need not read it; and what became of it. */
export async function createSchedules(db: Kysely<LedgerTables>): Promise<void> {
  await createDefinitions(db);
  await createStates(db);
  await createChannelLeases(db);
  await createNotices(db);
}

async function createDefinitions(db: Kysely<LedgerTables>): Promise<void> {
  await db.schema
    .createTable('schedules')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('timing', 'text', (column) => column.notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('schedule_settings')
    .addColumn('place', 'integer', (column) => column.primaryKey().check(sql`place = 1`))
    .addColumn('digest', 'text', (column) => column.notNull())
    .execute();
}

/** The sweep asks for what is due and for who has claimed something, and nothing else: each has an index of its own. */
async function createStates(db: Kysely<LedgerTables>): Promise<void> {
  await db.schema
    .createTable('schedule_states')
    .addColumn('schedule', 'text', (column) => column.notNull().references('schedules.id').onDelete('cascade'))
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('slot_at', 'text', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('failures', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('missed', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('last', 'text')
    .addColumn('told_at', 'text')
    .addColumn('claimed_by', 'text')
    .addColumn('claimed_at', 'text')
    .addColumn('claimed_until', 'text')
    .addPrimaryKeyConstraint('schedule_states_once', ['schedule', 'channel'])
    .modifyEnd(sql`without rowid`)
    .execute();
  await sql`create index schedule_states_due on schedule_states (due_at) where claimed_by is null`.execute(db);
  await sql`create index schedule_states_claimed on schedule_states (claimed_until) where claimed_by is not null`.execute(
    db,
  );
}

/** A row stays when the lease is given back: its epoch goes on growing. */
async function createChannelLeases(db: Kysely<LedgerTables>): Promise<void> {
  await db.schema
    .createTable('channel_leases')
    .addColumn('channel', 'text', (column) => column.primaryKey())
    .addColumn('holder', 'text')
    .addColumn('epoch', 'integer', (column) => column.notNull())
    .addColumn('taken_at', 'text', (column) => column.notNull())
    .addColumn('since', 'text', (column) => column.notNull())
    .addColumn('until', 'text', (column) => column.notNull())
    .execute();
}

async function createNotices(db: Kysely<LedgerTables>): Promise<void> {
  await db.schema
    .createTable('schedule_notices')
    .addColumn('number', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('schedule', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('way', 'text', (column) => column.notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .addColumn('made_at', 'text', (column) => column.notNull())
    .addColumn('next_at', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('error', 'text')
    .addColumn('given_up', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createIndex('schedule_notices_next')
    .on('schedule_notices')
    .columns(['given_up', 'next_at'])
    .execute();
}
