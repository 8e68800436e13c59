import type { PostKind } from './post.ts';

/** A record, so that a kind that is forgotten here does not compile. */
const kinds: Readonly<Record<PostKind, true>> = {
  post: true,
  article: true,
  page: true,
  video: true,
  story: true,
  reply: true,
  repost: true,
  quote: true,
  comment: true,
};

/** Every kind of post there is. */
export const postKinds = Object.keys(kinds) as readonly PostKind[];
