import type { Draft } from '../../model/farewell/draft.ts';
import type { LintFinding, LintSpot } from '../../model/farewell/lint/lint-finding.ts';

/** One text of a draft: its body, or a field. */
export interface LintPart {
  readonly draft: LintDraft;
  /** `text`, or the name of a field. */
  readonly name: string;
  readonly text: string;
  /** Sentences with where they begin in `text`; blanks between them are in none. */
  readonly sentences: readonly LintSentence[];
  /** Where a stretch of `text` stands in the file. @param to behind its last sign */
  spot(from: number, to: number): LintSpot;
}

export interface LintSentence {
  readonly text: string;
  /** Offset in the part's text. */
  readonly from: number;
}

/** A draft as its file has it, with where everything stands. */
export interface LintDraft {
  /** `de/announcement-x` */
  readonly name: string;
  readonly draft: Draft;
  /** Absolute. */
  readonly file: string;
  /** Its body first, then its fields. */
  readonly parts: readonly LintPart[];
  /** What stands in its head behind a name such as `publish_at`; the beginning of the file where the head has none. Absent in drafts of no file. */
  readonly headSpot?: (key: string) => LintSpot;
}

/** What a rule says; the rest of a finding follows from it. */
export type Said = Pick<LintFinding, 'spot' | 'message' | 'fix'> &
  Partial<Pick<LintFinding, 'severity' | 'clash' | 'edit'>>;
