import { type Kysely, sql } from 'kysely';
import type { LedgerTables } from './tables.ts';

export async function createRuns(db: Kysely<LedgerTables>): Promise<void> {
  await createSummaries(db);
  await createJournal(db);
  await guardJournal(db);
  await createLeases(db);
  await createTimers(db);
  await createStates(db);
}

/** `place` grows with each run: whoever came first in a group is known also when the clock went back. */
async function createSummaries(db: Kysely<LedgerTables>): Promise<void> {
  await db.schema
    .createTable('runs')
    .addColumn('place', 'integer', (column) => column.primaryKey())
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('playbook', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('is_past', 'integer', (column) => column.notNull().check(sql`is_past in (0, 1)`))
    .addColumn('concurrency_groups', 'text', (column) => column.notNull())
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('started_by', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .addColumn('steps', 'text', (column) => column.notNull())
    .addColumn('head_seq', 'integer', (column) => column.notNull())
    .addColumn('head_hash', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('runs_by_time').on('runs').columns(['started_at', 'place']).execute();
  await db.schema
    .createTable('run_groups')
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('run', 'text', (column) => column.notNull().references('runs.id'))
    .addPrimaryKeyConstraint('run_groups_once', ['name', 'run'])
    .execute();
  await db.schema.createIndex('run_groups_of_run').on('run_groups').columns(['run']).execute();
}

/** Of each attempt at a step there is one of these and no other. */
const once = sql.raw("('step.intent', 'step.outcome', 'compensation.intent', 'compensation.outcome')");

/**
 * One tree in the order of runs and entries, without a second one by numbers of rows: what an append writes is what it waits
 * for. The text comes last: a playbook of ten thousand steps is no reason to walk over its pages for the hash behind it.
 */
async function createJournal(db: Kysely<LedgerTables>): Promise<void> {
  await db.schema
    .createTable('journal')
    .addColumn('run', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull().check(sql`seq > 0`))
    .addColumn('step', 'text')
    .addColumn('attempt', 'integer')
    .addColumn('epoch', 'integer', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('prev_hash', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('journal_in_order', ['run', 'seq'])
    // A unique index takes any number of nulls.
    .addCheckConstraint(
      'journal_attempts',
      sql`type not in ${once} or (step is not null and attempt is not null and attempt > 0)`,
    )
    .modifyEnd(sql`without rowid`)
    .execute();
  await sql`create unique index journal_once on journal (run, step, attempt, type) where type in ${once}`.execute(db);
}

/**
 * For other programs as well. What is asked of an insert is for `insert or replace`, which takes rows away and asks no trigger
 * on deletes.
 */
async function guardJournal(db: Kysely<LedgerTables>): Promise<void> {
  await sql`create trigger journal_stays before update on journal
    begin select raise(abort, 'A journal is only ever added to.'); end`.execute(db);
  await sql`create trigger journal_keeps before delete on journal
    begin select raise(abort, 'A journal is only ever added to.'); end`.execute(db);
  await sql`create trigger journal_goes_on before insert on journal begin
    select raise(abort, 'An entry of a journal comes after the last one.')
      where new.seq <> coalesce((select max(seq) from journal where run = new.run), 0) + 1;
    select raise(abort, 'This attempt at the step has it already.')
      where new.type in ${once} and exists (
        select 1 from journal where run = new.run and step = new.step and attempt = new.attempt and type = new.type
          and type in ${once});
    end`.execute(db);
}

async function createLeases(db: Kysely<LedgerTables>): Promise<void> {
  await db.schema
    .createTable('run_leases')
    .addColumn('run', 'text', (column) => column.primaryKey().references('runs.id'))
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('epoch', 'integer', (column) => column.notNull())
    .addColumn('since', 'text', (column) => column.notNull())
    .addColumn('until', 'text', (column) => column.notNull())
    .execute();
}

/**
 * Only those that have not fired stand here, and in the order in which they will be due: the sweep reads what is due and
 * nothing else.
 */
async function createTimers(db: Kysely<LedgerTables>): Promise<void> {
  await db.schema
    .createTable('run_timers')
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('run', 'text', (column) => column.notNull().references('runs.id'))
    .addColumn('step', 'text', (column) => column.notNull())
    .addColumn('timer', 'text', (column) => column.notNull())
    .addColumn('zone', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('run_timers_due', ['due_at', 'run', 'step', 'timer'])
    .modifyEnd(sql`without rowid`)
    .execute();
}

async function createStates(db: Kysely<LedgerTables>): Promise<void> {
  await db.schema
    .createTable('run_states')
    .addColumn('run', 'text', (column) => column.primaryKey().references('runs.id'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('plan_seq', 'integer', (column) => column.notNull())
    .addColumn('fold', 'integer', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .execute();
}
