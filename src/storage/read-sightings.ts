import type { Kysely } from 'kysely';
import type { DescribedSide } from '../model/fairness.ts';
import { type ReadSnapshot, type SightingRun, SnapshotLine, toldBy } from '../model/post-timeline.ts';
import { runsOf } from './sighting-rows.ts';
import type { SightingRow } from './sighting-tables.ts';
import type { LedgerTables } from './tables.ts';

const POSTS_AT_ONCE = 500;

export interface NamedSighting extends Omit<SightingRow, 'channel'> {
  readonly id: string;
}

/** The snapshots of a channel that were read for what they tell of posts. */
export async function readSnapshots(db: Kysely<LedgerTables>, channel: string): Promise<readonly ReadSnapshot[]> {
  const rows = await db.selectFrom('seen_snapshots').selectAll().where('channel', '=', channel).execute();
  return rows.map(({ number, snapshot, started_at, view }) => ({
    number,
    id: snapshot,
    startedAt: started_at,
    view: view === null ? null : (JSON.parse(view) as DescribedSide),
  }));
}

/** What is known of a channel's posts, some hundred at a time; each batch is a query of its own. */
export async function* sightingRows(
  db: Kysely<LedgerTables>,
  channel: string,
): AsyncGenerator<readonly NamedSighting[]> {
  const rows = db
    .selectFrom('sightings')
    .innerJoin('posts', 'posts.place', 'sightings.place')
    .select(['sightings.place', 'posts.id', 'sightings.url', 'sightings.runs', 'sightings.versions'])
    .where('sightings.channel', '=', channel)
    .orderBy('sightings.place')
    .limit(POSTS_AT_ONCE);
  let batch = await rows.execute();
  for (let last = batch.at(-1); last !== undefined; last = batch.at(-1)) {
    yield batch;
    batch = await rows.where('sightings.place', '>', last.place).execute();
  }
}

/** Snapshots taken after one that tell nothing of some post of it, up to where that post is seen again. */
export async function unjudged(
  db: Kysely<LedgerTables>,
  { id, channel }: { readonly id: string; readonly channel: string },
): Promise<readonly string[]> {
  const snapshots = await readSnapshots(db, channel);
  const own = snapshots.find((snapshot) => snapshot.id === id);
  const later = own === undefined ? [] : new SnapshotLine(snapshots).laterThan(own.number);
  if (own === undefined || later.length === 0) return [];
  const open = new Set<number>();
  for await (const rows of sightingRows(db, channel)) {
    const held = rows.map(({ runs }) => runsOf(runs)).filter((runs) => isHeldBy(runs, own));
    for (const runs of held) for (const { number } of silent(runs, later)) open.add(number);
  }
  return later.filter(({ number }) => open.has(number)).map((one) => one.id);
}

function isHeldBy(runs: readonly SightingRun[], { number }: ReadSnapshot): boolean {
  return typeof toldBy(runs, number) === 'number';
}

function silent(runs: readonly SightingRun[], later: readonly ReadSnapshot[]): readonly ReadSnapshot[] {
  const again = later.findIndex((snapshot) => isHeldBy(runs, snapshot));
  return (again === -1 ? later : later.slice(0, again)).filter(({ number }) => toldBy(runs, number) === undefined);
}
