import { type Kysely, sql } from 'kysely';
import type { Post } from '../model/post.ts';
import type { ChangedPost, PostStore } from '../model/post-store.ts';
import { SnapshotLine, timelineOf } from '../model/post-timeline.ts';
import { sayPost } from '../model/say-post.ts';
import { inTransaction } from './in-transaction.ts';
import { withLedgerErrors } from './ledger-errors.ts';
import { SightingNotes } from './note-sightings.ts';
import { type NamedSighting, readSnapshots, sightingRows, unjudged } from './read-sightings.ts';
import { sightingsOf } from './sighting-rows.ts';
import type { LedgerTables } from './tables.ts';

/** What the snapshots of a channel tell of its posts beside what they say. */
export function sightingStore(
  db: Kysely<LedgerTables>,
  file: string,
): Pick<PostStore, 'judge' | 'unjudged' | 'sighted' | 'published' | 'changed'> {
  const safely = <T>(work: () => Promise<T>): Promise<T> => withLedgerErrors(file, work);
  return {
    judge: ({ id, channel }, sight) =>
      safely(() =>
        inTransaction(db, async (transaction) => {
          const known = (await readSnapshots(transaction, channel)).find((snapshot) => snapshot.id === id);
          if (known === undefined) return;
          const notes = await SightingNotes.open(transaction, { id, channel, startedAt: known.startedAt }, sight.view);
          await notes.judge(sight);
        }),
      ),
    unjudged: (snapshot) => safely(() => unjudged(db, snapshot)),
    sighted: (channel) =>
      safely(async () => {
        const known = await readSnapshots(db, channel);
        return known.filter(({ view }) => view !== null).map(({ id, startedAt }) => ({ id, startedAt }));
      }),
    published: (channel) => safely(() => published(db, channel)),
    changed: (channel) => changed(db, file, channel),
  };
}

async function published(db: Kysely<LedgerTables>, channel: string) {
  const day = sql<string | null>`substr(published, 1, 10)`;
  const rows = await db
    .selectFrom('posts')
    .select([day.as('day'), sql<number | string>`count(*)`.as('posts')])
    .where('channel', '=', channel)
    .where('is_own', '=', 1)
    .where(sql<boolean>`is_shown = 1`)
    .groupBy(day)
    .orderBy(day)
    .execute();
  return rows.map((row) => ({ day: row.day, posts: Number(row.posts) }));
}

async function* changed(db: Kysely<LedgerTables>, file: string, channel: string): AsyncGenerator<ChangedPost> {
  const line = new SnapshotLine(await withLedgerErrors(file, () => readSnapshots(db, channel)));
  const batches = sightingRows(db, channel);
  for (;;) {
    const batch = await withLedgerErrors(file, () => batches.next());
    if (batch.done === true) return;
    yield* await withLedgerErrors(file, () => changesIn(db, batch.value, line));
  }
}

async function changesIn(
  db: Kysely<LedgerTables>,
  rows: readonly NamedSighting[],
  line: SnapshotLine,
): Promise<readonly ChangedPost[]> {
  const changes = new Map(rows.map((row) => [row.place, timelineOf(sightingsOf(row), line)]));
  const places = rows.map(({ place }) => place).filter((place) => (changes.get(place)?.length ?? 0) > 0);
  if (places.length === 0) return [];
  const bodies = await db.selectFrom('post_bodies').selectAll().where('place', 'in', places).execute();
  return bodies.map(({ place, json }) => ({
    post: sayPost(JSON.parse(json) as Post),
    changes: changes.get(place) ?? [],
  }));
}
