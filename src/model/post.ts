import type { Sha256 } from '../base/digest.ts';
import type { PlatformId } from './platform.ts';

/**
 * What a post is. `article`: long form with a title · `page`: a standing page of a site · `repost`: somebody else's post
 * passed on as it is · `quote`: passed on with words of one's own · `comment`: somebody's answer below a post.
 */
export type PostKind = 'post' | 'article' | 'page' | 'video' | 'story' | 'reply' | 'repost' | 'quote' | 'comment';

/** `unlisted`: everybody may see it, lists do not show it. `unknown` where nothing says. */
export type Visibility = 'public' | 'unlisted' | 'followers' | 'private' | 'unknown';

/** Where a post was read: from what a page or its scripts loaded, from an official export, from an open interface. */
export type PostSource = 'crawl' | 'export' | 'api';

export interface PostAuthor {
  /** The platform's own id; null when none is known. */
  readonly id: string | null;
  /** As the platform writes it, without @. */
  readonly handle: string | null;
  readonly name: string | null;
  readonly url: string | null;
}

/** Where in a snapshot something is proved: one WARC record. */
export interface ArchivePlace {
  /** The address that was asked for. */
  readonly url: string;
  /** WARC-Record-ID, `urn:uuid:…`. */
  readonly record: string;
  /** `archive/data-….warc.gz` */
  readonly file: string;
  readonly offsetBytes: number;
  readonly lengthBytes: number;
  /** UTC ISO 8601, WARC-Date of the record. */
  readonly at: string;
}

/** A picture, film, recording or file that belongs to a post. */
export interface PostMedia {
  /** The best address known: the largest picture, the whole film. */
  readonly url: string;
  /** Other addresses of the same thing, smaller ones mostly, best first: any of them in the archive is better than none. */
  readonly otherUrls: readonly string[];
  readonly kind: 'image' | 'video' | 'audio' | 'file';
  readonly mime: string | null;
  /** What it shows, in words, as its author wrote it; null when the author wrote nothing. */
  readonly alt: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly durationMs: number | null;
  /** Digest of its bytes in the archive; null while it is not there. */
  readonly sha256: Sha256 | null;
  readonly archive: ArchivePlace | null;
  /**
   * Of posts from an official export: the path of the file that has its bytes, null when it should be there and is not;
   * absent when exports of this kind hold no media.
   */
  readonly file?: string | null;
}

/** Where in an official export a post stands. */
export interface ExportPlace {
  /** Id of the import. */
  readonly export: string;
  /** Path within the export. */
  readonly file: string;
  /** From 1; null where the file is the post. */
  readonly record: number | null;
}

/** Another post that this one answers, quotes, or passes on. */
export interface PostReference {
  /** The platform's own id; null when only the address is known. */
  readonly id: string | null;
  readonly url: string | null;
  readonly author: PostAuthor | null;
  /** Its text, where it was seen together with this one. */
  readonly text: string | null;
}

export interface PostPoll {
  readonly options: readonly { readonly text: string; readonly votes: number | null }[];
  /** UTC ISO 8601 */
  readonly endsAt: string | null;
  readonly voters: number | null;
}

/** How often something was done to a post. What is absent was not said; 0 was. */
export interface PostCounts {
  readonly likes?: number;
  readonly reposts?: number;
  readonly quotes?: number;
  readonly replies?: number;
  readonly views?: number;
  readonly bookmarks?: number;
}

/**
 * One post, close to an ActivityStreams 2.0 object. What is not known is null, never guessed.
 * @see https://www.w3.org/TR/activitystreams-vocabulary/
 */
export interface FoundPost {
  readonly platform: PlatformId;
  /** The platform's own id; its canonical address where it has none. One post has one id, wherever it was read. */
  readonly id: string;
  readonly url: string | null;
  readonly kind: PostKind;
  readonly author: PostAuthor | null;
  /** True for the channel's own posts, false for other people's comments: those are personal data of others. */
  readonly isOwn: boolean;
  /** UTC ISO 8601 */
  readonly published: string | null;
  /** UTC ISO 8601; null when it was never edited, or nothing says. */
  readonly edited: string | null;
  readonly title: string | null;
  /** Plain text with line breaks, no markup, entities decoded. */
  readonly text: string;
  /** As it was served; null where the platform has no markup. Not safe to show without cleaning. */
  readonly html: string | null;
  /** BCP 47, as the platform says it. */
  readonly lang: string | null;
  /** Content warning or spoiler text. */
  readonly warning: string | null;
  readonly media: readonly PostMedia[];
  /** Where its links lead, with short links expanded where the platform says how. */
  readonly links: readonly string[];
  readonly replyTo: PostReference | null;
  readonly quoteOf: PostReference | null;
  readonly repostOf: PostReference | null;
  /** Id of the thread's first post, or of the conversation; null when it stands alone. */
  readonly thread: string | null;
  /** Hashtags, categories, topics; without #. */
  readonly tags: readonly string[];
  readonly poll: PostPoll | null;
  readonly counts: PostCounts;
  /** When the counts were read, UTC ISO 8601; null when there are none. */
  readonly countedAt: string | null;
  readonly isPinned: boolean;
  readonly visibility: Visibility;
  readonly source: PostSource;
  /** `part`: cut off, or an excerpt, as feeds and previews give it; whatever has the whole text wins over it. */
  readonly extent: 'whole' | 'part';
}

/** A post as a snapshot and the ledger keep it. */
export interface Post extends FoundPost {
  /** The channel's id in lastpost.yaml; null without a workspace. */
  readonly channel: string | null;
  /** The record that proves it; null for an official export, whose digest proves it. */
  readonly archive: ArchivePlace | null;
  /** Present for a post from an official export. */
  readonly exported?: ExportPlace;
}

type Required = 'platform' | 'id' | 'kind' | 'source';

/**
 * A whole post from what is known of it; the rest is null, empty, public and one's own. Field by field: an import makes a
 * million of them, and to lay one object over another takes most of the time it has.
 */
export function makePost({
  url = null,
  author = null,
  isOwn = true,
  published = null,
  edited = null,
  title = null,
  text = '',
  html = null,
  lang = null,
  warning = null,
  media = [],
  links = [],
  replyTo = null,
  quoteOf = null,
  repostOf = null,
  thread = null,
  tags = [],
  poll = null,
  counts = {},
  countedAt = null,
  isPinned = false,
  visibility = 'public',
  extent = 'whole',
  platform,
  id,
  kind,
  source,
}: Pick<FoundPost, Required> & Partial<FoundPost>): FoundPost {
  return {
    url,
    author,
    isOwn,
    published,
    edited,
    title,
    text,
    html,
    lang,
    warning,
    media,
    links,
    replyTo,
    quoteOf,
    repostOf,
    thread,
    tags,
    poll,
    counts,
    countedAt,
    isPinned,
    visibility,
    extent,
    platform,
    id,
    kind,
    source,
  };
}

/** A medium from what is known of it. */
export function makeMedia(known: Pick<PostMedia, 'url' | 'kind'> & Partial<PostMedia>): PostMedia {
  return {
    otherUrls: [],
    mime: null,
    alt: null,
    width: null,
    height: null,
    durationMs: null,
    sha256: null,
    archive: null,
    ...known,
  };
}
