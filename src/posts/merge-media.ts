import type { FoundPost, PostMedia } from '../model/post.ts';
import { postAddressKey } from '../model/post-address.ts';

/**
 * The media of a post from all its readings. The list comes from the reading of the best version that has most of them, so
 * that a preview with one picture never hides the other three; the rest is known of each from wherever the same thing was
 * read, in whatever size.
 * @param all best first
 * @param sameVersion those of `all` that show the post as the best one does
 */
export function mergeMedia(all: readonly FoundPost[], sameVersion: readonly FoundPost[]): readonly PostMedia[] {
  const known = all.map(({ media }) => media);
  const base = longest(sameVersion.map(({ media }) => media)) ?? longest(known) ?? [];
  const others = known.filter((media) => media !== base).flat();
  return base.map((medium) => joined(medium, others));
}

/** The first of the longest; undefined when all are empty. */
function longest(lists: readonly (readonly PostMedia[])[]): readonly PostMedia[] | undefined {
  const most = Math.max(0, ...lists.map(({ length }) => length));
  return most === 0 ? undefined : lists.find(({ length }) => length === most);
}

function joined(medium: PostMedia, others: readonly PostMedia[]): PostMedia {
  const addresses = addressesOf(medium);
  const same = others.filter((other) => addressesOf(other).some((address) => addresses.includes(address)));
  // Type and size are those of one file: another size of the picture has others.
  const exact = [medium, ...same.filter(({ url }) => url === medium.url)];
  const every = [medium, ...same];
  const more = same.flatMap(({ url, otherUrls }) => [url, ...otherUrls]);
  return {
    ...medium,
    otherUrls: [...new Set([...medium.otherUrls, ...more])].filter((url) => url !== medium.url),
    mime: firstKnown(exact, 'mime'),
    width: firstKnown(exact, 'width'),
    height: firstKnown(exact, 'height'),
    alt: firstKnown(every, 'alt'),
    durationMs: firstKnown(every, 'durationMs'),
  };
}

function firstKnown<K extends keyof PostMedia>(media: readonly PostMedia[], name: K): PostMedia[K] | null {
  return media.map((medium) => medium[name]).find((value) => value !== null) ?? null;
}

function addressesOf({ url, otherUrls }: PostMedia): readonly string[] {
  return [url, ...otherUrls].map(postAddressKey);
}
