import { domainToUnicode } from 'node:url';
import type { ChannelPlace } from '../../model/channel.ts';
import { headerValue } from '../../model/http.ts';
import { gapOfAnswer, type PublicSite, type SiteAnswer } from '../../model/public-site.ts';
import { PageQueue } from './choose-pages.ts';
import { readPage } from './read-page.ts';
import type { FoundFeed, PageReading } from './sighting.ts';
import { AccountScales, type FoundAccount } from './weigh-accounts.ts';

export interface DiscoverOptions {
  /** Pages to read, the front page among them. */
  readonly maxPages: number;
  /** Looks whether a software that we know runs the site. */
  identify(place: ChannelPlace, site: PublicSite): Promise<ChannelPlace>;
  onPage?(url: string, done: number): void;
}

export interface LookedAt {
  readonly url: string;
  /** 0 when no answer came. */
  readonly status: number;
  /** Why it could not be read; null when it was. */
  readonly problem: string | null;
}

export interface Discovered {
  /** The front page that answered, after redirects. */
  readonly url: string;
  readonly title: string | null;
  /** The host that was asked, when it sent us to another one. */
  readonly movedFrom: string | null;
  readonly accounts: readonly FoundAccount[];
  readonly feeds: readonly FoundFeed[];
  readonly pages: readonly LookedAt[];
  /** The front page has next to nothing in it without its scripts. */
  readonly isBare: boolean;
}

/** Nothing can be found, because the first page cannot be read. */
export interface NotRead {
  readonly front: SiteAnswer;
  readonly message: string;
}

/** Finds the accounts of a brand by reading pages of its own site, the most promising ones first. */
export async function discoverAccounts(
  asked: string,
  site: PublicSite,
  options: DiscoverOptions,
): Promise<Discovered | NotRead> {
  const front = await site.ask(asked);
  const message = whyNotRead(front);
  if (message !== null) return { front, message };
  const hosts = ownHosts(front.url);
  const reader = new SiteReader(front.url, hosts);
  options.onPage?.(front.url, 1);
  const first = reader.read(front);
  const place = await options.identify(placeOf(front.url, first), site);
  reader.scales.enter(
    { platform: place.platform, handle: place.handle ?? hostName(place.url), url: place.url, isSure: true },
    { page: front.url, how: 'this site', isOthers: false },
  );
  for (let count = 2; count <= options.maxPages && !site.signal.aborted; count += 1) {
    const next = reader.queue.next();
    if (next === undefined) break;
    options.onPage?.(next, count);
    reader.read(await site.ask(next));
  }
  site.signal.throwIfAborted();
  const names = [hosts.base.replace(/(:\d+|\.[^.]+)$/, ''), first.siteName ?? '', first.title ?? ''];
  return {
    url: front.url,
    title: first.title,
    movedFrom: hosts.isBelow(new URL(asked).host) ? null : new URL(asked).host,
    accounts: reader.scales.weigh(names.flatMap((name) => [name, ...name.split(/\s[-–—|·:]\s|[.]/)])),
    feeds: reader.feeds,
    pages: reader.pages,
    isBare: first.isBare,
  };
}

/** Reads answers one after the other and keeps what they say. */
class SiteReader {
  readonly scales: AccountScales;
  readonly queue: PageQueue;
  readonly pages: LookedAt[] = [];
  readonly #feeds = new Map<string, FoundFeed>();
  readonly #hosts: OwnHosts;

  constructor(front: string, hosts: OwnHosts) {
    this.#hosts = hosts;
    this.scales = new AccountScales((host) => hosts.isBelow(host) && !hosts.isSite(host));
    this.queue = new PageQueue(front);
    this.queue.seen(front);
  }

  get feeds(): readonly FoundFeed[] {
    return [...this.#feeds.values()];
  }

  read(answer: SiteAnswer): PageReading {
    const problem = whyNotRead(answer);
    const isElsewhere = !this.#hosts.isSite(new URL(answer.url).host);
    this.pages.push({
      url: answer.asked,
      status: answer.status,
      problem: problem ?? (isElsewhere ? `It leads to ${answer.url}.` : null),
    });
    this.queue.seen(answer.url);
    const reading = readPage(problem === null && !isElsewhere ? answer.text : '', answer.url, this.#hosts.isSite);
    this.scales.add(reading.sightings, answer.url);
    this.queue.add(reading.links);
    for (const feed of reading.feeds) if (!this.#feeds.has(feed.url)) this.#feeds.set(feed.url, feed);
    return reading;
  }
}

/** Null for a page that can be read. */
function whyNotRead(answer: SiteAnswer): string | null {
  const gap = gapOfAnswer(answer, 'what stands on it');
  if (gap !== undefined) return gap.message;
  const type = headerValue(answer.headers, 'content-type') ?? 'text/html';
  if (!/html/i.test(type)) return `${answer.url} is no web page but ${type}.`;
  return answer.text.trim() === '' ? `${answer.url} is empty.` : null;
}

function placeOf(url: string, { software }: PageReading): ChannelPlace {
  return { platform: software ?? 'website', handle: hostName(url), url: new URL('/', url).href };
}

function hostName(url: string): string {
  const { hostname } = new URL(url);
  return domainToUnicode(hostname) || hostname;
}

interface OwnHosts {
  /** The host without www. */
  readonly base: string;
  /** True for the site itself, with and without www. */
  readonly isSite: (host: string) => boolean;
  /** True for it and for everything below its name: blog.brand.example. */
  readonly isBelow: (host: string) => boolean;
}

function ownHosts(front: string): OwnHosts {
  const bare = (host: string): string => host.replace(/^www\./, '');
  const base = bare(new URL(front).host);
  const isSite = (host: string): boolean => bare(host) === base;
  return { base, isSite, isBelow: (host) => isSite(host) || host.endsWith(`.${base}`) };
}
