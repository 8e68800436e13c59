import type { Finding, Profile } from '../../model/finding.ts';
import { asList, asNumber, asText, asTime, asUrl, at } from '../reading/json-reader.ts';

const unknown: Omit<Profile, 'state'> = {
  id: null,
  handle: null,
  name: null,
  bio: null,
  url: null,
  avatarUrl: null,
  followers: null,
  following: null,
  since: null,
};

/**
 * The profile as the app view shows it, with its count: posts, answers and quotes as they were indexed, reposts not. It is
 * known to stay above what is left when posts were deleted (github.com/bluesky-social/social-app/issues/6600).
 */
export function* readProfileView(view: unknown, page: string): Generator<Finding> {
  const profile: Profile = {
    id: asText(at(view, 'did')),
    handle: asText(at(view, 'handle')),
    name: asText(at(view, 'displayName')),
    bio: asText(at(view, 'description')),
    url: page,
    avatarUrl: asUrl(at(view, 'avatar')),
    followers: asNumber(at(view, 'followersCount')),
    following: asNumber(at(view, 'followsCount')),
    since: asTime(at(view, 'createdAt')),
    state: 'open',
  };
  yield { kind: 'profile', profile };
  const count = asNumber(at(view, 'postsCount'));
  if (count === null || count < 0) return;
  yield {
    kind: 'claim',
    claim: { name: 'postsCount', count, kinds: ['post', 'reply', 'quote'], reach: 'more-hidden' },
  };
}

/** The record behind the profile: what its owner wrote, without what the platform adds. */
export function readProfileRecord(record: unknown, did: string): Finding {
  const name = asText(at(record, 'displayName'));
  const bio = asText(at(record, 'description'));
  return { kind: 'profile', profile: { ...unknown, id: did, name, bio, state: 'open' } };
}

/** Its owner asks apps to show the account to people who are logged in, and to nobody else. */
export function asksForLogin(view: unknown): boolean {
  return asList(at(view, 'labels')).some((label) => asText(at(label, 'val')) === '!no-unauthenticated');
}

/** What stands behind an error of the interface. @see lexicons com.atproto.sync.getRepo, app.bsky.actor.getProfile */
const troubles: Readonly<Record<string, AccountTrouble>> = {
  RepoDeactivated: { state: 'gone', isKnown: true, message: 'its owner has deactivated it; logging in brings it back' },
  AccountDeactivated: {
    state: 'gone',
    isKnown: true,
    message: 'its owner has deactivated it; logging in brings it back',
  },
  RepoTakendown: { state: 'suspended', isKnown: true, message: 'the platform has taken it down' },
  AccountTakedown: { state: 'suspended', isKnown: true, message: 'the platform has taken it down' },
  RepoSuspended: { state: 'suspended', isKnown: true, message: 'the platform has suspended it' },
  AccountSuspended: { state: 'suspended', isKnown: true, message: 'the platform has suspended it' },
  RepoNotFound: { state: 'gone', isKnown: false, message: 'it does not exist, or not any more' },
};

export interface AccountTrouble {
  readonly state: Profile['state'];
  /** False where the server knows nothing of it: another one may. */
  readonly isKnown: boolean;
  /** What is the matter, as the end of a sentence. */
  readonly message: string;
}

/** What an answer that is an error says about the account; undefined when it says nothing about it. */
export function troubleIn(json: unknown): AccountTrouble | undefined {
  const error = asText(at(json, 'error')) ?? '';
  const known = Object.hasOwn(troubles, error) ? troubles[error] : undefined;
  if (known !== undefined) return known;
  const isNobody = /profile not found|could not find repo|unable to resolve handle|could not find user/i.test(
    asText(at(json, 'message')) ?? '',
  );
  return isNobody ? troubles.RepoNotFound : undefined;
}

export function profileInTrouble({ state }: AccountTrouble, handle: string): Finding {
  return { kind: 'profile', profile: { ...unknown, handle, state } };
}
