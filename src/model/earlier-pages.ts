import type { Sha256 } from '../base/digest.ts';
import type { BrowserReport } from './browser-settings.ts';
import type { PageLeads } from './page.ts';

/** How an earlier snapshot was taken, as far as pages look different for it. */
export interface EarlierViewer {
  readonly browser: BrowserReport;
  /** Digests of the behaviours that were at work, in order. */
  readonly behaviours: readonly string[];
}

/** A page of an earlier snapshot that can be told to be the same by what it loaded. */
export interface EarlierPage extends PageLeads {
  readonly url: string;
  readonly title: string;
  readonly text: string;
  /** BCP 47, or ''. */
  readonly language: string;
  /** What it loaded, itself among it, all by GET. `type` as DevTools names it. */
  readonly parts: readonly { readonly url: string; readonly type: string }[];
}

/** The one answer that an earlier snapshot has of an address. */
export interface EarlierAnswer {
  readonly status: number;
  readonly sha256: Sha256;
  /** Header values; '' when there was none. */
  readonly etag: string;
  readonly lastModified: string;
  readonly location: string;
  /** Whether its bytes can be taken over: a whole answer with status 200. */
  readonly isWhole: boolean;
}

/** What a crawl asks of the channel's earlier snapshot, so that it opens only what has changed. */
export interface EarlierPages {
  /** Undefined when it does not say, or was logged in. */
  viewer(): Promise<EarlierViewer | undefined>;
  /** Undefined when there is none, or when it has to be opened to know. */
  page(url: string): Promise<EarlierPage | undefined>;
  /** Undefined when there is none, or more than one. */
  answer(url: string): Promise<EarlierAnswer | undefined>;
}
