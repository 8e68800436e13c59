import Database from 'better-sqlite3';
import { type Insertable, Kysely, SqliteDialect, sql } from 'kysely';
import { KnownError } from '../base/known-error.ts';
import type { CrawlChange, CrawlFacts, CrawlStore, StoredAddress, StoredCrawl } from '../model/crawl-store.ts';
import type { Gap } from '../model/gap.ts';

interface CrawlTables {
  readonly addresses: AddressRow;
  readonly downloads: { readonly url: string; readonly referer: string; readonly is_done: number };
  readonly gaps: { readonly json: string };
  readonly marks: { readonly kind: string; readonly mark: number };
  readonly dates: { readonly calendar: string; readonly place: number; readonly shown: number };
  readonly moved: { readonly origin: string; readonly target: string };
  readonly facts: { readonly id: number; readonly json: string; readonly archive: string };
}

interface AddressRow {
  readonly url: string;
  readonly depth: number;
  readonly is_seed: number;
  readonly tries: number;
  readonly state: string;
}

/** SQLite takes 32,766 values in one statement. */
const ROWS_AT_ONCE = 5_000;

/**
 * The memory of one crawl in a file of its own. While it is open no other process can open it: the system lets go of the
 * lock when the process ends, however it ends.
 * @throws KnownError `snapshot.in-use`, `snapshot.unfinished-damaged`
 */
export async function openCrawlStore(file: string): Promise<CrawlStore> {
  return explaining(file, async () => {
    const database = openAlone(file);
    const db = new Kysely<CrawlTables>({ dialect: new SqliteDialect({ database }) });
    try {
      await createTables(db);
    } catch (error) {
      await db.destroy();
      throw error;
    }
    return {
      load: () => explaining(file, () => load(db)),
      commit: (change) => explaining(file, () => commit(db, change)),
      close: () => db.destroy(),
    };
  });
}

function openAlone(file: string): Database.Database {
  const database = new Database(file, { timeout: 0 });
  try {
    database.pragma('locking_mode = EXCLUSIVE');
    database.pragma('journal_mode = WAL');
    // NORMAL may lose the last commits with the power, and the archive would then know more than the frontier.
    database.pragma('synchronous = FULL');
    database.exec('begin immediate; commit');
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

async function createTables(db: Kysely<CrawlTables>): Promise<void> {
  await sql`create table if not exists addresses (
    place integer primary key, url text not null unique, depth integer not null, is_seed integer not null,
    tries integer not null, state text not null)`.execute(db);
  await sql`create table if not exists downloads (
    url text primary key, referer text not null, is_done integer not null)`.execute(db);
  await sql`create table if not exists gaps (place integer primary key, json text not null)`.execute(db);
  await sql`create table if not exists marks (
    kind text not null, mark integer not null, primary key (kind, mark)) without rowid`.execute(db);
  // Both unknown to crawls that an older Lastpost began: they get the tables when they are gone on with.
  await sql`create table if not exists dates (
    calendar text not null, place integer not null, shown integer not null, primary key (calendar, place)) without rowid`.execute(
    db,
  );
  await sql`create table if not exists moved (origin text primary key, target text not null)`.execute(db);
  await sql`create table if not exists facts (
    id integer primary key check (id = 1), json text not null, archive text not null)`.execute(db);
}

async function commit(db: Kysely<CrawlTables>, change: CrawlChange): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    for (const rows of inParts(change.addresses.map(addressRow))) {
      await transaction
        .insertInto('addresses')
        .values(rows)
        .onConflict((on) =>
          on.column('url').doUpdateSet(({ ref }) => ({
            tries: ref('excluded.tries'),
            state: ref('excluded.state'),
            depth: ref('excluded.depth'),
            is_seed: ref('excluded.is_seed'),
          })),
        )
        .execute();
    }
    for (const rows of inParts(change.downloads)) {
      const values = rows.map(({ url, referer, isDone }) => ({ url, referer, is_done: isDone ? 1 : 0 }));
      await transaction
        .insertInto('downloads')
        .values(values)
        .onConflict((on) => on.column('url').doUpdateSet(({ ref }) => ({ is_done: ref('excluded.is_done') })))
        .execute();
    }
    for (const rows of inParts(change.gaps)) {
      await transaction
        .insertInto('gaps')
        .values(rows.map((gap) => ({ json: JSON.stringify(gap) })))
        .execute();
    }
    await addMarks(transaction, 'recorded', change.recorded);
    await addMarks(transaction, 'left-out', change.leftOut);
    await addDates(transaction, change.dates);
    for (const rows of inParts(change.moved)) {
      const values = rows.map(({ from, to }) => ({ origin: from, target: to }));
      await transaction
        .insertInto('moved')
        .values(values)
        .onConflict((on) => on.doNothing())
        .execute();
    }
    const row = { json: JSON.stringify(change.facts), archive: JSON.stringify(change.archive ?? null) };
    await transaction
      .insertInto('facts')
      .values({ id: 1, ...row })
      .onConflict((on) => on.column('id').doUpdateSet(row))
      .execute();
  });
}

