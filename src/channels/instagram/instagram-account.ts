import type { Claim, Finding, Profile } from '../../model/finding.ts';
import { objectsWhere } from '../reading/json-objects.ts';
import { asNumber, asText, asUrl, at, type JsonObject } from '../reading/json-reader.ts';
import { isSameName } from '../reading/own-account.ts';
import { readSharePreview } from '../reading/share-preview.ts';

function isUser(object: JsonObject): boolean {
  return typeof object.username === 'string' && (object.pk ?? object.id) !== undefined;
}

/** Every name of a document by its number, at any depth. */
export function namesIn(documents: readonly unknown[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const open: unknown[] = [...documents];
  while (open.length > 0) {
    for (const user of objectsWhere(open.pop(), isUser)) {
      names.set(asText(user.pk) ?? asText(user.id) ?? '', asText(user.username) ?? '');
      open.push(Object.values(user));
    }
  }
  return names;
}

function countOf(user: JsonObject): { readonly name: string; readonly count: number } | undefined {
  const graph = asNumber(at(user, 'edge_owner_to_timeline_media', 'count'));
  if (graph !== null) return { name: 'edge_owner_to_timeline_media.count', count: graph };
  const rest = asNumber(user.media_count);
  return rest === null ? undefined : { name: 'media_count', count: rest };
}

function claim(name: string, count: number, reach: Claim['reach']): Finding {
  return { kind: 'claim', claim: { name, count, kinds: ['post', 'video'], reach } };
}

/** The account as the interface describes it, with its count of posts. */
export function* readInstagramAccount(
  documents: readonly unknown[],
  handle: string,
  origin: string,
): Generator<Finding> {
  for (const document of documents) {
    for (const user of objectsWhere(document, isUser)) {
      const count = countOf(user);
      if (count === undefined || !isSameName(asText(user.username), handle)) continue;
      yield { kind: 'profile', profile: profileOf(user, origin) };
      yield claim(count.name, count.count, 'exact');
    }
  }
}

function profileOf(user: JsonObject, origin: string): Profile {
  const handle = asText(user.username);
  return {
    id: asText(user.pk) ?? asText(user.id),
    handle,
    name: asText(user.full_name),
    bio: asText(user.biography),
    url: handle === null ? null : `${origin}/${handle}/`,
    avatarUrl:
      asUrl(at(user, 'hd_profile_pic_url_info', 'url')) ??
      asUrl(user.profile_pic_url_hd) ??
      asUrl(user.profile_pic_url),
    followers: asNumber(user.follower_count) ?? asNumber(at(user, 'edge_followed_by', 'count')),
    following: asNumber(user.following_count) ?? asNumber(at(user, 'edge_follow', 'count')),
    since: null,
    state: user.is_private === true ? 'private' : 'open',
  };
}

/** An account that Instagram says it does not have. */
export function goneAccount(handle: string, url: string): Finding {
  const nothing = { id: null, name: null, bio: null, avatarUrl: null, followers: null, following: null, since: null };
  return { kind: 'profile', profile: { ...nothing, handle, url, state: 'gone' } };
}

const postCount =
  /(\d[\d.,]*)\s*([KMkm]|Tsd\.|Mio\.)?\s+(posts?|beiträge?|publications?|publicaciones|publicación)\b/iu;

/**
 * The count in what a profile says for links, `1,204 Followers, 88 Following, 43 Posts - See …`: there even where the
 * interface is closed. Large numbers are rounded.
 */
export function* readPreviewCount(html: string, handle: string): Generator<Finding> {
  const { description } = readSharePreview(html);
  const [, digits, rounded] = postCount.exec(description ?? '') ?? [];
  if (digits === undefined || !(description ?? '').toLowerCase().includes(`@${handle}`)) return;
  if (rounded !== undefined) {
    const factor = /^(m|mio)/i.test(rounded) ? 1_000_000 : 1_000;
    yield claim('og:description', Math.round(Number(digits.replace(',', '.')) * factor), 'rounded');
    return;
  }
  yield claim('og:description', Number(digits.replace(/[.,]/g, '')), 'exact');
}
