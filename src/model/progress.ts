/** A moment of long work in real units. Fields that are unknown are absent, never guessed. */
export interface Progress {
  /** `crawl`, `seal`, `verify` … shown as is. */
  readonly phase: string;
  readonly pagesDone?: number;
  readonly pagesKnown?: number;
  readonly postsDone?: number;
  readonly stepsDone?: number;
  readonly stepsKnown?: number;
  readonly bytes?: number;
  readonly bytesTotal?: number;
  readonly pagesPerSecond?: number;
  readonly gaps?: number;
  /** The address or file being worked on. */
  readonly current?: string;
}

export type OnProgress = (progress: Progress) => void;
