import type { ExitMode } from '../../channel.ts';
import type { LocalText } from '../../platform.ts';
import type { StepTypeName } from '../../playbook/playbook.ts';

/** One step of the run or playbook that an exit goes by, as far as texts promise things about it. Moments are UTC ISO 8601. */
export interface ExitPlanStep {
  /** Whole id, `x/memo` in a used playbook. */
  readonly id: string;
  readonly type: StepTypeName;
  readonly title: LocalText;
  readonly instructions: LocalText | null;
  /** The channel of the workspace that it is about; null where it is about none, or about all. */
  readonly channel: string | null;
  readonly roles: readonly string[];
  /** Names of people; [] when nobody has one of the roles. */
  readonly people: readonly string[];
  /** When it is planned to begin; null where nothing says so. */
  readonly startsAt: string | null;
  /** By when it has to be done; null where nothing says so. */
  readonly dueAt: string | null;
  /** Drafts or kinds of draft that it sends out. */
  readonly drafts: readonly string[];
  readonly isIrreversible: boolean;
  /** When it was done; null as long as it is not. In a playbook nothing is done yet. */
  readonly doneAt: string | null;
}

/** What will be done in an exit, from its run where one is under way, else from its playbook. */
export interface ExitPlan {
  readonly kind: 'run' | 'playbook';
  /** Id of the run, or name of the playbook. */
  readonly name: string;
  readonly mode: ExitMode;
  readonly holidays: string | null;
  /** In the order in which they begin. */
  readonly steps: readonly ExitPlanStep[];
}
