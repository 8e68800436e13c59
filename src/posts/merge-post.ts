import type { ArchivePlace, FoundPost, PostAuthor, PostCounts, PostReference } from '../model/post.ts';
import { isAddress } from '../model/post-address.ts';
import { mergeMedia } from './merge-media.ts';

/** One reading of a post, with the record it was read from. */
export interface Reading {
  readonly post: FoundPost;
  readonly archive: ArchivePlace;
}

const sourceRank = { export: 0, api: 1, crawl: 2 } as const;

/**
 * The whole text before an excerpt; of two versions the later edit; an interface, which says what a page only shows,
 * before a page; and of two that say as much, the one that was read later.
 */
function byWorth({ post: a, archive: first }: Reading, { post: b, archive: second }: Reading): number {
  if (a.extent !== b.extent) return a.extent === 'whole' ? -1 : 1;
  const byEdit = later(a.edited, b.edited);
  if (byEdit !== 0) return byEdit;
  return sourceRank[a.source] - sourceRank[b.source] || later(first.at, second.at);
}

function later(a: string | null, b: string | null): number {
  if (a === b) return 0;
  return (a ?? '') > (b ?? '') ? -1 : 1;
}

/**
 * Makes one post of all its readings: the best one, with what it does not know filled in from the others.
 * @param readings at least one
 */
export function mergeReadings(readings: readonly Reading[]): Reading {
  const [best, ...others] = [...readings].sort(byWorth);
  if (best === undefined) throw new Error('A post without a reading.');
  if (others.length === 0) return best;
  const all = [best.post, ...others.map(({ post }) => post)];
  // Markup of an excerpt beside the whole text would be two things under one name.
  const sameVersion = all.filter(({ extent, edited }) => extent === best.post.extent && edited === best.post.edited);
  const merged: FoundPost = {
    ...fillNulls(best.post, all),
    id: all.map(({ id }) => id).find((id) => !isAddress(id)) ?? best.post.id,
    kind: kindOf(all),
    author: fill(all.map(({ author }) => author)),
    text: firstFull(all.map(({ text }) => text)) ?? '',
    html: sameVersion.find(({ html }) => html !== null)?.html ?? null,
    media: mergeMedia(all, sameVersion),
    links: firstFull(all.map(({ links }) => links)) ?? [],
    tags: firstFull(all.map(({ tags }) => tags)) ?? [],
    replyTo: fillReference(all.map(({ replyTo }) => replyTo)),
    quoteOf: fillReference(all.map(({ quoteOf }) => quoteOf)),
    repostOf: fillReference(all.map(({ repostOf }) => repostOf)),
    ...newestCounts(all),
    isPinned: all.some(({ isPinned }) => isPinned),
    visibility: all.map(({ visibility }) => visibility).find((said) => said !== 'unknown') ?? 'unknown',
  };
  return { post: merged, archive: best.archive };
}

/** Nothing in a page's markup may tell it from a standing page, and a feed knows it as a post. */
function kindOf([best, ...others]: readonly FoundPost[]): FoundPost['kind'] {
  if (best === undefined || best.kind !== 'page' || best.source !== 'crawl') return best?.kind ?? 'page';
  return others.map(({ kind }) => kind).find((kind) => kind !== 'page') ?? 'page';
}

/** The first, with what is null in it taken from those after it. */
function fillNulls<T extends object>(first: T, all: readonly T[]): T {
  const filled = { ...first };
  for (const name of Object.keys(first) as (keyof T)[]) {
    if (filled[name] !== null) continue;
    const known = all.map((other) => other[name]).find((value) => value !== null && value !== undefined);
    if (known !== undefined) filled[name] = known;
  }
  return filled;
}

function fill<T extends object>(values: readonly (T | null)[]): T | null {
  const known = values.filter((value) => value !== null);
  const [first] = known;
  return first === undefined ? null : fillNulls(first, known);
}

/** What one source calls the answered post by id, another may know by its author and text. */
function fillReference(values: readonly (PostReference | null)[]): PostReference | null {
  const known = values.filter((value) => value !== null);
  const filled = fill<PostReference>(known);
  return filled === null ? null : { ...filled, author: fill<PostAuthor>(known.map(({ author }) => author)) };
}

function firstFull<T extends { readonly length: number }>(values: readonly T[]): T | undefined {
  return values.find(({ length }) => length > 0);
}

/** Each count as it was read last: an interface may know of likes, and a page of views. */
function newestCounts(posts: readonly FoundPost[]): Pick<FoundPost, 'counts' | 'countedAt'> {
  const counted = posts.filter(({ countedAt }) => countedAt !== null).sort((a, b) => later(b.countedAt, a.countedAt));
  const counts: PostCounts = Object.assign({}, ...counted.map((post) => post.counts));
  return { counts, countedAt: counted.at(-1)?.countedAt ?? null };
}
