import type { Recognised } from '../../model/channel.ts';
import { isFront, segmentsOf, subdomainOf } from '../address.ts';
import { type Account, findingsOf } from '../findings.ts';

const found = findingsOf('bluesky');
const tabs = new Set(['followers', 'follows', 'known-followers', 'search', 'rss']);

/** A handle is a domain, in lower case; a DID is what stays when the handle changes. */
function accountOf(segment: string): Account | undefined {
  const name = segment.replace(/^@/, '');
  if (/^did:(plc:[a-z2-7]+|web:[\w.:%-]+)$/.test(name))
    return { handle: name, url: `https://bsky.app/profile/${name}` };
  const handle = name.toLowerCase();
  if (!/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]([a-z0-9-]*[a-z0-9])?$/.test(handle)) return undefined;
  return { handle, url: `https://bsky.app/profile/${handle}` };
}

/** `bsky.app/profile/handle-or-did`, and `name.bsky.social`, which leads there. */
export function recogniseBluesky(url: URL): Recognised | undefined {
  const owner = subdomainOf(url, 'bsky.social');
  if (owner !== undefined) {
    const account = /^[a-z0-9-]+$/.test(owner) && owner !== 'www' ? accountOf(`${owner}.bsky.social`) : undefined;
    return account === undefined ? found.other() : found.account(account);
  }
  const subdomain = subdomainOf(url, 'bsky.app');
  if (subdomain === undefined) return undefined;
  if (!isFront(subdomain) && subdomain !== 'staging') return found.other();
  const [folder, name = '', tab, item] = segmentsOf(url);
  const account = folder === 'profile' ? accountOf(name) : undefined;
  if (account === undefined) return found.other();
  if (tab === undefined || tabs.has(tab)) return found.account(account);
  return tab === 'post' && item !== undefined ? found.post(account) : found.other(account);
}
