import { type Kysely, sql } from 'kysely';
import { isSameText } from '../model/match-posts.ts';
import { type Candidate, candidatesByTime, type LooseReading, oneToOne } from '../model/pair-posts.ts';
import type { Post } from '../model/post.ts';
import { matchedText } from './match-keys.ts';
import type { LedgerTables, LoosePostRow } from './tables.ts';

interface Loose extends LooseReading {
  readonly told: string;
}

type Pair = Candidate<Loose>;

const KEYS_AT_ONCE = 500;

/** A condition on `posts p`: it has no twin. */
export const isLoose = sql<boolean>`
  not exists (select 1 from post_twins where export_place = p.place)
  and not exists (select 1 from post_twins where crawl_place = p.place)`;

/**
 * Finds twins by text and time among the posts that have none: those whose texts begin alike are laid beside each other, one
 * beginning after the other, so that the work grows with the number of posts and not with its square.
 */
export async function pairByText(db: Kysely<LedgerTables>, channel: string): Promise<void> {
  await gatherLoose(db, channel);
  let keys = await nextKeys(db, null);
  for (let last = keys.at(-1); last !== undefined; last = keys.at(-1)) {
    const pairs: Pair[] = [];
    for (const [key, rows] of await rowsOf(db, keys)) pairs.push(...(await pairsAmong(db, key, rows)));
    await enterPairs(db, channel, pairs);
    keys = await nextKeys(db, last);
  }
  await sql`drop table loose_posts`.execute(db);
}

/** Those of exports whose text begins as one of a crawl, and all of crawls. */
async function gatherLoose(db: Kysely<LedgerTables>, channel: string): Promise<void> {
  const columns = sql`select text_key, published, origin, place, id_form, told from posts p`;
  const canBeKnown = sql`channel = ${channel} and text_key is not null and published is not null and ${isLoose}`;
  await sql`drop table if exists loose_posts`.execute(db);
  await sql`create temporary table loose_posts as ${columns} where origin = 'crawl' and ${canBeKnown}`.execute(db);
  await sql`insert into loose_posts ${columns}
    where origin = 'export' and text_key in (select text_key from loose_posts) and ${canBeKnown}`.execute(db);
  await sql`create index loose_posts_by_text on loose_posts (text_key, published, place)`.execute(db);
}

async function nextKeys(db: Kysely<LedgerTables>, after: string | null): Promise<readonly string[]> {
  const shared = db
    .selectFrom('loose_posts')
    .select('text_key')
    .groupBy('text_key')
    .having(sql<boolean>`min(origin) <> max(origin)`)
    .orderBy('text_key')
    .limit(KEYS_AT_ONCE);
  const rows = await (after === null ? shared : shared.where('text_key', '>', after)).execute();
  return rows.map((row) => row.text_key);
}

async function rowsOf(db: Kysely<LedgerTables>, keys: readonly string[]) {
  const rows = await db
    .selectFrom('loose_posts')
    .selectAll()
    .where('text_key', 'in', keys)
    .orderBy('text_key')
    .orderBy('published')
    .orderBy('place')
    .execute();
  const groups = new Map<string, LoosePostRow[]>();
  for (const row of rows) {
    const group = groups.get(row.text_key);
    if (group === undefined) groups.set(row.text_key, [row]);
    else group.push(row);
  }
  return groups;
}

async function pairsAmong(
  db: Kysely<LedgerTables>,
  key: string,
  rows: readonly LoosePostRow[],
): Promise<readonly Pair[]> {
  const readings = (origin: LoosePostRow['origin']): readonly Loose[] =>
    rows
      .filter((row) => row.origin === origin)
      .map((row) => ({ place: row.place, ms: Date.parse(row.published), idForm: row.id_form, told: row.told }));
  const candidates = candidatesByTime(readings('export'), readings('crawl'), key.length);
  return oneToOne(await withSameText(db, candidates));
}

/** Texts are fetched where their digests differ: one may be the beginning of the other, or the title is another. */
async function withSameText(db: Kysely<LedgerTables>, candidates: readonly Pair[]): Promise<readonly Pair[]> {
  const same: Pair[] = [];
  const texts = new Map<number, string>();
  for (const candidate of candidates) {
    const { exported, crawled, times } = candidate;
    if (exported.told === crawled.told) {
      same.push(candidate);
      continue;
    }
    const [one, other] = [await textAt(db, texts, exported.place), await textAt(db, texts, crawled.place)];
    // Where only the day agrees, all of the text must.
    if (times === 'day' ? one === other : isSameText(one, other)) same.push(candidate);
  }
  return same;
}

async function textAt(db: Kysely<LedgerTables>, texts: Map<number, string>, place: number): Promise<string> {
  const known = texts.get(place);
  if (known !== undefined) return known;
  const row = await db.selectFrom('post_bodies').select('json').where('place', '=', place).executeTakeFirst();
  const text = row === undefined ? '' : matchedText(JSON.parse(row.json) as Post);
  texts.set(place, text);
  return text;
}

async function enterPairs(db: Kysely<LedgerTables>, channel: string, pairs: readonly Pair[]): Promise<void> {
  if (pairs.length === 0) return;
  const rows = pairs.map(({ exported, crawled }) => ({
    export_place: exported.place,
    crawl_place: crawled.place,
    channel,
    matched_by: 'text-and-time' as const,
  }));
  // A batch at a time: SQLite takes 32,766 values in one statement, and "Good morning!" may stand here ten thousand times.
  for (let at = 0; at < rows.length; at += KEYS_AT_ONCE) {
    await db
      .insertInto('post_twins')
      .values(rows.slice(at, at + KEYS_AT_ONCE))
      .execute();
  }
}
