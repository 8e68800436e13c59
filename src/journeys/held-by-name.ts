import type { CompletenessReport } from '../model/completeness.ts';
import type { ExportReport } from '../model/official-export.ts';
import { postAddressKey } from '../model/post-address.ts';
import type { PostStore } from '../model/post-store.ts';

interface Names {
  readonly id: string | null;
  readonly url: string | null;
}

/**
 * Whether a post that a crawl or an export names as missing or unreadable is held all the same, by the other or by an
 * earlier one. Looks for ids one by one, and goes through all posts only where an address is all that is known.
 */
export async function heldByName(
  posts: PostStore,
  channel: string,
  report: CompletenessReport | null,
  exports: readonly ExportReport[],
): Promise<(names: Names) => boolean> {
  const unread = [...(report?.unreadable ?? []), ...exports.flatMap(({ unreadable }) => unreadable)];
  const named: readonly Names[] = [...(report?.missingPosts ?? []), ...unread.map(({ id }) => ({ id, url: null }))];
  const ids = new Set<string>();
  for (const { id } of named) {
    if (id !== null && !ids.has(id) && (await posts.find(channel, id)) !== undefined) ids.add(id);
  }
  const wanted = new Set(
    named.flatMap(({ id, url }) => (url === null || (id !== null && ids.has(id)) ? [] : [postAddressKey(url)])),
  );
  const addresses = await heldAddresses(posts, channel, wanted);
  return ({ id, url }) => (id !== null && ids.has(id)) || (url !== null && addresses.has(postAddressKey(url)));
}

async function heldAddresses(
  posts: PostStore,
  channel: string,
  wanted: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const held = new Set<string>();
  if (wanted.size === 0) return held;
  for await (const { post } of posts.all({ channel })) {
    const key = post.url === null ? undefined : postAddressKey(post.url);
    if (key !== undefined && wanted.has(key)) held.add(key);
    if (held.size === wanted.size) break;
  }
  return held;
}
