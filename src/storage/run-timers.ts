import type { Kysely } from 'kysely';
import type { JournalEntry } from '../model/run/journal-entry.ts';
import type { StepState } from '../model/run/run-state.ts';
import type { DueTimer } from '../model/run/run-store.ts';
import type { KnownRun } from './known-run.ts';
import type { RunStatements } from './run-statements.ts';
import type { LedgerTables } from './tables.ts';

/** Sees to it that the table has the timers of the folded state that may still matter, whatever the entries were. */
export function keepTimers(
  statements: RunStatements,
  before: KnownRun,
  after: KnownRun,
  entries: readonly JournalEntry[],
): void {
  for (const id of new Set(entries.map(({ step }) => step))) {
    const was = before.state.steps.get(id ?? '');
    const is = after.state.steps.get(id ?? '');
    if (was === undefined || is === undefined) continue;
    if (was.timers === is.timers && isOpen(was) === isOpen(is)) continue;
    if (was.timers.length > 0) statements.clearTimers(after.state.id, is.plan.id);
    addTimers(statements, after.state.id, is);
  }
}

/** The same for all steps of a run; one that has ended has none. */
export function keepAllTimers(statements: RunStatements, { state }: KnownRun): void {
  statements.clearAllTimers(state.id);
  if (state.ended !== null) return;
  for (const step of state.steps.values()) addTimers(statements, state.id, step);
}

function addTimers(statements: RunStatements, run: string, step: StepState): void {
  if (!isOpen(step)) return;
  for (const { timer, dueAt, zone, hasFired } of step.timers) {
    if (!hasFired) statements.addTimer({ run, step: step.plan.id, timer, due_at: dueAt, zone });
  }
}

/** A step that failed may be held back before its next attempt. */
function isOpen({ state }: StepState): boolean {
  return state !== 'succeeded' && state !== 'skipped' && state !== 'cancelled' && state !== 'compensated';
}

function timers(db: Kysely<LedgerTables>) {
  return db
    .selectFrom('run_timers')
    .select(['run', 'step', 'timer', 'due_at as dueAt'])
    .orderBy('due_at')
    .orderBy('run')
    .orderBy('step')
    .orderBy('timer');
}

export async function dueTimers(
  db: Kysely<LedgerTables>,
  now: string,
  limit: number | undefined,
): Promise<readonly DueTimer[]> {
  const due = timers(db).where('due_at', '<=', now);
  return (limit === undefined ? due : due.limit(limit)).execute();
}

export async function nextTimer(db: Kysely<LedgerTables>): Promise<DueTimer | null> {
  return (await timers(db).limit(1).executeTakeFirst()) ?? null;
}
