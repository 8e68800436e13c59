import { type FoundPost, makePost } from '../../model/post.ts';
import { hashtagsOf } from '../reading/caption.ts';
import { objectsWhere } from '../reading/json-objects.ts';
import { asList, asNumber, asText, asUnixTime, at, type JsonObject } from '../reading/json-reader.ts';
import { isSameName } from '../reading/own-account.ts';
import { type InstagramContext, ownerOf } from './instagram-media.ts';

function isComment(object: JsonObject): boolean {
  const when = asUnixTime(object.created_at) ?? asUnixTime(object.created_at_utc);
  return typeof object.text === 'string' && when !== null && (object.user !== undefined || object.owner !== undefined);
}

/**
 * Comments below one post, with the answers to them.
 * @param post number of the post they stand below
 */
export function* readInstagramComments(value: unknown, post: string, context: InstagramContext): Generator<FoundPost> {
  for (const comment of objectsWhere(value, isComment)) {
    const read = readComment(comment, post, context);
    if (read !== undefined) yield read;
    const answers = at(comment, 'edge_threaded_comments', 'edges') ?? comment.preview_child_comments;
    yield* readInstagramComments(asList(answers), post, context);
  }
}

function readComment(comment: JsonObject, post: string, context: InstagramContext): FoundPost | undefined {
  const id = asText(comment.pk) ?? asText(comment.id);
  const author = ownerOf(comment, context);
  if (id === null || author === null) return undefined;
  const isOwn = isSameName(author.handle, context.handle);
  const text = asText(comment.text) ?? '';
  const likes = asNumber(comment.comment_like_count) ?? asNumber(at(comment, 'edge_liked_by', 'count'));
  return makePost({
    platform: 'instagram',
    id,
    kind: isOwn ? 'reply' : 'comment',
    author,
    isOwn,
    published: asUnixTime(comment.created_at) ?? asUnixTime(comment.created_at_utc),
    text,
    tags: hashtagsOf(text),
    replyTo: { id: asText(comment.parent_comment_id) ?? post, url: null, author: null, text: null },
    thread: post,
    counts: likes === null ? {} : { likes },
    countedAt: likes === null ? null : context.at,
    source: 'crawl',
  });
}
