import type { Sha256 } from '../base/digest.ts';

/** What one host's robots.txt said, and what became of it. */
export interface RobotsHost {
  /** `https://blog.example.org` */
  readonly origin: string;
  /** HTTP status of robots.txt; 0 when it could not be had. Only 200 holds rules. */
  readonly status: number;
  /** Of the file as served, when there was one. */
  readonly sha256?: Sha256;
  /** Seconds it asks for between two pages, as written; absent when it asks for none. */
  readonly crawlDelayS?: number;
  /** Addresses of the crawl that it closes to us: left out when obeyed, taken all the same when ignored. */
  readonly closed: number;
  /** Those addresses, the first thousand. */
  readonly closedAddresses: readonly string[];
}

/** What pages say to robots in `X-Robots-Tag` and `meta robots`: noted, not obeyed. */
export interface RobotsTagsReport {
  /** Pages by directive, such as `noarchive`. */
  readonly pages: Readonly<Record<string, number>>;
  /** Addresses by directive, the first hundred each. */
  readonly examples: Readonly<Record<string, readonly string[]>>;
}

/** Who decided that robots.txt is obeyed or not. */
export type RobotsDecision = 'option' | 'lastpost.yaml' | 'default';
