import type { ExitMode } from '../../channel.ts';
import type { LocalText } from '../../platform.ts';
import type { ReportSource } from './report-source.ts';

/** What we say about coming back, and whether a word shuts the door. */
export interface RegretReport {
  readonly name: 'regret';
  /** Sentences that rule a return out. */
  readonly shut: readonly ReportSource[];
  /** Sentences that promise one. */
  readonly promised: readonly ReportSource[];
  /** Sentences that leave it open; public ones first. */
  readonly open: readonly { readonly source: ReportSource; readonly isPublic: boolean }[];
  /** What staff are asked not to promise. */
  readonly memo: readonly ReportSource[];
  /** The text that is ready for the day of a return; null where there is none. */
  readonly comeback: ReportSource | null;
  readonly ways: readonly WayBack[];
}

/** What the way out leaves of the way back. */
export interface WayBack {
  readonly channel: string;
  readonly platform: string;
  readonly mode: ExitMode;
  /** What becomes of the name there, as the platform's facts have it; null where they do not know. */
  readonly name: { readonly text: LocalText; readonly source: string; readonly checkedOn: string } | null;
  readonly source: ReportSource;
}
