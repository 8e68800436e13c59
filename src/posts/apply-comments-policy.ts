import type { CommentsPolicy } from '../model/comments-policy.ts';
import type { Post, PostReference } from '../model/post.ts';
import { OwnVoice } from './own-voice.ts';
import { People } from './people.ts';

/**
 * Keeps, pseudonymises or drops what other people wrote. It changes the list of posts, not the pages of the archive, which
 * stay as they were served. What the brand itself wrote, quoted or passed on stays word for word.
 * @param posts oldest first, so that the brand's own are known before they are answered
 */
export async function* applyCommentsPolicy(posts: AsyncIterable<Post>, policy: CommentsPolicy): AsyncGenerator<Post> {
  const own = new OwnVoice();
  const people = new People(own);
  for await (const post of posts) {
    if (post.isOwn) own.hear(post);
    if (policy === 'keep') yield post;
    else if (post.isOwn) yield policy === 'drop' ? withoutOthers(post, own) : people.inOwnPost(post);
    else if (policy === 'pseudonymise') yield people.inComment(post);
  }
}

/** An own answer to somebody says that it is one, and not to whom: addresses and ids hold names. */
function withoutOthers(post: Post, own: OwnVoice): Post {
  const { replyTo, thread } = post;
  return {
    ...post,
    replyTo: replyTo === null || own.isOwn(replyTo) ? replyTo : nobody,
    thread: thread === null || own.isOwnId(thread) ? thread : null,
  };
}

const nobody: PostReference = { id: null, url: null, author: null, text: null };
