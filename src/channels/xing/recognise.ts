import type { Recognised } from '../../model/channel.ts';
import { inPath, isFront, segmentsOf, subdomainOf } from '../address.ts';
import { findingsOf } from '../findings.ts';

const found = findingsOf('xing');
const folders: Readonly<Record<string, string>> = {
  pages: 'pages',
  profile: 'profile',
  profiles: 'profile',
  companies: 'pages',
  company: 'pages',
};
const tabs = new Set(['about_us', 'cv', 'employees', 'jobs', 'news', 'reviews', 'portfolio', 'web_profiles']);

/** Pages of companies and profiles of people. Their names keep their case: no source says that XING ignores it. */
export function recogniseXing(url: URL): Recognised | undefined {
  const subdomain = subdomainOf(url, 'xing.com');
  if (subdomain === undefined) return undefined;
  if (!isFront(subdomain)) return found.other();
  const [first = '', handle, tab, item] = segmentsOf(url);
  if (first === 'news' && handle === 'articles' && tab !== undefined) return found.post();
  const folder = Object.hasOwn(folders, first) ? folders[first] : undefined;
  if (folder === undefined || handle === undefined) return found.other();
  const account = { handle, url: `https://www.xing.com/${folder}/${inPath(handle)}` };
  if (tab === undefined || (tabs.has(tab) && item === undefined)) return found.account(account);
  return tab === 'news' || tab === 'posts' ? found.post(account) : found.other(account);
}
