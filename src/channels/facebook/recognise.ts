import type { Recognised } from '../../model/channel.ts';
import { inPath, segmentsOf, subdomainOf } from '../address.ts';
import { type Account, findingsOf } from '../findings.ts';

const found = findingsOf('facebook');
const tools = new Set([
  'about',
  'ads',
  'adsmanager',
  'apps',
  'business',
  'connect',
  'developers',
  'graph',
  'l',
  'lm',
  'newsroom',
  'static',
  'upload',
]);
const notNames = new Set(
  'ad_center ads ajax bookmarks business campaign careers checkpoint cookie dialog directory events find-friends friends fundraisers games gaming groups hashtag help home home.php intent jobs l.php legal live login login.php logout.php marketplace me media messages messenger notes notifications oauth permalink.php photo photo.php photos places plugins policies policy policy.php privacy profile.php public r.php recover reg register saved search settings share share.php sharer sharer.php stories story.php terms terms.php tr v video video.php watch'.split(
    ' ',
  ),
);
const postPages = new Set(['permalink.php', 'photo.php', 'photo', 'story.php', 'video.php', 'watch', 'reel']);
const postFolders = new Set(['posts', 'videos', 'photos', 'reel', 'reels']);
const tabs = new Set(
  'about about_profile_transparency community events followers following friends likes live mentions photos photos_albums photos_by posts reels reviews services shop videos videos_by'.split(
    ' ',
  ),
);

/** Numbers and names lead to the same page; a page without a name is only known by its number. */
function byId(id: string): Account {
  return { handle: id, url: `https://www.facebook.com/profile.php?id=${id}` };
}

/** `Name-1234567890` ends in the page's number, and the number is what stays when the page is renamed. */
function accountOf(name: string): Account | undefined {
  const id = /^(?:.+-)?(\d{6,})$/.exec(name)?.[1];
  if (id !== undefined) return byId(id);
  const handle = name.toLowerCase();
  if (notNames.has(handle) || /\.php$/.test(handle) || !/^[\p{L}\p{N}.-]{2,}$/u.test(handle)) return undefined;
  return { handle, url: `https://www.facebook.com/${inPath(handle)}` };
}

/** The account of a path, and what of the path is left behind it. */
function readPath(segments: readonly string[]): { account: Account | undefined; rest: readonly string[] } {
  const [first = '', second = '', third = ''] = segments;
  if (first === 'pages') {
    const at = second === 'category' ? 3 : 1;
    const [name = '', id = ''] = segments.slice(at);
    return /^\d+$/.test(id)
      ? { account: byId(id), rest: segments.slice(at + 2) }
      : { account: /-\d{6,}$/.test(name) ? accountOf(name) : undefined, rest: segments.slice(at + 1) };
  }
  if (first === 'people') return { account: /^\d+$/.test(third) ? byId(third) : undefined, rest: segments.slice(3) };
  if (first === 'pg') return { account: accountOf(second), rest: segments.slice(2) };
  if (first === 'p')
    return { account: /-\d{6,}$/.test(second) ? accountOf(second) : undefined, rest: segments.slice(2) };
  return { account: accountOf(first), rest: segments.slice(1) };
}

function recognisePath(url: URL): Recognised {
  const segments = segmentsOf(url);
  const [first = ''] = segments;
  const id = /^\d+$/.exec(url.searchParams.get('id') ?? '')?.[0];
  if (first === 'profile.php') return id === undefined ? found.other() : found.account(byId(id));
  if (postPages.has(first)) return found.post(id === undefined ? undefined : byId(id));
  if (first === 'events' && segments.length > 1) return found.post();
  const { account, rest } = readPath(segments);
  if (account === undefined) return found.other();
  const [tab, item] = rest;
  if (tab === undefined || (tabs.has(tab) && item === undefined)) return found.account(account);
  return postFolders.has(tab) && item !== undefined ? found.post(account) : found.other(account);
}

/** facebook.com in every language and size, fb.com and fb.me; fb.watch is a film, m.me a conversation. */
export function recogniseFacebook(url: URL): Recognised | undefined {
  if (subdomainOf(url, 'fb.watch') !== undefined) return found.post();
  if (subdomainOf(url, 'm.me', 'messenger.com') !== undefined) return found.other();
  const subdomain = subdomainOf(url, 'facebook.com', 'fb.com', 'fb.me');
  if (subdomain === undefined) return undefined;
  return tools.has(subdomain) ? found.other() : recognisePath(url);
}
