import type { ArchivedHead, ArchivedResponse } from '../model/archived-response.ts';
import type { ChannelFacts, ChannelPlace, ChannelScope, Recognised } from '../model/channel.ts';
import type { UserBehaviour } from '../model/crawl-plan.ts';
import type { Finding } from '../model/finding.ts';
import type { PlatformId } from '../model/platform.ts';
import type { Collected, PublicSite } from '../model/public-site.ts';
import type { ChannelImport } from './channel-import.ts';

/** Where the posts of an account are found. */
export interface ChannelSeeds {
  /** An account that shares its host with everybody must never pull in the others. */
  scope(place: ChannelPlace): ChannelScope;
  /**
   * Walks through the platform's open lists, to the end and in an order that can be compared with the platform's count.
   * Everything asked goes into the archive; posts are read from there (`extract`), so this only pages on and says what
   * to visit. Absent where a platform has no open list: there the crawl begins with the account's page alone.
   */
  walk?(place: ChannelPlace, site: PublicSite): AsyncIterable<Collected>;
  /** Asks for the platform's count once more at the end of the crawl: it may have changed meanwhile. */
  recount?(place: ChannelPlace, site: PublicSite): Promise<void>;
}

/** How posts are read out of what was archived. Knows no net: the same archive gives the same posts, today and in ten years. */
export interface ChannelExtract {
  /** Says from the index alone whether a response may hold something. Only such are opened. */
  reads(head: ArchivedHead, place: ChannelPlace): boolean;
  /**
   * Everything in one response. Never throws for what is in it: what cannot be read is an `unreadable` finding. May give
   * the same post again and again; they are merged by id and address.
   */
  read(response: ArchivedResponse, place: ChannelPlace): AsyncIterable<Finding>;
}

/** What every platform's folder gives. `tests/channels/contract.test.ts` holds each one against it. */
export interface ChannelAdapter {
  /** The folder's name. */
  readonly id: PlatformId;
  /** As people write it. */
  readonly name: string;
  readonly facts: ChannelFacts;
  /**
   * What an http(s) address is on this platform. Undefined only for hosts that are not the platform's: an address of
   * its own that is no account is `other`, so that nobody else takes it for theirs. Asks no server.
   */
  recognise(url: URL): Recognised | undefined;
  /** Absent where nothing is left to collect (Google+). */
  readonly seeds?: ChannelSeeds;
  readonly extract?: ChannelExtract;
  /** Absent where the platform's export has a form that nobody has seen (XING), and for a website, which has none. */
  readonly import?: ChannelImport;
  /** What its pages need beyond the behaviours that work everywhere; runs like a behaviour of a person's own. */
  readonly behaviour?: UserBehaviour;
  /**
   * Looks whether this software runs at an address that no name gives away (WordPress, Ghost, a server of the fediverse
   * under a domain of its own). Undefined when it does not, or when nothing was said.
   */
  identify?(url: string, site: PublicSite): Promise<ChannelPlace | undefined>;
}
