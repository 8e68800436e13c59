import { sha256 } from '../base/digest.ts';
import type { Post, PostReference } from '../model/post.ts';
import { matchKeys } from './match-keys.ts';
import type { PostOrigin, PostRow } from './tables.ts';

/** A snapshot as posts are entered from it. */
export interface EnteredSnapshot {
  readonly id: string;
  readonly channel: string;
  readonly startedAt: string;
}

/** A snapshot, or an export, which was begun when it was made. */
export interface EnteredSource extends EnteredSnapshot {
  readonly origin: PostOrigin;
}

export type NewPostRow = Omit<PostRow, 'place' | 'is_shown'>;

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

/** Own posts that everybody could see, as far as anything says. */
function isStated({ isOwn, kind, visibility }: Post): boolean {
  return isOwn && kind !== 'comment' && visibility !== 'followers' && visibility !== 'private';
}

/** The columns by which exports and crawls are laid beside each other. */
export function matchedRow(post: Post) {
  return {
    edited: comparableTime(post.edited),
    is_stated: isStated(post) ? 1 : 0,
    ...matchKeys(post),
  };
}

export function postRow(post: Post, { id, channel, startedAt, origin }: EnteredSource): NewPostRow {
  return {
    channel,
    origin,
    id: post.id,
    snapshot: id,
    started_at: startedAt,
    exported_at: origin === 'export' ? startedAt : null,
    kind: post.kind,
    is_own: post.isOwn ? 1 : 0,
    published: comparableTime(post.published),
    is_whole: post.extent === 'whole' ? 1 : 0,
    digest: digestOf(post),
    ...matchedRow(post),
  };
}

type Standing = Pick<NewPostRow, 'is_whole' | 'edited' | 'started_at' | 'snapshot' | 'exported_at'>;

/**
 * Whether one reading of a post takes the other's place: a whole one that of a part, whatever their age (a login wall may
 * have left a newer snapshot with the first lines), else the newer source that of the older. Of one export, which may give
 * a post twice, the worse never takes the place of the better.
 */
export function supersedes(a: Standing, b: Standing): boolean {
  if (a.is_whole !== b.is_whole) return a.is_whole > b.is_whole;
  if (a.exported_at !== null && a.snapshot === b.snapshot) return !isBetter(b, a);
  return a.started_at === b.started_at ? a.snapshot >= b.snapshot : a.started_at > b.started_at;
}

/** Of two readings in one export: the whole one before the part, then the later edited. */
export function isBetter(a: Standing, b: Standing): boolean {
  if (a.is_whole !== b.is_whole) return a.is_whole > b.is_whole;
  return (a.edited ?? '') > (b.edited ?? '');
}
