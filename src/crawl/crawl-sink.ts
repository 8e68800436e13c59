import type { Gap } from '../model/gap.ts';
import type { Exchange } from '../model/http.ts';
import type { PageCapture, UnchangedPage } from '../model/page.ts';
import { Checkpoints } from './checkpoints.ts';
import { RobotsTags } from './polite/robots-tags.ts';
import { RecordedUrls } from './recorded-urls.ts';

/** To be called when all that was handed over is safe, before anything else is taken. @param mark plain JSON */
export type Keep = (mark: unknown) => Promise<void>;

/** Where a crawl puts what it gets. The journey fills it with an archive writer; crawl knows nothing of archives. */
export interface CrawlSink {
  /** The body may be disposed when this has resolved. */
  exchange(exchange: Exchange): Promise<void>;
  /** Every exchange of the page has been handed over before. Must call `keep` once, when the page is safe. */
  page(page: PageCapture, keep: Keep): Promise<void>;
  /** A page of the earlier snapshot that has not changed; as for `page`. Not called without an earlier snapshot. */
  unchanged?(page: UnchangedPage, keep: Keep): Promise<void>;
  /** Makes safe what has been handed over so far, and calls `keep`. */
  settle(keep: Keep): Promise<void>;
}

/** What one crawl counts while it runs, and where its gaps gather. */
export class CrawlLedger {
  readonly #gaps: Gap[] = [];
  readonly #known = new Set<string>();
  readonly #checkpoints: Checkpoints;
  /** What GET has brought into the archive, under the address the browser knows. */
  readonly #recorded = new RecordedUrls();
  /** The same addresses as they are told. */
  readonly #toldRecorded = new RecordedUrls();
  /** What pages say to robots, for the report. */
  readonly robotsTags = new RobotsTags();
  responses = 0;
  bodyBytes = 0;
  /** The first error that must end the crawl, such as a full disk. */
  failed: unknown;

  constructor(checkpoints: Checkpoints = new Checkpoints(undefined)) {
    this.#checkpoints = checkpoints;
  }

  /** What is missing; a part of a page that could be loaded another time is not. */
  get gaps(): readonly Gap[] {
    return this.#gaps.filter(({ reason, url }) => reason !== 'resource-failed' || !this.#toldRecorded.has(url));
  }

  addGap(gap: Gap): void {
    // A missing thing is one gap, however many pages point at it.
    const key = `${gap.reason} ${gap.url}`;
    if (this.#known.has(key)) return;
    this.#known.add(key);
    this.#gaps.push(gap);
    // What a stop broke off is done again when the crawl goes on.
    if (gap.reason !== 'interrupted') this.#checkpoints.gap(gap);
  }

  /** The answer to a GET of `url` is in the archive. @param told the address without secrets */
  record(url: string, told: string): void {
    this.#checkpoints.mark('recorded', this.#recorded.add(url));
    this.#checkpoints.mark('recorded', this.#toldRecorded.add(told));
  }

  hasRecorded(url: string): boolean {
    return this.#recorded.has(url);
  }

  /** Goes on with what an earlier process had. */
  restore(stored: {
    readonly gaps: readonly Gap[];
    readonly recorded: readonly number[];
    readonly facts: { readonly responses: number; readonly bodyBytes: number };
  }): void {
    for (const gap of stored.gaps) {
      this.#known.add(`${gap.reason} ${gap.url}`);
      this.#gaps.push(gap);
    }
    this.#recorded.restore(stored.recorded);
    this.#toldRecorded.restore(stored.recorded);
    this.responses = stored.facts.responses;
    this.bodyBytes = stored.facts.bodyBytes;
  }
}
