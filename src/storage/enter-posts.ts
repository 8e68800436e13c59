import type { Kysely } from 'kysely';
import type { Post } from '../model/post.ts';
import { type EnteredSnapshot, type NewPostRow, postRow, supersedes } from './post-rows.ts';
import type { LedgerTables } from './tables.ts';

/** A post's words as a search finds them; each database keeps them its own way. */
export interface PostWords {
  /** Posts whose words are there already must have been removed before. */
  add(db: Kysely<LedgerTables>, posts: readonly { readonly place: number; readonly post: Post }[]): Promise<void>;
  remove(db: Kysely<LedgerTables>, places: readonly number[]): Promise<void>;
}

export interface EnteredCounts {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
}

interface Entry {
  readonly row: NewPostRow;
  readonly post: Post;
  readonly json: string;
}

/** SQLite takes 32,766 values in one statement. */
const ROWS_AT_ONCE = 400;
/** Long articles: about as much text as that many ordinary posts, ten times over. */
const CHARACTERS_AT_ONCE = 8_000_000;

async function* inBatches(
  posts: AsyncIterable<Post>,
  snapshot: EnteredSnapshot,
): AsyncGenerator<ReadonlyMap<string, Entry>> {
  let batch = new Map<string, Entry>();
  let characters = 0;
  for await (const found of posts) {
    const post = { ...found, channel: snapshot.channel };
    const entry = { row: postRow(post, snapshot), post, json: JSON.stringify(post) };
    batch.set(post.id, entry);
    characters += entry.json.length;
    if (batch.size < ROWS_AT_ONCE && characters < CHARACTERS_AT_ONCE) continue;
    yield batch;
    batch = new Map();
    characters = 0;
  }
  if (batch.size > 0) yield batch;
}

type Present = NewPostRow & { readonly place: number };

async function presentOf(db: Kysely<LedgerTables>, channel: string, ids: readonly string[]) {
  const rows = await db.selectFrom('posts').selectAll().where('channel', '=', channel).where('id', 'in', ids).execute();
  return new Map(rows.map((row): [string, Present] => [row.id, row]));
}

/** Rows and bodies of new and known posts alike; gives each one's place. */
async function write(db: Kysely<LedgerTables>, entries: readonly Entry[]): Promise<ReadonlyMap<string, number>> {
  const written = await db
    .insertInto('posts')
    .values(entries.map(({ row }) => row))
    .onConflict((on) =>
      on.columns(['channel', 'id']).doUpdateSet(({ ref }) => ({
        snapshot: ref('excluded.snapshot'),
        started_at: ref('excluded.started_at'),
        kind: ref('excluded.kind'),
        is_own: ref('excluded.is_own'),
        published: ref('excluded.published'),
        is_whole: ref('excluded.is_whole'),
        digest: ref('excluded.digest'),
      })),
    )
    .returning(['place', 'id'])
    .execute();
  const places = new Map(written.map(({ id, place }) => [id, place]));
  const bodies = entries.map(({ row, json }) => ({ place: placeOf(places, row.id), json }));
  await db
    .insertInto('post_bodies')
    .values(bodies)
    .onConflict((on) => on.column('place').doUpdateSet(({ ref }) => ({ json: ref('excluded.json') })))
    .execute();
  return places;
}

function placeOf(places: ReadonlyMap<string, number>, id: string): number {
  const place = places.get(id);
  if (place === undefined) throw new Error(`The database entered the post ${id} and gave no place for it.`);
  return place;
}

/** Enters one batch. Ids are of one channel. */
async function enterBatch(
  db: Kysely<LedgerTables>,
  words: PostWords,
  channel: string,
  batch: ReadonlyMap<string, Entry>,
): Promise<EnteredCounts> {
  const present = await presentOf(db, channel, [...batch.keys()]);
  const added: Entry[] = [];
  const changed: Entry[] = [];
  const renewed: Entry[] = [];
  for (const entry of batch.values()) {
    const before = present.get(entry.row.id);
    if (before === undefined) added.push(entry);
    else if (!supersedes(entry.row, before)) continue;
    else if (entry.row.digest !== before.digest) changed.push(entry);
    else if (entry.row.snapshot !== before.snapshot) renewed.push(entry);
  }
  const entries = [...added, ...changed, ...renewed];
  if (entries.length > 0) {
    const places = await write(db, entries);
    const withPlace = (entry: Entry) => ({ place: placeOf(places, entry.row.id), post: entry.post });
    await words.remove(
      db,
      changed.map(({ row }) => placeOf(places, row.id)),
    );
    await words.add(db, [...added, ...changed].map(withPlace));
  }
  return {
    added: added.length,
    changed: changed.length,
    same: batch.size - added.length - changed.length,
  };
}

/**
 * Enters what a snapshot holds, a batch at a time; the caller's transaction makes it all or nothing. `same` counts also
 * those of which the ledger has a better reading.
 */
export async function enterPosts(
  db: Kysely<LedgerTables>,
  words: PostWords,
  snapshot: EnteredSnapshot,
  posts: AsyncIterable<Post>,
): Promise<EnteredCounts> {
  const total = { added: 0, changed: 0, same: 0 };
  for await (const batch of inBatches(posts, snapshot)) {
    const { added, changed, same } = await enterBatch(db, words, snapshot.channel, batch);
    total.added += added;
    total.changed += changed;
    total.same += same;
  }
  return total;
}
