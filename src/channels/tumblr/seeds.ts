import type { ChannelPlace } from '../../model/channel.ts';
import { type Collected, gapOfAnswer, type SiteAnswer } from '../../model/public-site.ts';
import { pathSegments } from '../address.ts';
import { belowAccount } from '../below-account.ts';
import type { ChannelSeeds } from '../channel-adapter.ts';
import { asNumber, asUrl, at } from '../reading/json-reader.ts';
import { tumblrJson } from './read-api.ts';

/** The most that is given at once. */
const PAGE_SIZE = 50;

/** `/api/read` of a blog with a host of its own; of `www.tumblr.com/NAME`, at that blog's own host. */
function apiOf({ api, url, handle }: ChannelPlace): string {
  if (api !== undefined) return api.replace(/\/$/, '');
  const { origin, hostname } = new URL(url);
  return /^(www\.)?tumblr\.com$/.test(hostname) ? `https://${handle ?? blogInPath(url)}.tumblr.com` : origin;
}

const blogInPath = (url: string): string =>
  pathSegments(new URL(url).pathname).filter((segment) => segment !== 'blog' && segment !== 'view')[0] ?? '';

const exportHint =
  'If the blog is hidden from visitors who are not logged in, use "lastpost channel login CHANNEL", or ask for the export: Settings, the blog, Export.';

export const tumblrSeeds: ChannelSeeds = {
  scope(place) {
    // Likes and what the blog follows are other people's posts.
    const exclude = [/\/(likes|following|archive\/filter-by|ask|submit)\b/, /\/api\/read/];
    const { hostname, origin } = new URL(place.url);
    if (!/^(www\.)?tumblr\.com$/.test(hostname)) return { kind: 'host', exclude };
    return { kind: 'page', include: [belowAccount([origin], `/${blogInPath(place.url)}`)], exclude };
  },

  async *walk(place, site) {
    const base = apiOf(place);
    const seen = new Set<string>();
    for (let start = 0; !site.signal.aborted; ) {
      const answer = await site.ask(`${base}/api/read/json?start=${start}&num=${PAGE_SIZE}`);
      const value = tumblrJson(answer.text);
      if (gapOfAnswer(answer, '') !== undefined || !Array.isArray(value?.posts)) {
        await site.ask(`${base}/rss`);
        return yield withoutList(answer);
      }
      for (const url of pagesOf(value.posts)) if (!seen.has(url)) yield { kind: 'page', url };
      for (const url of pagesOf(value.posts)) seen.add(url);
      start += value.posts.length;
      const total = asNumber(value['posts-total']) ?? Number.POSITIVE_INFINITY;
      if (value.posts.length === 0 || start >= total) return;
    }
  },

  async recount(place, site) {
    await site.ask(`${apiOf(place)}/api/read/json?start=0&num=1`);
  },
};

const pagesOf = (posts: readonly unknown[]): readonly string[] =>
  posts.map((post) => asUrl(at(post, 'url-with-slug')) ?? asUrl(at(post, 'url'))).filter((url) => url !== null);

function withoutList(answer: SiteAnswer): Collected {
  const gap = gapOfAnswer(answer, 'the list of posts');
  const message = `${answer.asked} is no list of posts, so that only those of the feed and the pages are known.`;
  const known = gap ?? { kind: 'gap' as const, reason: 'unreadable' as const, url: answer.asked, message };
  const isHidden = [401, 403, 404].includes(answer.status) || /\/login/.test(new URL(answer.url).pathname);
  return isHidden ? { ...known, reason: 'login-wall', hint: exportHint } : known;
}
