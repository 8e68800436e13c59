/** What a crawl was logged in with, told without a single value. */
export interface SessionReport {
  /** A browser profile kept by `channel login`, or a cookies file. */
  readonly source: 'profile' | 'cookies-file';
  /** Hosts that had cookies when the crawl began. */
  readonly hosts: readonly string[];
  /** How often the crawl noticed that it was logged out. */
  readonly loggedOut: number;
}
