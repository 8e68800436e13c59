import type { ChannelPlace } from '../../model/channel.ts';
import type { Collected, PublicSite } from '../../model/public-site.ts';
import type { ChannelSeeds } from '../channel-adapter.ts';
import { locate } from './find-site.ts';
import { isWordPressCom } from './rest-place.ts';
import { recountCom, walkCom } from './walk-com.ts';
import { walkFeeds } from './walk-feeds.ts';
import { recountRest, walkRest } from './walk-rest.ts';

export const wordpressSeeds: ChannelSeeds = {
  // Several sites may share a host, each in its folder.
  scope: ({ url }) => ({ kind: new URL(url).pathname === '/' ? 'host' : 'prefix' }),
  walk,
  async recount(place, site) {
    const { rest } = await locate(place, site);
    if (rest !== undefined) await (isWordPressCom(rest) ? recountCom(rest, site) : recountRest(rest, site));
  },
};

async function* walk(place: ChannelPlace, site: PublicSite): AsyncGenerator<Collected> {
  const { rest, home, closed } = await locate(place, site);
  if (rest !== undefined) {
    const isOpen = yield* isWordPressCom(rest) ? walkCom(rest, site) : walkRest(rest, site);
    if (isOpen) return;
  }
  const reason = closed ?? `${rest} does not show posts to strangers.`;
  yield {
    kind: 'note',
    message: `${reason} Posts are read from feeds, sitemaps and pages instead, and no count of the server's says whether they are all.`,
  };
  yield* walkFeeds(home, site);
}
