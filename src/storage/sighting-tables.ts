/** A snapshot that was read for what it tells of posts. */
export interface SeenSnapshotRow {
  readonly channel: string;
  /** From 1, in the order in which the channel's snapshots came. */
  readonly number: number;
  readonly snapshot: string;
  readonly started_at: string;
  /** JSON of a DescribedSide; null where it is not known how the snapshot looked at the channel. */
  readonly view: string | null;
}

/** What the snapshots tell of one own post that they were read for. */
export interface SightingRow {
  /** Of the crawl's row in posts. */
  readonly place: number;
  readonly channel: string;
  readonly url: string | null;
  /** JSON: see SightingRun. */
  readonly runs: string;
  /** JSON: the versions of the post that were seen, in the order in which they came. */
  readonly versions: string;
}

/** A post that was deleted after publication; follows from what the snapshots tell. */
export interface GonePostRow {
  readonly place: number;
  readonly last_seen_at: string;
  readonly last_seen_in: string;
  readonly gone_at: string;
  readonly gone_in: string;
  readonly because: string;
}
