import type { ArchivedHead, ArchivedResponse } from '../../model/archived-response.ts';
import type { ChannelPlace } from '../../model/channel.ts';
import type { Finding } from '../../model/finding.ts';
import type { FoundPost } from '../../model/post.ts';
import type { ChannelExtract } from '../channel-adapter.ts';
import type { HtmlPage } from '../reading/html-page.ts';
import { isListAddress } from '../reading/list-address.ts';
import { looksLikeFeed, readFeedPosts } from '../reading/read-feed.ts';
import { readPagePost } from '../reading/read-page-post.ts';
import { looksLikeSitemap, readSitemap } from '../reading/read-sitemap.ts';
import { readRedirect, saysGone } from '../reading/read-status.ts';
import { contentList, readContent } from './read-content.ts';

type Head = Omit<ArchivedHead, 'place' | 'record'>;
type Reader = (response: ArchivedResponse, place: ChannelPlace) => AsyncIterable<Finding>;

export const ghostExtract: ChannelExtract = {
  reads: (head, place) => readerOf(head, place) !== undefined,
  async *read(response, place) {
    yield* readerOf(response, place)?.(response, place) ?? [];
  },
};

function readerOf(head: Head, place: ChannelPlace): Reader | undefined {
  const { url, method, status } = head;
  if (method !== 'GET' || !URL.canParse(url)) return undefined;
  const list = contentList(url);
  // The interface may lie on another host than the site (name.ghost.io): its path tells.
  if (list !== undefined) return status === 200 ? (response) => readContent(response, list) : undefined;
  return isOnHost(url, place) ? siteReader(head) : undefined;
}

function siteReader(head: Head): Reader | undefined {
  const { status, mime } = head;
  if (looksLikeSitemap(head)) {
    return (response, place) => readSitemap(response, { isPost: (url, file) => isPost(url, file, place) });
  }
  if (looksLikeFeed(head)) return (response, place) => readFeedPosts(response, place, 'ghost', { refine: secondHand });
  if (status === 410) return saysGone;
  if (status >= 300 && status < 400) return readRedirect;
  if (status !== 200 || !/html/.test(mime)) return undefined;
  return (response, place) => readPagePost(response, place, 'ghost', { refine: refinePage });
}

function isOnHost(url: string, place: ChannelPlace): boolean {
  const host = (of: string) => new URL(of).host.replace(/^www\./, '');
  return host(url) === host(place.url);
}

/** sitemap-authors.xml and sitemap-tags.xml list lists. */
function isPost(url: string, file: string, place: ChannelPlace): boolean {
  return !/sitemap-(authors|tags)/.test(file) && isOnHost(url, place) && !isListAddress(url, place.url);
}

/** A feed cuts off what is for members, and does not say so. */
function secondHand(post: FoundPost): FoundPost {
  return { ...post, kind: 'article', source: 'crawl', extent: 'part' };
}

/** Ghost writes the same JSON-LD on posts and pages; its templates tell them apart. */
function refinePage(post: FoundPost, { $, bodyClasses }: HtmlPage): FoundPost | undefined {
  const isCut = $('.gh-post-upgrade-cta,.gh-cta,.post-upgrade-cta').length > 0;
  const kind = bodyClasses.has('post-template') ? 'article' : 'page';
  const access = isCut ? ({ visibility: 'followers', extent: 'part' } as const) : {};
  return { ...post, kind, ...access };
}
