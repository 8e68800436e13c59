import { escapePattern } from '../../base/escape-pattern.ts';
import type { ChannelPlace } from '../../model/channel.ts';
import type { Collected } from '../../model/public-site.ts';
import type { ChannelSeeds } from '../channel-adapter.ts';
import { firstOfPath, handleOf, originOf, ownAddress } from '../reading/own-account.ts';

const twins = ['https://x.com', 'https://twitter.com', 'https://www.x.com', 'https://mobile.x.com'];

function originsOf(place: ChannelPlace): readonly string[] {
  const origin = originOf(place);
  return twins.includes(origin) ? twins : [origin];
}

/** X has no open list: the account's page and its tabs load what there is, as far as the visitor may see it. */
export const xSeeds: ChannelSeeds = {
  scope(place) {
    const handle = escapePattern(handleOf(place, firstOfPath));
    return { kind: 'page', include: [ownAddress(originsOf(place), `/${handle}/status/\\d+`)] };
  },
  // Answers to others stand on a tab of their own. The tab of pictures and films reaches further back than the timeline,
  // which ends after some 3,200 posts.
  async *walk(place): AsyncGenerator<Collected> {
    const account = `${originOf(place)}/${handleOf(place, firstOfPath)}`;
    yield { kind: 'page', url: `${account}/with_replies` };
    yield { kind: 'page', url: `${account}/media` };
  },
};
