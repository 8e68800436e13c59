import { escapePattern } from '../../base/escape-pattern.ts';
import type { ChannelSeeds } from '../channel-adapter.ts';
import { firstOfPath, handleOf, originOf, ownAddress } from '../reading/own-account.ts';

/** TikTok has no open list; a profile asks for its films while it is scrolled, and each film has a page of its own. */
export const tiktokSeeds: ChannelSeeds = {
  scope(place) {
    const handle = escapePattern(handleOf(place, firstOfPath));
    return { kind: 'page', include: [ownAddress([originOf(place)], `/@${handle}/(?:video|photo)/\\d+/?`)] };
  },
};
