import type { ChannelPlace } from '../../model/channel.ts';
import type { Finding } from '../../model/finding.ts';
import type { GapReason } from '../../model/gap.ts';
import type { ChannelExtract } from '../channel-adapter.ts';
import { parseJson } from '../reading/json-reader.ts';
import { originOf } from '../reading/own-account.ts';
import { actorOf } from './linkedin-urn.ts';
import { readCards } from './read-guest.ts';
import { readJsonLd } from './read-json-ld.ts';
import { codesOf, readVoyager } from './read-voyager.ts';

function isVoyager(url: string): boolean {
  return /^\/voyager\/api\/(graphql|feed|organization|identity|contentcreation)/.test(new URL(url).pathname);
}

/** `company/aurora-coffee`; the handle alone does not say what kind of account it is. */
export function accountOf({ url, handle }: ChannelPlace): string {
  return actorOf(url, new URL(url).origin) ?? `company/${handle ?? ''}`;
}

/**
 * A visitor's page is made by the server and has JSON-LD beside it; somebody who is logged in gets data in `<code>` elements
 * and from Voyager. Dates are told as "2w" everywhere, but the number of a post is a time.
 */
export const linkedinExtract: ChannelExtract = {
  reads({ url, status, mime }, place) {
    if (isVoyager(url)) return status < 300 || (status >= 400 && status < 600);
    const { origin, pathname } = new URL(url);
    const isPage = mime === 'text/html' && status < 300 && origin === originOf(place);
    return isPage && /^\/(company|showcase|school|in|posts|feed\/update|pulse)\//.test(pathname);
  },
  async *read(response, place): AsyncGenerator<Finding> {
    const { url, status } = response;
    const context = { account: accountOf(place), origin: originOf(place), at: response.place.at, url };
    const text = await response.text();
    if (!isVoyager(url)) {
      yield* readJsonLd(text, context);
      yield* readCards(text, context);
      for (const value of codesOf(text)) yield* readVoyager(value, context);
      return;
    }
    const value = parseJson(text);
    if (status >= 400) {
      const message = `LinkedIn answered ${status} where posts should be.`;
      yield { kind: 'withheld', reason: reasonOf(status), url, message };
    } else if (value === undefined) {
      yield { kind: 'unreadable', id: null, where: url, message: 'LinkedIn answered with something that is no JSON.' };
    } else yield* readVoyager(value, context);
  },
};

function reasonOf(status: number): GapReason {
  if (status === 401) return 'login-wall';
  if (status === 429) return 'rate-limited';
  return status >= 500 ? 'server-error' : 'forbidden';
}
