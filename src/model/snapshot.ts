import type { Sha256 } from '../base/digest.ts';
import type { BrowserReport } from './browser-settings.ts';
import type { Scope } from './crawl-plan.ts';
import type { Gap } from './gap.ts';
import type { RobotsDecision, RobotsHost, RobotsTagsReport } from './robots-report.ts';
import type { SessionReport } from './session-report.ts';

export type SnapshotState = 'complete' | 'partial';

/** One sealed snapshot, as the ledger keeps it and `--json` prints it. */
export interface Snapshot {
  readonly id: string;
  /** The channel's id in lastpost.yaml; null without a workspace. */
  readonly channel: string | null;
  /** The address it began with. */
  readonly url: string;
  /** Path of the file that holds it: the WACZ, where the vault is a plain folder. `s3://bucket/key` where it is S3. */
  readonly file: string;
  readonly state: SnapshotState;
  /** Pages captured. */
  readonly pages: number;
  /** Things missing, counted. */
  readonly gaps: number;
  readonly bytes: number;
  readonly sha256: Sha256;
  readonly signed: boolean;
  /** UTC ISO 8601 */
  readonly startedAt: string;
  readonly finishedAt: string;
  /** Bytes that the vault holds for it, where that is not the WACZ as it is. */
  readonly storedBytes?: number;
  /** What changed since an earlier one; absent for a whole one. */
  readonly form?: 'delta';
}

/** A host that asked us to slow down, or failed so often that it was left in peace for a while. */
export interface HostReport {
  readonly host: string;
  /** Answers that said "too many requests". */
  readonly rateLimited: number;
  readonly pauses: number;
  /** All pauses together, milliseconds. */
  readonly pausedMs: number;
  readonly givenUp: boolean;
}

/** An address whose page went on to another one by itself: nothing is kept under the first. */
export interface MovedPage {
  readonly from: string;
  /** Where it ended; kept under this address when it belongs to the crawl. */
  readonly to: string;
}

/** What belonged to a crawl, so that two can be held against each other. */
export interface ScopeReport {
  readonly kind: Scope['kind'];
  /** Regular expressions over the whole address. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** null, as for the limits: none was set. */
  readonly maxDepth: number | null;
  readonly sitemaps: boolean;
  readonly maxPages: number | null;
  readonly maxBytes: number | null;
  readonly maxTimeMs: number | null;
}

/** What a crawl did, written into the snapshot as reports/crawl.json and shown to the person. */
export interface CrawlReport {
  readonly state: SnapshotState;
  readonly pages: number;
  /** Of those, the ones that had not changed since the snapshot before and were not opened; absent when all were. */
  readonly unchanged?: number;
  /** Links that led to a PDF, a picture or another file, kept whole. */
  readonly files: number;
  /** Pages that answered 404 or 410: recorded as such, not a gap. */
  readonly notFound: readonly string[];
  /** Addresses whose page moved on by a script or a refresh, which no status tells; absent when there were none. */
  readonly movedByScript?: readonly MovedPage[];
  readonly responses: number;
  /** Decoded body bytes taken from the network. */
  readonly bodyBytes: number;
  readonly gaps: readonly Gap[];
  /** Addresses seen and left out by a rule, counted by rule. */
  readonly leftOut: Readonly<Record<string, number>>;
  /** Absent in snapshots that were taken before this was written down. */
  readonly scope?: ScopeReport;
  /** `obeyed` or `ignored`, with hosts and rules that mattered. */
  readonly robots: 'obeyed' | 'ignored';
  /** Hosts that had to be treated with care. */
  readonly hosts: readonly HostReport[];
  /** This and the next two are absent in snapshots made before they were written down. */
  readonly robotsDecidedBy?: RobotsDecision;
  readonly robotsHosts?: readonly RobotsHost[];
  /** `X-Robots-Tag` and `meta robots`: noted, not obeyed. */
  readonly robotsTags?: RobotsTagsReport;
  /** What the crawl was logged in with; absent when it saw what everybody sees. */
  readonly session?: SessionReport;
  /** The behaviours of people's own that were at work, so that it can be told what changed the pages. */
  readonly behaviours?: readonly { readonly name: string; readonly sha256: Sha256 }[];
  /** Absent in snapshots that were taken before this was written down. */
  readonly browser?: BrowserReport;
  /** What was odd about the channel's own lists and is no gap; absent when there was nothing. */
  readonly notes?: readonly string[];
  readonly startedAt: string;
  readonly finishedAt: string;
}
