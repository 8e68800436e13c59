import type { Recognised } from '../../model/channel.ts';
import { segmentsOf, subdomainOf } from '../address.ts';
import { findingsOf } from '../findings.ts';

const found = findingsOf('telegram');
const notNames = new Set(
  'addemoji addlist addstickers addtheme apps auction bg boost c call confirmphone contact faq giftcode help intent invoice iv joinchat k login m nft privacy proxy s search setlanguage settings share sharer socks z'.split(
    ' ',
  ),
);

/** `t.me/name`, its web view `t.me/s/name`, `name.t.me`, telegram.me and telegram.dog. */
export function recogniseTelegram(url: URL): Recognised | undefined {
  if (subdomainOf(url, 'telegram.org') !== undefined) return found.other();
  const subdomain = subdomainOf(url, 't.me', 'telegram.me', 'telegram.dog');
  if (subdomain === undefined) return undefined;
  const path = segmentsOf(url);
  // Messages of a private channel are /c/NUMBER/MESSAGE: nothing in it is a name.
  if (path[0] === 'c') return path.length > 2 ? found.post() : found.other();
  const named = ['', 'www'].includes(subdomain) ? path : [subdomain, ...path];
  const [name = '', message] = named[0] === 's' ? named.slice(1) : named;
  const handle = name.replace(/^@/, '').toLowerCase();
  if (notNames.has(handle) || !/^[a-z][a-z0-9_]{3,31}$/.test(handle)) return found.other();
  const account = { handle, url: `https://t.me/${handle}` };
  if (message === undefined) return found.account(account);
  return /^\d+$/.test(message) ? found.post(account) : found.other(account);
}
