import type { ArchivedHead, ArchivedResponse } from '../../model/archived-response.ts';
import type { ChannelPlace } from '../../model/channel.ts';
import type { Finding } from '../../model/finding.ts';
import type { FoundPost } from '../../model/post.ts';
import type { ChannelExtract } from '../channel-adapter.ts';
import { isListAddress } from '../reading/list-address.ts';
import { looksLikeFeed, readFeedPosts } from '../reading/read-feed.ts';
import { readPagePost } from '../reading/read-page-post.ts';
import { looksLikeSitemap, readSitemap } from '../reading/read-sitemap.ts';
import { readRedirect, saysGone } from '../reading/read-status.ts';

type Head = Omit<ArchivedHead, 'place' | 'record'>;
type Reader = (response: ArchivedResponse, place: ChannelPlace) => AsyncIterable<Finding>;

export const websiteExtract: ChannelExtract = {
  reads: (head, place) => readerOf(head, place) !== undefined,
  async *read(response, place) {
    yield* readerOf(response, place)?.(response, place) ?? [];
  },
};

function readerOf(head: Head, place: ChannelPlace): Reader | undefined {
  const { url, method, status, mime } = head;
  if (method !== 'GET' || !URL.canParse(url) || !isOnHost(url, place)) return undefined;
  if (looksLikeSitemap(head)) return (response) => readSitemap(response, { isPost: (post) => isPost(post, place) });
  if (looksLikeFeed(head)) return isOfComments(url) ? undefined : readFeed;
  if (status === 410) return saysGone;
  if (status >= 300 && status < 400) return readRedirect;
  return status === 200 && /html/.test(mime) ? (response) => readPagePost(response, place, 'website') : undefined;
}

function isOnHost(url: string, place: ChannelPlace): boolean {
  const host = (of: string) => new URL(of).host.replace(/^www\./, '');
  return host(url) === host(place.url);
}

/** Sitemaps list documents and pictures as well; those are no posts. */
const file = /\.(pdf|docx?|xlsx?|pptx?|zip|jpe?g|png|gif|webp|svg|mp[34]|xml|txt|csv|ics)$/i;

function isPost(url: string, place: ChannelPlace): boolean {
  return isOnHost(url, place) && !isListAddress(url, place.url) && !file.test(new URL(url).pathname);
}

function isOfComments(url: string): boolean {
  return /comment/i.test(new URL(url).pathname + new URL(url).search);
}

function readFeed(response: ArchivedResponse, place: ChannelPlace): AsyncIterable<Finding> {
  return readFeedPosts(response, place, 'website', { refine: (post) => secondHand(post, place) });
}

/**
 * The page of a post says more than a feed does, and many feeds give a summary where they promise everything; so a feed is
 * never the whole of it. What it links to on other hosts is not of this site.
 */
function secondHand(post: FoundPost, place: ChannelPlace): FoundPost | undefined {
  if (post.url !== null && !isOnHost(post.url, place)) return undefined;
  return { ...post, kind: post.kind === 'post' ? 'post' : 'article', source: 'crawl', extent: 'part' };
}
