import type { Generated } from 'kysely';

/** The ledger's tables, as Kysely sees them. Dates are UTC ISO 8601 text, truth is 0 or 1: alike in every database. */
export interface LedgerTables {
  readonly migrations: MigrationRow;
  readonly snapshots: SnapshotRow;
  readonly posts: PostRow;
  readonly post_bodies: PostBodyRow;
  readonly post_words: PostWordsRow;
  readonly completeness: CompletenessRow;
}

export interface MigrationRow {
  readonly number: number;
  readonly name: string;
}

export interface SnapshotRow {
  readonly id: string;
  readonly channel: string | null;
  readonly url: string;
  /** Below the workspace's folder relative to it with `/`, so that the folder can be moved; elsewhere absolute. */
  readonly file: string;
  readonly state: string;
  readonly pages: number;
  readonly gaps: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly signed: number;
  readonly started_at: string;
  readonly finished_at: string;
}

/** What posts are chosen and ordered by. The post itself is in post_bodies: a search runs over many of these rows. */
export interface PostRow {
  readonly place: Generated<number>;
  readonly channel: string;
  readonly id: string;
  /** The snapshot that the post was read from; the post outlives it. */
  readonly snapshot: string;
  /** When that snapshot was begun. */
  readonly started_at: string;
  readonly kind: string;
  readonly is_own: number;
  /** To the millisecond, whatever the platform writes, so that text order is time order; null without a date. */
  readonly published: string | null;
  readonly is_whole: number;
  /** Of what the author made of it; counts and places in archives are left out. */
  readonly digest: string;
}

export interface PostBodyRow {
  readonly place: number;
  readonly json: string;
}

/** The words of a post, folded, in SQLite's FTS5; `rowid` is the post's place. */
export interface PostWordsRow {
  readonly rowid: number;
  readonly plain: string;
  readonly long: string;
}

export interface CompletenessRow {
  readonly snapshot: string;
  readonly channel: string;
  readonly started_at: string;
  readonly json: string;
}
