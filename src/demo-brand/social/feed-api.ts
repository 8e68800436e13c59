import { jsonReply, type Reply } from '../http/reply.ts';
import { FEED_PAGE_SIZE, type FeedPost, mediaPath, postPath } from './feed-posts.ts';

/**
 * One page of the feed. `cursor` is null or '' for the newest posts, else the `next` of the page before.
 * A cursor nobody was given gets 400.
 */
export function feedReply(posts: readonly FeedPost[], cursor: string | null, delayMs: number): Reply {
  const start = cursor === null || cursor === '' ? 0 : posts.findIndex((post) => cursorOf(post) === cursor) + 1;
  if (start === 0 && cursor) return jsonReply({ error: 'unknown cursor' }, { status: 400 });
  const slice = posts.slice(start, start + FEED_PAGE_SIZE);
  const last = slice.at(-1);
  const more = start + slice.length < posts.length;
  const body = {
    posts: slice.map(toJson),
    next: more && last !== undefined ? cursorOf(last) : null,
    total: posts.length,
  };
  return jsonReply(body, { delayMs, headers: { 'Cache-Control': 'private, no-store' } });
}

function cursorOf(post: FeedPost): string {
  return Buffer.from(`after:${post.id}`).toString('base64url');
}

function toJson(post: FeedPost) {
  return {
    id: post.id,
    url: postPath(post),
    createdAt: post.date,
    language: post.language,
    text: post.text,
    image: post.image === undefined ? null : { src: mediaPath(post.image), alt: post.imageAlt ?? '' },
    likes: post.likes,
    replies: post.replies.length,
  };
}
