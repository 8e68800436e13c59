import { escapePattern } from '../../base/escape-pattern.ts';
import type { Collected } from '../../model/public-site.ts';
import type { ChannelSeeds } from '../channel-adapter.ts';
import { originOf, ownAddress } from '../reading/own-account.ts';
import { accountOf } from './extract.ts';

/** LinkedIn has no open list: a visitor sees a few posts of a company and gets to some of them, then comes the login. */
export const linkedinSeeds: ChannelSeeds = {
  // The address of a post begins with its author; where it was clicked stands behind it.
  scope(place) {
    const name = escapePattern(accountOf(place).split('/')[1] ?? '');
    return {
      kind: 'page',
      include: [ownAddress([originOf(place)], `/posts/${name}_[^/?]+/?`, '(?:\\?trk=[\\w.-]+)?')],
    };
  },
  async *walk(place): AsyncGenerator<Collected> {
    const account = accountOf(place);
    const tab = account.startsWith('in/') ? 'recent-activity/all/' : 'posts/';
    yield { kind: 'page', url: `${originOf(place)}/${account}/${tab}` };
  },
};
