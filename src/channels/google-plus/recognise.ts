import type { Recognised } from '../../model/channel.ts';
import { inPath, segmentsOf, subdomainOf } from '../address.ts';
import { findingsOf } from '../findings.ts';

const found = findingsOf('google-plus');
const tabs = new Set(['about', 'palette', 'photos', 'plusones', 'posts', 'reviews', 'videos']);

/** `+Name` and the number of 21 digits, with or without the signed-in user (/u/0/) or page (/b/…/) before it. */
export function recogniseGooglePlus(url: URL): Recognised | undefined {
  if (subdomainOf(url, 'plus.google.com') === undefined) return undefined;
  const path = segmentsOf(url);
  const [first = '', tab, item] = path[0] === 'u' || path[0] === 'b' ? path.slice(2) : path;
  if (!/^(\+[\p{L}\p{N}_.-]+|\d{15,21})$/u.test(first)) return found.other();
  const account = { handle: first, url: `https://plus.google.com/${inPath(first)}` };
  if (tab === undefined || (tabs.has(tab) && item === undefined)) return found.account(account);
  return tab === 'posts' && item !== undefined ? found.post(account) : found.other(account);
}
