import type { PostReference } from '../../model/post.ts';
import type { ExportedPost } from './exported-post.ts';

/** What a table's cell holds. A `Date` is one that stands in the post as UTC ISO 8601. */
export type CellValue = string | number | boolean | Date | null;

export interface Column {
  readonly title: string;
  /** Width in characters, for tables that have one. */
  readonly width: number;
  readonly value: (exported: ExportedPost) => CellValue;
}

/** Several values in one cell stand on lines of their own: commas and semicolons occur in them, line breaks do not. */
function lines(values: readonly (string | null)[]): string {
  return values.map((value) => (value ?? '').replace(/\s*[\r\n]+\s*/g, ' ')).join('\n');
}

/** Where there is only a text or an author, that is better than an empty cell. */
function reference(of: PostReference | null): string | null {
  if (of === null) return null;
  return of.url ?? of.id ?? of.author?.url ?? of.author?.handle ?? of.author?.name ?? 'unknown';
}

function time(iso: string | null): CellValue {
  if (iso === null) return null;
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : date;
}

/** The columns of every table, from what a reader looks for first to what proves it. */
export const columns: readonly Column[] = [
  { title: 'Published (UTC)', width: 20, value: ({ post }) => time(post.published) },
  { title: 'Channel', width: 14, value: ({ post }) => post.channel },
  { title: 'Platform', width: 11, value: ({ post }) => post.platform },
  { title: 'Kind', width: 9, value: ({ post }) => post.kind },
  { title: 'Title', width: 32, value: ({ post }) => post.title },
  { title: 'Text', width: 70, value: ({ post }) => post.text },
  { title: 'Address', width: 36, value: ({ post }) => post.url },
  { title: 'Author', width: 18, value: ({ post }) => post.author?.name ?? null },
  { title: 'Author handle', width: 16, value: ({ post }) => post.author?.handle ?? null },
  { title: 'Own post', width: 9, value: ({ post }) => post.isOwn },
  { title: 'Language', width: 9, value: ({ post }) => post.lang },
  { title: 'Tags', width: 18, value: ({ post }) => lines(post.tags) },
  { title: 'Links', width: 30, value: ({ post }) => lines(post.links) },
  { title: 'Content warning', width: 18, value: ({ post }) => post.warning },
  { title: 'Media', width: 7, value: ({ post }) => post.media.length },
  {
    title: 'Media in the archive',
    width: 11,
    value: ({ post }) => post.media.filter(({ archive }) => archive !== null).length,
  },
  { title: 'Media addresses', width: 30, value: ({ post }) => lines(post.media.map(({ url }) => url)) },
  { title: 'Alternative texts', width: 30, value: ({ post }) => lines(post.media.map(({ alt }) => alt)) },
  { title: 'Media SHA-256', width: 20, value: ({ post }) => lines(post.media.map(({ sha256 }) => sha256)) },
  { title: 'Reply to', width: 24, value: ({ post }) => reference(post.replyTo) },
  { title: 'Quote of', width: 24, value: ({ post }) => reference(post.quoteOf) },
  { title: 'Repost of', width: 24, value: ({ post }) => reference(post.repostOf) },
  { title: 'Thread', width: 16, value: ({ post }) => post.thread },
  {
    title: 'Poll',
    width: 24,
    value: ({ post }) =>
      post.poll === null ? null : lines(post.poll.options.map(({ text, votes }) => `${text}: ${votes ?? '?'}`)),
  },
  { title: 'Likes', width: 8, value: ({ post }) => post.counts.likes ?? null },
  { title: 'Reposts', width: 8, value: ({ post }) => post.counts.reposts ?? null },
  { title: 'Quotes', width: 8, value: ({ post }) => post.counts.quotes ?? null },
  { title: 'Replies', width: 8, value: ({ post }) => post.counts.replies ?? null },
  { title: 'Views', width: 8, value: ({ post }) => post.counts.views ?? null },
  { title: 'Bookmarks', width: 10, value: ({ post }) => post.counts.bookmarks ?? null },
  { title: 'Counted at (UTC)', width: 20, value: ({ post }) => time(post.countedAt) },
  { title: 'Edited (UTC)', width: 20, value: ({ post }) => time(post.edited) },
  { title: 'Pinned', width: 7, value: ({ post }) => post.isPinned },
  { title: 'Visibility', width: 10, value: ({ post }) => post.visibility },
  { title: 'Read from', width: 10, value: ({ post }) => post.source },
  { title: 'Extent', width: 8, value: ({ post }) => post.extent },
  { title: 'Deleted, last seen (UTC)', width: 20, value: ({ gone }) => time(gone?.lastSeenAt ?? null) },
  { title: 'Deleted, not there (UTC)', width: 20, value: ({ gone }) => time(gone?.goneAt ?? null) },
  { title: 'Deleted, known by', width: 14, value: ({ gone }) => gone?.because ?? null },
  { title: 'ID', width: 24, value: ({ post }) => post.id },
  { title: 'Captured at (UTC)', width: 20, value: ({ post }) => time(post.archive?.at ?? null) },
  { title: 'Archive record', width: 24, value: ({ post }) => post.archive?.record ?? null },
  { title: 'Snapshot', width: 24, value: ({ snapshot }) => snapshot?.file ?? null },
];
