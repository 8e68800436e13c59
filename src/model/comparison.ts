import type { PostKind } from './post.ts';

/** Which kinds of change are looked for; each costs its own time. */
export const comparisonParts = ['posts', 'pages', 'links', 'looks'] as const;
export type ComparisonPart = (typeof comparisonParts)[number];

/** One of the two snapshots, as far as telling them apart takes. */
export interface ComparedSide {
  /** Absolute path of the WACZ. */
  readonly file: string;
  /** null for a file that is asked for by its path. */
  readonly id: string | null;
  readonly channel: string | null;
  readonly url: string | null;
  readonly title: string | null;
  /** UTC ISO 8601; null when nothing says. */
  readonly takenAt: string | null;
  readonly state: 'complete' | 'partial' | 'unknown';
  readonly pages: number;
  readonly gaps: number;
}

/** Why two snapshots are not fairly compared; each is told, and none is guessed over. */
export type Unfairness =
  | { readonly kind: 'other-channel'; readonly before: string; readonly after: string }
  | { readonly kind: 'other-address'; readonly before: string; readonly after: string }
  | { readonly kind: 'other-viewer'; readonly what: ViewerTrait; readonly before: string; readonly after: string }
  | { readonly kind: 'other-scope'; readonly before: string; readonly after: string }
  | { readonly kind: 'narrower-scope'; readonly what: ScopeTrait; readonly before: string; readonly after: string }
  | { readonly kind: 'partial'; readonly side: 'before' | 'after'; readonly gaps: number }
  | { readonly kind: 'no-report'; readonly side: 'before' | 'after' }
  | { readonly kind: 'backwards'; readonly before: string; readonly after: string };

export type ViewerTrait = 'login' | 'language' | 'timezone' | 'viewport' | 'device';

export type ScopeTrait = 'kind' | 'depth' | 'include' | 'exclude' | 'sitemaps';

