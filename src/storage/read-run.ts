import type { Sha256 } from '../base/digest.ts';
import { KnownError } from '../base/known-error.ts';
import { beginRun, foldEntry, type GrowingRunState } from '../model/run/fold-run.ts';
import type { JournalEntry } from '../model/run/journal-entry.ts';
import { keptState } from './kept-state.ts';
import { carriedOn, type KnownRun, knownRun, type RunMemory } from './known-run.ts';
import { brokenLink, type ChainHead, entryOf, noHead, offHead } from './link-entries.ts';
import { journalDamaged, unknownRun } from './run-errors.ts';
import type { LinkRow, RunStatements } from './run-statements.ts';

/** The SQLite of a ledger's runs, and what this process remembers of them. */
export interface RunLedger {
  readonly statements: RunStatements;
  readonly memory: RunMemory;
}

/**
 * The newest state of a run, inside a transaction. What is remembered is carried on by the entries that came since, each held
 * against its hash; where these do not follow what is remembered, or nothing is, the journal is read anew.
 * @throws KnownError `run.unknown`, `run.journal-damaged`
 */
export function readRun(ledger: RunLedger, run: string): KnownRun {
  const { statements, memory } = ledger;
  const head = statements.head(run);
  if (head === undefined) throw unknownRun(run);
  const remembered = memory.get(run);
  const known =
    (remembered === undefined ? undefined : broughtUpToDate(ledger, remembered)) ?? readAnew(statements, run);
  const { seq, hash } = known?.state.head ?? noHead;
  if (known === undefined || seq !== head.head_seq || hash !== head.head_hash) {
    memory.forget(run);
    throw journalDamaged({ run, ...offHead({ seq, hash }, { seq: head.head_seq, hash: head.head_hash }) });
  }
  if (known !== remembered) memory.keep(known);
  return known;
}

/** Undefined when the journal is not the one that is remembered. */
function broughtUpToDate({ statements }: RunLedger, known: KnownRun): KnownRun | undefined {
  const { id, head } = known.state;
  const last = statements.last(id);
  if (last === undefined || last.seq < head.seq) return undefined;
  if (last.seq === head.seq) return last.hash === head.hash ? known : undefined;
  return unlessBroken(() => carriedOn(known, [...followed(id, head, statements.linksAfter(id, head.seq))]));
}

/** Undefined when there is not one entry. */
function readAnew(statements: RunStatements, run: string): KnownRun | undefined {
  const kept = keptState(statements, run);
  const fromKept = kept === undefined ? undefined : unlessBroken(() => folded(statements, run, kept));
  return fromKept ?? folded(statements, run, undefined);
}

/** All entries, or those that follow the state that was kept. */
function folded(statements: RunStatements, run: string, kept: GrowingRunState | undefined): KnownRun | undefined {
  const keptSeq = kept?.head.seq ?? 0;
  let state = kept;
  for (const entry of followed(run, kept?.head ?? noHead, statements.linksAfter(run, keptSeq))) {
    if (state === undefined) state = beginRun(entry);
    else foldEntry(state, entry);
  }
  return state === undefined ? undefined : knownRun(state, keptSeq);
}

/** Undefined where entries do not follow what was known: the whole journal says what is damaged. */
function unlessBroken(read: () => KnownRun | undefined): KnownRun | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof KnownError) return undefined;
    throw error;
  }
}

/** Entries as long as each follows the one before. @throws KnownError `run.journal-damaged` */
function* followed(run: string, from: ChainHead, links: Iterable<LinkRow>): Generator<JournalEntry> {
  let head = from;
  for (const [seq, prevHash, hash, text] of links) {
    const broken = brokenLink(head, { seq, prevHash, hash, text });
    if (broken !== undefined) throw journalDamaged({ run, seq: head.seq + 1, message: broken });
    head = { seq, hash: hash as Sha256 };
    yield entryOf(text, prevHash as Sha256, head.hash);
  }
}
