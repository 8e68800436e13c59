import type { Recognised } from '../../model/channel.ts';
import { segmentsOf, subdomainOf } from '../address.ts';
import { findingsOf } from '../findings.ts';

const found = findingsOf('ghost');

/** Only `name.ghost.io`: under a domain of its own nothing in the address tells that Ghost runs there. */
export function recogniseGhost(url: URL): Recognised | undefined {
  const subdomain = subdomainOf(url, 'ghost.io');
  if (subdomain === undefined) return undefined;
  if (/^(|www|account|api|auth|static|status|demo)$|\./.test(subdomain)) return found.other();
  const account = { handle: subdomain, url: `https://${subdomain}.ghost.io/` };
  const [first] = segmentsOf(url);
  // A post and a page look alike: both are one word behind the host.
  return first === undefined || first === 'rss' ? found.account(account) : found.other(account);
}
