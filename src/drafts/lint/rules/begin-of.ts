import type { LintSpot } from '../../../model/farewell/lint/lint-finding.ts';
import type { LintDraft } from '../lint-draft.ts';

/** Where something that is missing in a draft is shown: at its beginning, with no words. */
export function beginOf({ parts }: LintDraft): LintSpot | null {
  return parts[0]?.spot(0, 0) ?? null;
}
