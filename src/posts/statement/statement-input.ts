import type { CompletenessReport } from '../../model/completeness.ts';
import type { ExportReport } from '../../model/official-export.ts';
import type { PlatformId } from '../../model/platform.ts';
import type { GapAcceptance, Reconciliation, StatementSnapshot } from '../../model/statement.ts';

export interface StatedChannel {
  readonly brand: string;
  readonly id: string;
  readonly title: string;
  readonly platform: PlatformId;
  /** As people call it. */
  readonly platformName: string;
  readonly url: string;
}

/** The assessment of the newest snapshot in which posts were read. */
export interface AssessedCrawl {
  readonly report: CompletenessReport;
  /** UTC ISO 8601 */
  readonly startedAt: string;
}

/** Names of a post, as far as they are known. */
export interface PostNames {
  readonly id: string | null;
  readonly url: string | null;
}

/** Everything that is known of a channel. */
export interface StatementInput {
  readonly channel: StatedChannel;
  readonly crawl: AssessedCrawl | null;
  /** All of the channel's, newest first. */
  readonly snapshots: readonly StatementSnapshot[];
  /** Newest first, by when the platform made them. */
  readonly exports: readonly ExportReport[];
  /** Files of snapshots and kept originals that are no more where the ledger says. */
  readonly lostFiles: readonly string[];
  readonly posts: Reconciliation;
  /** Whether export or crawl holds a post that one of them names as missing or unreadable. */
  readonly isHeld: (post: PostNames) => boolean;
  readonly acceptances: readonly GapAcceptance[];
  readonly now: Date;
}
