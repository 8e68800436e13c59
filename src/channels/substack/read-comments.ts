import type { Finding } from '../../model/finding.ts';
import { makePost } from '../../model/post.ts';
import { asList, asNumber, asObject, asText, asTime, type JsonObject } from '../reading/json-reader.ts';

/** Numbers of comments and of posts are two series that may meet. */
const commentId = (id: string): string => `comment/${id}`;

/**
 * What readers wrote below one post, answers with what they answer. A writer's own answers are the brand's.
 * @param countedAt when it was read, UTC ISO 8601
 */
export function* readSubstackComments(
  comments: readonly unknown[],
  post: string,
  countedAt: string,
  parent?: string,
): Generator<Finding> {
  for (const value of comments) {
    const item = asObject(value);
    const id = asText(item?.id);
    if (item === undefined || id === null) {
      const message = 'A comment has no number.';
      yield { kind: 'unreadable', id: null, where: `comments of post ${post}`, message };
      continue;
    }
    yield readOne(item, id, post, countedAt, parent);
    yield* readSubstackComments(asList(item.children), post, countedAt, commentId(id));
  }
}

function readOne(item: JsonObject, id: string, post: string, countedAt: string, parent: string | undefined): Finding {
  const text = asText(item.body);
  if (item.deleted === true || text === null) {
    return { kind: 'gone', id: commentId(id), url: null, message: `Comment ${id} below post ${post} was deleted.` };
  }
  const isOwn = asObject(item.metadata)?.is_author === true;
  const likes = asNumber(item.reaction_count);
  return {
    kind: 'post',
    post: makePost({
      platform: 'substack',
      id: commentId(id),
      source: 'api',
      kind: isOwn ? 'reply' : 'comment',
      isOwn,
      author: { id: asText(item.user_id), handle: asText(item.handle), name: asText(item.name), url: null },
      published: asTime(item.date),
      edited: asTime(item.edited_at),
      text,
      replyTo: { id: parent ?? post, url: null, author: null, text: null },
      thread: post,
      counts: likes === null ? {} : { likes },
      countedAt: likes === null ? null : countedAt,
    }),
  };
}
