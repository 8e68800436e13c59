import type { Kysely } from 'kysely';
import type { Sha256 } from '../base/digest.ts';
import type { JournalEntry } from '../model/run/journal-entry.ts';
import type { JournalCheck, JournalProblem } from '../model/run/run-store.ts';
import { brokenLink, type ChainHead, entryOf, noHead, offHead } from './link-entries.ts';
import { journalEnds, journalPage } from './read-entries.ts';
import { unknownRun } from './run-errors.ts';
import type { JournalRow, LedgerTables, RunRow } from './tables.ts';

type Trouble = Omit<JournalProblem, 'run'>;

/** What was read of a journal, as far as it is as it was written. */
interface Reading {
  readonly head: ChainHead;
  readonly first: JournalEntry | undefined;
  readonly trouble: Trouble | undefined;
}

/**
 * Reads a whole journal, some hundred entries at a time; others may write it meanwhile.
 * @throws KnownError `run.unknown`
 */
export async function verifyJournal(db: Kysely<LedgerTables>, run: string): Promise<JournalCheck> {
  let reading: Reading = { head: noHead, first: undefined, trouble: undefined };
  let ends = await journalEnds(db, run);
  if (ends.summary === undefined && ends.last === 0) throw unknownRun(run);
  while (reading.trouble === undefined && ends.last > reading.head.seq) {
    reading = readOn(reading, await journalPage(db, run, reading.head.seq));
    ends = await journalEnds(db, run);
  }
  const { head, first, trouble = summaryTrouble(head, first, ends.summary) } = reading;
  if (trouble === undefined) return { ok: true, entries: head.seq, head, problem: null };
  const good = await headBefore(db, run, head, trouble.seq);
  return { ok: false, entries: await countEntries(db, run), head: good, problem: { run, ...trouble } };
}

/** How many there are, good or not. */
async function countEntries(db: Kysely<LedgerTables>, run: string): Promise<number> {
  const { entries } = await db
    .selectFrom('journal')
    .select(({ fn }) => fn.countAll<number | string>().as('entries'))
    .where('run', '=', run)
    .executeTakeFirstOrThrow();
  return Number(entries);
}

/** The last entry before the one that is not as it was written; null when that is the first. */
async function headBefore(
  db: Kysely<LedgerTables>,
  run: string,
  head: ChainHead,
  seq: number,
): Promise<JournalCheck['head']> {
  if (seq === 1) return null;
  if (seq > head.seq) return head;
  const before = db
    .selectFrom('journal')
    .select(['seq', 'hash'])
    .where('run', '=', run)
    .where('seq', '=', seq - 1);
  return (await before.executeTakeFirst()) ?? null;
}

function readOn(before: Reading, rows: readonly JournalRow[]): Reading {
  let { head, first } = before;
  for (const row of rows) {
    const message = brokenLink(head, { ...row, prevHash: row.prev_hash }) ?? strayColumn(row);
    if (message !== undefined) return { head, first, trouble: { seq: head.seq + 1, message } };
    const hash = row.hash as Sha256;
    first ??= entryOf(row.text, head.hash, hash);
    head = { seq: row.seq, hash };
  }
  return { head, first, trouble: undefined };
}

const repeated = ['run', 'seq', 'step', 'attempt', 'epoch', 'type', 'at'] as const;

/** A column that does not say what the text says. */
function strayColumn(row: JournalRow): string | undefined {
  const entry = JSON.parse(row.text) as Pick<JournalEntry, (typeof repeated)[number]>;
  const stray = repeated.find((name) => row[name] !== entry[name]);
  return stray === undefined ? undefined : `Its column "${stray}" says ${row[stray]}, and its text ${entry[stray]}.`;
}

/** What is wrong with the summary, given that all entries are as they were written. */
function summaryTrouble(
  head: ChainHead,
  first: JournalEntry | undefined,
  summary: RunRow | undefined,
): Trouble | undefined {
  // Nobody can say then whether there were more entries.
  if (summary === undefined)
    return { seq: head.seq + 1, message: 'The summary of the run is missing, which tells its last entry.' };
  const { head_seq: seq, head_hash: hash } = summary;
  if (seq !== head.seq || hash !== head.hash) return offHead(head, { seq, hash });
  const says = first === undefined ? undefined : strayFact(first, summary);
  return says === undefined ? undefined : { seq: head.seq + 1, message: says };
}

/** Of what the summary repeats, that which no later version of Lastpost may see in another way. */
function strayFact(first: JournalEntry, { started_at, started_by }: RunRow): string | undefined {
  if (started_at !== first.at)
    return `The summary says that the run began at ${started_at}, and its journal ${first.at}.`;
  const person = first.by.person ?? '';
  return started_by === person
    ? undefined
    : `The summary says that ${started_by} began the run, and its journal ${person}.`;
}
