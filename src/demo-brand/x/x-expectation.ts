import type { XAccountTexts, XPost } from './load-x-posts.ts';
import { mediaFiles } from './make-export.ts';
import { exportedPosts, postsOnX, shownOnX, X_FOLLOWERS, X_FOLLOWING, X_PROFILE, xPostPath } from './x-frame.ts';

/** What a snapshot of the account, its archive and both together must hold. */
export interface XExpectation {
  /** The profile, and a page for each post that it shows. */
  readonly pageUrls: readonly string[];
  /** What `statuses_count` says. */
  readonly postCount: number;
  /** Numbers of the posts that a visitor is shown, newest first. */
  readonly shownIds: readonly string[];
  /** Addresses of their pictures, as large as they are. */
  readonly imageUrls: readonly string[];
  readonly export: {
    /** Posts, each once. */
    readonly posts: number;
    /** Records: each version of an edited post is one. What the manifest counts. */
    readonly records: number;
    readonly deleted: number;
    readonly directMessages: number;
    readonly contacts: number;
    readonly likes: number;
    readonly advertising: number;
    readonly cutOff: number;
    readonly media: number;
    readonly missingMedia: readonly string[];
  };
  readonly both: number;
  readonly onlyExport: number;
  /** They came after the archive was made. */
  readonly onlyCrawl: number;
  /** In the archive, and no more on the page. */
  readonly goneIds: readonly string[];
}

export function expectedX(origin: string, { posts, directMessages }: XAccountTexts): XExpectation {
  const shown = shownOnX(posts);
  const exported = exportedPosts(posts);
  const both = shown.filter((post) => exported.includes(post)).length;
  const images = shown.flatMap((post) => post.images.map(({ file }) => `${origin}/media/${file}?format=jpg&name=orig`));
  return {
    pageUrls: [X_PROFILE, ...shown.map(xPostPath)].map((path) => `${origin}${path}`),
    postCount: postsOnX(posts).length,
    shownIds: shown.map(({ id }) => id),
    imageUrls: [...new Set(images)],
    export: {
      posts: exported.length,
      records: exported.reduce((sum, { versions }) => sum + versions.length, 0),
      deleted: posts.filter(({ deletedAt }) => deletedAt !== undefined).length,
      directMessages: directMessages.reduce((sum, { messages }) => sum + messages.length, 0),
      contacts: X_FOLLOWERS + X_FOLLOWING,
      likes: 25,
      advertising: 12,
      cutOff: exported.filter(isCutOff).length,
      media: exported.reduce((sum, post) => sum + mediaCount(post), 0),
      missingMedia: exported.filter((post) => mediaFiles(post).length < mediaCount(post)).map(({ id }) => id),
    },
    both,
    onlyExport: exported.length - both,
    onlyCrawl: shown.length - both,
    goneIds: posts.filter(({ isGone }) => isGone).map(({ id }) => id),
  };
}

function mediaCount({ images, film }: XPost): number {
  return images.length + (film === undefined ? 0 : 1);
}

function isCutOff({ passesOn }: XPost): boolean {
  return passesOn !== undefined && [...`RT @${passesOn.by.handle}: ${passesOn.text}`].length > 140;
}
