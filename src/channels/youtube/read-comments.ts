import type { Finding } from '../../model/finding.ts';
import { type FoundPost, makePost, type PostReference } from '../../model/post.ts';
import { asList, asNumber, asObject, asText, at, type JsonObject } from '../reading/json-reader.ts';

/**
 * What was said below a film, as its page loads it when it is scrolled. Whose film it is stands in the request alone, inside
 * its token. Dates are words only ("2 days ago").
 * @param request the body of the POST, in the form of a query
 * @param countedAt when it was read, UTC ISO 8601
 */
export function* readComments(answer: unknown, request: string | null, countedAt: string): Generator<Finding> {
  const film = filmInToken(request);
  for (const mutation of asList(at(answer, 'frameworkUpdates', 'entityBatchUpdate', 'mutations'))) {
    const comment = asObject(at(mutation, 'payload', 'commentEntityPayload'));
    const id = asText(at(comment, 'properties', 'commentId'));
    if (comment !== undefined && id !== null) yield { kind: 'post', post: commentOf(comment, id, film, countedAt) };
  }
}

function commentOf(comment: JsonObject, id: string, film: string | null, countedAt: string): FoundPost {
  const likes = asNumber(at(comment, 'toolbar', 'likeCountNotliked'));
  const isOwn = at(comment, 'author', 'isCreator') === true;
  return makePost({
    platform: 'youtube',
    id,
    source: 'crawl',
    kind: isOwn ? 'reply' : 'comment',
    isOwn,
    author: {
      id: asText(at(comment, 'author', 'channelId')),
      handle: asText(at(comment, 'author', 'displayName'))?.replace(/^@/, '') ?? null,
      name: null,
      url: null,
    },
    text: asText(at(comment, 'properties', 'content', 'content')) ?? '',
    replyTo: parentOf(id, film),
    thread: film,
    counts: likes === null ? {} : { likes },
    countedAt: likes === null ? null : countedAt,
  });
}

/** An answer's number is that of what it answers, a dot, and its own. */
function parentOf(id: string, film: string | null): PostReference | null {
  const parent = id.includes('.') ? (id.split('.')[0] ?? null) : film;
  return parent === null ? null : { id: parent, url: null, author: null, text: null };
}

/** The token is a protobuf message in base64: field 2 of it, eleven bytes long, is the film's number. */
function filmInToken(request: string | null): string | null {
  const token = new URLSearchParams(request ?? '').get('continuation');
  if (token === null) return null;
  const bytes = Buffer.from(token.replace(/%3D/gi, ''), 'base64url').toString('latin1');
  const field = String.fromCharCode(0x12, 11);
  for (let start = bytes.indexOf(field); start >= 0; start = bytes.indexOf(field, start + 1)) {
    const id = bytes.slice(start + field.length, start + field.length + 11);
    if (/^[\w-]{11}$/.test(id)) return id;
  }
  return null;
}
