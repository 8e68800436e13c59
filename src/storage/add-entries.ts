import type { JournalEntry, NewEntry } from '../model/run/journal-entry.ts';
import { isWorthKeeping, keepState } from './kept-state.ts';
import { carriedOn, type KnownRun } from './known-run.ts';
import { type LinkedEntry, linkEntries } from './link-entries.ts';
import { stepTaken } from './run-errors.ts';
import { journalRow, runRow } from './run-rows.ts';
import type { RunStatements } from './run-statements.ts';
import { keepAllTimers, keepTimers } from './run-timers.ts';

/** Writes entries inside a transaction; what is remembered of the run is left to whoever has committed it. */
export function addEntries(
  statements: RunStatements,
  before: KnownRun,
  epoch: number,
  entries: readonly NewEntry[],
): KnownRun {
  if (entries.length === 0) return before;
  const { id, head } = before.state;
  const linked = linkEntries(id, head, epoch, entries);
  writeEntries(statements, linked);
  const all = linked.map(({ entry }) => entry);
  const after = carriedOn(before, all);
  const row = runRow(after);
  statements.changeSummary(row);
  if (all.some(changesPlan)) {
    statements.changePlan(row);
    keepGroups(statements, after);
    keepAllTimers(statements, before, after);
  } else keepTimers(statements, before, after, all);
  return withStateKept(statements, after);
}

function withStateKept(statements: RunStatements, known: KnownRun): KnownRun {
  if (!isWorthKeeping(known.state, known.keptSeq)) return known;
  keepState(statements, known.state);
  return { ...known, keptSeq: known.state.head.seq };
}

function changesPlan({ type }: JournalEntry): boolean {
  return type === 'run.amended' || type === 'run.ended';
}

/** @throws KnownError `run.step-taken` */
export function writeEntries(statements: RunStatements, linked: readonly LinkedEntry[]): void {
  for (const one of linked) {
    try {
      statements.addEntry(journalRow(one));
    } catch (error) {
      throw isTaken(one.entry, error) ? stepTaken(one.entry) : error;
    }
  }
}

/** Either of the unique index or of the trigger that comes before it. */
function isTaken({ type, step, attempt }: JournalEntry, error: unknown): boolean {
  if (step === null || attempt === null || !/^(step|compensation)\.(intent|outcome)$/.test(type)) return false;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_TRIGGER';
}

/** Enters all that follows from a journal for which this ledger has had none of it. */
export function enterRun(statements: RunStatements, known: KnownRun): KnownRun {
  statements.addSummary(runRow(known));
  keepGroups(statements, known);
  keepAllTimers(statements, undefined, known);
  return withStateKept(statements, known);
}

/** A run that has ended holds nothing. */
function keepGroups(statements: RunStatements, { state }: KnownRun): void {
  statements.clearGroups(state.id);
  if (state.ended !== null) return;
  for (const name of new Set(state.plan.concurrencyGroups)) statements.addGroup(name, state.id);
}
