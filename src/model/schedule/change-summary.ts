/** What is different between a channel's snapshot and the one before it. null: not known, which is not the same as none. */
export interface ChangeSummary {
  readonly newPosts: number | null;
  readonly editedPosts: number | null;
  /** Seen last time and not this time; null unless both snapshots are complete. */
  readonly gonePosts: number | null;
  readonly newPages: number | null;
  readonly gonePages: number | null;
  readonly changedPages: number | null;
}

export function isChange(summary: ChangeSummary): boolean {
  return Object.values(summary).some((count: number | null) => (count ?? 0) > 0);
}
