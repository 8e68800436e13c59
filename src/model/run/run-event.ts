import type { Sha256 } from '../../base/digest.ts';
import type { JsonObject, JsonValue } from '../playbook/json.ts';
import type { EvidenceKind } from '../playbook/playbook.ts';
import type { PlaybookSource, RunPlan } from './run-plan.ts';

export interface StepError {
  /** As of a KnownError. */
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
  /** False: another attempt would fail alike. */
  readonly isRetryable: boolean;
}

/** Who or what says how a step ended. */
export type OutcomeVia = 'effect' | 'probe' | 'person' | 'timer';

/** Recorded before anything is done. */
export interface IntentBody {
  /** What it is about, in one line: `archive x`, `POST https://…`. */
  readonly target: string;
  /** Worked out, with secrets as references. */
  readonly with: JsonObject;
  /** The same for every attempt at this step. */
  readonly key: string;
  readonly isIrreversible: boolean;
  /** A person does it, and not this program. */
  readonly isByHand: boolean;
  /** Numbers of the approvals that it rests on. */
  readonly approvals: readonly number[];
  /** Until when it may be done, UTC ISO 8601. */
  readonly deadline: string | null;
  /** Gates that two people overrode for it. */
  readonly overridden: readonly string[];
}

export interface OutcomeBody {
  readonly result: 'succeeded' | 'failed' | 'cancelled';
  readonly via: OutcomeVia;
  readonly outputs: JsonObject;
  /** Null when it succeeded. */
  readonly error: StepError | null;
  /** Numbers of the entries of its evidence. */
  readonly evidence: readonly number[];
  /** What the person said about it. */
  readonly note: string | null;
}

export interface ApprovalBody {
  /** Of exactly what was approved, see `approvalDigest`. */
  readonly digest: Sha256;
  /** What `binds` named, as it was. */
  readonly bound: Readonly<Record<string, JsonValue>>;
  /** The roles in which the person speaks. */
  readonly roles: readonly string[];
  /** The absent person for whom this one speaks. */
  readonly insteadOf: string | null;
  readonly comment: string | null;
  /** Over `digest`, of the person's own key. */
  readonly signature: { readonly publicKey: string; readonly signature: string } | null;
}

export interface EvidenceBody {
  /** Of the step's `evidence`; null for what nothing asked for. */
  readonly id: string | null;
  readonly kind: EvidenceKind;
  /** File name, address, or the beginning of the text. */
  readonly name: string;
  readonly sha256: Sha256;
  readonly bytes: number;
  /** Below the workspace's folder, with `/`. */
  readonly file: string;
}

export interface PersonsReason {
  readonly reason: string;
}

/**
 * Everything that can be in a journal. Readiness, waiting and what is due are worked out of these and the clock; only what
 * happened is written.
 */
export type RunEvent =
  /** The first entry: all that a run is begins here. */
  | {
      readonly type: 'run.started';
      readonly body: { readonly plan: RunPlan; readonly sources: readonly PlaybookSource[] };
    }
  | { readonly type: 'run.paused'; readonly body: PersonsReason }
  | { readonly type: 'run.resumed'; readonly body: PersonsReason }
  /** Before the point of no return what was done is undone where it says how; after it the run stops. */
  | { readonly type: 'run.cancelled'; readonly body: PersonsReason & { readonly rollback: boolean } }
  | {
      readonly type: 'run.amended';
      readonly body: PersonsReason & {
        readonly plan: RunPlan;
        readonly sources: readonly PlaybookSource[];
        /** Unified. */
        readonly diff: string;
      };
    }
  | {
      readonly type: 'run.ended';
      readonly body: {
        readonly state: 'succeeded' | 'failed' | 'cancelled' | 'rolled_back';
        readonly reason: string | null;
      };
    }
  /** A runner took the lease; the entry's epoch is its own. */
  | { readonly type: 'lease.taken'; readonly body: { readonly holder: string; readonly before: string | null } }
  /** The clock stood elsewhere than it should; for what is irreversible a person is asked again. */
  | { readonly type: 'clock.jumped'; readonly body: { readonly from: string; readonly to: string } }
  | { readonly type: 'step.skipped'; readonly body: { readonly reason: string } }
  | { readonly type: 'step.intent'; readonly body: IntentBody }
  | { readonly type: 'step.outcome'; readonly body: OutcomeBody }
  /** There is an intent, and nobody knows what became of it. */
  | {
      readonly type: 'step.in-doubt';
      readonly body: { readonly reason: string; readonly probe: 'cannot-tell' | 'not-done' | 'none' };
    }
  /** One person says what became of it, `first`; with `not-done` a second one has to agree before it is tried again. */
  | {
      readonly type: 'step.resolved';
      readonly body: PersonsReason & { readonly decision: 'done' | 'not-done' | 'agreed-not-done' };
    }
  /** A person orders another attempt at a step that is blocked. */
  | { readonly type: 'step.reopened'; readonly body: PersonsReason }
  /** A person says, after the clock jumped, that an automatic irreversible step is to go ahead. */
  | { readonly type: 'step.released'; readonly body: { readonly typed: string | null } }
  | { readonly type: 'approval.given'; readonly body: ApprovalBody }
  | { readonly type: 'approval.rejected'; readonly body: ApprovalBody }
  /** What was approved has changed. */
  | {
      readonly type: 'approval.voided';
      readonly body: {
        readonly approvals: readonly number[];
        readonly was: Sha256;
        readonly is: Sha256;
        readonly changed: readonly string[];
      };
    }
  | { readonly type: 'evidence.added'; readonly body: EvidenceBody }
  | {
      readonly type: 'timer.set';
      readonly body: { readonly timer: TimerName; readonly dueAt: string; readonly zone: string };
    }
  | { readonly type: 'timer.fired'; readonly body: { readonly timer: TimerName; readonly dueAt: string } }
  | { readonly type: 'compensation.intent'; readonly body: IntentBody }
  | { readonly type: 'compensation.outcome'; readonly body: OutcomeBody }
  /** One person asks to go through gates that are shut, and a second one agrees; on the certificate for ever. */
  | { readonly type: 'override.asked'; readonly body: PersonsReason & { readonly gates: readonly string[] } }
  | { readonly type: 'override.agreed'; readonly body: PersonsReason & { readonly asked: number } }
  | {
      readonly type: 'person.told';
      readonly body: { readonly person: string; readonly about: string; readonly how: string };
    };

export type RunEventType = RunEvent['type'];

/** `wait` and `timeout` of a step, `expires` of its release, `backoff` before an attempt, `remind:7d` before its date. */
export type TimerName = 'wait' | 'timeout' | 'expires' | 'backoff' | `remind:${string}`;
