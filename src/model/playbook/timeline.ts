import type { LocalText } from '../platform.ts';
import type { JsonObject } from './json.ts';
import type { PlaybookMode, StepTypeName } from './playbook.ts';

/** Who works in a step: a person, an approval by people, time, or Lastpost itself. */
export type TimelineKind = 'hand' | 'approval' | 'wait' | 'machine';

/** One step of a run as it is planned. All moments are UTC ISO 8601. */
export interface TimelineStep {
  /** Whole id, `x/memo` in a used playbook. */
  readonly id: string;
  readonly type: StepTypeName;
  readonly kind: TimelineKind;
  readonly title: LocalText;
  /** The channel of the workspace that it is about; null where it is about none, or about all. */
  readonly channel: string | null;
  /** null for what nobody has to do. Approvals: all their roles. */
  readonly roles: readonly string[];
  /** Names of the people who have one of these roles on that day; [] when nobody has. */
  readonly people: readonly string[];
  readonly needs: readonly string[];
  readonly startsAt: string;
  readonly endsAt: string;
  /** It may be done at any time of these days: they have no hour. `startsAt` and `endsAt` then lie somewhere within them. */
  readonly isWholeDay: boolean;
  /** By when the playbook wants it done; null when it does not say. */
  readonly dueAt: string | null;
  /** It could begin so much later, and nothing after it would be late; null where nothing after it has a date. */
  readonly slackMinutes: number | null;
  readonly isCritical: boolean;
  readonly isIrreversible: boolean;
  /** It ends after `dueAt`. */
  readonly isLate: boolean;
  /** A person's work; null where the playbook does not say. */
  readonly effortMinutes: number | null;
}

export interface RoleEffort {
  readonly role: string;
  readonly people: readonly string[];
  readonly steps: number;
  readonly minutes: number;
  /** Steps whose effort the playbook does not say. */
  readonly unknown: number;
  /** In the currency of the plan, whole cents; null when nobody said what an hour costs. */
  readonly costCents: number | null;
}

/**
 * Something that a person should look at before the run begins. Codes: `late`, `nobody` (errors), `collision`, `weekend`, `too-much`,
 * `assumed` (a condition over what only the run brings), `unknown-wait`, `unknown-effort`.
 */
export interface PlanRemark {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly steps: readonly string[];
  readonly message: LocalText;
  /** What to do. */
  readonly fix: LocalText;
}

/** What a run would be, day by day, before anybody starts it. */
export interface Timeline {
  readonly playbook: string;
  readonly version: number;
  readonly title: LocalText;
  readonly mode: PlaybookMode;
  /** IANA name; all days are of this zone. */
  readonly timezone: string;
  readonly holidays: string | null;
  readonly inputs: JsonObject;
  readonly madeAt: string;
  readonly startsAt: string;
  readonly endsAt: string;
  /** In the order in which they begin; those whose condition is known to be false are left out. */
  readonly steps: readonly TimelineStep[];
  readonly skipped: readonly { readonly id: string; readonly because: string }[];
  /** The first irreversible step; null where everything can be taken back. */
  readonly pointOfNoReturn: { readonly step: string; readonly at: string } | null;
  /** Whoever wants to stop has to say so by then: the last approval before the point of no return, or that point itself. */
  readonly lastMomentToStop: { readonly step: string; readonly at: string } | null;
  /** Ids: what would make the end later if it took longer. */
  readonly criticalPath: readonly string[];
  readonly effort: readonly RoleEffort[];
  /** `EUR`; null without rates. */
  readonly currency: string | null;
  readonly remarks: readonly PlanRemark[];
  /** Where it does not fit: the input that has to be later, and the first day that works. */
  readonly earliest: { readonly input: string; readonly day: string } | null;
}
