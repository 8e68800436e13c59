import { sha256 } from '../base/digest.ts';
import type { Post } from './post.ts';

/** What an author made of a post, as far as two readings of it can be held against each other. */
export interface PostVersion {
  readonly isWhole: boolean;
  /** Of title and text, without the white space around them. */
  readonly digest: string;
  /** The digest of each medium's bytes where they are there, else its address without what changes at each visit. */
  readonly media: readonly string[];
}

export function versionOf({
  extent,
  title,
  text,
  media,
}: Pick<Post, 'extent' | 'title' | 'text' | 'media'>): PostVersion {
  return {
    isWhole: extent === 'whole',
    digest: sha256(`${title?.trim() ?? ''}\u0000${text.trim()}`),
    media: media.map(({ sha256: digest, url }) => digest ?? url.replace(/[?#].*$/, '')),
  };
}

/** True when the author changed words or media from one reading to the other. An excerpt beside the whole says nothing. */
export function isEdited(before: PostVersion, after: PostVersion): boolean {
  if (before.isWhole !== after.isWhole) return false;
  if (before.digest !== after.digest) return true;
  const { mediaAdded, mediaRemoved } = comparedMedia(before.media, after.media);
  return mediaAdded.length + mediaRemoved.length > 0;
}

/** A medium is known by its bytes where both snapshots have them, else by its address. */
export function comparedMedia(before: readonly string[], after: readonly string[]) {
  const isDigest = (key: string) => key.startsWith('sha256:');
  if (before.length === after.length && (before.some(isDigest) !== after.some(isDigest) || !before.every(isDigest))) {
    // The same number, and at least one of them without its bytes: a new address of the same picture is no edit.
    return { mediaAdded: [], mediaRemoved: [] };
  }
  return {
    mediaAdded: after.filter((key) => !before.includes(key)),
    mediaRemoved: before.filter((key) => !after.includes(key)),
  };
}
