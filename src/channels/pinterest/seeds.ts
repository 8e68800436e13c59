import type { ChannelPlace } from '../../model/channel.ts';
import { type Collected, gapOfAnswer, type PublicSite } from '../../model/public-site.ts';
import { inPath, pathSegments } from '../address.ts';
import { belowAccount } from '../below-account.ts';
import type { ChannelSeeds } from '../channel-adapter.ts';
import { asList, asText, asUrl, at, parseJson } from '../reading/json-reader.ts';
import { boardsIn, END, pageState } from './page-state.ts';

/** The account's name, in lower case as Pinterest compares it. */
export function accountName({ handle, url }: ChannelPlace): string {
  return (handle ?? pathSegments(new URL(url).pathname)[0] ?? '').toLowerCase();
}

export const pinterestSeeds: ChannelSeeds = {
  /** Pages of single pins are left out: below each, other people's pins follow without end. The lists hold all of them. */
  scope(place) {
    const account = belowAccount([new URL(place.url).origin], `/${inPath(accountName(place))}`);
    const exclude = [/\/(_saved|followers|following|tried|_drafts)\b/, /\.rss(\?|$)/, /\/resource\//, /\/more_ideas\b/];
    return { kind: 'page', include: [account], exclude };
  },

  async *walk(place, site) {
    const base = `${new URL(place.url).origin}/${inPath(accountName(place))}`;
    await site.ask(`${base}/feed.rss`);
    const profile = await site.ask(`${base}/`);
    const gap = gapOfAnswer(profile, 'the profile with its boards');
    if (gap !== undefined) return yield gap;
    yield { kind: 'page', url: `${base}/_created/` };
    for (const path of boardsIn(pageState(profile.text), accountName(place))) {
      const board = asUrl(path, base);
      if (board === null) continue;
      yield { kind: 'page', url: board };
      await site.ask(`${board.replace(/\/$/, '')}.rss`);
    }
    yield* walkPins(place, site);
  },

  async recount(place, site) {
    await site.ask(resourceUrl(place, 'UserResource', {}));
  },
};

/** The list that the profile's own script asks for; where it is refused, scrolled pages and feeds are what there is. */
async function* walkPins(place: ChannelPlace, site: PublicSite): AsyncGenerator<Collected> {
  const asked = new Set<string>();
  for (let bookmark = ''; bookmark !== END && !asked.has(bookmark) && !site.signal.aborted; ) {
    asked.add(bookmark);
    const options = bookmark === '' ? {} : { bookmarks: [bookmark] };
    const answer = await site.ask(resourceUrl(place, 'UserPinsResource', options));
    const response = at(parseJson(answer.text), 'resource_response');
    if (gapOfAnswer(answer, '') !== undefined || !Array.isArray(at(response, 'data')))
      return yield refused(answer.status, asked.size);
    const next = asText(at(response, 'bookmark')) ?? END;
    bookmark = asList(at(response, 'data')).length === 0 ? END : next;
  }
}

function resourceUrl(place: ChannelPlace, name: string, options: object): string {
  const username = accountName(place);
  const data = {
    options: { username, field_set_key: 'grid_item', is_own_profile_pins: false, ...options },
    context: {},
  };
  const url = new URL(`/resource/${name}/get/`, place.api ?? place.url);
  url.searchParams.set('source_url', `/${username}/pins/`);
  url.searchParams.set('data', JSON.stringify(data));
  return url.href;
}

function refused(status: number, pages: number): Collected {
  const message = `Pinterest refused the list of pins on its page ${pages} (${status}): the pins are those that the pages loaded while they were scrolled, and the latest 25 of each feed.`;
  return { kind: 'note', message };
}
