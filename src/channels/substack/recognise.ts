import type { Recognised } from '../../model/channel.ts';
import { segmentsOf, subdomainOf } from '../address.ts';
import { findingsOf } from '../findings.ts';

const found = findingsOf('substack');
const notBlogs = /^(www|api|cdn|email\S*|enterprise|on|post|reader|support|status|substack)$|\./;
const tabs = new Set([
  'about',
  'archive',
  'feed',
  'notes',
  'podcast',
  'publish',
  'subscribe',
  'recommendations',
  'chat',
]);
const publication = (handle: string) => ({ handle, url: `https://${handle}.substack.com/` });

function recogniseProfile(segments: readonly string[]): Recognised {
  const [first = '', second, third] = segments;
  if (first === 'p' || (first === 'home' && second === 'post'))
    return second === undefined ? found.other() : found.post();
  const handle = /^@([\w-]+)$/.exec(first)?.[1]?.toLowerCase();
  if (handle === undefined) return found.other();
  const account = { handle, url: `https://substack.com/@${handle}` };
  if (second === undefined || ['posts', 'notes', 'likes', 'reads'].includes(second)) return found.account(account);
  return /^p-\d+$/.test(second) || (second === 'note' && third !== undefined)
    ? found.post(account)
    : found.other(account);
}

/** A publication (`name.substack.com`) and a person (`substack.com/@name`) are two things, even with one name. */
export function recogniseSubstack(url: URL): Recognised | undefined {
  const subdomain = subdomainOf(url, 'substack.com');
  if (subdomain === undefined) return undefined;
  const segments = segmentsOf(url);
  if (subdomain === '' || subdomain === 'www') return recogniseProfile(segments);
  if (subdomain === 'open') {
    const [folder, name = '', kind] = segments;
    if (folder !== 'pub' || !/^[\w-]+$/.test(name)) return found.other();
    return kind === 'p' ? found.post(publication(name.toLowerCase())) : found.account(publication(name.toLowerCase()));
  }
  if (notBlogs.test(subdomain)) return found.other();
  const account = publication(subdomain);
  const [first, second] = segments;
  if (first === undefined || tabs.has(first)) return found.account(account);
  return first === 'p' && second !== undefined ? found.post(account) : found.other(account);
}
