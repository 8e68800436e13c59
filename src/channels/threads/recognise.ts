import type { Recognised } from '../../model/channel.ts';
import { isFront, segmentsOf, subdomainOf } from '../address.ts';
import { findingsOf } from '../findings.ts';

const found = findingsOf('threads');
const tabs = new Set(['replies', 'media', 'reposts']);

/** threads.net became threads.com; accounts always begin with @. */
export function recogniseThreads(url: URL): Recognised | undefined {
  const subdomain = subdomainOf(url, 'threads.com', 'threads.net');
  if (subdomain === undefined) return undefined;
  if (!isFront(subdomain)) return found.other();
  const [first = '', second, third] = segmentsOf(url);
  if (first === 't' && second !== undefined) return found.post();
  const handle = /^@([a-z0-9._]{1,30})$/i.exec(first)?.[1]?.toLowerCase();
  if (handle === undefined) return found.other();
  const account = { handle, url: `https://www.threads.com/@${handle}` };
  if (second === undefined || tabs.has(second)) return found.account(account);
  return second === 'post' && third !== undefined ? found.post(account) : found.other(account);
}
