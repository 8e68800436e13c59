import { load } from 'cheerio';
import type { ChannelPlace } from '../../model/channel.ts';
import { type Collected, gapOfAnswer, type PublicSite } from '../../model/public-site.ts';
import { pathSegments } from '../address.ts';
import { belowAccount } from '../below-account.ts';
import type { ChannelSeeds } from '../channel-adapter.ts';
import { asUrl } from '../reading/json-reader.ts';

/** The feed never holds more. */
const FEED_SIZE = 10;

/** `@name`, a publication's name, or '' for a host of its own. */
export function accountOf({ url }: ChannelPlace): string {
  return (pathSegments(new URL(url).pathname)[0] ?? '').toLowerCase();
}

const exportHint =
  'Log in as a member with "lastpost channel login CHANNEL", or import the export: Settings, Security and apps, Download your information.';

export const mediumSeeds: ChannelSeeds = {
  scope(place) {
    const { origin } = new URL(place.url);
    const account = accountOf(place);
    // Every link says where it stands; those of the profile's own list lead to each story once, all others once more.
    const again = /[?&](source=(?!user_profile|collection_home)|responsesOpen=)/;
    const exclude = [/\/(followers|following|about|lists?|subscribe)\b/, again, /\/_\/graphql/];
    if (account === '') return { kind: 'host', exclude };
    return { kind: 'page', include: [belowAccount([origin], `/${account}`)], exclude };
  },

  async *walk(place, site) {
    const { origin } = new URL(place.url);
    const account = accountOf(place);
    const answer = await site.ask(`${origin}/feed${account === '' ? '' : `/${account}`}`);
    const gap = gapOfAnswer(answer, 'the feed of the latest stories');
    if (gap !== undefined) yield gap;
    else yield* walkFeed(answer.text);
    // A host of its own, a writer's or a publication's, lists its stories month by month.
    if (account === '') yield* walkSitemap(`${origin}/sitemap/sitemap.xml`, site);
  },
};

function* walkFeed(text: string): Generator<Collected> {
  const $ = load(text, { xml: true });
  const items = $('item').toArray();
  for (const item of items) {
    const url = asUrl($(item).children('link').text().trim());
    if (url === null) continue;
    const page = withoutSource(url);
    yield { kind: 'page', url: page };
    if (!isExcerpt($(item).text())) continue;
    const message = `"${$(item).children('title').text().trim()}" is for members of Medium; strangers see only its beginning.`;
    yield { kind: 'gap', reason: 'login-wall', url: page, message, hint: exportHint };
  }
  if (items.length < FEED_SIZE) return;
  const message = `The feed gives the latest ${FEED_SIZE} stories; older ones are known only as far as the profile's page loaded them.`;
  yield { kind: 'note', message };
}

async function* walkSitemap(url: string, site: PublicSite): AsyncGenerator<Collected> {
  const answer = await site.ask(url);
  if (gapOfAnswer(answer, '') !== undefined) return;
  const $ = load(answer.text, { xml: true });
  for (const element of $('sitemap > loc')) {
    const child = asUrl($(element).text().trim());
    if (child === null || !/\/posts\//.test(child)) continue;
    const gap = gapOfAnswer(await site.ask(child), 'a list of stories');
    if (gap !== undefined) yield gap;
  }
}

/** What the feed gives of a story that is behind the wall. */
export const isExcerpt = (html: string): boolean => /medium-feed-(snippet|link)/.test(html);

/** Links of the feed say where a reader came from. */
export function withoutSource(address: string): string {
  const url = new URL(address);
  url.searchParams.delete('source');
  return url.href;
}
