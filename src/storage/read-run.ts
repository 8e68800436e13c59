import type { Sha256 } from '../base/digest.ts';
import { KnownError } from '../base/known-error.ts';
import { beginRun, foldEntry, type GrowingRunState } from '../model/run/fold-run.ts';
import type { JournalEntry } from '../model/run/journal-entry.ts';
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
 * against its hash; where these do not follow what is remembered, the whole journal is read.
 * @throws KnownError `run.unknown`, `run.journal-damaged`
 */
export function readRun(ledger: RunLedger, run: string): KnownRun {
  const { statements, memory } = ledger;
  const heads = statements.heads(run);
  if (heads === undefined) throw unknownRun(run);
  const { head_seq, head_hash, last_seq, last_hash } = heads;
  const remembered = memory.get(run);
  const known =
    (remembered === undefined ? undefined : broughtUpToDate(ledger, remembered, last_seq, last_hash)) ??
    readWhole(statements, run);
  const { seq, hash } = known?.state.head ?? noHead;
  if (known === undefined || seq !== head_seq || hash !== head_hash) {
    memory.forget(run);
    throw journalDamaged({ run, ...offHead({ seq, hash }, { seq: head_seq, hash: head_hash }) });
  }
  if (known !== remembered) memory.keep(known);
  return known;
}

/** Undefined when the journal is not the one that is remembered. */
function broughtUpToDate(
  { statements }: RunLedger,
  known: KnownRun,
  lastSeq: number | null,
  lastHash: string | null,
): KnownRun | undefined {
  const { id, head } = known.state;
  if (lastSeq === head.seq) return lastHash === head.hash ? known : undefined;
  if (lastSeq === null || lastSeq < head.seq) return undefined;
  try {
    return carriedOn(known, [...followed(id, head, statements.linksAfter(id, head.seq))]);
  } catch (error) {
    // The whole journal says what is damaged.
    if (error instanceof KnownError) return undefined;
    throw error;
  }
}

/** Undefined when there is not one entry. */
function readWhole(statements: RunStatements, run: string): KnownRun | undefined {
  let state: GrowingRunState | undefined;
  for (const entry of followed(run, noHead, statements.linksAfter(run, 0))) {
    if (state === undefined) state = beginRun(entry);
    else foldEntry(state, entry);
  }
  return state === undefined ? undefined : knownRun(state);
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
