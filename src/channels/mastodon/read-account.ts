import type { Finding, Profile } from '../../model/finding.ts';
import type { PostAuthor, PostKind } from '../../model/post.ts';
import { htmlToText } from '../reading/html-to-text.ts';
import { asNumber, asObject, asText, asTime, asUrl, type JsonObject } from '../reading/json-reader.ts';

/** What a server of the fediverse counts as a post: everything said, answered and passed on. */
export const countedKinds: readonly PostKind[] = ['post', 'article', 'video', 'reply', 'repost', 'quote'];

export function readAuthor(value: unknown): PostAuthor | null {
  const account = asObject(value);
  if (account === undefined) return null;
  return {
    id: asText(account.id),
    handle: asText(account.acct) ?? asText(account.username),
    name: asText(account.display_name),
    url: asUrl(account.url),
  };
}

function stateOf(account: JsonObject): Profile['state'] {
  if (account.suspended === true) return 'suspended';
  return asObject(account.moved) === undefined ? 'open' : 'moved';
}

/**
 * The account as it presents itself, and how many posts the server counts. `statuses_count` also counts what only followers
 * see, and it is known to drift.
 * @see https://docs.joinmastodon.org/entities/Account/
 */
export function* readAccount(account: JsonObject): Generator<Finding> {
  const profile: Profile = {
    id: asText(account.id),
    handle: asText(account.acct) ?? asText(account.username),
    name: asText(account.display_name),
    bio: typeof account.note === 'string' ? htmlToText(account.note).text : null,
    url: asUrl(account.url),
    avatarUrl: asUrl(account.avatar_static) ?? asUrl(account.avatar),
    followers: asNumber(account.followers_count),
    following: asNumber(account.following_count),
    since: asTime(account.created_at),
    state: stateOf(account),
  };
  yield { kind: 'profile', profile };
  const count = asNumber(account.statuses_count);
  // A suspended account is shown empty, whatever it had.
  if (count === null || count < 0 || profile.state === 'suspended') return;
  yield { kind: 'claim', claim: { name: 'statuses_count', count, kinds: countedKinds, reach: 'more-hidden' } };
}

/** An account that the server says is not there, or not any more. */
export function goneProfile(handle: string): Finding {
  return {
    kind: 'profile',
    profile: {
      id: null,
      handle,
      name: null,
      bio: null,
      url: null,
      avatarUrl: null,
      followers: null,
      following: null,
      since: null,
      state: 'gone',
    },
  };
}
