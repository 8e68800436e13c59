import type { Sha256 } from '../base/digest.ts';
import type { BrowserSettings, Viewport } from './browser-settings.ts';
import type { RobotsDecision } from './robots-report.ts';

/** What belongs to the crawl. An address is in scope when a seed's rule takes it in and no exclude pattern throws it out. */
export interface Scope {
  /** `host`: same host as the seed. `prefix`: the seed's path and below. `page`: the seeds alone. */
  readonly kind: 'host' | 'prefix' | 'page';
  /** Extra addresses to take in; regular expressions over the whole address. */
  readonly include: readonly RegExp[];
  readonly exclude: readonly RegExp[];
  /** Links followed from a seed; Infinity when unset. */
  readonly maxDepth: number;
}

export interface Limits {
  readonly maxPages: number;
  readonly maxBytes: number;
  readonly maxTimeMs: number;
  /** One page's budget, from navigation to hand-over. */
  readonly pageTimeMs: number;
}

export interface Politeness {
  readonly robots: 'obey' | 'ignore';
  /** Who decided that, for the report; `default` when absent. */
  readonly robotsDecidedBy?: RobotsDecision;
  /** Least time between two page starts on one host; a larger crawl-delay in robots.txt wins. */
  readonly delayMs: number;
  readonly userAgent?: string;
  /** The first pause after trouble that names none, doubled each time; 5 s unless set. */
  readonly firstPauseMs?: number;
  /** A host that asks for a longer pause is left alone, and what is missing is a gap; 15 minutes unless set. */
  readonly maxPauseMs?: number;
}

/**
 * What one page or one body may cost, however it behaves. What a bound cuts off becomes a gap that names it.
 * @see docs/limits.md
 */
export interface Bounds {
  /** Any one body. */
  readonly bodyBytes: number;
  /** A body whose length nobody says beforehand. */
  readonly openEndedBytes: number;
  /** How long such a body may take when it is fetched beside the browser. */
  readonly openEndedMs: number;
  /** How many times its transfer a body may unpack to; looked at from 16 MB on. */
  readonly bodyRatio: number;
  /** How long a part of a page may keep the browser waiting for its end. */
  readonly heldMs: number;
  /** How much the browser's own process may grow while bodies come in. */
  readonly browserGrowthBytes: number;
  /** What the process of one tab may take up. */
  readonly tabMemoryBytes: number;
  /** How long a script may keep its page from answering before it is stopped. */
  readonly unresponsiveMs: number;
  /** How often a page may move on by itself. */
  readonly navigations: number;
  readonly popups: number;
  /** Documents in frames of one page. */
  readonly frames: number;
  readonly requests: number;
  /** Links of one page that are followed. */
  readonly links: number;
  /** What WebSockets of one page may bring. */
  readonly socketBytes: number;
  /** Parts of one film or recording, over all its qualities. */
  readonly segments: number;
}

/** A behaviour that a person wrote: one JavaScript file, run in the pages whose address fits. */
export interface UserBehaviour {
  /** The file's name, without its folder. */
  readonly name: string;
  readonly source: string;
  readonly sha256: Sha256;
}

export interface CrawlPlan {
  readonly seeds: readonly string[];
  readonly scope: Scope;
  readonly limits: Limits;
  readonly politeness: Politeness;
  /** Tabs at once, 1–16. */
  readonly workers: number;
  /** Look for sitemaps and feeds of each seed's host. */
  readonly sitemaps: boolean;
  readonly viewport: Viewport;
  /** Absent when nothing was said. */
  readonly browser?: BrowserSettings;
  /** Query parameter names whose values never enter the archive, beside the built-in ones. */
  readonly secretParameters: readonly string[];
  readonly bounds: Bounds;
  /** Connect to public addresses alone: nothing of this machine, its network or its cloud provider. */
  readonly publicOnly: boolean;
  /** In the order in which they run. */
  readonly behaviours?: readonly UserBehaviour[];
}
