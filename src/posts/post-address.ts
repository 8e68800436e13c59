/** Parameters that say where a reader came from, not what is read. */
const tracking = /^(utm_\w+|fbclid|gclid|igsh|igshid|si|s|t|ref|ref_src|ref_url|mibextid|__twitter_impression)$/;

/**
 * The form in which two addresses of one post are the same: without scheme, `www.`, fragment, last slash and tracking
 * parameters. An address that is none is its own form.
 */
export function postAddressKey(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  for (const name of [...url.searchParams.keys()]) if (tracking.test(name)) url.searchParams.delete(name);
  url.searchParams.sort();
  const path = url.pathname.replace(/\/+$/, '');
  return `${url.host.replace(/^www\./, '')}${path}${url.searchParams.size === 0 ? '' : `?${url.searchParams}`}`;
}
