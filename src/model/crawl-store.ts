import type { Gap } from './gap.ts';
import type { MovedPage } from './snapshot.ts';

/** What has become of an address of a crawl. */
export type AddressState =
  | 'waiting'
  /** Captured as a page. */
  | 'page'
  /** It answered 404 or 410. */
  | 'not-found'
  /** Done with in any other way: a file, a redirect to another page, a gap. */
  | 'done';

export interface StoredAddress {
  readonly url: string;
  /** Links from a seed, 0 for seeds. */
  readonly depth: number;
  readonly isSeed: boolean;
  /** How often it has been tried. */
  readonly tries: number;
  readonly state: AddressState;
}

/** A file that is fetched beside the browser. */
export interface StoredDownload {
  readonly url: string;
  readonly referer: string;
  readonly isDone: boolean;
}

/** What one date of a calendar showed, so that a row of empty ones is known as such. */
export interface ShownDate {
  /** Names the calendar. */
  readonly calendar: string;
  /** Of the date in its calendar: neighbours differ by one. */
  readonly index: number;
  /** 48-bit digest of what was there, without numbers and names of days and months. */
  readonly shown: number;
}

/** Counters and small facts of a crawl. */
export interface CrawlFacts {
  readonly files: number;
  readonly responses: number;
  readonly bodyBytes: number;
  /** Addresses left out, by rule. */
  readonly leftOut: Readonly<Record<string, number>>;
  /** Seeds, sitemaps, feeds and the channel's own lists have been read. */
  readonly hasSeeds: boolean;
  /** Hosts a seed was redirected to: they belong to the crawl. */
  readonly widened: readonly string[];
  /** Feeds that have been read. */
  readonly feeds: readonly string[];
  /** Pages that were taken over unopened; absent where there was no earlier snapshot. */
  readonly unchanged?: number;
  /** What the walk through the channel's lists had to tell; absent in crawls that an older Lastpost began. */
  readonly notes?: readonly string[];
  /** UTC ISO 8601, when the crawl began. */
  readonly startedAt: string;
  /** How long it has run, without the time between two processes. */
  readonly ranMs: number;
}

/** What has changed since the last commit, with where the archive stood when it was true. */
export interface CrawlChange {
  readonly addresses: readonly StoredAddress[];
  readonly downloads: readonly StoredDownload[];
  readonly gaps: readonly Gap[];
  /** 48-bit marks of addresses whose answer is in the archive. */
  readonly recorded: readonly number[];
  /** 48-bit marks of addresses that were left out and counted. */
  readonly leftOut: readonly number[];
  /** Dates of calendars that were visited. */
  readonly dates: readonly ShownDate[];
  /** Addresses whose page moved on by itself, as they are told. */
  readonly moved: readonly MovedPage[];
  readonly facts: CrawlFacts;
  /** Plain JSON, the archive's own. */
  readonly archive: unknown;
}

/** All that an earlier process had committed; addresses in the order they became known. */
export interface StoredCrawl extends CrawlChange {}

/** The durable memory of one crawl: what is committed survives a kill at any instant, together or not at all. */
export interface CrawlStore {
  /** Undefined when nothing has been committed yet. */
  load(): Promise<StoredCrawl | undefined>;
  commit(change: CrawlChange): Promise<void>;
  close(): Promise<void>;
}
