import type { ChannelSeeds } from '../channel-adapter.ts';
import { escaped, firstOfPath, handleOf, originOf, ownAddress } from '../reading/own-account.ts';

/** TikTok has no open list; a profile asks for its films while it is scrolled, and each film has a page of its own. */
export const tiktokSeeds: ChannelSeeds = {
  scope(place) {
    const handle = escaped(handleOf(place, firstOfPath));
    return { kind: 'page', include: [ownAddress([originOf(place)], `/@${handle}/(?:video|photo)/\\d+/?`)] };
  },
};
