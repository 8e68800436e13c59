import { type Kysely, sql } from 'kysely';
import { isLoose, pairByText } from './pair-by-text.ts';
import type { LedgerTables } from './tables.ts';

export async function hasExports(db: Kysely<LedgerTables>, channel: string): Promise<boolean> {
  const any = db.selectFrom('exports').select('id').where('channel', '=', channel).limit(1);
  return (await any.executeTakeFirst()) !== undefined;
}

/**
 * Finds which posts of a channel's exports and crawls are the same, one with one: by id, else by address, else by text and
 * time; and hides one row of each two. Belongs to the transaction that entered the posts, so that no list ever shows a post
 * twice. Safe to call again: what was found by id stays, as ids do not change, and the rest is found anew.
 */
export async function pairPosts(db: Kysely<LedgerTables>, channel: string): Promise<void> {
  await db.deleteFrom('post_twins').where('channel', '=', channel).where('matched_by', '!=', 'id').execute();
  await pairById(db, channel);
  await pairByAddress(db, channel);
  await pairByText(db, channel);
  await hideOneOfTwo(db, channel);
}

/** An id that was made for a post of an export meets none of a crawl: only an export makes them. */
async function pairById(db: Kysely<LedgerTables>, channel: string): Promise<void> {
  await sql`insert into post_twins (export_place, crawl_place, channel, matched_by)
    select p.place, c.place, p.channel, 'id'
    from posts p
    join posts c on c.channel = p.channel and c.origin = 'crawl' and c.id = p.id
      and (c.kind = 'comment') = (p.kind = 'comment')
    where p.channel = ${channel} and p.origin = 'export'
      and not exists (select 1 from post_twins where export_place = p.place)`.execute(db);
}

/**
 * An address that several posts of one side have is the page they stand on, and says nothing. Two ids of one form are two
 * posts: see idForm.
 */
async function pairByAddress(db: Kysely<LedgerTables>, channel: string): Promise<void> {
  await sql`insert into post_twins (export_place, crawl_place, channel, matched_by)
    select e.place, c.place, ${channel}, 'address'
    from (
      select max(case when p.origin = 'export' then p.place end) as export_place,
        max(case when p.origin = 'crawl' then p.place end) as crawl_place
      from posts p
      where p.channel = ${channel} and p.address_key is not null and ${isLoose}
      group by p.address_key
      having count(*) = 2 and min(p.origin) <> max(p.origin)
    ) one
    join posts e on e.place = one.export_place
    join posts c on c.place = one.crawl_place
    where e.id_form is null or c.id_form is null or e.id_form <> c.id_form`.execute(db);
}

/** The whole one is shown before the part, then the later edited, then the crawl's, which a record in an archive proves. */
async function hideOneOfTwo(db: Kysely<LedgerTables>, channel: string): Promise<void> {
  const hidden = sql`
    select case
      when e.is_whole <> c.is_whole then case when e.is_whole > c.is_whole then c.place else e.place end
      when coalesce(e.edited, '') > coalesce(c.edited, '') then c.place
      else e.place end
    from post_twins
    join posts e on e.place = export_place
    join posts c on c.place = crawl_place
    where post_twins.channel = ${channel}`;
  await sql`update posts set is_shown = 1
    where channel = ${channel} and is_shown = 0 and place not in (${hidden})`.execute(db);
  await sql`update posts set is_shown = 0 where is_shown = 1 and place in (${hidden})`.execute(db);
}
