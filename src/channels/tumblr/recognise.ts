import type { Recognised } from '../../model/channel.ts';
import { pathSegments, segmentsOf, subdomainOf } from '../address.ts';
import { findingsOf } from '../findings.ts';

const found = findingsOf('tumblr');
const notBlogs = /^(www|m|media|static|assets|api|embed|help|engineering|px|srvcs|safe|href|\d+\.media|va\.media)$|\./;
const notNames = new Set(
  'about apps browse changelog communities customize dashboard developers docs domains explore following help inbox intent jobs like likes live login logout lookup new oauth policy post press privacy radar reblog register registrations root search services settings share sharer signup spotlight svc tagged tips tv video widgets'.split(
    ' ',
  ),
);
const tabs = new Set(['archive', 'likes', 'following', 'rss', 'ask', 'submit', 'about', 'mobile', 'amp', 'api']);

function accountOf(name: string) {
  const handle = name.replace(/^@/, '').toLowerCase();
  if (notNames.has(handle) || !/^[a-z0-9-]{1,32}$/.test(handle)) return undefined;
  return { handle, url: `https://${handle}.tumblr.com/` };
}

/** `name.tumblr.com`, `tumblr.com/name`, `tumblr.com/blog/name` and `/blog/view/name`. */
export function recogniseTumblr(url: URL): Recognised | undefined {
  const subdomain = subdomainOf(url, 'tumblr.com');
  if (subdomain === undefined) return undefined;
  const path = segmentsOf(url);
  const isBlogHost = !['', 'www', 'm'].includes(subdomain);
  if (isBlogHost && notBlogs.test(subdomain)) return found.other();
  const inside = path[0] === 'blog' ? path.slice(path[1] === 'view' ? 2 : 1) : path;
  const [name = '', first, second] = isBlogHost ? [subdomain, ...pathSegments(url.pathname)] : inside;
  const account = accountOf(name);
  if (account === undefined) return found.other();
  if (first === undefined || tabs.has(first)) return found.account(account);
  const isPost = /^\d{6,}$/.test(first) || (/^(post|image|video)$/.test(first) && second !== undefined);
  return isPost ? found.post(account) : found.other(account);
}
