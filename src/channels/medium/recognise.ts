import type { Recognised } from '../../model/channel.ts';
import { inPath, isFront, segmentsOf, subdomainOf } from '../address.ts';
import { type Account, findingsOf } from '../findings.ts';

const found = findingsOf('medium');
const notBlogs = /^(about|api|blog|cdn-\S*|cdn|glyph|help|jobs|link|links|miro|pages|policy|status|tv)$|\./;
const notNames = new Set(
  'about business creators earn explore-topics feed help intent jobs jobs-at-medium lists login logout m me media membership new-story notifications p partner-program plans policy privacy r search settings share sharer signin signup sitemap tag tags terms topic topics towards write'.split(
    ' ',
  ),
);
const tabs = new Set([
  'about',
  'archive',
  'all',
  'followers',
  'following',
  'latest',
  'lists',
  'subscribe',
  'tagged',
  'home',
]);

/** Stories end in a number of hexadecimal digits. */
const isStory = (segment: string | undefined): boolean => /^(.*-)?[0-9a-f]{8,12}$/.test(segment ?? '');

function accountOf(first: string): Account | undefined {
  if (/^@[\w.-]+$/.test(first)) {
    const handle = first.slice(1).toLowerCase();
    return { handle, url: `https://medium.com/@${handle}` };
  }
  const handle = first.toLowerCase();
  if (notNames.has(handle) || !/^[\p{L}\p{N}._-]+$/u.test(handle)) return undefined;
  return { handle, url: `https://medium.com/${inPath(handle)}` };
}

/** `medium.com/@name`, a publication's `medium.com/name`, and `name.medium.com`, which may be either. */
export function recogniseMedium(url: URL): Recognised | undefined {
  const subdomain = subdomainOf(url, 'medium.com');
  if (subdomain === undefined) return undefined;
  const segments = segmentsOf(url);
  const isBlogHost = !isFront(subdomain);
  if (isBlogHost && notBlogs.test(subdomain)) return found.other();
  if (!isBlogHost && segments[0] === 'p' && segments.length > 1) return found.post();
  const path = segments[0] === 'feed' ? segments.slice(1) : segments;
  const account = isBlogHost
    ? { handle: subdomain, url: `https://${subdomain}.medium.com/` }
    : accountOf(path[0] ?? '');
  if (account === undefined) return found.other();
  const [first] = isBlogHost ? path : path.slice(1);
  if (first === undefined || tabs.has(first)) return found.account(account);
  return isStory(first) ? found.post(account) : found.other(account);
}
