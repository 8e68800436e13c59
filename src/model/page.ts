import type { Gap } from './gap.ts';

/** One thing a page loaded, also when the browser took it from its cache. */
export interface PageResource {
  readonly url: string;
  readonly method: string;
  /** HTTP status; 0 when no response came. */
  readonly status: number;
  readonly mime: string;
  /** Lower case as DevTools names it: document, stylesheet, image, media, font, script, xhr, fetch … */
  readonly type: string;
  /** True when the browser had it from an earlier page of the same crawl. */
  readonly fromCache: boolean;
}

/** What one behaviour did to make a page show all it has. */
export interface BehaviourNote {
  /** As its file is called: `consent`, `load-more` … */
  readonly name: string;
  /** For people: `refused (OneTrust)`, `14 clicks`, `300 items, 12 screens`. */
  readonly did: string;
}

/**
 * What of a page leads on, and whether what it loaded decides what it shows: with that a later crawl can tell that it is the
 * same without opening it, and go on from it.
 */
export interface PageLeads {
  /** Absolute, as the page has them. */
  readonly links: readonly string[];
  readonly feeds: readonly string[];
  /** '' when the page names none. */
  readonly canonical: string;
  /** Files that it names and need not have loaded; those that it loaded may be among them. */
  readonly files: readonly string[];
  /** What it says to robots: `noindex`, `noarchive` … */
  readonly robots: readonly string[];
  /** False when something else than the answers to its GETs may have made it what it is, or any of that is missing. */
  readonly isRepeatable: boolean;
}

export interface Picture {
  readonly mime: 'image/png' | 'image/jpeg';
  readonly bytes: Uint8Array;
}

/** A page that was found to be what it was in the channel's earlier snapshot, and not opened. */
export interface UnchangedPage {
  readonly url: string;
  /** 0 for seeds. */
  readonly depth: number;
  readonly isSeed: boolean;
  /** UTC ISO 8601. */
  readonly checkedAt: string;
}

/** A page after it was loaded, scrolled and settled. Its exchanges have been handed over before it. */
export interface PageCapture {
  /** UUID, becomes the page's id in pages.jsonl. */
  readonly id: string;
  /** The address that was asked for, without fragment unless the fragment is an app's route. */
  readonly url: string;
  /** Where it ended after redirects. */
  readonly finalUrl: string;
  /** UTC instant of the main document's response. It is also the WARC-Date of that record. */
  readonly at: Date;
  readonly status: number;
  readonly mime: string;
  readonly title: string;
  /** Visible text. */
  readonly text: string;
  /** BCP 47 as the page says it, or ''. */
  readonly language: string;
  readonly isSeed: boolean;
  /** 0 for seeds. */
  readonly depth: number;
  readonly resources: readonly PageResource[];
  /** First screen, PNG (1280 × 800 CSS pixels unless set otherwise). */
  readonly view?: Picture;
  readonly fullPage?: Picture;
  readonly thumbnail?: Picture;
  readonly gaps: readonly Gap[];
  /** In the order in which they worked; those that found nothing to do are not named. */
  readonly behaviours?: readonly BehaviourNote[];
  readonly leads?: PageLeads;
}
