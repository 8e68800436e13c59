import type { Recognised } from '../../model/channel.ts';
import { inPath, isFront, segmentsOf, subdomainOf } from '../address.ts';
import { findingsOf } from '../findings.ts';

const found = findingsOf('pinterest');
const notNames = new Set(
  '_ _tools about business categories convert discover help ideas intent invited login logout news_hub oauth offsite password pin privacy resource search settings share sharer signup source terms today topics video'.split(
    ' ',
  ),
);
const tabs = new Set([
  '_created',
  '_saved',
  '_profile',
  'boards',
  'pins',
  'followers',
  'following',
  'feed.rss',
  'tried',
]);

/** pinterest.com, pinterest.de, de.pinterest.com, pinterest.co.uk …: the same accounts in every country. */
export function recognisePinterest(url: URL): Recognised | undefined {
  if (subdomainOf(url, 'pin.it') !== undefined) return found.other();
  const match = /^(?:(.+)\.)?pinterest\.(?:com?\.)?[a-z]{2,3}\.?$/.exec(url.hostname);
  if (match === null) return undefined;
  const subdomain = match[1] ?? '';
  if (!isFront(subdomain) && !/^[a-z]{2}$/.test(subdomain)) return found.other();
  const [first = '', second, third] = segmentsOf(url);
  if (first === 'pin') return second === undefined || second === 'create' ? found.other() : found.post();
  const handle = first.toLowerCase();
  if (notNames.has(handle) || !/^[\p{L}\p{N}_.-]{2,30}$/u.test(handle)) return found.other();
  const account = { handle, url: `https://www.pinterest.com/${inPath(handle)}/` };
  return second === undefined || (tabs.has(second) && third === undefined)
    ? found.account(account)
    : found.other(account);
}
