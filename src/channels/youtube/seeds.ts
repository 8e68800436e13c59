import { load } from 'cheerio';
import type { ChannelPlace } from '../../model/channel.ts';
import { type Collected, gapOfAnswer, type PublicSite, type SiteAnswer } from '../../model/public-site.ts';
import type { ChannelSeeds } from '../channel-adapter.ts';
import { embeddedJson } from '../reading/embedded-json.ts';
import { asText, at } from '../reading/json-reader.ts';
import { accountPath, channelIdIn, tabPages, watchPage, watchPages } from './account.ts';
import { tabsIn } from './innertube.ts';

/** The feed never holds more. */
const FEED_SIZE = 15;

const takeoutHint =
  'Whoever owns the channel gets the films and their subtitles from https://takeout.google.com (YouTube and YouTube Music, videos); keep that archive beside the snapshot.';

export const youtubeSeeds: ChannelSeeds = {
  scope: (place) => ({ kind: 'page', include: [tabPages(place), watchPages(place)] }),

  async *walk(place, site) {
    const base = new URL(place.url).origin + accountPath(place);
    const page = await askPage(base, site);
    const id = channelIdIn(place) ?? channelIdOn(page);
    const gap = gapOfAnswer(page, 'the channel and its lists');
    if (gap !== undefined) yield gap;
    if (id === undefined && gap === undefined) yield nameless(page);
    if (page.status === 404) return;
    for (const tab of tabsOn(page)) yield { kind: 'page', url: `${base}/${tab}` };
    if (id !== undefined) {
      const feed = await site.ask(`${new URL(place.api ?? place.url).origin}/feeds/videos.xml?channel_id=${id}`);
      yield* walkFeed(feed, place);
    }
    yield withoutFilms(base);
  },
};

/** Some countries get a question about cookies first; a browser answers it, and an address that skips it answers us. */
async function askPage(url: string, site: PublicSite): Promise<SiteAnswer> {
  const answer = await site.ask(url);
  return isConsent(answer) ? site.ask(`${url}?ucbcb=1`) : answer;
}

const isConsent = ({ url }: SiteAnswer): boolean => new URL(url).hostname.startsWith('consent.');

function* walkFeed(feed: SiteAnswer, place: ChannelPlace): Generator<Collected> {
  const gap = gapOfAnswer(feed, 'the feed of the latest films');
  // It holds nothing that the lists do not, and it is closed by robots.txt or out of order more often than they are.
  if (gap !== undefined) return yield { kind: 'note', message: gap.message };
  const $ = load(feed.text, { xml: true });
  const ids = $('entry > yt\\:videoId')
    .toArray()
    .map((element) => $(element).text().trim());
  for (const id of ids) if (/^[\w-]{11}$/.test(id)) yield { kind: 'page', url: watchPage(id, place) };
  if (ids.length < FEED_SIZE) return;
  const message = `The feed gives the latest ${FEED_SIZE} films; older ones are known as far as the channel's lists loaded them.`;
  yield { kind: 'note', message };
}

/** The channel's number, which its feed wants, in its page: as data, or as its canonical address. */
function channelIdOn({ text }: SiteAnswer): string | undefined {
  const id = asText(at(embeddedJson(text, 'ytInitialData'), 'metadata', 'channelMetadataRenderer', 'externalId'));
  if (id !== null && /^UC[\w-]{22}$/.test(id)) return id;
  return (
    /<link[^>]+rel="canonical"[^>]+\/channel\/(UC[\w-]{22})"/.exec(text)?.[1] ??
    /"(?:externalId|channelId)":"(UC[\w-]{22})"/.exec(text)?.[1]
  );
}

/** The lists that the channel has; all that there can be where the page does not say. */
function tabsOn({ text }: SiteAnswer): readonly string[] {
  const shown = tabsIn(embeddedJson(text, 'ytInitialData'));
  return shown.length > 0 ? shown : ['videos', 'shorts', 'streams', 'posts'];
}

function nameless(page: SiteAnswer): Collected {
  const why = isConsent(page) ? 'was answered by a question about cookies' : "does not say the channel's number";
  return { kind: 'note', message: `${page.asked} ${why}, so that the feed could not be asked for.` };
}

/** Players get their films in pieces by a protocol of their own, which no archive can hand out again. */
function withoutFilms(url: string): Collected {
  const message =
    'The films themselves and their subtitles are not in the snapshot: titles, descriptions, dates, counts and still pictures are.';
  return { kind: 'gap', reason: 'not-kept', url, message, hint: takeoutHint };
}
