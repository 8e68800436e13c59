import type { ChannelPlace } from '../../model/channel.ts';
import { segmentsOf } from '../address.ts';
import { asObject, asText, asUrl } from '../reading/json-reader.ts';

/** One account on one server, as far as its address says. */
export interface Server {
  /** Origin of the open interface, without a slash. */
  readonly base: string;
  /** Name of the account on this server, in lower case. */
  readonly user: string;
  /** The domain behind the second @, which need not be the server's. */
  readonly domain: string;
}

export function serverOf(place: ChannelPlace): Server {
  const url = new URL(place.url);
  const [name = '', domain] = (place.handle ?? '').replace(/^@/, '').split('@');
  const fromPath = segmentsOf(url).at(-1)?.replace(/^@/, '') ?? '';
  const base = new URL(place.api ?? place.url).origin;
  return { base, user: (name || fromPath).toLowerCase(), domain: domain ?? url.host };
}

/** True for the account as Mastodon's interface writes it: `acct` has no @ for those of the server itself. */
export function isOwnAccount(account: unknown, { user, domain, base }: Server): boolean {
  const object = asObject(account);
  const acct = (asText(object?.acct) ?? asText(object?.username) ?? '').toLowerCase();
  return acct !== '' && [user, `${user}@${domain}`, `${user}@${new URL(base).host}`].includes(acct);
}

/** True for an actor's address that names the account: `/users/name`, `/@name`, `/accounts/name` on its own server. */
export function isOwnActor(address: string | null, { user, domain, base }: Server): boolean {
  if (address === null || !URL.canParse(address)) return false;
  const url = new URL(address);
  const isHere = url.origin === base || url.host === domain;
  return isHere && segmentsOf(url).at(-1)?.replace(/^@/, '').toLowerCase() === user;
}

/** Forms of a post's address and of its ActivityPub id, with the id that the server's interface gives it. */
const forms: readonly RegExp[] = [
  /^\/@[^/]+\/([^/]+)\/?$/,
  /^\/(?:ap\/)?users\/[^/]+\/statuses\/([^/]+?)(?:\/activity)?\/?$/,
  /^\/(?:notice|notes)\/([^/]+?)(?:\/activity)?\/?$/,
  /^\/p\/[^/]+\/([^/]+?)(?:\/activity)?\/?$/,
];

const noPosts = new Set(['with_replies', 'media', 'followers', 'following', 'featured', 'feed.rss', 'tagged']);

/** The server's own id of one of its posts; null for an address that has no known form, or is elsewhere. */
export function postIdIn(address: string | null, { base, domain }: Server): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const { origin, host, pathname } = new URL(address);
  if (origin !== base && host !== domain) return null;
  for (const form of forms) {
    const id = form.exec(pathname)?.[1];
    if (id !== undefined && !noPosts.has(id)) return id.replace(/\.(json|rss)$/, '');
  }
  return null;
}

/** False for the address of a post that has somebody else's name in it. */
export function isOwnPost(address: string, { user }: Server): boolean {
  const name = /^\/(?:@|users\/|p\/)([^/]+)\//.exec(new URL(address).pathname)?.[1];
  return name === undefined || name.toLowerCase() === user;
}

/** How a post is named wherever it is mentioned: by the server's id for its own, by its address for all others. */
export function nameOfPost(uri: unknown, url: unknown, server: Server): string | null {
  const addresses = [asUrl(url), asUrl(uri)];
  return addresses.map((address) => postIdIn(address, server)).find((id) => id !== null) ?? asText(uri) ?? asText(url);
}
