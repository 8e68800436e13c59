import { escapePattern } from '../../base/escape-pattern.ts';
import type { Collected } from '../../model/public-site.ts';
import type { ChannelSeeds } from '../channel-adapter.ts';
import { firstOfPath, handleOf, originOf, ownAddress } from '../reading/own-account.ts';

/** Instagram has no open list: the profile shows about a dozen posts, and all of them to somebody who is logged in. */
export const instagramSeeds: ChannelSeeds = {
  // A post's short address does not say whose it is; the long one, which profiles use, does.
  scope(place) {
    const handle = escapePattern(handleOf(place, firstOfPath));
    return { kind: 'page', include: [ownAddress([originOf(place)], `/${handle}/(?:p|reel|tv)/[\\w-]+/?`)] };
  },
  async *walk(place): AsyncGenerator<Collected> {
    yield { kind: 'page', url: `${originOf(place)}/${handleOf(place, firstOfPath)}/reels/` };
  },
};
