import type { ArchivePlace, FoundPost, PostMedia } from '../model/post.ts';
import { postAddressKey } from './post-address.ts';

/** One reading of a post, with the record it was read from. */
export interface Reading {
  readonly post: FoundPost;
  readonly archive: ArchivePlace;
}

/** An interface says what a page only shows; of two that say as much, the later one knows of edits. */
const sourceRank = { export: 0, api: 1, crawl: 2 } as const;

function byWorth(a: Reading, b: Reading): number {
  if (a.post.extent !== b.post.extent) return a.post.extent === 'whole' ? -1 : 1;
  const bySource = sourceRank[a.post.source] - sourceRank[b.post.source];
  return bySource !== 0 ? bySource : b.archive.at.localeCompare(a.archive.at);
}

/**
 * Makes one post of all its readings: the best one, with what it does not know filled in from the others.
 * @param readings at least one
 */
export function mergeReadings(readings: readonly Reading[]): Reading {
  const [best, ...others] = [...readings].sort(byWorth);
  if (best === undefined) throw new Error('A post without a reading.');
  const rest = others.map(({ post }) => post);
  const all = [best.post, ...rest];
  const counted = newestCounted(all);
  const filled: FoundPost = {
    ...fillNulls(best.post, rest),
    id: all.map(({ id }) => id).find((id) => !URL.canParse(id)) ?? best.post.id,
    kind: kindOf(best.post, rest),
    text: firstFull(all.map(({ text }) => text)) ?? '',
    media: mergeMedia(all.map(({ media }) => media)),
    links: firstFull(all.map(({ links }) => links)) ?? [],
    tags: firstFull(all.map(({ tags }) => tags)) ?? [],
    counts: counted?.counts ?? {},
    countedAt: counted?.countedAt ?? null,
    isPinned: all.some(({ isPinned }) => isPinned),
    visibility: all.map(({ visibility }) => visibility).find((said) => said !== 'unknown') ?? 'unknown',
  };
  return { post: filled, archive: best.archive };
}

/** Nothing in a page's markup may tell it from a standing page, and a feed knows it as a post. */
function kindOf(best: FoundPost, others: readonly FoundPost[]): FoundPost['kind'] {
  if (best.kind !== 'page' || best.source !== 'crawl') return best.kind;
  return others.map(({ kind }) => kind).find((kind) => kind !== 'page') ?? 'page';
}

function fillNulls(best: FoundPost, others: readonly FoundPost[]): FoundPost {
  const filled: Record<string, unknown> = { ...best };
  for (const [name, value] of Object.entries(best)) {
    if (value !== null) continue;
    filled[name] = others.map((other) => other[name as keyof FoundPost]).find((known) => known !== null) ?? null;
  }
  return filled as unknown as FoundPost;
}

function firstFull<T extends { readonly length: number }>(values: readonly T[]): T | undefined {
  return values.find(({ length }) => length > 0);
}

function newestCounted(posts: readonly FoundPost[]): FoundPost | undefined {
  return posts
    .filter(({ countedAt }) => countedAt !== null)
    .sort((a, b) => (b.countedAt ?? '').localeCompare(a.countedAt ?? ''))[0];
}

/** The media of the best reading that has any, each with what the others know of it. */
function mergeMedia(readings: readonly (readonly PostMedia[])[]): readonly PostMedia[] {
  const [first = [], ...others] = readings.filter(({ length }) => length > 0);
  return first.map((medium) => {
    const known = addressesOf(medium);
    const same = others.flat().filter((other) => addressesOf(other).some((address) => known.includes(address)));
    const filled = { ...medium } as Record<string, unknown>;
    for (const [name, value] of Object.entries(medium)) {
      if (value !== null) continue;
      filled[name] = same.map((other) => other[name as keyof PostMedia]).find((found) => found !== null) ?? null;
    }
    const more = same.flatMap(({ url, otherUrls }) => [url, ...otherUrls]);
    const otherUrls = [...new Set([...medium.otherUrls, ...more])].filter((url) => url !== medium.url);
    return { ...(filled as unknown as PostMedia), otherUrls };
  });
}

function addressesOf({ url, otherUrls }: PostMedia): readonly string[] {
  return [url, ...otherUrls].map(postAddressKey);
}
