import type { Recognised } from '../../model/channel.ts';
import { isFront, segmentsOf, subdomainOf } from '../address.ts';
import { type Account, findingsOf } from '../findings.ts';

const found = findingsOf('instagram');
const postFolders = new Set(['p', 'reel', 'reels', 'tv']);
const tabs = new Set(['tagged', 'reels', 'channel', 'guides', 'igtv', 'followers', 'following', 'feed']);
const notNames = new Set(
  'about accounts api archive challenge developer direct directory emails explore graphql help intent invites legal login logout nametag oauth press privacy qr s search session settings share sharer sharing terms topics web'.split(
    ' ',
  ),
);

function accountOf(name: string): Account | undefined {
  const handle = name.replace(/^@/, '').toLowerCase();
  if (notNames.has(handle) || !/^[a-z0-9._]{1,30}$/.test(handle)) return undefined;
  return { handle, url: `https://www.instagram.com/${handle}/` };
}

/** `stories/NAME/ID`, or highlights, which do not say whose they are. */
function recogniseStory(name = ''): Recognised {
  if (name === 'highlights') return found.post();
  const account = accountOf(name);
  return account === undefined ? found.other() : found.post(account);
}

/** instagram.com and instagr.am; a post's own address (`/p/CODE`) does not say whose it is. */
export function recogniseInstagram(url: URL): Recognised | undefined {
  if (subdomainOf(url, 'ig.me') !== undefined) return found.other();
  const subdomain = subdomainOf(url, 'instagram.com', 'instagr.am');
  if (subdomain === undefined) return undefined;
  if (!isFront(subdomain)) return found.other();
  const [first = '', second, third] = segmentsOf(url);
  if (postFolders.has(first)) return second === undefined ? found.other() : found.post();
  if (first === 'stories') return recogniseStory(second);
  const account = accountOf(first);
  if (account === undefined) return found.other();
  if (second === undefined || (tabs.has(second) && third === undefined)) return found.account(account);
  return postFolders.has(second) ? found.post(account) : found.other(account);
}
