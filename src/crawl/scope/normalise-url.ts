/** Parameters that say where a visitor came from, not what is shown. */
const tracking =
  /^(utm_[a-z_]+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|li_fat_id|igshid|igsh|mc_cid|mc_eid|_ga|_gl|_hsenc|_hsmi|mkt_tok|oly_anon_id|oly_enc_id|vero_id|wickedid|ref_src|ref_url|__cft__\[\d+\]|__xts__\[\d+\]|__tn__|__eep__|mibextid)$/i;

/** Parameters that name a visit: two of them are the same page. */
const session = /^(phpsessid|jsessionid|aspsessionid[a-z]*|cfid|cftoken|zenid|oscsid|xtcsid)$/i;

/** Names that a visit may have, or a story: `?sid=12` is a post of many an older site. Long random values are visits. */
const perhapsSession = /^(sid|sess|sessid|sessionid|session_id|session|s)$/i;
const randomValue = /^(?=.*\d)(?=.*[a-z])[0-9a-z_-]{16,}$/i;

/** `;jsessionid=…` and ASP.NET's `/(S(…))/` in the path. */
const sessionInPath = /;(jsessionid|phpsessid|sid)=[^/;]*|\/\((?:[A-Z]\([^)]{16,}\))+\)(?=\/)/i;

/**
 * A fragment that an app routes by: `#/posts/1`, `#!/posts/1`, `#!posts`. The form decides, not the page: an id that a
 * plain `#anchor` could point to does not begin so, and what a link looks like can be judged before anything is loaded.
 * `#/` and `#!` alone are where such an app begins, which is the page itself.
 */
const route = /^#(?:!|\/)(?!$|\/$)/;

/**
 * The address a page is known by: absolute, http(s), without tracking and session parameters, and without fragment,
 * unless the fragment is a route: then it is a page of its own.
 * @returns undefined for anything that is not a web address
 */
export function normaliseUrl(address: string, base?: string): string | undefined {
  const text = address.trim();
  if (!URL.canParse(text, base)) return undefined;
  const url = new URL(text, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  if (!route.test(url.hash)) url.hash = '';
  url.username = '';
  url.password = '';
  // Touching searchParams re-encodes the whole query, which some servers read differently: only when something goes.
  const unwanted = [...url.searchParams].filter(([name, value]) => tracking.test(name) || isSession(name, value));
  for (const [name] of unwanted) url.searchParams.delete(name);
  if (sessionInPath.test(url.pathname)) url.pathname = url.pathname.replace(sessionInPath, '');
  return url.href;
}

/** True when the address names a visit, which its normal form does not. */
export function hasSessionId(address: string, base?: string): boolean {
  if (!URL.canParse(address, base)) return false;
  const url = new URL(address, base);
  return sessionInPath.test(url.pathname) || [...url.searchParams].some(([name, value]) => isSession(name, value));
}

function isSession(name: string, value: string): boolean {
  return session.test(name) || (perhapsSession.test(name) && randomValue.test(value));
}

/** The route of an app in an address, with its `#`; '' when there is none. */
export function routeOf(address: string): string {
  const hash = URL.canParse(address) ? new URL(address).hash : '';
  return route.test(hash) ? hash : '';
}
