/** Somebody is bound to keep a snapshot, or all of a channel when `snapshot` is null. */
export interface HoldRow {
  readonly number: number;
  readonly snapshot: string | null;
  readonly channel: string;
  readonly why: string;
  readonly by_whom: string;
  readonly at: string;
  readonly released_by: string | null;
  readonly released_at: string | null;
  readonly released_why: string | null;
}

/** A snapshot whose file is to go, or has gone. */
export interface PruningRow {
  readonly snapshot: string;
  readonly planned_at: string;
  /** null while the file may still be there. */
  readonly done_at: string | null;
}
