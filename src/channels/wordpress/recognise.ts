import type { Recognised } from '../../model/channel.ts';
import { segmentsOf, subdomainOf } from '../address.ts';
import { findingsOf } from '../findings.ts';

const found = findingsOf('wordpress');
const notBlogs =
  /^(www|public-api|s\d*|stats|support|support-\S+|en|de|fr|es|it|files|my|login|dashboard|developer|signup|developers|forums|jetpack|themes|widgets|wp|vip|learn|i\d)$|\./;

/** Only `name.wordpress.com`: under a domain of its own nothing in the address tells that WordPress runs there. */
export function recogniseWordpress(url: URL): Recognised | undefined {
  if (subdomainOf(url, 'wp.me') !== undefined) return found.other();
  const subdomain = subdomainOf(url, 'wordpress.com');
  if (subdomain === undefined) return undefined;
  // Files of name.wordpress.com come from name.files.wordpress.com.
  if (subdomain === '' || notBlogs.test(subdomain)) return found.other();
  const account = { handle: subdomain, url: `https://${subdomain}.wordpress.com/` };
  const [first, second, third, fourth] = segmentsOf(url);
  if (url.searchParams.has('p')) return found.post(account);
  if (first === undefined || first === 'feed') return found.account(account);
  const isPost = [first, second, third].every((part) => /^\d{2,4}$/.test(part ?? '')) && fourth !== undefined;
  return isPost ? found.post(account) : found.other(account);
}
