import type Database from 'better-sqlite3';
import type { Sha256 } from '../base/digest.ts';
import { brokenLink, type ChainHead, noHead, offHead } from './link-entries.ts';
import { journalDamaged } from './run-errors.ts';
import { RunStatements } from './run-statements.ts';

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
 * Looks over the journals of a ledger. Of every run, at the cost of two look-ups: that its journal ends with the entry which
 * its summary names. Of those that have not ended, in which somebody may yet do what cannot be undone, each entry against its
 * hash; of the newest that have ended as well, up to 100,000 entries. `verify` reads one journal altogether.
 */
export function damagedJournals(database: Database.Database): readonly string[] {
  const statements = new RunStatements(database);
  // At one moment: somebody may be writing.
  return statements.read(() => lookOver(database, statements)).slice(0, NAMED_AT_MOST);
}

function lookOver(database: Database.Database, statements: RunStatements): readonly string[] {
  let left = ENTRIES_OF_ENDED;
  const damages = summariesOf(database).map((summary) => {
    if (ended.has(summary.state)) left -= summary.head_seq;
    return damageOf(statements, summary, left >= 0);
  });
  const orphans = orphansOf(database).map((run) => `The summary of run ${run} is missing; its journal is there.`);
  return [...damages.filter((damage) => damage !== undefined), ...orphans];
}

/** Newest first. */
function summariesOf(database: Database.Database): readonly Summary[] {
  return database.prepare('select id, state, head_seq, head_hash from runs order by place desc').all() as Summary[];
}

/** From the first entry of a run to that of the next one, whatever is between them. */
function orphansOf(database: Database.Database): readonly string[] {
  return database
    .prepare(
      `with recursive told (run) as (
        select min(run) from journal
        union all select (select min(run) from journal where journal.run > told.run) from told where run is not null
      ) select run from told where run is not null and run not in (select id from runs)`,
    )
    .pluck()
    .all() as string[];
}

/** @param mayRead whether there is time for the journal of a run that has ended */
function damageOf(statements: RunStatements, summary: Summary, mayRead: boolean): string | undefined {
  const { id, state, head_seq: seq, head_hash: hash } = summary;
  if (!mayRead && ended.has(state) && isAt(statements.last(id), seq, hash)) return undefined;
  let head: ChainHead = noHead;
  for (const [next, prevHash, nextHash, text] of statements.linksAfter(id, 0)) {
    const message = brokenLink(head, { seq: next, prevHash, hash: nextHash, text });
    if (message !== undefined) return journalDamaged({ run: id, seq: head.seq + 1, message }).message;
    head = { seq: next, hash: nextHash as Sha256 };
  }
  return isAt(head, seq, hash) ? undefined : journalDamaged({ run: id, ...offHead(head, { seq, hash }) }).message;
}

function isAt(head: { readonly seq: number; readonly hash: string } | undefined, seq: number, hash: string): boolean {
  return head?.seq === seq && head.hash === hash;
}
