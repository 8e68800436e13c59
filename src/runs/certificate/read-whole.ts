import { canonicalJson } from '../../base/canonical-json.ts';
import { KnownError } from '../../base/known-error.ts';
import { beginRun, foldEntry, type GrowingRunState } from '../../model/run/fold-run.ts';
import type { JournalEntry } from '../../model/run/journal-entry.ts';
import type { RunState } from '../../model/run/run-state.ts';
import { CHAIN_START, type ChainEnd, chainProblem, endOf } from '../check-chain.ts';
import { emptyHistory, noteEntry, type RunHistory } from './gather-history.ts';

/**
 * A run's journal up to the entry that `head` names, each entry hashed again before anything is made of it.
 * @throws KnownError `certificate.journal-broken`
 */
export async function readWhole(
  run: string,
  head: RunState['head'],
  entries: AsyncIterable<JournalEntry>,
): Promise<{ readonly state: RunState; readonly history: RunHistory }> {
  const history = emptyHistory();
  let state: GrowingRunState | undefined;
  let end: ChainEnd = CHAIN_START;
  for await (const written of entries) {
    const problem =
      chainProblem(end, written) ?? (written.run === run ? undefined : `It is the journal of ${written.run}.`);
    if (problem !== undefined) throw broken(run, problem);
    end = endOf(written);
    const entry = inOneOrder(written);
    if (state === undefined) state = begun(run, entry);
    else foldEntry(state, entry);
    noteEntry(history, entry);
    if (end.seq === head.seq) break;
  }
  if (state === undefined || end.seq < head.seq) {
    throw broken(run, `It ends after entry ${end.seq}, and ${head.seq} were written.`);
  }
  if (end.hash !== head.hash) throw broken(run, `Entry ${end.seq} is not the one that was written last.`);
  return { state, history };
}

/** With the keys of its body sorted: in which order a ledger or a file has them must not show on a certificate. */
function inOneOrder(entry: JournalEntry): JournalEntry {
  return { ...entry, body: JSON.parse(canonicalJson(entry.body)) as unknown } as JournalEntry;
}

function begun(run: string, entry: JournalEntry): GrowingRunState {
  if (entry.type !== 'run.started') throw broken(run, `It begins with ${entry.type}.`);
  return beginRun(entry);
}

function broken(run: string, says: string): KnownError {
  return new KnownError(
    'certificate.journal-broken',
    `Nothing is certified of run ${run}: its journal is damaged. ${says}`,
    {
      hint: `Look at it with "lastpost run journal ${run} --verify", and take the ledger from a backup.`,
    },
  );
}
