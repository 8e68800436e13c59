import type { Kysely } from 'kysely';
import type { Post } from '../model/post.ts';
import { slimVersion } from './sighting-rows.ts';
import type { LedgerTables } from './tables.ts';

/** A post may be a long article with its markup. */
const POSTS_AT_ONCE = 100;

/**
 * Keeps of every own post which snapshots hold it. Of older ledgers only the newest reading of each post is known, and not how
 * its snapshot looked at the channel: that it was there, and no more.
 */
export async function createSightings(db: Kysely<LedgerTables>): Promise<void> {
  await db.schema
    .createTable('seen_snapshots')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('snapshot', 'text', (column) => column.notNull())
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('view', 'text')
    .addPrimaryKeyConstraint('seen_snapshots_numbered', ['channel', 'number'])
    .addUniqueConstraint('seen_snapshots_once', ['channel', 'snapshot'])
    .execute();
  await db.schema
    .createTable('sightings')
    .addColumn('place', 'integer', (column) => column.primaryKey().references('posts.place'))
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('url', 'text')
    .addColumn('runs', 'text', (column) => column.notNull())
    .addColumn('versions', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('sightings_of_channel').on('sightings').columns(['channel', 'place']).execute();
  await db.schema
    .createTable('gone_posts')
    .addColumn('place', 'integer', (column) => column.primaryKey().references('posts.place'))
    .addColumn('last_seen_at', 'text', (column) => column.notNull())
    .addColumn('last_seen_in', 'text', (column) => column.notNull())
    .addColumn('gone_at', 'text', (column) => column.notNull())
    .addColumn('gone_in', 'text', (column) => column.notNull())
    .addColumn('because', 'text', (column) => column.notNull())
    .execute();
  await numberSnapshots(db);
  await takeOverPosts(db);
}

async function numberSnapshots(db: Kysely<LedgerTables>): Promise<void> {
  const found = await db
    .selectFrom('posts')
    .select(['channel', 'snapshot', ({ fn }) => fn.min('started_at').as('started_at')])
    .where('origin', '=', 'crawl')
    .where('is_own', '=', 1)
    .groupBy(['channel', 'snapshot'])
    .orderBy('channel')
    .orderBy('started_at')
    .orderBy('snapshot')
    .execute();
  const last = new Map<string, number>();
  for (const row of found) {
    const number = (last.get(row.channel) ?? 0) + 1;
    last.set(row.channel, number);
    await db
      .insertInto('seen_snapshots')
      .values({ ...row, number, view: null })
      .execute();
  }
}

async function takeOverPosts(db: Kysely<LedgerTables>): Promise<void> {
  const next = (after: number) =>
    db
      .selectFrom('posts')
      .innerJoin('post_bodies', 'post_bodies.place', 'posts.place')
      .innerJoin('seen_snapshots', (join) =>
        join
          .onRef('seen_snapshots.channel', '=', 'posts.channel')
          .onRef('seen_snapshots.snapshot', '=', 'posts.snapshot'),
      )
      .select(['posts.place', 'posts.channel', 'seen_snapshots.number', 'post_bodies.json'])
      .where('posts.origin', '=', 'crawl')
      .where('posts.is_own', '=', 1)
      .where('posts.place', '>', after)
      .orderBy('posts.place')
      .limit(POSTS_AT_ONCE)
      .execute();
  let batch = await next(-1);
  for (let last = batch.at(-1); last !== undefined; last = batch.at(-1)) {
    const rows = batch.map(({ place, channel, number, json }) => {
      const post = JSON.parse(json) as Post;
      const runs = JSON.stringify([[number, number, 0]]);
      return { place, channel, url: post.url, runs, versions: JSON.stringify([slimVersion(post)]) };
    });
    await db.insertInto('sightings').values(rows).execute();
    batch = await next(last.place);
  }
}
