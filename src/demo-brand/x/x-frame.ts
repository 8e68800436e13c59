import type { XPerson, XPost } from './load-x-posts.ts';

/** The account as its server knows it. */
export interface XFrame {
  /** `http://127.0.0.1:8405`, no slash at the end. */
  readonly origin: string;
  readonly blogUrl: string;
}

export const X_BRAND: XPerson = { id: '3300000001', name: 'Brandt & Söhne', handle: 'brandtsoehne' };
export const X_PROFILE = `/${X_BRAND.handle}`;
export const X_SINCE = '2016-04-11T07:45:00Z';
export const X_BIO = 'Fahrradglocken aus Ilsenbrück, seit 1924. Bicycle bells. We ring once, and early.';
export const X_FOLLOWERS = 3_120;
export const X_FOLLOWING = 48;
/** As many posts as a visitor is shown, however many there are. */
export const X_SHOWN = 24;
export const X_PAGE_SIZE = 12;
/** When the brand had its archive made: the two newest posts came later. */
export const X_EXPORT_MADE_AT = '2026-11-14T09:30:12.345Z';

export function xPostPath({ versions }: XPost): string {
  return `${X_PROFILE}/status/${versions.at(-1)}`;
}

/** What the account's page counts: answers to others and what was passed on, too. */
export function postsOnX(posts: readonly XPost[]): readonly XPost[] {
  return posts.filter(({ isGone, deletedAt }) => !isGone && deletedAt === undefined);
}

/** Answers to others stand on a tab of their own, which wants a login. */
export function shownOnX(posts: readonly XPost[]): readonly XPost[] {
  return postsOnX(posts)
    .filter(({ answers }) => answers === undefined)
    .slice(0, X_SHOWN);
}

/** What the archive holds as posts. */
export function exportedPosts(posts: readonly XPost[]): readonly XPost[] {
  return posts.filter(
    ({ editedAt, deletedAt }) => deletedAt === undefined && Date.parse(editedAt) < Date.parse(X_EXPORT_MADE_AT),
  );
}
