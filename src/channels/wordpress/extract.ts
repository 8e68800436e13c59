import type { ArchivedHead, ArchivedResponse } from '../../model/archived-response.ts';
import type { ChannelPlace } from '../../model/channel.ts';
import type { Finding } from '../../model/finding.ts';
import type { ChannelExtract } from '../channel-adapter.ts';
import { isListAddress } from '../reading/list-address.ts';
import { looksLikeFeed, readFeedPosts } from '../reading/read-feed.ts';
import { looksLikeSitemap, readSitemap } from '../reading/read-sitemap.ts';
import { readRedirect, saysGone } from '../reading/read-status.ts';
import { isComRoute, readCom } from './read-com.ts';
import { refineEntry } from './read-feed-entry.ts';
import { readWordPressPage } from './read-page.ts';
import { isReadRoute, readRest } from './read-rest.ts';
import { isOfPlace, isOfSite, type RestRoute, readRestRoute } from './rest-place.ts';

type Reader = (response: ArchivedResponse, place: ChannelPlace) => AsyncIterable<Finding>;

export const wordpressExtract: ChannelExtract = {
  reads: (head, place) => readerOf(head, place) !== undefined,
  async *read(response, place) {
    const reader = readerOf(response, place);
    if (reader !== undefined) yield* reader(response, place);
  },
};

type Head = Omit<ArchivedHead, 'place' | 'record'>;

function readerOf(head: Head, place: ChannelPlace): Reader | undefined {
  const { url, method } = head;
  if (method !== 'GET' || !URL.canParse(url)) return undefined;
  const route = readRestRoute(url);
  if (route !== undefined) return head.status === 200 && isOfPlace(url, place) ? restReader(route) : undefined;
  return isOfSite(url, place) ? siteReader(head) : undefined;
}

function restReader(route: RestRoute): Reader | undefined {
  if (route.interface === 'com') return isComRoute(route) ? (response) => readCom(response, route) : undefined;
  return isReadRoute(route) ? (response) => readRest(response, route) : undefined;
}

function siteReader(head: Head): Reader | undefined {
  const { status, mime } = head;
  if (looksLikeSitemap(head)) {
    return (response, place) => readSitemap(response, { isPost: (post, file) => isPost(post, file, place) });
  }
  if (looksLikeFeed(head)) {
    return (response, place) => readFeedPosts(response, place, 'wordpress', { refine: refineEntry });
  }
  if (status === 410) return saysGone;
  if (status >= 300 && status < 400) return readRedirect;
  return status === 200 && /html/.test(mime) ? readWordPressPage : undefined;
}

/** Sitemaps of terms and people list lists, and say so in their names. */
const listFiles = /(taxonom|categor|_tag|tag-|author|user|archive|product_cat|attachment)/i;

function isPost(url: string, file: string, place: ChannelPlace): boolean {
  const { pathname, search } = new URL(file);
  return !listFiles.test(pathname + search) && !isListAddress(url, place.url) && isOfSite(url, place);
}
