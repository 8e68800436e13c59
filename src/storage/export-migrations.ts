import { type Kysely, sql } from 'kysely';
import type { Post } from '../model/post.ts';
import { matchedRow } from './post-rows.ts';
import type { LedgerTables } from './tables.ts';

export async function createExports(db: Kysely<LedgerTables>): Promise<void> {
  await db.schema
    .createTable('exports')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('imported_at', 'text', (column) => column.notNull())
    .addColumn('parts', 'text', (column) => column.notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('exports_of_channel').on('exports').columns(['channel', 'at']).execute();
  await db.schema
    .createTable('accepted_gaps')
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('gap', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('by_whom', 'text', (column) => column.notNull())
    .addColumn('why', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('accepted_gaps_of_channel').on('accepted_gaps').columns(['channel', 'gap']).execute();
}

/** The posts that a ledger had until now, all of crawls, under the names that make room for the new tables. */
interface OldTables extends LedgerTables {
  readonly old_posts: Omit<
    LedgerTables['posts'],
    'origin' | 'exported_at' | 'edited' | 'is_shown' | 'is_stated' | 'id_form' | 'address_key' | 'text_key' | 'told'
  >;
  readonly old_post_bodies: LedgerTables['post_bodies'];
}

/**
 * A post may now stand twice, as an export has it and as a crawl saw it. SQLite cannot change what is unique in a table, so
 * posts and bodies move into new ones; each keeps its place, by which post_words knows it.
 */
export async function setExportsBesideCrawls(db: Kysely<LedgerTables>): Promise<void> {
  await db.schema.alterTable('posts').renameTo('old_posts').execute();
  await db.schema.alterTable('post_bodies').renameTo('old_post_bodies').execute();
  // An index keeps its name when its table is renamed.
  await db.schema.dropIndex('posts_by_time').execute();
  await db.schema.dropIndex('posts_of_channel').execute();
  await createTables(db);
  await movePosts(db as unknown as Kysely<OldTables>);
  await db.schema.dropTable('old_post_bodies').execute();
  await db.schema.dropTable('old_posts').execute();
  await createIndexes(db);
}

async function createTables(db: Kysely<LedgerTables>): Promise<void> {
  await db.schema
    .createTable('posts')
    .addColumn('place', 'integer', (column) => column.primaryKey())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('origin', 'text', (column) => column.notNull().check(sql`origin in ('crawl', 'export')`))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('snapshot', 'text', (column) => column.notNull())
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('exported_at', 'text')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('is_own', 'integer', (column) => column.notNull().check(sql`is_own in (0, 1)`))
    .addColumn('published', 'text')
    .addColumn('edited', 'text')
    .addColumn('is_whole', 'integer', (column) => column.notNull().check(sql`is_whole in (0, 1)`))
    .addColumn('is_shown', 'integer', (column) => column.notNull().defaultTo(1).check(sql`is_shown in (0, 1)`))
    .addColumn('is_stated', 'integer', (column) => column.notNull().check(sql`is_stated in (0, 1)`))
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('id_form', 'text')
    .addColumn('address_key', 'text')
    .addColumn('text_key', 'text')
    .addColumn('told', 'text', (column) => column.notNull())
    .addUniqueConstraint('posts_once', ['channel', 'origin', 'id'])
    .execute();
  await db.schema
    .createTable('post_bodies')
    .addColumn('place', 'integer', (column) => column.primaryKey().references('posts.place'))
    .addColumn('json', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('post_twins')
    .addColumn('export_place', 'integer', (column) => column.primaryKey().references('posts.place'))
    .addColumn('crawl_place', 'integer', (column) => column.notNull().unique().references('posts.place'))
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('matched_by', 'text', (column) =>
      column.notNull().check(sql`matched_by in ('id', 'address', 'text-and-time')`),
    )
    .execute();
}

/** Hidden posts are in no list, and so in no index that lists are read along. */
async function createIndexes(db: Kysely<LedgerTables>): Promise<void> {
  await sql`create index posts_by_time on posts (is_own, published, id, channel, kind) where is_shown = 1`.execute(db);
  await sql`create index posts_of_channel on posts (channel, is_own, published, id, kind) where is_shown = 1`.execute(
    db,
  );
  await sql`create index posts_hidden on posts (channel) where is_shown = 0`.execute(db);
  await db.schema.createIndex('post_twins_of_channel').on('post_twins').columns(['channel', 'matched_by']).execute();
}

/** A post may be a long article with its markup. */
const POSTS_AT_ONCE = 100;

async function movePosts(db: Kysely<OldTables>): Promise<void> {
  const next = (after: number) =>
    db
      .selectFrom('old_posts')
      .innerJoin('old_post_bodies', 'old_post_bodies.place', 'old_posts.place')
      .selectAll('old_posts')
      .select('json')
      .where('old_posts.place', '>', after)
      .orderBy('old_posts.place')
      .limit(POSTS_AT_ONCE)
      .execute();
  let batch = await next(-1);
  for (let last = batch.at(-1); last !== undefined; last = batch.at(-1)) {
    const rows = batch.map(({ json, ...row }) => ({
      ...row,
      origin: 'crawl' as const,
      ...matchedRow(JSON.parse(json) as Post),
    }));
    await db.insertInto('posts').values(rows).execute();
    await db
      .insertInto('post_bodies')
      .values(batch.map(({ place, json }) => ({ place, json })))
      .execute();
    batch = await next(last.place);
  }
}
