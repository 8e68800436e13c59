import type { LocalText } from '../platform.ts';
import type { JsonObject } from '../playbook/json.ts';
import type { EvidenceSpec, StepTypeName } from '../playbook/playbook.ts';
import type { GateFinding } from './gates.ts';
import type { StepError } from './run-event.ts';
import type { Override, StepApproval, StepEvidence, StepResolution, StepStateName, WaitReason } from './run-state.ts';
import type { RunSummary } from './run-store.ts';

/** Somebody whom a step waits for. */
export interface AwaitedPerson {
  /** Person's id. */
  readonly id: string;
  readonly name: string;
  readonly role: string | null;
  /** The absent person in whose place they stand. */
  readonly insteadOf: string | null;
}

/** A fact about a platform that is past its review date. */
export interface FactToCheck {
  readonly platform: string;
  /** One of `factNames`. */
  readonly fact: string;
  /** YYYY-MM-DD */
  readonly checkedOn: string;
}

/** What a person sees of a step. All texts are worked out; secrets never stand in them. */
export interface StepView {
  readonly id: string;
  readonly type: StepTypeName | 'uses';
  readonly title: LocalText;
  readonly instructions: LocalText | null;
  /** What goes wrong most often. */
  readonly hint: LocalText | null;
  /** What its texts rest on and somebody should look at again before relying on it. */
  readonly factsToCheck: readonly FactToCheck[];
  readonly needs: readonly string[];
  readonly state: StepStateName;
  readonly waits: WaitReason | null;
  /** UTC ISO 8601 */
  readonly since: string | null;
  /** Whom it waits for; [] when it waits for no person, or nobody has the role. */
  readonly waitingOn: readonly AwaitedPerson[];
  /** Why it waits, fails or was skipped, in one sentence; null when that is plain. */
  readonly reason: string | null;
  readonly error: StepError | null;
  /** The role that has to do it. */
  readonly assignee: string | null;
  /** When it should be done, UTC ISO 8601. */
  readonly dueAt: string | null;
  readonly isOverdue: boolean;
  /** When it will go on by itself, give up, or lose its release: the next of its timers. */
  readonly timerAt: string | null;
  readonly attempt: number;
  readonly maxAttempts: number;
  readonly isIrreversible: boolean;
  /** By hand only because a part is missing that will do it. */
  readonly byHandBecause: string | null;
  /** A person was given the go-ahead and has to say how it ended. */
  readonly isReleased: boolean;
  readonly releasedTo: string | null;
  readonly releasedUntil: string | null;
  /** What has to be typed back before its release. */
  readonly confirmText: string | null;
  readonly evidenceWanted: readonly EvidenceSpec[];
  readonly evidence: readonly StepEvidence[];
  /** null for all but approvals. */
  readonly approval: {
    readonly given: readonly StepApproval[];
    readonly needed: number;
    readonly roles: readonly string[];
    readonly eachRole: boolean;
    /** What is approved, as it is now. */
    readonly bound: JsonObject;
  } | null;
  readonly resolutions: readonly StepResolution[];
  /** Of irreversible steps that come next or wait: what keeps them shut. */
  readonly gates: readonly GateFinding[];
  readonly outputs: JsonObject;
  readonly confirmedBy: string | null;
}

/** A run as people look at it. */
export interface RunView {
  readonly run: RunSummary;
  readonly title: LocalText;
  readonly inputs: JsonObject;
  readonly timezone: string;
  /** In the plan's order. */
  readonly steps: readonly StepView[];
  /** Ids of steps that work, wait, or need somebody. */
  readonly now: readonly string[];
  /** Ids of those that come when these are done. */
  readonly next: readonly string[];
  readonly pointOfNoReturn: {
    /** The first irreversible step that is done or begun, or the first that will come; null in a run without one. */
    readonly step: string | null;
    /** UTC ISO 8601; null while it is ahead. */
    readonly passedAt: string | null;
  };
  /** The run that holds a group which this one waits for. */
  readonly lockedBy: string | null;
  /** Who advances it at this moment: `host/pid`. */
  readonly runner: string | null;
  /** When the last timer or date that is known will have come; null when nothing tells. */
  readonly endsAt: string | null;
  readonly paused: boolean;
  readonly cancelled: { readonly at: string; readonly person: string; readonly reason: string } | null;
  readonly endedAt: string | null;
  readonly endReason: string | null;
  readonly overrides: readonly Override[];
  readonly amendments: number;
  /** UTC ISO 8601: when this was looked at. */
  readonly lookedAt: string;
}
