import type { NewEntry } from '../model/run/journal-entry.ts';
import type { RunState } from '../model/run/run-state.ts';
import type { AppendAs } from '../model/run/run-store.ts';
import { addEntries, enterRun, writeEntries } from './add-entries.ts';
import { checkLease } from './check-lease.ts';
import { begunRun } from './known-run.ts';
import { linkEntries, noHead } from './link-entries.ts';
import { type RunLedger, readRun } from './read-run.ts';
import { runExists } from './run-errors.ts';

/** Before a lease was taken for the first time. */
const NO_EPOCH = 0;

/** The first entry of a run. @throws KnownError `run.exists` */
export function beginJournal({ statements, memory }: RunLedger, run: string, first: NewEntry): RunState {
  const known = statements.write(() => {
    if (statements.head(run) !== undefined || statements.last(run) !== undefined) throw runExists(run);
    const [linked] = linkEntries(run, noHead, NO_EPOCH, [first]);
    if (linked === undefined) throw new TypeError('A run begins with an entry.');
    writeEntries(statements, [linked]);
    return enterRun(statements, begunRun(linked.entry));
  });
  memory.keep(known);
  return known.state;
}

/** One transaction: what `decide` makes of the newest state, or nothing. Errors are those of `RunStore.append`. */
export function appendToRun(
  ledger: RunLedger,
  run: string,
  as: AppendAs,
  decide: (state: RunState) => readonly NewEntry[],
): RunState {
  const { statements, memory } = ledger;
  const known = statements.write(() => {
    const before = readRun(ledger, run);
    const { epoch } = before.state;
    if ('lease' in as) checkLease(as.lease, run, epoch, statements.lease(run), as.now);
    return addEntries(statements, before, epoch, decide(before.state));
  });
  // Only now is it on the disk: had the commit failed, what is remembered would be what was before.
  memory.keep(known);
  return known.state;
}
