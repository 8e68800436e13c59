import { type Expression, expressionBuilder, type Kysely, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import type { Post } from '../model/post.ts';
import type { KeptPost, PostFilter, PostPage } from '../model/post-store.ts';
import type { GoneMark } from '../model/post-timeline.ts';
import { goneMark } from './sighting-rows.ts';
import type { LedgerTables, PostRow } from './tables.ts';

/** Of two readings of one post the hidden one is in no list. Written out, for it is what the indexes of time are made of. */
const isShown = sql<SqlBool>`is_shown = 1`;

/** A mark is at the crawl's row; where the export's is shown, it is the twin's. */
const isMarkedGone = sql<SqlBool>`place in (select place from gone_posts union all
  select export_place from post_twins join gone_posts on gone_posts.place = crawl_place)`;

/** What a filter asks of a row of posts. */
export function isChosen(filter: PostFilter): Expression<SqlBool> {
  const { channel, kinds = [], since, until, ownOnly = true, isGone = false } = filter;
  const row = expressionBuilder<LedgerTables, 'posts'>();
  return row.and([
    isShown,
    ...(ownOnly ? [row('is_own', '=', 1)] : []),
    ...(isGone ? [isMarkedGone] : []),
    ...(channel === undefined ? [] : [row('channel', '=', channel)]),
    ...(kinds.length === 0 ? [] : [row('kind', 'in', kinds)]),
    ...(since === undefined ? [] : [row('published', '>=', new Date(since).toISOString())]),
    ...(until === undefined ? [] : [row('published', '<', new Date(until).toISOString())]),
  ]);
}

/** Rows of posts, perhaps joined with others. */
type PostQuery<Tables extends keyof LedgerTables> = SelectQueryBuilder<LedgerTables, Tables, object>;

export async function countOf<Tables extends keyof LedgerTables>(query: PostQuery<Tables>): Promise<number> {
  const counted = query.select(sql<number | string>`count(*)`.as('count'));
  const { count } = (await counted.executeTakeFirstOrThrow()) as { readonly count: number | string };
  // PostgreSQL counts in bigint, which its driver gives as text.
  return Number(count);
}

export interface PlacedRow {
  readonly place: number;
  readonly snapshot: string;
}

/** Newest first, those without a date last; the id decides between two of one moment. */
export async function newestFirst<Tables extends keyof LedgerTables>(
  query: PostQuery<Tables>,
  { limit, offset }: PostPage,
): Promise<readonly PlacedRow[]> {
  const rows = await query
    .select([sql<number>`place`.as('place'), sql<string>`snapshot`.as('snapshot')])
    .orderBy(sql`published`, (order) => order.desc().nullsLast())
    .orderBy(sql`id`, 'desc')
    .orderBy(sql`channel`, 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows as readonly PlacedRow[];
}

/** How many rows there are, and one page of them. */
export async function counted<Tables extends keyof LedgerTables>(
  query: PostQuery<Tables>,
  page: PostPage,
): Promise<{ readonly total: number; readonly rows: readonly PlacedRow[] }> {
  const total = await countOf(query);
  return { total, rows: total === 0 ? [] : await newestFirst(query, page) };
}

/** The chosen rows with their posts, in the order given. */
export async function withBodies(db: Kysely<LedgerTables>, rows: readonly PlacedRow[]): Promise<readonly KeptPost[]> {
  if (rows.length === 0) return [];
  const places = rows.map(({ place }) => place);
  const bodies = await db.selectFrom('post_bodies').selectAll().where('place', 'in', places).execute();
  const jsonAt = new Map(bodies.map(({ place, json }) => [place, json]));
  const goneAt = await goneMarks(db, places);
  return rows.flatMap(({ place, snapshot }) => {
    const json = jsonAt.get(place);
    const gone = goneAt.get(place);
    return json === undefined
      ? []
      : [{ post: JSON.parse(json) as Post, snapshot, ...(gone === undefined ? {} : { gone }) }];
  });
}

async function goneMarks(db: Kysely<LedgerTables>, places: readonly number[]): Promise<ReadonlyMap<number, GoneMark>> {
  const own = await db.selectFrom('gone_posts').selectAll().where('place', 'in', places).execute();
  const ofTwins = await db
    .selectFrom('post_twins')
    .innerJoin('gone_posts', 'gone_posts.place', 'post_twins.crawl_place')
    .selectAll('gone_posts')
    .select('export_place')
    .where('export_place', 'in', places)
    .execute();
  return new Map([
    ...ofTwins.map((row): [number, GoneMark] => [row.export_place, goneMark(row)]),
    ...own.map((row): [number, GoneMark] => [row.place, goneMark(row)]),
  ]);
}

const POSTS_AT_ONCE = 500;

type Row = Pick<PostRow, 'published' | 'id' | 'channel' | 'snapshot'> & { readonly place: number };

/**
 * All of them, oldest first. Each batch is a query of its own that begins after the last one's end: the ledger's only
 * connection is free in between, and whoever reads may ask it something else.
 */
export async function* oldestFirst(db: Kysely<LedgerTables>, filter: PostFilter): AsyncGenerator<readonly Row[]> {
  const rows = db
    .selectFrom('posts')
    .select(['place', 'published', 'id', 'channel', 'snapshot'])
    .where(isChosen(filter))
    .orderBy('published')
    .orderBy('id')
    .orderBy('channel')
    .limit(POSTS_AT_ONCE);
  yield* inTurn(rows.where('published', 'is not', null), ['published', 'id', 'channel']);
  yield* inTurn(rows.where('published', 'is', null), ['id', 'channel']);
}

async function* inTurn(
  rows: SelectQueryBuilder<LedgerTables, 'posts', Row>,
  order: readonly ('published' | 'id' | 'channel')[],
): AsyncGenerator<readonly Row[]> {
  let batch = await rows.execute();
  for (let last = batch.at(-1); last !== undefined; last = batch.at(-1)) {
    yield batch;
    const end = sql.join(order.map((column) => last?.[column]));
    batch = await rows.where(sql<boolean>`(${sql.join(order.map((column) => sql.ref(column)))}) > (${end})`).execute();
  }
}
