import { domainToUnicode } from 'node:url';
import type { Recognised } from '../../model/channel.ts';
import { findingsOf } from '../findings.ts';

const found = findingsOf('website');
/** They say how somebody came, not where to. */
const tracking =
  /^(utm_.+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|twclid|yclid|igsh|igshid|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok)$/i;

/**
 * Any address. Never sure: WordPress, Ghost or a server of the fediverse may run there, and only the server could tell.
 * The protocol stays as it is: a site of one's own may have no https.
 */
export function recogniseWebsite(url: URL): Recognised | undefined {
  const own = new URL(url);
  own.hash = '';
  // A password in an address must not end in a file that people share.
  own.username = '';
  own.password = '';
  for (const name of [...own.searchParams.keys()]) if (tracking.test(name)) own.searchParams.delete(name);
  return found.account({ handle: domainToUnicode(own.hostname) || own.hostname, url: own.href }, false);
}