async function addMarks(db: Kysely<CrawlTables>, kind: string, marks: readonly number[]): Promise<void> {
  for (const rows of inParts(marks)) {
    await db
      .insertInto('marks')
      .values(rows.map((mark) => ({ kind, mark })))
      .onConflict((on) => on.doNothing())
      .execute();
  }
}

async function addDates(db: Kysely<CrawlTables>, dates: CrawlChange['dates']): Promise<void> {
  for (const rows of inParts(dates)) {
    await db
      .insertInto('dates')
      .values(rows.map(({ calendar, index, shown }) => ({ calendar, place: index, shown })))
      .onConflict((on) =>
        on.columns(['calendar', 'place']).doUpdateSet(({ ref }) => ({ shown: ref('excluded.shown') })),
      )
      .execute();
  }
}

async function load(db: Kysely<CrawlTables>): Promise<StoredCrawl | undefined> {
  const facts = await db.selectFrom('facts').selectAll().executeTakeFirst();
  if (facts === undefined) return undefined;
  const addresses = await sql<AddressRow>`select * from addresses order by place`.execute(db);
  const downloads = await db.selectFrom('downloads').selectAll().execute();
  const gaps = await sql<{ json: string }>`select json from gaps order by place`.execute(db);
  const marks = await db.selectFrom('marks').selectAll().execute();
  const dates = await db.selectFrom('dates').selectAll().execute();
  const moved = await db.selectFrom('moved').selectAll().execute();
  const marksOf = (wanted: string) => marks.filter(({ kind }) => kind === wanted).map(({ mark }) => mark);
  return {
    addresses: addresses.rows.map(storedAddress),
    downloads: downloads.map(({ url, referer, is_done }) => ({ url, referer, isDone: is_done === 1 })),
    gaps: gaps.rows.map(({ json }) => JSON.parse(json) as Gap),
    recorded: marksOf('recorded'),
    leftOut: marksOf('left-out'),
    dates: dates.map(({ calendar, place, shown }) => ({ calendar, index: place, shown })),
    moved: moved.map(({ origin, target }) => ({ from: origin, to: target })),
    facts: JSON.parse(facts.json) as CrawlFacts,
    archive: JSON.parse(facts.archive) as unknown,
  };
}

function addressRow({ url, depth, isSeed, tries, state }: StoredAddress): Insertable<AddressRow> {
  return { url, depth, is_seed: isSeed ? 1 : 0, tries, state };
}

function storedAddress({ url, depth, is_seed, tries, state }: AddressRow): StoredAddress {
  return { url, depth, isSeed: is_seed === 1, tries, state: state as StoredAddress['state'] };
}

function* inParts<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) yield rows.slice(start, start + ROWS_AT_ONCE);
}

async function explaining<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw explained(file, error);
  }
}

function explained(file: string, cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) {
    return new KnownError('snapshot.in-use', 'This snapshot is being taken by another process at this moment.', {
      hint: 'Wait for it to end, or end it; then give the same command again.',
      cause,
    });
  }
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) {
    return new KnownError(
      'snapshot.unfinished-damaged',
      `The memory of the unfinished snapshot, ${file}, is damaged.`,
      {
        hint: 'Add --fresh to throw it away and take the snapshot anew.',
        cause,
      },
    );
  }
  // A full disk says so as the file system does, so that whoever writes the archive tells it the same way.
  return /^SQLITE_FULL/.test(code)
    ? Object.assign(new Error('The disk is full.', { cause }), { code: 'ENOSPC' })
    : cause;
}
