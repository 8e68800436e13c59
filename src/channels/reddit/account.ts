import type { ChannelPlace } from '../../model/channel.ts';
import { pathSegments } from '../address.ts';

/** `/r/name` or `/user/name`, without tabs behind it. */
export function cleanPath({ url, handle }: ChannelPlace): string {
  const [folder = 'user', name = ''] = pathSegments(new URL(url).pathname);
  const known = handle?.replace(/^[ru]\//, '') ?? name;
  return `/${folder === 'r' ? 'r' : 'user'}/${known}`;
}

/**
 * Whether a post is the channel's own: of a person, what they wrote; of a community, every post in it, for the community
 * is the channel, whoever writes there. Comments are their writers' in both.
 */
export function isOwnEntry(
  place: ChannelPlace,
  {
    author,
    community,
    isComment,
  }: { readonly author: string | null; readonly community: string | null; readonly isComment: boolean },
): boolean {
  const [, folder, name = ''] = cleanPath(place).toLowerCase().split('/');
  if (folder === 'r') return !isComment && community?.toLowerCase().replace(/^r\//, '') === name;
  return author?.toLowerCase().replace(/^\/?u\//, '') === name;
}

/** The community in an address: `/r/name/…`, `/user/name/…` for a profile's own. */
export function communityIn(path: string): string | null {
  const match = /^\/(?:r\/([^/]+)|(?:user|u)\/([^/]+))\/comments\//.exec(path);
  return match?.[1] ?? (match?.[2] === undefined ? null : `u_${match[2]}`);
}

/** The lists that together hold what the account wrote. */
export function listsOf(place: ChannelPlace): readonly string[] {
  return cleanPath(place).startsWith('/r/') ? ['new'] : ['submitted', 'comments'];
}
