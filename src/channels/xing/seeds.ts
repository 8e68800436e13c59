import { escapePattern } from '../../base/escape-pattern.ts';
import type { Collected } from '../../model/public-site.ts';
import type { ChannelSeeds } from '../channel-adapter.ts';
import { originOf, ownAddress } from '../reading/own-account.ts';
import { accountPath } from './extract.ts';

/** What is below the account's page is the account's; who works there and what is advertised is not what it said. */
export const xingSeeds: ChannelSeeds = {
  scope(place) {
    const origins = [originOf(place)];
    const account = escapePattern(accountPath(place));
    return {
      kind: 'page',
      include: [ownAddress(origins, `${account}/[^?#]+`)],
      exclude: [ownAddress(origins, `${account}/(?:employees|jobs|reviews)(?:/.*)?`)],
    };
  },
  async *walk(): AsyncGenerator<Collected> {
    const message =
      'How posts look on XING is not publicly known: its pages are kept as they were shown, and posts are counted only ' +
      'where a page says by itself that it is one. Ask XING for the "Datenarchiv" as well.';
    yield { kind: 'note', message };
  },
};
