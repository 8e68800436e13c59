import type { BrowserContext } from 'playwright-core';
import type { Clock } from '../../base/clock.ts';
import type { Bounds } from '../../model/crawl-plan.ts';
import type { Checkpoints } from '../checkpoints.ts';
import type { CrawlLedger, CrawlSink } from '../crawl-sink.ts';
import type { NetworkGuard } from '../guard/network-guard.ts';
import type { DirectOptions } from './direct-options.ts';
import type { Redactor } from './redact.ts';

/** What every part of the capture needs, made once a crawl. */
export interface CaptureContext {
  /** Of the browser that runs now; undefined when it has just died. */
  readonly browserContext: () => BrowserContext | undefined;
  /** Remembers downloads, so that a crawl that was killed goes on with them. */
  readonly checkpoints: Checkpoints;
  readonly sink: CrawlSink;
  readonly ledger: CrawlLedger;
  readonly redactor: Redactor;
  readonly clock: Clock;
  readonly userAgent: string;
  /** Folder for large bodies, emptied by the crawl. */
  readonly spoolFolder: string;
  /** Aborts everything at once. */
  readonly signal: AbortSignal;
  /** No body may take the crawl beyond this. */
  readonly maxBytes: number;
  readonly bounds: Bounds;
  /** One page's budget. */
  readonly pageTimeMs: number;
  /** Stands before every connection of a crawl that may reach public addresses alone. */
  readonly guard: NetworkGuard | undefined;
  /** How downloads beside the browser go out. */
  readonly direct: DirectOptions;
}
