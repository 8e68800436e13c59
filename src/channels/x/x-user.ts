import type { Profile } from '../../model/finding.ts';
import type { PostAuthor } from '../../model/post.ts';
import { asNumber, asObject, asText, asTime, asUrl, at, type JsonObject } from '../reading/json-reader.ts';

/** A user as GraphQL describes one; since 2025 name and handle stand in `core` instead of `legacy`. */
export function readUser(user: JsonObject, origin: string): PostAuthor {
  const handle = asText(at(user, 'core', 'screen_name')) ?? asText(at(user, 'legacy', 'screen_name'));
  return {
    id: asText(user.rest_id),
    handle,
    name: asText(at(user, 'core', 'name')) ?? asText(at(user, 'legacy', 'name')),
    url: handle === null ? null : `${origin}/${handle}`,
  };
}

export function readProfile(user: JsonObject, origin: string): Profile {
  const { id, handle, name, url } = readUser(user, origin);
  const legacy = asObject(user.legacy) ?? {};
  const isProtected = at(user, 'privacy', 'protected') ?? legacy.protected;
  return {
    id,
    handle,
    name,
    url,
    bio: asText(legacy.description) ?? asText(at(user, 'profile_bio', 'description')),
    avatarUrl: asUrl(at(user, 'avatar', 'image_url')) ?? asUrl(legacy.profile_image_url_https),
    followers: asNumber(legacy.followers_count),
    following: asNumber(legacy.friends_count),
    since: asTime(at(user, 'core', 'created_at')) ?? asTime(legacy.created_at),
    state: isProtected === true ? 'private' : 'open',
  };
}

/** What X says instead of a user: the account is suspended, gone, or nothing is said. */
export function missingProfile(handle: string, url: string, result: unknown): Profile {
  const said = `${asText(at(result, 'reason')) ?? ''} ${asText(at(result, 'message')) ?? ''}`;
  return {
    id: null,
    handle,
    name: null,
    bio: null,
    url,
    avatarUrl: null,
    followers: null,
    following: null,
    since: null,
    state: /suspend/i.test(said) ? 'suspended' : 'gone',
  };
}
