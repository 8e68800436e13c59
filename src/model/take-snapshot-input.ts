import type { ChannelPlace } from './channel.ts';
import type { CommentsPolicy } from './comments-policy.ts';
import type { CrawlPlan } from './crawl-plan.ts';

/** What a person asks for when they take a snapshot, before any workspace is opened. */
export interface TakeSnapshotInput {
  /** Absolute http or https address the crawl begins with. */
  readonly url: string;
  /** Path of the WACZ to write; without it the workspace's vault decides. */
  readonly out?: string;
  /** A channel's id in lastpost.yaml. */
  readonly channel?: string;
  /** Whose posts are to be read out of it; a website at the address unless said. */
  readonly place?: ChannelPlace;
  /**
   * False when the address is one post or the like: then the account's lists are left alone. True unless said, but for a
   * crawl of the page alone.
   */
  readonly isAccount?: boolean;
  /** Other people's comments are kept unless said. */
  readonly comments?: CommentsPolicy;
  /** `out` was made up from host and time, so the same command would name another file. */
  readonly isNamedByUs?: boolean;
  /** What to do with an unfinished snapshot of the same command; gone on with when there is one, unless set. */
  readonly unfinished?: 'resume' | 'fresh';
  readonly title?: string;
  /** Replace `out` when it is already there. */
  readonly force: boolean;
  readonly plan: Omit<CrawlPlan, 'seeds'>;
  /** Path of a Chromium, Chrome or Edge; without it one is looked for. */
  readonly browserPath?: string;
  /** Show the browser's window. */
  readonly headed: boolean;
  /** Cookies to be logged in with, as a browser's exporter wrote them. */
  readonly cookiesFile?: string;
  /**
   * A page that was opened within this time and has not changed since the channel's snapshot before is taken over unopened.
   * Absent: every page is opened.
   */
  readonly reuseMs?: number;
  /** Use the login that `channel login` kept, when there is one; true unless said. */
  readonly keptLogin?: boolean;
  /** Folder of the workspace; without it the journey works with no workspace at all. */
  readonly workspaceDir?: string;
}
