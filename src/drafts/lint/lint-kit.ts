import type { ApprovalState } from '../../model/farewell/draft-approval.ts';
import type { DraftChannel } from '../../model/farewell/draft-channel.ts';
import type { ExitFacts } from '../../model/farewell/exit-facts.ts';
import type { ExitFigures } from '../../model/farewell/figures.ts';
import type { ExitPlan } from '../../model/farewell/lint/exit-plan.ts';
import type { MadeDraft } from '../make-drafts.ts';
import type { CheckedClaim } from './claims/checked-claim.ts';
import type { LintDraft, LintPart } from './lint-draft.ts';
import type { Dictionary } from './spelling/dictionary.ts';

/** Everything that rules look at: all drafts of an exit together, and what they must agree with. */
export interface LintKit {
  readonly facts: ExitFacts;
  readonly brand: string;
  /** Every channel of lastpost.yaml that can be left, and the other places. */
  readonly channels: readonly DraftChannel[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly figures: ExitFigures;
  /** As their files are now, by language and then by when they go out. */
  readonly drafts: readonly LintDraft[];
  /** By name: as the facts make each now. */
  readonly made: ReadonlyMap<string, MadeDraft>;
  /** By name. */
  readonly approvals: ReadonlyMap<string, ApprovalState>;
  /** What will be done in this exit; null where nobody said which playbook it is. */
  readonly plan: ExitPlan | null;
  /** Accounts of ours, by id of a channel, as the archive has seen them; one that is missing has never been kept. */
  readonly accounts: ReadonlyMap<string, SeenAccount>;
  /** Days on which nobody works, of the calendar of the playbook; null: nobody said which. `day` is YYYY-MM-DD. */
  readonly holiday: ((day: string) => string | null) | null;
  /** Of those languages for which one is installed; [] asks nothing about spelling. */
  readonly dictionaries: readonly Dictionary[];
  /** exit.check.words of lastpost.yaml: no dictionary is asked about them. */
  readonly ownWords: readonly string[];
  readonly now: Date;
  /** Days, times, links, names and figures of a text, each with what the facts would have there. Worked out once. */
  claims(part: LintPart): readonly CheckedClaim[];
}

/** What the newest snapshot of a channel says of it. */
export interface SeenAccount {
  readonly posts: number;
  /** UTC ISO 8601, of the newest post; null where none has a date. */
  readonly newest: string | null;
  /** UTC ISO 8601, of the snapshot. */
  readonly seenAt: string;
}
