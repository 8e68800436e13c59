import type { LocalText } from '../../platform.ts';
import type { LintException, LintRuleId, LintSeverity } from './lint-rules.ts';

/** A stretch of a draft's file. Lines and columns count from 1, columns in UTF-16 units; the end is behind the last sign. */
export interface LintSpot {
  /** `de/announcement-x` */
  readonly draft: string;
  /** Absolute. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The whole sentence around it, as it stands there. */
  readonly sentence: string;
  /** What is wrong in it; a part of `sentence`, or empty where something is missing. */
  readonly words: string;
}

/** What a finding is at odds with. */
export type LintClash =
  | { readonly kind: 'draft'; readonly spot: LintSpot }
  /** lastpost.yaml: `last_day`, and what it says there. */
  | { readonly kind: 'fact'; readonly key: string; readonly says: string }
  /** A step of the playbook. */
  | { readonly kind: 'step'; readonly step: string; readonly says: string };

/** A change that cannot make anything worse: these words at the spot become those. */
export interface LintEdit {
  readonly spot: LintSpot;
  readonly to: string;
}

export interface LintFinding {
  readonly rule: LintRuleId;
  readonly severity: LintSeverity;
  /** null: it is about all drafts together, or about one that is not there. */
  readonly spot: LintSpot | null;
  readonly clash: LintClash | null;
  /** What is wrong, with the words in question. One sentence, with a full stop. */
  readonly message: LocalText;
  /** What to do now. One sentence, with a full stop. */
  readonly fix: LocalText;
  /** null: a person has to decide. */
  readonly edit: LintEdit | null;
}

/** Something that a rule could not look at, because there was nothing to look at. */
export interface UncheckedRule {
  readonly rule: LintRuleId;
  readonly because: LocalText;
}

/** What came of checking all drafts of an exit. */
export interface LintReport {
  /** Errors first, then by draft and line. */
  readonly findings: readonly LintFinding[];
  /** Findings that somebody has taken upon themselves in lastpost.yaml. */
  readonly excepted: readonly { readonly finding: LintFinding; readonly exception: LintException }[];
  /** Exceptions that no finding needs any more. */
  readonly idle: readonly LintException[];
  readonly unchecked: readonly UncheckedRule[];
  readonly drafts: number;
}
