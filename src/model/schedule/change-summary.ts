import type { Comparison } from '../comparison.ts';

/** What is different between a channel's snapshot and the one before it. null: not known, which is not the same as none. */
export interface ChangeSummary {
  readonly newPosts: number | null;
  readonly editedPosts: number | null;
  /** At least so many; null where some are missing and nothing says of any that it is gone. */
  readonly gonePosts: number | null;
  readonly newPages: number | null;
  /** As with the posts. */
  readonly gonePages: number | null;
  readonly changedPages: number | null;
}

export const nothingKnown: ChangeSummary = {
  newPosts: null,
  editedPosts: null,
  gonePosts: null,
  newPages: null,
  gonePages: null,
  changedPages: null,
};

/** @param newestPost when the newest post was published that was known before, UTC ISO 8601; null without any */
export function summaryOf(
  { posts, pages }: Pick<Comparison, 'posts' | 'pages'>,
  newestPost: string | null,
): ChangeSummary {
  return {
    // Its date may lie before the earlier snapshot, as where it was written down before it was put online. It is new all the
    // same where it is newer than all that was known. What is older than that may only have been found late.
    newPosts:
      posts && posts.added.length + posts.foundLate.filter(({ published }) => isNewer(published, newestPost)).length,
    editedPosts: posts?.edited.length ?? null,
    gonePosts: posts && goneOf(posts),
    newPages: pages?.added.length ?? null,
    gonePages: pages && goneOf(pages),
    changedPages: pages?.changed.length ?? null,
  };
}

function isNewer(published: string | null, newest: string | null): boolean {
  return published !== null && newest !== null && Date.parse(published) > Date.parse(newest);
}

function goneOf({ gone, notSeen }: { readonly gone: readonly object[]; readonly notSeen: readonly object[] }) {
  return gone.length === 0 && notSeen.length > 0 ? null : gone.length;
}

export function isChange(summary: ChangeSummary): boolean {
  return Object.values(summary).some((count: number | null) => (count ?? 0) > 0);
}
