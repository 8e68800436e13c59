import { escapePattern } from '../../base/escape-pattern.ts';
import type { ChannelPlace } from '../../model/channel.ts';
import type { Collected } from '../../model/public-site.ts';
import type { ChannelSeeds } from '../channel-adapter.ts';
import { firstOfPath, handleOf, originOf, ownAddress } from '../reading/own-account.ts';

const twins = ['https://www.threads.com', 'https://www.threads.net', 'https://threads.com', 'https://threads.net'];

function originsOf(place: ChannelPlace): readonly string[] {
  const origin = originOf(place);
  return twins.includes(origin) ? twins : [origin];
}

/** Threads has no open list. Answers to others and reposts stand on tabs of their own. */
export const threadsSeeds: ChannelSeeds = {
  scope(place) {
    const handle = escapePattern(handleOf(place, firstOfPath));
    return { kind: 'page', include: [ownAddress(originsOf(place), `/@${handle}/post/[\\w-]+/?`)] };
  },
  async *walk(place): AsyncGenerator<Collected> {
    const account = `${originOf(place)}/@${handleOf(place, firstOfPath)}`;
    yield { kind: 'page', url: `${account}/replies` };
    yield { kind: 'page', url: `${account}/reposts` };
  },
};
