import type { Recognised } from '../../model/channel.ts';
import { isFront, segmentsOf, subdomainOf } from '../address.ts';
import { findingsOf } from '../findings.ts';

const found = findingsOf('x');
const notNames = new Set(
  'about account articles compose download explore hashtag help home i intent jobs login logout messages notifications oauth privacy search settings share signup sitemap tos who_to_follow'.split(
    ' ',
  ),
);
const tabs = new Set(
  'with_replies media likes highlights articles followers following verified_followers photo header_photo about'.split(
    ' ',
  ),
);

/** x.com and twitter.com are one; t.co only leads somewhere else. */
export function recogniseX(url: URL): Recognised | undefined {
  if (subdomainOf(url, 't.co') !== undefined) return found.other();
  const subdomain = subdomainOf(url, 'x.com', 'twitter.com');
  if (subdomain === undefined) return undefined;
  if (!isFront(subdomain)) return found.other();
  const [first = '', second, third] = segmentsOf(url);
  if (first === 'i')
    return second === 'status' || (second === 'web' && third === 'status') ? found.post() : found.other();
  const handle = first.replace(/^@/, '').toLowerCase();
  if (notNames.has(handle) || !/^[a-z0-9_]{1,15}$/.test(handle)) return found.other();
  const account = { handle, url: `https://x.com/${handle}` };
  if (second === undefined || tabs.has(second)) return found.account(account);
  return /^status(es)?$/.test(second) && third !== undefined ? found.post(account) : found.other(account);
}
