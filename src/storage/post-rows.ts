import { sha256 } from '../base/digest.ts';
import type { Post, PostReference } from '../model/post.ts';
import type { PostRow } from './tables.ts';

/** A snapshot as posts are entered from it. */
export interface EnteredSnapshot {
  readonly id: string;
  readonly channel: string;
  readonly startedAt: string;
}

export type NewPostRow = Omit<PostRow, 'place'>;

/** UTC to the millisecond; null for what is no date, which the post itself still says. */
function comparableTime(time: string | null): string | null {
  const ms = time === null ? Number.NaN : Date.parse(time);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

const saidBy = (reference: PostReference | null): unknown => reference && [reference.id, reference.url, reference.text];

/**
 * Two readings of a post are the same when its author changed nothing, and all that is searched is in here. Counts grow by
 * themselves, the author's picture or name is not the post's, the addresses of media carry a new signature each day, and
 * where a post lies in an archive differs from snapshot to snapshot.
 */
function digestOf(post: Post): string {
  const { kind, published, edited, title, text, lang, warning, tags, visibility, extent, poll, media } = post;
  const options = poll?.options.map((option) => option.text) ?? null;
  const shown = media.map((medium) => [medium.kind, medium.alt]);
  const others = [saidBy(post.replyTo), saidBy(post.quoteOf), saidBy(post.repostOf)];
  return sha256(
    JSON.stringify([
      kind,
      published,
      edited,
      title,
      text,
      lang,
      warning,
      tags,
      visibility,
      extent,
      options,
      shown,
      others,
    ]),
  );
}

export function postRow(post: Post, { id, channel, startedAt }: EnteredSnapshot): NewPostRow {
  return {
    channel,
    id: post.id,
    snapshot: id,
    started_at: startedAt,
    kind: post.kind,
    is_own: post.isOwn ? 1 : 0,
    published: comparableTime(post.published),
    is_whole: post.extent === 'whole' ? 1 : 0,
    digest: digestOf(post),
  };
}

type Standing = Pick<NewPostRow, 'is_whole' | 'started_at' | 'snapshot'>;

/**
 * Whether one reading of a post takes the other's place: a whole one that of a part, whatever their age (a login wall may
 * have left a newer snapshot with the first lines), else the newer snapshot that of the older.
 */
export function supersedes(a: Standing, b: Standing): boolean {
  if (a.is_whole !== b.is_whole) return a.is_whole > b.is_whole;
  return a.started_at === b.started_at ? a.snapshot >= b.snapshot : a.started_at > b.started_at;
}
