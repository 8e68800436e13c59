import type { Recognised } from '../../model/channel.ts';
import { segmentsOf, subdomainOf } from '../address.ts';
import { type Account, findingsOf } from '../findings.ts';

const found = findingsOf('reddit');
const fronts = /^(|www|old|new|np|m|i|amp|sh|[a-z]{2})$/;
const everybody = new Set(['all', 'popular', 'friends', 'mod', 'random']);
const tabs = new Set(
  'about best comments controversial hot new overview rising submitted top posts wiki saved gilded'.split(' '),
);

/** `r/name` and `u/name`: the letter belongs to the handle, for a community and a person may share a name. */
function accountOf(folder: string, segment: string): Account | undefined {
  const name = segment.replace(/\.(rss|json)$/, '').toLowerCase();
  if (!/^[a-z0-9_-]{2,30}$/.test(name)) return undefined;
  const profile = folder === 'r' ? /^u_(.+)$/.exec(name)?.[1] : name;
  if (profile !== undefined) return { handle: `u/${profile}`, url: `https://www.reddit.com/user/${profile}/` };
  return everybody.has(name) ? undefined : { handle: `r/${name}`, url: `https://www.reddit.com/r/${name}/` };
}

function recognisePath([first = '', second, third, fourth]: readonly string[]): Recognised {
  if (first === 'comments' && second !== undefined) return found.post();
  const account = ['r', 'u', 'user'].includes(first) ? accountOf(first, second ?? '') : undefined;
  if (account === undefined) return found.other();
  if ((third === 'comments' || third === 's') && fourth !== undefined) return found.post(account);
  const isTab = third === undefined || tabs.has(third) || /^\.(rss|json)$/.test(third);
  return isTab ? found.account(account) : found.other(account);
}

/** Communities and users, in the old and the new design; redd.it is a post. */
export function recogniseReddit(url: URL): Recognised | undefined {
  const short = subdomainOf(url, 'redd.it');
  if (short !== undefined) return short === '' || short === 'www' ? found.post() : found.other();
  const subdomain = subdomainOf(url, 'reddit.com');
  if (subdomain === undefined) return undefined;
  return fronts.test(subdomain) ? recognisePath(segmentsOf(url)) : found.other();
}
