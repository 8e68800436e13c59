import type { LintRuleId, LintSeverity } from '../../model/farewell/lint/lint-rules.ts';
import type { LocalText } from '../../model/platform.ts';
import type { Said } from './lint-draft.ts';
import type { LintKit } from './lint-kit.ts';

/** One thing that the texts of an exit are looked at for. */
export interface LintRule {
  readonly id: LintRuleId;
  readonly severity: LintSeverity;
  /** A few words. */
  readonly title: LocalText;
  /** Why it matters, for people who have to decide whether it does. */
  readonly explanation: LocalText;
  /** Why it cannot be looked at; null when it can. */
  readonly lacks?: (kit: LintKit) => LocalText | null;
  readonly check: (kit: LintKit) => readonly Said[];
}
