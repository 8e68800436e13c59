/** Parameters that say where a reader came from, not what is read. */
const tracking = /^(utm_\w+|fbclid|gclid|igsh|igshid|si|s|t|ref|ref_src|ref_url|mibextid|__twitter_impression)$/;

/** A comment's address is that of its post, but for this. */
const commentFragment = /^#(comment|li-comment|c|reply)-?\d+$/i;

/**
 * The form in which two addresses of one post are the same: without scheme, `www.`, last slash, tracking parameters,
 * and fragment unless that names a comment. An address that is none is its own form.
 */
export function postAddressKey(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  for (const name of [...url.searchParams.keys()]) if (tracking.test(name)) url.searchParams.delete(name);
  url.searchParams.sort();
  const path = url.pathname.replace(/\/+$/, '');
  const query = url.searchParams.size === 0 ? '' : `?${url.searchParams}`;
  const comment = commentFragment.test(url.hash) ? url.hash.toLowerCase() : '';
  return `${url.host.replace(/^www\./, '')}${path}${query}${comment}`;
}
