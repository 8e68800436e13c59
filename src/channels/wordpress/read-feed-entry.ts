import type { FoundPost } from '../../model/post.ts';
import type { FeedEntry } from '../reading/feed-entry.ts';
import { commentId } from './read-comment.ts';

/**
 * A feed's entry as a post or comment of WordPress's, by the number that its guid has (`https://a.example/?p=12`). It never
 * is the whole of a post that was read elsewhere too: many feeds give a summary where they promise everything.
 */
export function refineEntry(post: FoundPost, { id: guid, url }: FeedEntry): FoundPost {
  const comment = /#comment-(\d+)$/.exec(url ?? '')?.[1] ?? /#comment-(\d+)$/.exec(guid ?? '')?.[1];
  const number = /[?&](?:p|page_id)=(\d+)/.exec((guid ?? '').replaceAll('&#038;', '&'))?.[1];
  if (comment === undefined) {
    return { ...post, id: number ?? post.id, kind: 'article', source: 'crawl', extent: 'part' };
  }
  const below = (url ?? '').replace(/#.*$/, '') || null;
  return {
    ...post,
    id: commentId(comment),
    kind: 'comment',
    source: 'crawl',
    isOwn: false,
    title: null,
    replyTo: { id: number ?? null, url: below, author: null, text: null },
    thread: number ?? below,
  };
}
