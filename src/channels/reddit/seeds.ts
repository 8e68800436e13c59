import type { ChannelPlace, ChannelScope } from '../../model/channel.ts';
import type { Collected, PublicSite, SiteAnswer } from '../../model/public-site.ts';
import { belowAccount } from '../below-account.ts';
import type { ChannelSeeds } from '../channel-adapter.ts';
import { asText, at, parseJson } from '../reading/json-reader.ts';
import { cleanPath, listsOf } from './account.ts';
import { asFeed, asJson, asOldPages, noList, walkListIn } from './walk-list.ts';

/** No list of Reddit goes back further; it ends there as if that were all. */
export const LISTING_LIMIT = 1000;
/** Removed posts are counted and not shown, so that a list at its limit has somewhat fewer. */
export const nearLimit = (count: number): boolean => count >= LISTING_LIMIT - 50;

const exportHint =
  'Ask for the official export at https://www.reddit.com/settings/data-request and import it; it has every post and comment of the account.';

export const redditSeeds: ChannelSeeds = {
  scope(place): ChannelScope {
    const { origin } = new URL(place.url);
    const exclude = [
      /[?&](sort|t|depth|context|count|after|before)=/,
      /\.(json|rss)(\?|$)/,
      /\/(wiki|about|search|submit|m)\//,
    ];
    return { kind: 'page', include: [belowAccount([origin], cleanPath(place))], exclude };
  },

  async *walk(place, site) {
    const base = new URL(place.url).origin + cleanPath(place);
    const about = await site.ask(`${base}/about.json?raw_json=1`);
    if (isClosed(about)) yield closedGap(about);
    for (const list of listsOf(place)) yield* walkList(`${base}/${list}`, place, site);
  },
};

async function* walkList(list: string, place: ChannelPlace, site: PublicSite): AsyncGenerator<Collected> {
  const isReddit = /(^|\.)reddit\.com$/.test(new URL(list).hostname);
  const old = place.api ?? (isReddit ? 'https://old.reddit.com' : new URL(list).origin);
  for (const form of [asJson(list), asFeed(list), asOldPages(list, old)]) {
    const count = yield* walkListIn(form, site);
    if (count === undefined) continue;
    if (nearLimit(count)) yield atTheLimit(list, count);
    return;
  }
  const gap = noList(await site.ask(`${list}.json?limit=1`), `the list ${list}`);
  // What robots.txt closes is the person's to open; for everything else there is the export.
  yield gap.reason === 'robots' ? gap : { ...gap, hint: exportHint };
}

function atTheLimit(url: string, count: number): Collected {
  const message = `A list of Reddit ends at its newest ${LISTING_LIMIT} entries (${count} are shown), however many there are.`;
  return { kind: 'gap', reason: 'forbidden', url, message, hint: exportHint };
}

/** A community that is private, banned or quarantined says so with a reason; a suspended person has a flag. */
function isClosed({ text, status }: SiteAnswer): boolean {
  const value = parseJson(text);
  return asText(at(value, 'reason')) !== null || at(value, 'data', 'is_suspended') === true || status === 404;
}

function closedGap({ text, asked, status }: SiteAnswer): Collected {
  const reason = asText(at(parseJson(text), 'reason'));
  if (reason === 'private' || reason === 'gold_only') {
    const message = `The community is ${reason === 'private' ? 'private' : 'for paying members'}: strangers see none of it.`;
    return { kind: 'gap', reason: 'login-wall', url: asked, message };
  }
  const what = status === 404 ? 'gone, or was never there' : (reason ?? 'suspended');
  return {
    kind: 'gap',
    reason: 'content-unavailable',
    url: asked,
    message: `Reddit says that the account is ${what}.`,
  };
}
