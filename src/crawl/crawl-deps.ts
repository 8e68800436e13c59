import type { Clock } from '../base/clock.ts';
import type { IdSource } from '../base/ids.ts';
import type { CrawlPlan } from '../model/crawl-plan.ts';
import type { CrawlStore, StoredCrawl } from '../model/crawl-store.ts';
import type { EarlierPages } from '../model/earlier-pages.ts';
import type { OnProgress } from '../model/progress.ts';
import type { Collect } from '../model/public-site.ts';
import type { CrawlSession, LoggedOut, StoredSession } from '../model/session.ts';
import type { AwakeClock } from './awake-clock.ts';
import type { CaptureContext } from './capture/capture-context.ts';
import type { DirectDownloads } from './capture/direct-download.ts';
import type { CrawlSink } from './crawl-sink.ts';
import type { EngineKeeper } from './engine.ts';
import type { FoundChromium } from './find-chromium.ts';
import type { Dialing } from './guard/network-guard.ts';
import type { Robots } from './polite/robots.ts';
import type { UnchangedPages } from './reuse/unchanged-pages.ts';
import type { StopReasons } from './stop-reasons.ts';

export interface CrawlOptions {
  readonly plan: CrawlPlan;
  readonly chromium: FoundChromium;
  readonly headed: boolean;
  readonly sink: CrawlSink;
  /** Folder for large bodies on their way to the sink; made and removed by the crawl. */
  readonly spoolFolder: string;
  /** Stops the crawl in good order: what has been captured stays, the rest becomes a gap. */
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
  readonly clock: Clock;
  readonly ids: IdSource;
  /** Keeps the crawl's memory, so that another process can go on with it; without one a kill loses everything. */
  readonly store?: CrawlStore;
  /** How a crawl of public addresses alone looks hosts up and connects; the system's own ways when absent. */
  readonly dialing?: Partial<Dialing>;
  /** What the crawl is logged in with; without it, it sees what everybody sees. */
  readonly session?: CrawlSession;
  /** Waits for a person to log in again and gives the new session; undefined ends the crawl with a `logged-out` gap. */
  readonly onLoggedOut?: (told: LoggedOut) => Promise<StoredSession | undefined>;
  /** Walks through the channel's open lists before the first visit. */
  readonly collect?: Collect;
  /** The channel's snapshot before: a page that is still what it was there is not opened. The sink takes it over. */
  readonly earlier?: EarlierPages | undefined;
  /** Asked when every page has been visited, and the archive is at rest: yields files that are still to be fetched. */
  readonly complete?: Collect;
}

/** What the loop works with, beside what it was asked for. */
export interface CrawlLoopDeps extends CrawlOptions {
  readonly context: CaptureContext;
  readonly downloads: DirectDownloads;
  readonly robots: Robots;
  readonly stop: StopReasons;
  readonly engines: EngineKeeper;
  readonly awake: AwakeClock;
  readonly unchanged: UnchangedPages | undefined;
  /** What an earlier process had committed. */
  readonly stored: StoredCrawl | undefined;
}
