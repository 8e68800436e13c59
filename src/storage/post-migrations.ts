import { type Kysely, sql } from 'kysely';
import type { LedgerTables } from './tables.ts';

/** No foreign key to snapshots: a post is kept when its snapshot is thrown away. */
export async function createPosts(db: Kysely<LedgerTables>): Promise<void> {
  await db.schema
    .createTable('posts')
    .addColumn('place', 'integer', (column) => column.primaryKey())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('snapshot', 'text', (column) => column.notNull())
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('is_own', 'integer', (column) => column.notNull().check(sql`is_own in (0, 1)`))
    .addColumn('published', 'text')
    .addColumn('is_whole', 'integer', (column) => column.notNull().check(sql`is_whole in (0, 1)`))
    .addColumn('digest', 'text', (column) => column.notNull())
    .addUniqueConstraint('posts_once', ['channel', 'id'])
    .execute();
  await db.schema
    .createIndex('posts_by_time')
    .on('posts')
    .columns(['is_own', 'published', 'id', 'channel', 'kind'])
    .execute();
  await db.schema
    .createIndex('posts_of_channel')
    .on('posts')
    .columns(['channel', 'is_own', 'published', 'id', 'kind'])
    .execute();
  await db.schema
    .createTable('post_bodies')
    .addColumn('place', 'integer', (column) => column.primaryKey().references('posts.place'))
    .addColumn('json', 'text', (column) => column.notNull())
    .execute();
}

/**
 * SQLite's own; another database keeps its words its own way. The words come folded and parted by spaces, so its simplest
 * tokenizer is right: whatever is not ASCII belongs to a word. The text is not kept here a second time. Columns: see
 * FoldedWord.
 * @see https://www.sqlite.org/fts5.html#contentless_delete_tables
 */
export async function createPostWords(db: Kysely<LedgerTables>): Promise<void> {
  await sql`create virtual table post_words using fts5 (
    plain, long, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '2 3')`.execute(db);
}

export async function createCompleteness(db: Kysely<LedgerTables>): Promise<void> {
  await db.schema
    .createTable('completeness')
    .addColumn('snapshot', 'text', (column) => column.primaryKey())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('completeness_of_channel')
    .on('completeness')
    .columns(['channel', 'started_at'])
    .execute();
}
