import type { Gap } from '../model/gap.ts';

export interface OverviewPage {
  readonly url: string;
  /** Fourteen digits, as replay addresses want them; '' when the list does not say. */
  readonly timestamp: string;
  /** '' when it has none. */
  readonly title: string;
}

/** What the page above the replay tells of a snapshot. Other tools' files say less. */
export interface SnapshotOverview {
  readonly title: string;
  /** The address the snapshot was taken of; undefined when nothing says so. */
  readonly sourceUrl: string | undefined;
  /** Where the replay begins; undefined when the file names no page at all. */
  readonly mainPage: OverviewPage | undefined;
  /** The main page first, then in the order of the capture; a long list may have been cut. */
  readonly pages: readonly OverviewPage[];
  /** All of them. */
  readonly pageCount: number;
  /** UTC ISO 8601. */
  readonly takenAt: string | undefined;
  /** undefined in a file that another tool made: whether anything is missing is then not known. */
  readonly gaps: readonly Gap[] | undefined;
  readonly software: string | undefined;
}
