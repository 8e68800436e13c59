import { escapePattern } from '../../base/escape-pattern.ts';
import type { ChannelSeeds } from '../channel-adapter.ts';

/**
 * Nothing is left at Google. What the Wayback Machine has of an account is a copy among billions of others: a crawl that
 * begins there stays with the copies of this one account.
 */
export const googlePlusSeeds: ChannelSeeds = {
  scope({ url, handle }) {
    const name = handle ?? /plus\.google\.com\/(?:u\/\d+\/|b\/\d+\/)?([^/?#]+)/.exec(url)?.[1];
    if (name === undefined) return { kind: 'page' };
    const copy = `^https?://web\\.archive\\.org/web/\\d+[a-z_]*/https?://plus\\.google\\.com/(?:u/\\d+/|b/\\d+/)?`;
    return { kind: 'page', include: [new RegExp(`${copy}${escapePattern(name)}(?:/[^?#]*)?$`, 'i')] };
  },
};
