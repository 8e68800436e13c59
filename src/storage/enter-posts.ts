import type { Kysely } from 'kysely';
import type { Post } from '../model/post.ts';
import { RowInsert } from './insert-rows.ts';
import { PlaceSet } from './place-set.ts';
import { type EnteredSource, isBetter, type NewPostRow, postRow, supersedes } from './post-rows.ts';
import type { LedgerTables, PostBodyRow, PostRow } from './tables.ts';

/** A post's words as a search finds them; each database keeps them its own way. */
export interface PostWords {
  /** Posts whose words are there already must have been removed before. */
  add(db: Kysely<LedgerTables>, posts: readonly { readonly place: number; readonly post: Post }[]): Promise<void>;
  remove(db: Kysely<LedgerTables>, places: readonly number[]): Promise<void>;
}

/** Hears of each post that the source holds, whether or not its reading is the one that is kept. */
type OnEntered = (posts: readonly { readonly place: number; readonly post: Post }[]) => Promise<void>;

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
  source: EnteredSource,
): AsyncGenerator<ReadonlyMap<string, Entry>> {
  let batch = new Map<string, Entry>();
  let characters = 0;
  for await (const found of posts) {
    const post = { ...found, channel: source.channel };
    const entry = { row: postRow(post, source), post, json: JSON.stringify(post) };
    const twice = batch.get(post.id);
    if (twice === undefined || source.origin === 'crawl' || isBetter(entry.row, twice.row)) batch.set(post.id, entry);
    characters += entry.json.length;
    if (batch.size < ROWS_AT_ONCE && characters < CHARACTERS_AT_ONCE) continue;
    yield batch;
    batch = new Map();
    characters = 0;
  }
  if (batch.size > 0) yield batch;
}

type Present = Pick<PostRow, 'id' | 'snapshot' | 'started_at' | 'exported_at' | 'edited' | 'is_whole' | 'digest'> & {
  readonly place: number;
};

async function presentOf(db: Kysely<LedgerTables>, { channel, origin }: EnteredSource, ids: readonly string[]) {
  const rows = await db
    .selectFrom('posts')
    .select(['place', 'id', 'snapshot', 'started_at', 'exported_at', 'edited', 'is_whole', 'digest'])
    .where('channel', '=', channel)
    .where('origin', '=', origin)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row): [string, Present] => [row.id, row]));
}

/** Rows of new and known posts alike; gives each one's place. */
const rowInsert = new RowInsert<NewPostRow, { readonly place: number; readonly id: string }>((db, rows) =>
  db
    .insertInto('posts')
    .values(rows)
    .onConflict((on) =>
      on.columns(['channel', 'origin', 'id']).doUpdateSet(({ ref }) => ({
        snapshot: ref('excluded.snapshot'),
        started_at: ref('excluded.started_at'),
        kind: ref('excluded.kind'),
        is_own: ref('excluded.is_own'),
        published: ref('excluded.published'),
        edited: ref('excluded.edited'),
        is_whole: ref('excluded.is_whole'),
        is_stated: ref('excluded.is_stated'),
        digest: ref('excluded.digest'),
        exported_at: ref('excluded.exported_at'),
        id_form: ref('excluded.id_form'),
        address_key: ref('excluded.address_key'),
        text_key: ref('excluded.text_key'),
        told: ref('excluded.told'),
      })),
    )
    .returning(['place', 'id']),
);

const bodyInsert = new RowInsert<PostBodyRow & Record<string, string | number>>((db, rows) =>
  db
    .insertInto('post_bodies')
    .values(rows)
    .onConflict((on) => on.column('place').doUpdateSet(({ ref }) => ({ json: ref('excluded.json') }))),
);

async function write(db: Kysely<LedgerTables>, entries: readonly Entry[]): Promise<ReadonlyMap<string, number>> {
  const written = await rowInsert.execute(
    db,
    entries.map(({ row }) => row),
  );
  const places = new Map(written.map(({ id, place }) => [id, place]));
  await bodyInsert.execute(
    db,
    entries.map(({ row, json }) => ({ place: placeOf(places, row.id), json })),
  );
  return places;
}

function placeOf(places: ReadonlyMap<string, number>, id: string): number {
  const place = places.get(id);
  if (place === undefined) throw new Error(`The database entered the post ${id} and gave no place for it.`);
  return place;
}

