import type { Kysely } from 'kysely';
import type { JournalEntry } from '../model/run/journal-entry.ts';
import type { RunState, StepState } from '../model/run/run-state.ts';
import type { DueTimer } from '../model/run/run-store.ts';
import type { KnownRun } from './known-run.ts';
import type { RunStatements } from './run-statements.ts';
import type { LedgerTables, RunTimerRow } from './tables.ts';

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
    if (was === is || (was?.timers === is?.timers && was?.state === is?.state)) continue;
    replaceTimers(statements, timersOf(before.state, was), timersOf(after.state, is));
  }
}

/** The same for all steps of a run, of which nothing was known before when it is new. */
export function keepAllTimers(statements: RunStatements, before: KnownRun | undefined, after: KnownRun): void {
  const all = ({ state }: KnownRun) => [...state.steps.values()].flatMap((step) => timersOf(state, step));
  replaceTimers(statements, before === undefined ? [] : all(before), all(after));
}

function replaceTimers(statements: RunStatements, before: readonly RunTimerRow[], after: readonly RunTimerRow[]): void {
  for (const timer of before) statements.dropTimer(timer);
  for (const timer of after) statements.addTimer(timer);
}

/** Those that have not fired; none of a step that is done for good, or of a run that has ended. */
function timersOf({ id, ended }: RunState, step: StepState | undefined): readonly RunTimerRow[] {
  if (step === undefined || step.timers.length === 0 || ended !== null || !isOpen(step)) return [];
  return step.timers
    .filter(({ hasFired }) => !hasFired)
    .map(({ timer, dueAt, zone }) => ({ run: id, step: step.plan.id, timer, due_at: dueAt, zone }));
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
