import type { Post } from '../model/post.ts';
import type { PostFilter } from '../model/post-store.ts';

/** Says of a post what the ledger's filter says of its rows. A post without a date is in no span of time. */
export function fitsFilter(post: Post, filter: PostFilter): boolean {
  const { channel, kinds, since, until, ownOnly = true } = filter;
  if (ownOnly && !post.isOwn) return false;
  if (channel !== undefined && post.channel !== channel) return false;
  if (kinds !== undefined && kinds.length > 0 && !kinds.includes(post.kind)) return false;
  if (since !== undefined && !(post.published !== null && post.published >= since)) return false;
  return until === undefined || (post.published !== null && post.published < until);
}
