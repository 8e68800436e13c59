import type { Kysely } from 'kysely';
import type { DescribedSide } from '../model/fairness.ts';
import type { Post } from '../model/post.ts';
import type { SnapshotSight } from '../model/post-store.ts';
import {
  currentMark,
  type PostSightings,
  SnapshotLine,
  timelineOf,
  toldBy,
  withSighting,
} from '../model/post-timeline.ts';
import { RowInsert } from './insert-rows.ts';
import { readSnapshots, sightingRows } from './read-sightings.ts';
import { goneRow, runsOf, sightingsOf, slimVersion, withVersion } from './sighting-rows.ts';
import type { SightingRow } from './sighting-tables.ts';
import type { LedgerTables } from './tables.ts';

type Named = { readonly id: string; readonly channel: string };

export interface PlacedPost {
  readonly place: number;
  readonly post: Post;
}

const sightingInsert = new RowInsert<SightingRow & Record<string, string | number | null>>((db, rows) =>
  db
    .insertInto('sightings')
    .values(rows)
    .onConflict((on) =>
      on.column('place').doUpdateSet(({ ref }) => ({
        url: ref('excluded.url'),
        runs: ref('excluded.runs'),
        versions: ref('excluded.versions'),
      })),
    ),
);

type NotedPost = PostSightings & Pick<SightingRow, 'place' | 'url'>;

/** Writes down what one snapshot tells of a channel's own posts. Belongs to the transaction that enters the snapshot. */
export class SightingNotes {
  readonly #db: Kysely<LedgerTables>;
  readonly #channel: string;
  readonly #number: number;
  readonly #line: SnapshotLine;

  /** True when other marks may hang on how this snapshot looked, which was not known before. */
  readonly #isViewNew: boolean;

  private constructor(
    db: Kysely<LedgerTables>,
    channel: string,
    number: number,
    line: SnapshotLine,
    isViewNew: boolean,
  ) {
    this.#db = db;
    this.#channel = channel;
    this.#number = number;
    this.#line = line;
    this.#isViewNew = isViewNew;
  }

  /** @param view undefined: what is known of how it looked stays as it is */
  static async open(
    db: Kysely<LedgerTables>,
    { id, channel, startedAt }: Named & { readonly startedAt: string },
    view: DescribedSide | undefined,
  ): Promise<SightingNotes> {
    const known = await readSnapshots(db, channel);
    const before = known.find((snapshot) => snapshot.id === id);
    const number = before?.number ?? Math.max(0, ...known.map((snapshot) => snapshot.number)) + 1;
    const own = { number, id, startedAt, view: view ?? before?.view ?? null };
    const row = { channel, number, snapshot: id, started_at: startedAt, view: own.view && JSON.stringify(own.view) };
    await db
      .insertInto('seen_snapshots')
      .values(row)
      .onConflict((on) => on.columns(['channel', 'snapshot']).doUpdateSet({ view: row.view, started_at: startedAt }))
      .execute();
    const line = new SnapshotLine([...known.filter((snapshot) => snapshot.id !== id), own]);
    const isViewNew = before !== undefined && JSON.stringify(before.view) !== JSON.stringify(own.view);
    return new SightingNotes(db, channel, number, line, isViewNew);
  }

  /** That the snapshot holds these posts. Other people's are left out. */
  async saw(found: readonly PlacedPost[]): Promise<void> {
    const own = found.filter(({ post }) => post.isOwn);
    const known = await this.#known(own.map(({ place }) => place));
    const changed: NotedPost[] = [];
    for (const { place, post } of own) {
      const before = known.get(place);
      const { versions, at } = withVersion(before?.versions ?? [], slimVersion(post));
      const runs = withSighting(before?.runs ?? [], this.#number, at);
      if (before !== undefined && runs === before.runs && post.url === before.url) continue;
      changed.push({ place, url: post.url, runs, versions });
    }
    await this.#write(changed);
  }

  /** What the snapshot tells of the channel's posts that it does not hold. */
  async judge(sight: SnapshotSight): Promise<void> {
    for await (const rows of sightingRows(this.#db, this.#channel)) {
      const others = rows.filter(({ runs }) => typeof toldBy(runsOf(runs), this.#number) !== 'number');
      const told = others.length === 0 ? [] : await sight.goneOf(others);
      const judged = others.map((row, at): NotedPost => {
        const noted = notedPost(row);
        return { ...noted, runs: withSighting(noted.runs, this.#number, told[at]) };
      });
      const changed = judged.filter(({ runs }, at) => JSON.stringify(runs) !== others[at]?.runs);
      await this.#write(changed);
      const places = new Set(changed.map(({ place }) => place));
      const rest = rows.filter(({ place, runs }) => !places.has(place) && runs.includes('"'));
      if (this.#isViewNew) await this.#mark(rest.map(notedPost));
    }
  }

  async #known(places: readonly number[]): Promise<ReadonlyMap<number, NotedPost>> {
    if (places.length === 0) return new Map();
    const rows = await this.#db.selectFrom('sightings').selectAll().where('place', 'in', places).execute();
    return new Map(rows.map((row) => [row.place, notedPost(row)]));
  }

  /** Writes what is known of posts, and with it whether they are gone. */
  async #write(changed: readonly NotedPost[]): Promise<void> {
    if (changed.length === 0) return;
    const channel = this.#channel;
    await sightingInsert.execute(
      this.#db,
      changed.map(({ place, url, runs, versions }) => {
        return { place, channel, url, runs: JSON.stringify(runs), versions: JSON.stringify(versions) };
      }),
    );
    await this.#mark(changed);
  }

  async #mark(posts: readonly NotedPost[]): Promise<void> {
    const places = posts.map(({ place }) => place);
    if (places.length === 0) return;
    await this.#db.deleteFrom('gone_posts').where('place', 'in', places).execute();
    const marks = posts.flatMap((post) => {
      const mark = currentMark(timelineOf(post, this.#line));
      return mark === undefined ? [] : [goneRow(post.place, mark)];
    });
    if (marks.length > 0) await this.#db.insertInto('gone_posts').values(marks).execute();
  }
}

function notedPost(row: Pick<SightingRow, 'place' | 'url' | 'runs' | 'versions'>): NotedPost {
  return { place: row.place, url: row.url, ...sightingsOf(row) };
}
