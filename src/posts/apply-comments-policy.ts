import { sha256 } from '../base/digest.ts';
import type { CommentsPolicy } from '../model/comments-policy.ts';
import type { Post, PostAuthor, PostReference } from '../model/post.ts';

/**
 * Keeps, pseudonymises or drops what other people wrote. It changes the list of posts, not the pages of the archive, which
 * stay as they were served.
 */
export async function* applyCommentsPolicy(posts: AsyncIterable<Post>, policy: CommentsPolicy): AsyncGenerator<Post> {
  const people = new People();
  for await (const post of posts) {
    if (policy === 'keep') yield post;
    else if (policy === 'drop') {
      if (post.isOwn) yield withoutOthers(post);
    } else yield post.isOwn ? withReferences(post, (reference) => people.inReference(reference)) : people.inPost(post);
  }
}

/** An own reply says what it answers by address alone; what is passed on or quoted is part of the post. */
function withoutOthers(post: Post): Post {
  return withReferences(post, ({ id, url }) => ({ id, url, author: null, text: null }));
}

function withReferences(post: Post, change: (reference: PostReference) => PostReference): Post {
  return { ...post, replyTo: post.replyTo === null ? null : change(post.replyTo) };
}

/** Gives each person a number, the same wherever they write. */
class People {
  readonly #numbers = new Map<string, number>();

  inPost(post: Post): Post {
    const author = this.#named(post.author);
    return {
      ...withReferences(post, (reference) => this.inReference(reference)),
      // Addresses and ids of comments often hold the name of who wrote them.
      id: `comment-${sha256(post.id).slice(7, 23)}`,
      url: null,
      author,
      html: null,
    };
  }

  inReference(reference: PostReference): PostReference {
    return { ...reference, url: null, author: this.#named(reference.author) };
  }

  #named(author: PostAuthor | null): PostAuthor | null {
    if (author === null) return null;
    const key = author.id ?? author.url ?? author.handle ?? author.name ?? '';
    const number = this.#numbers.get(key) ?? this.#numbers.size + 1;
    this.#numbers.set(key, number);
    return { id: null, handle: null, name: `Person ${number}`, url: null };
  }
}
