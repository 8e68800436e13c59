import type { Kysely } from 'kysely';
import type { Sha256 } from '../base/digest.ts';
import type { JournalEntry } from '../model/run/journal-entry.ts';
import { withLedgerErrors } from './ledger-errors.ts';
import { brokenLink, type ChainHead, entryOf, noHead, offHead } from './link-entries.ts';
import { journalDamaged, unknownRun } from './run-errors.ts';
import type { JournalRow, LedgerTables, RunRow } from './tables.ts';

/** A few megabytes at most, but for the first one, which has the whole plan. */
const ENTRIES_AT_ONCE = 500;

export interface JournalEnds {
  /** Number of the last entry; 0 without any. */
  readonly last: number;
  readonly summary: RunRow | undefined;
}

/** Where a journal ends, and where its summary says so, at one moment. */
export async function journalEnds(db: Kysely<LedgerTables>, run: string): Promise<JournalEnds> {
  const newest = db
    .selectFrom('journal')
    .select(({ fn }) => fn.max('seq').as('last'))
    .where('run', '=', run)
    .as('newest');
  const row = await db
    .selectFrom(newest)
    .leftJoin('runs', (join) => join.on('runs.id', '=', run))
    .selectAll()
    .executeTakeFirstOrThrow();
  const { last, ...summary } = row;
  return { last: last ?? 0, summary: summary.id === null ? undefined : (summary as unknown as RunRow) };
}

/** The next entries of a journal, as they stand there; [] after the last. */
export function journalPage(db: Kysely<LedgerTables>, run: string, after: number): Promise<readonly JournalRow[]> {
  return db
    .selectFrom('journal')
    .selectAll()
    .where('run', '=', run)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(ENTRIES_AT_ONCE)
    .execute();
}

/**
 * The entries of a run from a number on. It may grow meanwhile: those that are added are read as well.
 * @throws KnownError `run.unknown`, `run.journal-damaged`, and those of the ledger
 */
export async function* readEntries(
  db: Kysely<LedgerTables>,
  file: string,
  run: string,
  fromSeq: number,
): AsyncGenerator<JournalEntry> {
  let head: ChainHead | undefined = fromSeq <= 1 ? noHead : undefined;
  for (;;) {
    const rows = await withLedgerErrors(file, () => journalPage(db, run, head?.seq ?? fromSeq - 1));
    for (const row of rows) {
      head ??= { seq: fromSeq - 1, hash: row.prev_hash as Sha256 };
      const broken = brokenLink(head, { ...row, prevHash: row.prev_hash });
      if (broken !== undefined) throw journalDamaged({ run, seq: head.seq + 1, message: broken });
      yield entryOf(row.text, head.hash, row.hash as Sha256);
      head = { seq: row.seq, hash: row.hash as Sha256 };
    }
    if (rows.length === 0 && (await isWholeAt(db, file, run, head))) return;
  }
}

/** Whether the last entry that was read is the last one there is. */
async function isWholeAt(db: Kysely<LedgerTables>, file: string, run: string, head: ChainHead | undefined) {
  const { last, summary } = await withLedgerErrors(file, () => journalEnds(db, run));
  if (summary === undefined && last === 0) throw unknownRun(run);
  if (head === undefined) return true;
  if (last > head.seq) return false;
  const { head_seq: seq, head_hash: hash } = summary ?? { head_seq: head.seq, head_hash: head.hash };
  if (seq !== head.seq || hash !== head.hash) throw journalDamaged({ run, ...offHead(head, { seq, hash }) });
  return true;
}