/** Words in a row that both texts have, or only one of them. */
export interface WordRun {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** A changed place with some words around it. */
export interface TextHunk {
  readonly before: string;
  readonly removed: string;
  readonly added: string;
  readonly after: string;
}

export interface PostName {
  readonly id: string;
  readonly url: string | null;
  readonly kind: PostKind;
  /** UTC ISO 8601 */
  readonly published: string | null;
  /** The title, else the beginning of the text; '' for a post of media alone. */
  readonly says: string;
}

export interface EditedPost extends PostName {
  /** null when the title is as it was. */
  readonly title: readonly WordRun[] | null;
  readonly text: readonly WordRun[] | null;
  readonly mediaAdded: readonly string[];
  readonly mediaRemoved: readonly string[];
}

export interface MovedCount {
  /** `likes`, `followers` … */
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** True when the platform seems to give no exact number, such as 1,200 for "1.2K": the move may be larger or smaller. */
  readonly isRounded: boolean;
}

export interface PostsComparison {
  readonly before: number;
  readonly after: number;
  /** Published since the earlier snapshot, or without a date. */
  readonly added: readonly PostName[];
  /** The earlier snapshot was able to see that they were gone; now they are there. */
  readonly back: readonly PostName[];
  /** Older than the earlier snapshot, which did not have them. */
  readonly foundLate: readonly PostName[];
  readonly edited: readonly EditedPost[];
  /** The later snapshot was able to see that they are not there any more. */
  readonly gone: readonly (PostName & { readonly because: GoneBecause })[];
  /** Not in the later snapshot, which cannot tell whether they are gone. */
  readonly notSeen: readonly PostName[];
  readonly counts: readonly (PostName & { readonly moved: readonly MovedCount[] })[];
  /** Of the account: followers and the like. */
  readonly profile: readonly MovedCount[];
  /** Lines that are no posts; the comparison is without them. */
  readonly unreadable: { readonly before: number; readonly after: number };
}

/** `platform-says`: it answers so for the post. `complete-list`: the later snapshot has all there is, and not this. */
export type GoneBecause = 'platform-says' | 'not-found' | 'complete-list';

export interface PageName {
  readonly url: string;
  readonly title: string;
}

export interface LookChange {
  /** 0 to 1: the share of the first screen that is as it was. */
  readonly alike: number;
  /** `moved`: what was there is there still, higher or lower. `band`: only a strip changed. `much`: anything else. */
  readonly kind: 'moved' | 'band' | 'much';
  /** Pixels that the page moved down by; 0 unless it moved. */
  readonly movedBy: number;
  /** Rows of the picture within which all differences are. */
  readonly top: number;
  readonly bottom: number;
}

export interface ChangedPage extends PageName {
  readonly titleBefore: string | null;
  readonly statusBefore: number | null;
  readonly statusAfter: number | null;
  /** [] when the text is as it was, or differs only by what changed on all pages. */
  readonly text: readonly TextHunk[];
  /** How many more places of the text changed than are told. */
  readonly moreText: number;
  readonly look: LookChange | null;
}

export interface PagesComparison {
  readonly before: number;
  readonly after: number;
  readonly same: number;
  readonly added: readonly PageName[];
  /** Answered 404 or 410 in the earlier snapshot, and are there now. */
  readonly back: readonly PageName[];
  readonly gone: readonly (PageName & {
    readonly because: 'not-found' | 'no-longer-linked';
    readonly status: number | null;
  })[];
  readonly moved: readonly (PageName & { readonly to: string | null })[];
  readonly notSeen: readonly PageName[];
  readonly changed: readonly ChangedPage[];
  /** What changed alike on at least half of the pages: told once. */
  readonly everywhere: readonly (TextHunk & { readonly pages: number })[];
  /** Pages whose only change is one of those. */
  readonly onlyEverywhere: number;
  readonly uncompared: { readonly text: number; readonly look: number };
}

export interface BrokenLink {
  readonly url: string;
  /** 0: no answer came; null: not asked for in that snapshot. */
  readonly before: number | null;
  readonly after: number | null;
  /** The first pages it is on. */
  readonly on: readonly string[];
  readonly pages: number;
}

export interface LinksComparison {
  readonly broken: readonly BrokenLink[];
  readonly mended: readonly BrokenLink[];
}

/** For notices: the shortest there is to say. */
export interface ComparisonCounts {
  readonly newPosts: number;
  readonly editedPosts: number;
  readonly gonePosts: number;
  readonly newPages: number;
  readonly gonePages: number;
  readonly changedPages: number;
  readonly brokenLinks: number;
}

/** What changed from one snapshot to another; null for a part that was not asked for. */
export interface Comparison {
  readonly before: ComparedSide;
  readonly after: ComparedSide;
  readonly unfair: readonly Unfairness[];
  readonly posts: PostsComparison | null;
  readonly pages: PagesComparison | null;
  readonly links: LinksComparison | null;
  readonly counts: ComparisonCounts;
}

/** Counts everything that a comparison found; a part that was not compared counts as nothing. */
export function countsOf(parts: Pick<Comparison, 'posts' | 'pages' | 'links'>): ComparisonCounts {
  const { posts, pages, links } = parts;
  return {
    newPosts: posts?.added.length ?? 0,
    editedPosts: posts?.edited.length ?? 0,
    gonePosts: posts?.gone.length ?? 0,
    newPages: pages?.added.length ?? 0,
    gonePages: pages?.gone.length ?? 0,
    changedPages: pages?.changed.length ?? 0,
    brokenLinks: links?.broken.length ?? 0,
  };
}

/** True when nothing at all was found to be different, counts of likes and the like left out. */
export function isUnchanged({ counts, posts, pages, links }: Comparison): boolean {
  const more = [posts?.back, posts?.foundLate, pages?.back, pages?.moved, pages?.everywhere, links?.mended];
  return Object.values(counts).every((count) => count === 0) && more.every((list) => (list?.length ?? 0) === 0);
}
