import type { Kysely } from 'kysely';
import type { ExportHead, ExportStore } from '../model/export-store.ts';
import type { ExportChange, ExportReport } from '../model/official-export.ts';
import type { Post } from '../model/post.ts';
import type { GapAcceptance } from '../model/statement.ts';
import { enterPosts } from './enter-posts.ts';
import { pairPosts } from './find-twins.ts';
import { inTransaction } from './in-transaction.ts';
import { layBeside } from './lay-beside.ts';
import { withLedgerErrors } from './ledger-errors.ts';
import { sqlitePostWords } from './sqlite-post-words.ts';
import type { LedgerTables } from './tables.ts';

/**
 * Official exports in SQLite. While posts are entered, the ledger's only connection is theirs, as it is for those of a
 * snapshot.
 */
export function sqliteExportStore(db: Kysely<LedgerTables>, file: string): ExportStore {
  const safely = <T>(work: () => Promise<T>): Promise<T> => withLedgerErrors(file, work);
  return {
    addExport: (head, posts, finish) =>
      safely(() => inTransaction(db, (transaction) => addExport(transaction, head, posts, finish))),
    list: (channel) => safely(() => list(db, channel)),
    findByParts: (channel, sha256) => safely(() => findByParts(db, channel, sha256)),
    reconcile: (channel) =>
      safely(() =>
        inTransaction(db, async (transaction) => {
          await pairPosts(transaction, channel);
          return layBeside(transaction, channel);
        }),
      ),
    accept: (acceptance) => safely(() => accept(db, acceptance)),
    acceptances: (channel) => safely(() => acceptances(db, channel)),
  };
}

async function addExport(
  db: Kysely<LedgerTables>,
  head: ExportHead,
  posts: AsyncIterable<Post>,
  finish: () => ExportReport,
): Promise<ExportChange> {
  const { id, channel, at } = head;
  const counts = await enterPosts(db, sqlitePostWords, { id, channel, startedAt: at, origin: 'export' }, posts);
  const gone = await countGone(db, head);
  await enterReport(db, head, finish());
  await pairPosts(db, channel);
  return { ...counts, gone };
}

/**
 * What the export before this one held, and this one does not; what was gone by then is not counted again. When this one was
 * entered before, nothing stands between the two.
 */
async function countGone(db: Kysely<LedgerTables>, { channel, at }: ExportHead): Promise<number> {
  const before = await db
    .selectFrom('exports')
    .select(({ fn }) => fn.max('at').as('at'))
    .where('channel', '=', channel)
    .where('at', '<=', at)
    .executeTakeFirst();
  if ((before?.at ?? null) === null) return 0;
  const { count } = await db
    .selectFrom('posts')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .where('channel', '=', channel)
    .where('origin', '=', 'export')
    .where('is_stated', '=', 1)
    .where('exported_at', '>=', before?.at ?? at)
    .where('exported_at', '<', at)
    .executeTakeFirstOrThrow();
  return Number(count);
}

const partsKey = (digests: readonly string[]): string => digests.toSorted().join(' ');

async function enterReport(db: Kysely<LedgerTables>, { id, channel, at }: ExportHead, report: ExportReport) {
  const parts = partsKey(report.parts.map(({ sha256 }) => sha256));
  const row = { id, channel, at, imported_at: report.importedAt, parts, json: JSON.stringify(report) };
  await db
    .insertInto('exports')
    .values(row)
    .onConflict((on) => on.column('id').doUpdateSet(row))
    .execute();
}

async function list(db: Kysely<LedgerTables>, channel: string | undefined): Promise<readonly ExportReport[]> {
  const all = db
    .selectFrom('exports')
    .select('json')
    .orderBy('at', 'desc')
    .orderBy('imported_at', 'desc')
    .orderBy('id');
  const rows = await (channel === undefined ? all : all.where('channel', '=', channel)).execute();
  return rows.map(({ json }) => JSON.parse(json) as ExportReport);
}

async function findByParts(
  db: Kysely<LedgerTables>,
  channel: string,
  digests: readonly string[],
): Promise<ExportReport | undefined> {
  const row = await db
    .selectFrom('exports')
    .select('json')
    .where('channel', '=', channel)
    .where('parts', '=', partsKey(digests))
    .orderBy('imported_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : (JSON.parse(row.json) as ExportReport);
}

/** Each time is a row of its own: who took a gap on themselves, and why, is never overwritten. */
async function accept(db: Kysely<LedgerTables>, { gap, channel, by, why, at }: GapAcceptance): Promise<void> {
  await db.insertInto('accepted_gaps').values({ gap, channel, by_whom: by, why, at }).execute();
}

/** Of each gap the newest, in the order in which they were accepted. */
async function acceptances(db: Kysely<LedgerTables>, channel: string): Promise<readonly GapAcceptance[]> {
  const rows = await db
    .selectFrom('accepted_gaps')
    .selectAll()
    .where('channel', '=', channel)
    .orderBy('at')
    .orderBy('number')
    .execute();
  const newest = new Map<string, GapAcceptance>();
  for (const { gap, by_whom, why, at } of rows) {
    newest.delete(gap);
    newest.set(gap, { gap, channel, by: by_whom, why, at });
  }
  return [...newest.values()];
}
