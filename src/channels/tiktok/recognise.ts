import type { Recognised } from '../../model/channel.ts';
import { isFront, segmentsOf, subdomainOf } from '../address.ts';
import { findingsOf } from '../findings.ts';

const found = findingsOf('tiktok');

/** Accounts begin with @; the short hosts (vm., vt.) and /t/ only lead somewhere else. */
export function recogniseTiktok(url: URL): Recognised | undefined {
  const subdomain = subdomainOf(url, 'tiktok.com');
  if (subdomain === undefined) return undefined;
  if (!isFront(subdomain)) return found.other();
  const [first = '', second, third] = segmentsOf(url);
  if ((first === 'v' || first === 'embed') && second !== undefined) return found.post();
  const handle = /^@([\w.]{1,24})$/.exec(first)?.[1]?.toLowerCase();
  if (handle === undefined) return found.other();
  const account = { handle, url: `https://www.tiktok.com/@${handle}` };
  if (second === undefined || second === 'live') return found.account(account);
  return /^(video|photo)$/.test(second) && third !== undefined ? found.post(account) : found.other(account);
}
