/** Parameters that say where a reader came from, not what is read. */
const tracking = /^(utm_\w+|fbclid|gclid|igsh|igshid|ref|ref_src|ref_url|mibextid|__twitter_impression)$/;

/** Short names mean a topic or a page elsewhere; on these hosts they say who passed the address on. */
const sharing: readonly (readonly [host: RegExp, names: RegExp])[] = [
  [/^(x|twitter)\.com$/, /^[st]$/],
  [/^(youtube\.com|youtu\.be)$/, /^(si|t|feature)$/],
];

/** An id that is the post's address, because its source knows no other. */
export function isAddress(id: string): boolean {
  return /^https?:\/\//i.test(id) && URL.canParse(id);
}

/**
 * The form in which two addresses of one post are the same: without scheme, `www.` or `m.`, last slash, index file and
 * tracking parameters, in one way of writing letters. A fragment stays where it names a thing of its own, as a comment's
 * does. An address that is none is its own form.
 */
export function postAddressKey(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  const host = url.host.replace(/^(www|m|mobile)\.(?=.+\.)/, '');
  const shared = sharing.find(([hosts]) => hosts.test(host))?.[1];
  for (const name of [...url.searchParams.keys()]) {
    if (tracking.test(name) || shared?.test(name)) url.searchParams.delete(name);
  }
  url.searchParams.sort();
  const path = decoded(url.pathname)
    .replace(/\/index\.(html?|php)$/, '')
    .replace(/\/+$/, '');
  return `${host}${path}${url.searchParams.size === 0 ? '' : `?${url.searchParams}`}${keptFragment(url.hash)}`;
}

function decoded(path: string): string {
  try {
    return decodeURI(path).normalize('NFC');
  } catch {
    // A stray percent sign is part of the address then.
    return path;
  }
}

/** `#comment-12` and `#/post/12` are places of their own; `#more-12`, `#respond` and `#top` are the same post. */
function keptFragment(hash: string): string {
  const isPlace = /^#[!/]/.test(hash) || (/\d/.test(hash) && !hash.startsWith('#more-'));
  return isPlace ? hash : '';
}

/**
 * The form in which two ids of one post are the same. Comments have ids of their own on many platforms: number 12 of them
 * is another thing than post 12.
 */
export function postIdKey(id: string, isComment: boolean): string {
  const key = isAddress(id) ? postAddressKey(id) : id;
  return isComment ? `comment ${key}` : key;
}
