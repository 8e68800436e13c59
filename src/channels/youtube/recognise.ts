import type { Recognised } from '../../model/channel.ts';
import { inPath, segmentsOf, subdomainOf } from '../address.ts';
import { type Account, findingsOf } from '../findings.ts';

const found = findingsOf('youtube');
const fronts = new Set(['', 'www', 'm', 'music', 'gaming', 'studio']);
const posts = new Set(['watch', 'shorts', 'live', 'embed', 'v', 'e', 'post', 'clip']);
const tabs = new Set(
  'about channels community featured join live membership playlists podcasts posts releases search shorts store streams videos'.split(
    ' ',
  ),
);
const notNames = new Set(
  'about account ads attribution_link c channel creators feed feeds gaming hashtag help howyoutubeworks iframe_api intent jobs kids login logout music new oembed playlist playlists premium press privacy redirect reporthistory results s search settings share sharer signin source t terms trends tv upload user yt'.split(
    ' ',
  ),
);

const channelId = /^UC[\w-]{22}$/;
const channel = (id: string): Account => ({ handle: id, url: `https://www.youtube.com/channel/${id}` });

/** A channel's number keeps its case, names have none. */
function accountOf(first: string, second: string | undefined): { account?: Account; length: number } {
  if (first === 'channel')
    return channelId.test(second ?? '') ? { account: channel(second ?? ''), length: 2 } : { length: 2 };
  if (first.startsWith('@') && first.length > 1) {
    const handle = first.slice(1).toLowerCase();
    return { account: { handle, url: `https://www.youtube.com/@${inPath(handle)}` }, length: 1 };
  }
  if (first === 'c' || first === 'user') {
    const handle = second?.toLowerCase();
    return handle === undefined
      ? { length: 1 }
      : { account: { handle, url: `https://www.youtube.com/${first}/${inPath(handle)}` }, length: 2 };
  }
  const handle = first.toLowerCase();
  if (handle === '' || notNames.has(handle) || /[^\p{L}\p{N}_.-]/u.test(handle)) return { length: 1 };
  return { account: { handle, url: `https://www.youtube.com/${inPath(handle)}` }, length: 1 };
}

function recognisePath(segments: readonly string[], feedOf: string | null): Recognised {
  const [first = '', second] = segments;
  if (posts.has(first)) return first === 'watch' || second !== undefined ? found.post() : found.other();
  if (first === 'feeds') return found.other(feedOf !== null && channelId.test(feedOf) ? channel(feedOf) : undefined);
  const { account, length } = accountOf(first, second);
  if (account === undefined) return found.other();
  const tab = segments[length];
  return tab === undefined || tabs.has(tab) ? found.account(account) : found.other(account);
}

/** Every form a channel's address ever had: `/@name`, `/channel/UC…`, `/c/`, `/user/` and the bare name. */
export function recogniseYoutube(url: URL): Recognised | undefined {
  const segments = segmentsOf(url);
  if (subdomainOf(url, 'youtu.be') !== undefined) return segments.length === 0 ? found.other() : found.post();
  const subdomain = subdomainOf(url, 'youtube.com', 'youtube-nocookie.com');
  if (subdomain === undefined) return undefined;
  return fronts.has(subdomain) ? recognisePath(segments, url.searchParams.get('channel_id')) : found.other();
}