/**
 * What becomes of a post: `renewed` when its author changed nothing, but the newer reading and its proof are the ones to
 * show; `kept` when what is there is as good or better.
 */
type Fate = 'added' | 'changed' | 'renewed' | 'kept';

interface Judged {
  readonly entry: Entry;
  readonly before: Present | undefined;
  readonly fate: Fate;
  /** The same source gave it before, in another batch. */
  readonly isRepeated: boolean;
}

function judge(entry: Entry, before: Present | undefined, seen: PlaceSet): Judged {
  const isRepeated = before !== undefined && seen.has(before.place);
  return { entry: withNewestExport(entry, before), before, isRepeated, fate: fateOf(entry.row, before, isRepeated) };
}

function fateOf(row: NewPostRow, before: Present | undefined, isRepeated: boolean): Fate {
  if (before === undefined) return 'added';
  if (!(isRepeated ? isBetter(row, before) : supersedes(row, before))) return 'kept';
  if (row.digest !== before.digest) return 'changed';
  return row.snapshot === before.snapshot ? 'kept' : 'renewed';
}

/** A whole reading of an older export takes the place of a newer one's part: the newer one holds the post all the same. */
function withNewestExport(entry: Entry, before: Present | undefined): Entry {
  const newest = before?.exported_at ?? null;
  if (newest === null || newest <= (entry.row.exported_at ?? '')) return entry;
  return { ...entry, row: { ...entry.row, exported_at: newest } };
}

/** Enters one batch. */
async function enterBatch(
  db: Kysely<LedgerTables>,
  words: PostWords,
  source: EnteredSource,
  batch: ReadonlyMap<string, Entry>,
  seen: PlaceSet,
  onEntered: OnEntered,
): Promise<EnteredCounts> {
  const present = await presentOf(db, source, [...batch.keys()]);
  const judged = [...batch].map(([id, entry]) => judge(entry, present.get(id), seen));
  const written = judged.filter(({ fate }) => fate !== 'kept').map(({ entry }) => entry);
  const places = await write(db, written);
  await holdStill(db, source, judged);
  const reworded = judged.filter(({ fate }) => fate === 'added' || fate === 'changed');
  await words.remove(
    db,
    reworded.flatMap(({ before }) => before?.place ?? []),
  );
  await words.add(
    db,
    reworded.map(({ entry }) => ({ place: placeOf(places, entry.row.id), post: entry.post })),
  );
  const entered = judged.map(({ entry: { row, post }, before }) => {
    return { place: before?.place ?? placeOf(places, row.id), post };
  });
  if (source.origin === 'export') for (const { place } of entered) seen.add(place);
  await onEntered(entered);
  return countsOf(judged.filter(({ isRepeated }) => !isRepeated));
}

/** An export holds these too, be it in a worse reading than the one that is kept. */
async function holdStill(db: Kysely<LedgerTables>, source: EnteredSource, judged: readonly Judged[]): Promise<void> {
  if (source.origin !== 'export') return;
  const places = judged.flatMap(({ before, fate }) =>
    before !== undefined && fate === 'kept' && (before.exported_at ?? '') < source.startedAt ? before.place : [],
  );
  if (places.length === 0) return;
  await db.updateTable('posts').set({ exported_at: source.startedAt }).where('place', 'in', places).execute();
}

function countsOf(judged: readonly Judged[]): EnteredCounts {
  const count = (wanted: Fate): number => judged.filter(({ fate }) => fate === wanted).length;
  const [added, changed] = [count('added'), count('changed')];
  return { added, changed, same: judged.length - added - changed };
}

/**
 * Enters what a snapshot or an export holds, a batch at a time; the caller's transaction makes it all or nothing. `same`
 * counts also those of which the ledger has a better reading. What an export gives twice is entered and counted once.
 */
export async function enterPosts(
  db: Kysely<LedgerTables>,
  words: PostWords,
  source: EnteredSource,
  posts: AsyncIterable<Post>,
  onEntered: OnEntered = async () => undefined,
): Promise<EnteredCounts> {
  const total = { added: 0, changed: 0, same: 0 };
  const seen = new PlaceSet();
  for await (const batch of inBatches(posts, source)) {
    const { added, changed, same } = await enterBatch(db, words, source, batch, seen, onEntered);
    total.added += added;
    total.changed += changed;
    total.same += same;
  }
  return total;
}
