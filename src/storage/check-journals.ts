import type Database from 'better-sqlite3';
import type { Sha256 } from '../base/digest.ts';
import { brokenLink, type ChainHead, noHead, offHead } from './link-entries.ts';
import { journalDamaged } from './run-errors.ts';
import { RunStatements } from './run-statements.ts';

interface Journal {
  readonly run: string;
  readonly entries: number;
  readonly last: number;
}

interface Summary {
  readonly id: string;
  readonly state: string;
  readonly head_seq: number;
  readonly head_hash: string;
}

const NAMED_AT_MOST = 20;
const ended: ReadonlySet<string> = new Set(['succeeded', 'failed', 'cancelled', 'rolled_back']);

/** Half a second or so. */
const ENTRIES_OF_ENDED = 100_000;

/**
 * Looks over the journals of a ledger: of every run, by its indexes alone, that no entry is missing and the last one is that
 * of the summary; of those that have not ended, in which somebody may yet do what cannot be undone, each entry against its
 * hash, and of the newest that have ended as well, up to 100,000 entries. `verify` reads one journal altogether.
 */
export function damagedJournals(database: Database.Database): readonly string[] {
  const statements = new RunStatements(database);
  // At one moment: somebody may be writing.
  return statements.read(() => lookOver(database, statements)).slice(0, NAMED_AT_MOST);
}

function lookOver(database: Database.Database, statements: RunStatements): readonly string[] {
  const journals = new Map(journalsOf(database).map((journal) => [journal.run, journal]));
  const damages: string[] = [];
  let left = ENTRIES_OF_ENDED;
  for (const summary of summariesOf(database)) {
    const journal = journals.get(summary.id) ?? { run: summary.id, entries: 0, last: 0 };
    if (ended.has(summary.state)) left -= journal.entries;
    const damage = damageOf(statements, summary, journal, left >= 0);
    if (damage !== undefined) damages.push(damage);
    journals.delete(summary.id);
  }
  const orphans = [...journals.keys()].map((run) => `The summary of run ${run} is missing; its journal is there.`);
  return [...damages, ...orphans];
}

/** Newest first. */
function summariesOf(database: Database.Database): readonly Summary[] {
  return database.prepare('select id, state, head_seq, head_hash from runs order by place desc').all() as Summary[];
}

/** Out of the index: the texts are not touched. */
function journalsOf(database: Database.Database): readonly Journal[] {
  return database
    .prepare('select run, count(*) as entries, max(seq) as last from journal group by run')
    .all() as Journal[];
}

/** @param mayRead whether there is time for the journal of a run that has ended */
function damageOf(
  statements: RunStatements,
  summary: Summary,
  { entries, last }: Journal,
  mayRead: boolean,
): string | undefined {
  const { id, state, head_seq: seq, head_hash: hash } = summary;
  const isWhole = entries === last && last === seq && statements.last(id)?.hash === hash;
  if (isWhole && ended.has(state) && !mayRead) return undefined;
  let head: ChainHead = noHead;
  for (const [next, prevHash, nextHash, text] of statements.linksAfter(id, 0)) {
    const message = brokenLink(head, { seq: next, prevHash, hash: nextHash, text });
    if (message !== undefined) return journalDamaged({ run: id, seq: head.seq + 1, message }).message;
    head = { seq: next, hash: nextHash as Sha256 };
  }
  return isWhole ? undefined : journalDamaged({ run: id, ...offHead(head, { seq, hash }) }).message;
}
