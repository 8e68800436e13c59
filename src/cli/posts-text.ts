import type { NothingFound } from '../journeys/ask-posts.ts';
import type { Post } from '../model/post.ts';
import type { FoundByText, KeptPost, PostFilter, PostPage } from '../model/post-store.ts';
import { cutText, oneLine } from './cut-text.ts';
import { formatCount, plural } from './format.ts';
import { goneLines, goneTag } from './gone-text.ts';
import type { Style } from './style.ts';
import { wrapText } from './wrap-text.ts';

const UNDATED = 'no date';

export interface Asked {
  readonly filter: PostFilter;
  readonly page: PostPage;
  readonly total: number;
  readonly nothing: NothingFound | null;
  /** Columns. */
  readonly width: number;
  readonly style: Style;
}

/** The day in UTC. */
function dayOf({ published }: Post): string {
  const ms = published === null ? Number.NaN : Date.parse(published);
  return Number.isNaN(ms) ? UNDATED : new Date(ms).toISOString().slice(0, 10);
}

/** What people know a post by: its title, its first line, what it passes on, or what its first picture shows. */
function firstLine({ title, text, warning, repostOf, media }: Post): string {
  const lines = [title, warning, ...text.split('\n'), repostOf?.text, media[0]?.alt].map((line) => oneLine(line ?? ''));
  const line = lines.find((candidate) => candidate !== '');
  return line ?? (media[0] === undefined ? '(no text)' : `(${media[0].kind} without text)`);
}

const addressOf = ({ url, id }: Post): string => oneLine(url ?? id);

/** Day, channel and kind of each post, the columns under each other. */
function heads(posts: readonly Post[]): readonly string[] {
  const widest = (texts: readonly string[]): number => Math.max(...texts.map(({ length }) => length));
  const channelWidth = widest(posts.map(({ channel }) => channel ?? '-'));
  const kindWidth = widest(posts.map(({ kind }) => kind));
  return posts.map(
    (post) =>
      `${dayOf(post).padEnd(10)}  ${(post.channel ?? '-').padEnd(channelWidth)}  ${post.kind.padEnd(kindWidth)}  `,
  );
}

function footer(shown: number, { total, page: { offset } }: Asked): string {
  if (shown === total) return plural(total, 'post');
  if (shown === 0) return `There are only ${plural(total, 'post')}; --offset ${offset} passes over all of them.`;
  const next = offset + shown;
  const more = next < total ? `; the next ones with --offset ${next}` : '';
  return `${formatCount(shown)} of ${plural(total, 'post')}${more}`;
}

function describeNothing({ hasPosts, firstChannel }: NothingFound, { filter }: Asked): string {
  if (hasPosts) {
    const isOwnOnly = filter.kinds?.includes('comment') === true && filter.ownOnly !== false;
    if (filter.isGone) return 'No post matches that is known to have been deleted after publication.';
    return `No post matches.${isOwnOnly ? ' The comments of other people are shown with --comments.' : ''}`;
  }
  return firstChannel === null
    ? 'No posts yet. Add a channel with: lastpost channel add https://x.com/example'
    : `No posts yet. Take a snapshot of a channel with: lastpost snapshot take --channel ${firstChannel}`;
}

/** Two lines a post: what it is, and its address, whole. */
export function describePosts(posts: readonly KeptPost[], asked: Asked): string {
  if (asked.nothing !== null) return describeNothing(asked.nothing, asked);
  const all = heads(posts.map(({ post }) => post));
  const lines = posts.flatMap(({ post, gone }, index) => {
    const head = all[index] ?? '';
    const indent = ' '.repeat(head.length);
    const says = `${goneTag(gone)}${firstLine(post)}`;
    return [
      `${head}${cutText(says, Math.max(20, asked.width - head.length))}`,
      asked.style.dim(`${indent}${addressOf(post)}`),
      ...goneLines(gone, indent, asked.style),
    ];
  });
  return [...lines, ...(lines.length > 0 ? [''] : []), footer(posts.length, asked)].join('\n');
}

/** What it is and where, and below it the words around the hits. */
export function describeHits(posts: readonly FoundByText[], asked: Asked): string {
  if (asked.nothing !== null) return describeNothing(asked.nothing, asked);
  const all = heads(posts.map(({ post }) => post));
  const lines = posts.flatMap(({ post, excerpt, gone }, index) => {
    const text = wrapText(oneLine(excerpt), asked.width - 2).map((line) => `  ${line}`);
    // The marks stay: a text may have had brackets of its own.
    const marked = text.join('\n').replace(/\[[^[\]]+\]/g, (hit) => asked.style.bold(hit));
    const head = `${all[index] ?? ''}${goneTag(gone)}${asked.style.dim(addressOf(post))}`;
    return [head, ...goneLines(gone, '  ', asked.style), marked];
  });
  return [...lines, ...(lines.length > 0 ? [''] : []), footer(posts.length, asked)].join('\n');
}
