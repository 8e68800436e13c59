import { type Kysely, sql } from 'kysely';
import { namePost } from '../model/name-post.ts';
import type { Post } from '../model/post.ts';
import { isMadeId } from '../model/post-id.ts';
import type { HeldPosts, MatchedBy, NamedPost, Reconciliation } from '../model/statement.ts';
import type { HeldPostRow, LedgerTables } from './tables.ts';

/** When the newest of each was made or begun; '' without any. */
interface Newest {
  readonly export: string;
  readonly crawl: string;
}

/** Where a statement names posts, it names so many at most. */
const NAMED_AT_MOST = 1_000;

/**
 * What a channel's exports and crawls hold, each post once. Its posts must have been paired. Needs a transaction: for as
 * long as it takes there is a temporary table.
 */
export async function layBeside(db: Kysely<LedgerTables>, channel: string): Promise<Reconciliation> {
  await gatherHeld(db, channel);
  const newest = await newestOf(db, channel);
  const groups = await countGroups(db, newest);
  const isGone = sql<boolean>`exported_at < ${newest.export}`;
  const reconciliation = {
    ...countsOf(groups),
    differing: { count: sumOf(groups, 'differing'), posts: await named(db, sql`is_differing = 1`) },
    onlyExport: await named(db, sql`holder = 'export'`),
    onlyCrawl: await named(db, sql`holder = 'crawl'`),
    gone: { count: sumOf(groups, 'gone'), posts: await named(db, isGone) },
    cutOff: { count: sumOf(groups, 'cut_off'), posts: await named(db, sql`is_cut_off = 1`) },
  };
  await sql`drop table held_posts`.execute(db);
  return reconciliation;
}

/** A post is counted when either reading of it was public: an export may know of a limit that the page did not have. */
async function gatherHeld(db: Kysely<LedgerTables>, channel: string): Promise<void> {
  await sql`drop table if exists held_posts`.execute(db);
  await sql`create temporary table held_posts as
    select p.place, p.id,
      case when o.place is null then p.origin else 'both' end as holder,
      coalesce(p.published, o.published) as published,
      p.kind,
      coalesce(e.matched_by, c.matched_by) as matched_by,
      case when p.is_whole = 0 and coalesce(o.is_whole, 0) = 0 then 1 else 0 end as is_cut_off,
      case when o.told <> p.told then 1 else 0 end as is_differing,
      coalesce(p.exported_at, o.exported_at) as exported_at
    from posts p
    left join post_twins e on e.export_place = p.place
    left join post_twins c on c.crawl_place = p.place
    left join posts o on o.place = coalesce(e.crawl_place, c.export_place)
    where p.channel = ${channel} and p.is_shown = 1 and (p.is_stated = 1 or o.is_stated = 1)`.execute(db);
}

async function newestOf(db: Kysely<LedgerTables>, channel: string): Promise<Newest> {
  const { rows } = await sql<{ readonly export: string | null; readonly crawl: string | null }>`select
    (select max(at) from exports where channel = ${channel}) as export,
    (select max(at) from (
      select max(started_at) as at from snapshots where channel = ${channel}
      union all select max(started_at) from completeness where channel = ${channel}) begun) as crawl`.execute(db);
  return { export: rows[0]?.export ?? '', crawl: rows[0]?.crawl ?? '' };
}

/** Posts that are alike in all that is counted by. */
interface Group extends Pick<HeldPostRow, 'holder' | 'kind' | 'matched_by'> {
  readonly year: string | null;
  readonly posts: number;
  readonly cut_off: number;
  readonly differing: number;
  readonly gone: number;
  readonly after_export: number;
  readonly after_crawl: number;
}

type Counted = 'posts' | 'cut_off' | 'differing' | 'gone' | 'after_export' | 'after_crawl';

async function countGroups(db: Kysely<LedgerTables>, newest: Newest): Promise<readonly Group[]> {
  const { rows } = await sql<Record<Counted, number | string> & Pick<Group, 'holder' | 'kind' | 'matched_by' | 'year'>>`
    select substr(published, 1, 4) as year, holder, kind, matched_by,
      count(*) as posts, sum(is_cut_off) as cut_off, sum(is_differing) as differing,
      sum(case when exported_at < ${newest.export} then 1 else 0 end) as gone,
      sum(case when holder = 'crawl' and ${newest.export} <> '' and published > ${newest.export} then 1 else 0 end)
        as after_export,
      sum(case when holder = 'export' and ${newest.crawl} <> '' and published > ${newest.crawl} then 1 else 0 end)
        as after_crawl
    from held_posts
    group by 1, 2, 3, 4`.execute(db);
  // PostgreSQL counts in bigint, which its driver gives as text.
  return rows.map((row) => ({
    ...row,
    posts: Number(row.posts),
    cut_off: Number(row.cut_off),
    differing: Number(row.differing),
    gone: Number(row.gone),
    after_export: Number(row.after_export),
    after_crawl: Number(row.after_crawl),
  }));
}

function sumOf(groups: readonly Group[], what: Counted): number {
  return groups.reduce((sum, group) => sum + group[what], 0);
}

function countsOf(groups: readonly Group[]) {
  const years = [...new Set(groups.map(({ year }) => year))].sort(byYear);
  const kinds = [...new Set(groups.map(({ kind }) => kind))].sort();
  const matched = (by: MatchedBy): number =>
    sumOf(
      groups.filter(({ matched_by }) => matched_by === by),
      'posts',
    );
  return {
    held: heldIn(groups),
    byYear: years.map((year) => ({
      year: year === null ? null : Number(year),
      ...heldIn(groups.filter((group) => group.year === year)),
    })),
    byKind: Object.fromEntries(
      kinds.map((kind) => [
        kind,
        sumOf(
          groups.filter((group) => group.kind === kind),
          'posts',
        ),
      ]),
    ),
    matchedBy: { id: matched('id'), address: matched('address'), 'text-and-time': matched('text-and-time') },
    newerThanExport: sumOf(groups, 'after_export'),
    newerThanCrawl: sumOf(groups, 'after_crawl'),
  };
}

function byYear(one: string | null, other: string | null): number {
  const [first, second] = [one ?? '9999+', other ?? '9999+'];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

function heldIn(groups: readonly Group[]): HeldPosts {
  const held = (by: HeldPostRow['holder']): number =>
    sumOf(
      groups.filter(({ holder }) => holder === by),
      'posts',
    );
  const [both, onlyExport, onlyCrawl] = [held('both'), held('export'), held('crawl')];
  return { export: both + onlyExport, crawl: both + onlyCrawl, both, onlyExport, onlyCrawl };
}

/** Oldest first, those without a date last. */
async function named(
  db: Kysely<LedgerTables>,
  chosen: ReturnType<typeof sql<boolean>> | ReturnType<typeof sql>,
): Promise<readonly NamedPost[]> {
  const rows = await sql<{ readonly json: string }>`select json
    from (select * from held_posts where ${chosen} order by published is null, published, id limit ${NAMED_AT_MOST}) chosen
    join post_bodies on post_bodies.place = chosen.place
    order by published is null, published, id`.execute(db);
  return rows.rows.map(({ json }) => {
    const post = namePost(JSON.parse(json) as Post);
    return post.id !== null && isMadeId(post.id) ? { ...post, id: null } : post;
  });
}
