import type { Kysely } from 'kysely';
import type { RetentionStore } from '../model/retention/retention-store.ts';
import { inTransaction } from './in-transaction.ts';
import { withLedgerErrors } from './ledger-errors.ts';
import type { LedgerTables } from './tables.ts';

const ENTRIES_AT_ONCE = 500;

/** What in the ledger relies on a snapshot. */
export function sqliteRetentionStore(db: Kysely<LedgerTables>, file: string): RetentionStore {
  return {
    namedByRuns: (snapshots) =>
      withLedgerErrors(file, async () => {
        const ids = new Map(snapshots.flatMap(({ id, sha256 }) => [[id, id] as const, [hexOf(sha256), id] as const]));
        const named = new Map<string, Set<string>>();
        if (ids.size === 0) return new Map();
        for await (const { run, text } of entriesOf(db)) {
          for (const id of namesIn(text, ids)) named.set(id, (named.get(id) ?? new Set()).add(run));
        }
        return new Map([...named].map(([id, runs]) => [id, [...runs]]));
      }),
    postsReadLastFrom: (channel) =>
      withLedgerErrors(file, async () => {
        const rows = await db
          .selectFrom('posts')
          .select(({ fn }) => ['snapshot', fn.countAll<number>().as('posts')])
          .where('channel', '=', channel)
          .where('origin', '=', 'crawl')
          .where('is_own', '=', 1)
          .where('place', 'not in', db.selectFrom('post_twins').select('crawl_place').where('channel', '=', channel))
          .groupBy('snapshot')
          .execute();
        return new Map(rows.map(({ snapshot, posts }) => [snapshot, Number(posts)]));
      }),
    begin: (snapshot, at) =>
      withLedgerErrors(file, () =>
        inTransaction(db, async (transaction) => {
          if (await isHeld(transaction, snapshot)) return false;
          const row = { snapshot, planned_at: at, done_at: null };
          await transaction
            .insertInto('prunings')
            .values(row)
            .onConflict((on) => on.doNothing())
            .execute();
          return true;
        }),
      ),
    finish: (snapshot, at) =>
      withLedgerErrors(file, async () => {
        await db.updateTable('prunings').set({ done_at: at }).where('snapshot', '=', snapshot).execute();
      }),
    unfinished: () =>
      withLedgerErrors(file, async () => {
        const begun = db.selectFrom('prunings').select('snapshot').where('done_at', 'is', null);
        return (await begun.orderBy('planned_at').execute()).map(({ snapshot }) => snapshot);
      }),
    prunedAt: (snapshot) =>
      withLedgerErrors(file, async () => {
        const found = db.selectFrom('prunings').select('planned_at').where('snapshot', '=', snapshot);
        return (await found.executeTakeFirst())?.planned_at;
      }),
  };
}

async function isHeld(db: Kysely<LedgerTables>, snapshot: string): Promise<boolean> {
  const channel = db.selectFrom('snapshots').select('channel').where('id', '=', snapshot);
  const hold = await db
    .selectFrom('holds')
    .select('number')
    .where('released_at', 'is', null)
    .where('channel', '=', channel)
    .where(({ eb, or }) => or([eb('snapshot', 'is', null), eb('snapshot', '=', snapshot)]))
    .executeTakeFirst();
  return hold !== undefined;
}

/** Wherever an entry names it: in what a step gave, in evidence, in the words of a person. Rather one too many than one too few. */
function namesIn(text: string, ids: ReadonlyMap<string, string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [word] of text.matchAll(/[0-9a-z]{8,}/g)) {
    const id = ids.get(word);
    if (id !== undefined) found.add(id);
  }
  return found;
}

function hexOf(sha256: string): string {
  return sha256.replace(/^sha256:/, '');
}

/** In pages: the journals of many years are not held in memory. */
async function* entriesOf(db: Kysely<LedgerTables>): AsyncGenerator<{ run: string; text: string }> {
  let after = { run: '', seq: 0 };
  for (;;) {
    const rows = await db
      .selectFrom('journal')
      .select(['run', 'seq', 'text'])
      .where(({ eb, or, and }) =>
        or([eb('run', '>', after.run), and([eb('run', '=', after.run), eb('seq', '>', after.seq)])]),
      )
      .orderBy('run')
      .orderBy('seq')
      .limit(ENTRIES_AT_ONCE)
      .execute();
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < ENTRIES_AT_ONCE) return;
    after = last;
  }
}
