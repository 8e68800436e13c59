/** A number or a text from the archive, and where it was read. */
export interface Figure<T> {
  readonly value: T;
  /** Ids of snapshots and imports, in order. */
  readonly snapshots: readonly [string, ...string[]];
}

/** What the archive says of the accounts that are left. What it does not say is null, and no draft mentions it. */
export interface ExitFigures {
  readonly posts: Figure<number> | null;
  /** From the first post's year to the last one's, both counted. */
  readonly years: Figure<number> | null;
  readonly sinceYear: Figure<number> | null;
  /** `2021-03`, the month with the most posts. */
  readonly bestMonth: Figure<string> | null;
  /** The title or the whole short text of the post with the most answers. */
  readonly mostAnswered: Figure<string> | null;
}

export const noFigures: ExitFigures = {
  posts: null,
  years: null,
  sinceYear: null,
  bestMonth: null,
  mostAnswered: null,
};
