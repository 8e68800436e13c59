import type { Kysely } from 'kysely';
import { entryText } from '../model/run/entry-hash.ts';
import { beginRun, foldEntry } from '../model/run/fold-run.ts';
import type { JournalEntry } from '../model/run/journal-entry.ts';
import type { RunState } from '../model/run/run-state.ts';
import { enterRun, writeEntries } from './add-entries.ts';
import { inTransaction } from './in-transaction.ts';
import { type KnownRun, knownRun } from './known-run.ts';
import { brokenLink, type ChainHead, entryOf, type LinkedEntry, noHead } from './link-entries.ts';
import type { RunLedger } from './read-run.ts';
import { journalDamaged, runExists } from './run-errors.ts';
import type { RunStatements } from './run-statements.ts';
import type { LedgerTables } from './tables.ts';

/**
 * Writes a run from its exported entries, all in one transaction.
 * @throws KnownError `run.exists`, `run.journal-damaged`
 */
export async function restoreRun(
  db: Kysely<LedgerTables>,
  { statements, memory }: RunLedger,
  entries: AsyncIterable<JournalEntry>,
): Promise<RunState> {
  const source = entries[Symbol.asyncIterator]();
  try {
    // Before the transaction: entries that this very ledger gives could not be read within it.
    const first = await source.next();
    if (first.done === true) throw new TypeError('A run is not restored from nothing.');
    const known = await inTransaction(db, () => writeRun(statements, first.value, source));
    memory.keep(known);
    return known.state;
  } finally {
    await source.return?.();
  }
}

async function writeRun(
  statements: RunStatements,
  first: JournalEntry,
  rest: AsyncIterator<JournalEntry>,
): Promise<KnownRun> {
  const { run } = first;
  if (statements.head(run) !== undefined || statements.last(run) !== undefined) throw runExists(run);
  let linked = relinked(run, noHead, first);
  writeEntries(statements, [linked]);
  const state = foldingOf(linked.entry, () => beginRun(linked.entry));
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
    linked = relinked(run, linked.entry, next.value);
    writeEntries(statements, [linked]);
    foldingOf(linked.entry, () => foldEntry(state, linked.entry));
  }
  return enterRun(statements, knownRun(state));
}

/** The entry as it will be read, when it follows what came before. */
function relinked(run: string, head: ChainHead, given: JournalEntry): LinkedEntry {
  const text = entryText(given);
  const broken = given.run === run ? brokenLink(head, { ...given, text }) : `It is of another run, "${given.run}".`;
  if (broken !== undefined) throw journalDamaged({ run, seq: head.seq + 1, message: broken });
  return { text, entry: entryOf(text, given.prevHash, given.hash) };
}

/** A chain can be whole and yet tell what cannot have happened. */
function foldingOf<T>({ run, seq }: JournalEntry, fold: () => T): T {
  try {
    return fold();
  } catch (error) {
    throw journalDamaged({ run, seq, message: 'It cannot have come after what is told before it.' }, error);
  }
}
