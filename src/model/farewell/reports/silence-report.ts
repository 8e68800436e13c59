import type { HostileQuestionId } from '../hostile/question.ts';
import type { ReportLanguage } from './report-names.ts';
import type { ReportSource } from './report-source.ts';

/** What others fill in where we say nothing. */
export interface SilenceReport {
  readonly name: 'silence';
  /** No text of any language that was read answers it. */
  readonly unanswered: readonly HostileQuestionId[];
  /** Nothing that is public by itself answers it; whoever asks is told. */
  readonly internal: readonly {
    readonly question: HostileQuestionId;
    /** FAQ, card, memo or a notice. */
    readonly source: ReportSource;
    /** The reply that is kept for it. */
    readonly ready: ReportSource | null;
  }[];
  /** Answered in one language and in another not. */
  readonly oneSided: readonly {
    readonly question: HostileQuestionId;
    readonly source: ReportSource;
    readonly lacks: ReportLanguage;
  }[];
  readonly hours: readonly QuietHour[];
  readonly channels: readonly QuietChannel[];
}

/** A moment at which people ask and nobody is named who answers. */
export interface QuietHour {
  readonly what: 'announced' | 'last-day' | 'after' | 'press-phone' | 'press';
  /** YYYY-MM-DD; null where it is about no day. */
  readonly day: string | null;
  /** Until which day, where it is about a time. */
  readonly until: string | null;
  readonly source: ReportSource;
}

/** A channel that is left, and what of its farewell has no text. */
export interface QuietChannel {
  readonly channel: string;
  readonly platform: string;
  readonly lacks: readonly ('announcement' | 'last-post' | 'signpost' | 'auto-reply')[];
  readonly source: ReportSource;
}
