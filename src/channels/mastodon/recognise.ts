import { domainToUnicode } from 'node:url';
import type { Recognised } from '../../model/channel.ts';
import { inPath, segmentsOf } from '../address.ts';
import { type Account, findingsOf } from '../findings.ts';

const found = findingsOf('mastodon');
/** Run by Mastodon itself. Of every other server only the server can say what it is. */
const ownServers = new Set(['mastodon.social', 'mastodon.online']);
/** Sites that write their accounts as /@name and are no part of the fediverse. */
const lookalikes =
  /(^|\.)(clubhouse|giphy|hashnode|npmjs|observablehq|odysee|producthunt|replit|snapchat|steemit|unsplash|wattpad)\.com$/;

/** Servers of the fediverse speak https, always; one on this very machine may do without. */
function schemeOf({ protocol, hostname }: URL): string {
  return /^(127\.|localhost$|\[::1\])/.test(hostname) ? protocol : 'https:';
}

function accountOn(host: string, user: string, scheme = 'https:'): Account {
  const name = user.toLowerCase();
  return { handle: `${name}@${domainToUnicode(host) || host}`, url: `${scheme}//${host}/@${inPath(name)}` };
}

/** `@user` of this server, or `@user@server`: somebody from elsewhere, looked at from here. */
function readAccount(segment: string, here: URL): Account | undefined {
  const match = /^@([\p{L}\p{N}_.-]+)(?:@([\p{L}\p{N}.-]+\.[\p{L}\p{N}-]+))?$/u.exec(segment);
  if (match?.[1] === undefined) return undefined;
  if (match[2] === undefined) return accountOn(here.host, match[1], schemeOf(here));
  const server = URL.canParse(`https://${match[2]}`) ? new URL(`https://${match[2]}`).host : undefined;
  return server === undefined ? undefined : accountOn(server, match[1]);
}

/** Places to log in and the like, which many frameworks put below /users. */
const notUsers = new Set(
  'edit login logout me new password profile register settings sign_in sign_out sign_up'.split(' '),
);

/** `/users/42/name` is a forum; a name that is only a number is one too. */
function readUsersPath(
  [, name, third, fourth]: readonly string[],
  here: URL,
): { account?: Account; rest: readonly string[] } {
  const isName = name !== undefined && !notUsers.has(name) && /^(?!\d+$)\w[\w.-]*$/.test(name);
  const fits = isName && (third === undefined || ['statuses', 'outbox', 'followers', 'following'].includes(third));
  const rest = third === 'statuses' ? [fourth ?? ''] : [];
  return fits ? { account: accountOn(here.host, name, schemeOf(here)), rest } : { rest };
}

/**
 * `/@user` and `/users/user` on a host that no other platform claims. It is a guess unless Mastodon runs the host: any
 * software of the fediverse, and some outside it, writes accounts like that.
 */
export function recogniseMastodon(url: URL): Recognised | undefined {
  const isSure = ownServers.has(url.hostname);
  if (lookalikes.test(url.hostname) || !url.hostname.includes('.')) return undefined;
  const path = segmentsOf(url);
  const inside = path[0] === 'web' || path[0] === 'deck' ? path.slice(1) : path;
  const { account, rest } =
    path[0] === 'users'
      ? readUsersPath(path, url)
      : { account: readAccount(inside[0] ?? '', url), rest: inside.slice(1) };
  if (account === undefined) return isSure ? found.other() : undefined;
  const [tab, item] = rest;
  if (tab === undefined || ['with_replies', 'media', 'followers', 'following', 'featured'].includes(tab)) {
    return found.account(account, isSure);
  }
  // Mastodon numbers its posts, others of the fediverse give them letters too.
  const isPost = item === undefined && /^[\w-]{6,}$/.test(tab) && /\d/.test(tab);
  return isPost ? found.post(account, isSure) : found.other(account, isSure);
}
