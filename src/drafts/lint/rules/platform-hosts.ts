/** Where accounts stand, by what a platform calls itself in small letters. Servers of the Fediverse have hosts of their own. */
const hostsOf: ReadonlyMap<string, readonly string[]> = new Map([
  ['x', ['x.com', 'twitter.com', 'mobile.twitter.com']],
  ['twitter', ['x.com', 'twitter.com', 'mobile.twitter.com']],
  ['facebook', ['facebook.com', 'fb.com', 'm.facebook.com']],
  ['instagram', ['instagram.com']],
  ['threads', ['threads.net', 'threads.com']],
  ['tiktok', ['tiktok.com']],
  ['youtube', ['youtube.com', 'm.youtube.com']],
  ['linkedin', ['linkedin.com', 'de.linkedin.com']],
  ['bluesky', ['bsky.app']],
  ['pinterest', ['pinterest.com', 'pinterest.de']],
  ['reddit', ['reddit.com']],
  ['telegram', ['t.me']],
  ['tumblr', ['tumblr.com']],
]);

/** Hosts whose path begins with what kind of page it is. */
const FOLDERS: ReadonlySet<string> = new Set([
  'profile',
  'company',
  'in',
  'user',
  'c',
  'channel',
  'r',
  'u',
  'pages',
  'school',
]);

/** Pages of a platform that are nobody's account. */
const NOBODY: ReadonlySet<string> = new Set([
  '',
  'intent',
  'share',
  'sharer',
  'home',
  'hashtag',
  'search',
  'help',
  'watch',
  'settings',
  'login',
]);

/** An account as a link leads to it. */
export interface LinkedAccount {
  /** In small letters, as in `hostsOf`. */
  readonly platforms: readonly string[];
  /** Without @, in small letters. */
  readonly name: string;
}

/** @param value of a link's claim: without its scheme. @returns null for what is no account of a platform that we know */
export function linkedAccount(value: string): LinkedAccount | null {
  const [whole = ''] = value.split(/[?#]/);
  const [host = '', ...path] = whole.split('/');
  const bare = host.toLowerCase().replace(/^www\./, '');
  const platforms = [...hostsOf].filter(([, hosts]) => hosts.includes(bare)).map(([name]) => name);
  if (platforms.length === 0) return null;
  const [first = '', second = ''] = path;
  const name = (FOLDERS.has(first.toLowerCase()) ? second : first).replace(/^@/, '').toLowerCase();
  return NOBODY.has(name) ? null : { platforms, name };
}

/** `@name@server` and `@name` → `name`; Bluesky's are hosts: `@name.bsky.social`. */
export function bareHandle(handle: string): string {
  return handle.replace(/^@/, '').toLowerCase();
}

/** Whether a handle is the account that a link leads to. */
export function isAccount({ name }: LinkedAccount, handle: string): boolean {
  const bare = bareHandle(handle);
  return bare === name || bare.split('@')[0] === name;
}
