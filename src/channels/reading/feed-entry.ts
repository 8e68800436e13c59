import type { PostAuthor, PostMedia, PostReference } from '../../model/post.ts';

/** One entry of a feed, whatever its dialect. What it does not say is null. */
export interface FeedEntry {
  /** guid, atom:id, id. */
  readonly id: string | null;
  /** Absolute. */
  readonly url: string | null;
  readonly title: string | null;
  /** UTC ISO 8601 */
  readonly published: string | null;
  /** UTC ISO 8601 */
  readonly updated: string | null;
  /** The best markup or text there is, with what relative addresses in it are relative to. */
  readonly content: FeedContent | null;
  readonly author: PostAuthor | null;
  readonly lang: string | null;
  readonly tags: readonly string[];
  /** What it names beside its text: enclosures, media:content, attachments. */
  readonly media: readonly PostMedia[];
  readonly replyTo: PostReference | null;
  /** Text of an element of its own (`yt:videoId`), or of a key of a JSON Feed; also an attribute (`media:statistics`, `views`). */
  more(name: string, attribute?: string): string | null;
}

export interface FeedContent {
  readonly markup: string;
  readonly isHtml: boolean;
  /** The feed says that this is all of it, and no summary. */
  readonly isWhole: boolean;
  readonly base: string;
}

export interface Feed {
  readonly entries: readonly FeedEntry[];
  /** False when it breaks off in the middle. */
  readonly isWhole: boolean;
  /** Where older entries are, absolute. @see RFC 5005; `next_url` of a JSON Feed */
  readonly next: string | null;
  /** Entries that are none, in words. */
  readonly troubles: readonly string[];
}
