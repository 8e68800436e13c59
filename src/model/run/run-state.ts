import type { JsonObject } from '../playbook/json.ts';
import type { JournalEntry } from './journal-entry.ts';
import type { ApprovalBody, EvidenceBody, IntentBody, StepError } from './run-event.ts';
import type { PlannedStep, RunPlan } from './run-plan.ts';

export const stepStates = [
  'pending',
  'ready',
  'waiting',
  'running',
  'skipped',
  'succeeded',
  'failed',
  'blocked',
  'in_doubt',
  'cancelled',
  'compensating',
  'compensated',
] as const;

export type StepStateName = (typeof stepStates)[number];

export type WaitReason = 'input' | 'approval' | 'timer' | 'lock' | 'back-off' | 'second-person';

export const runStates = [
  'running',
  'waiting',
  'paused',
  'needs_attention',
  'succeeded',
  'failed',
  'cancelled',
  'rolled_back',
] as const;

export type RunStateName = (typeof runStates)[number];

/** An approval that was given or refused, with its entry. */
export interface StepApproval extends ApprovalBody {
  readonly seq: number;
  readonly at: string;
  readonly person: string;
  readonly decision: 'given' | 'rejected';
  readonly isVoid: boolean;
}

export interface StepEvidence extends EvidenceBody {
  readonly seq: number;
  readonly at: string;
  readonly person: string | null;
  readonly attempt: number | null;
}

export interface StepTimer {
  readonly timer: string;
  /** UTC ISO 8601 */
  readonly dueAt: string;
  readonly zone: string;
  readonly hasFired: boolean;
}

/** A released or running attempt. */
export interface StepIntent extends IntentBody {
  readonly seq: number;
  readonly at: string;
  readonly person: string | null;
}

export interface StepResolution {
  readonly seq: number;
  readonly at: string;
  readonly person: string;
  readonly decision: 'done' | 'not-done' | 'agreed-not-done';
  readonly reason: string;
}

/** What became of a step, as its journal has it. Where it stands with others and the clock is worked out by `viewStep`. */
export interface StepState {
  readonly plan: PlannedStep;
  /**
   * `pending` as long as nothing was attempted or another attempt may be made; of the names of StepStateName never `ready`
   * or `waiting`, which follow from other steps.
   */
  readonly state: Exclude<StepStateName, 'ready' | 'waiting'>;
  /** Of the last attempt; 0 before the first. */
  readonly attempt: number;
  /** Attempts that failed since it was last opened, as the retry budget counts them. */
  readonly failures: number;
  /** When it came into this state, UTC ISO 8601; null while nothing happened to it. */
  readonly since: string | null;
  /** Of the last attempt. */
  readonly intent: StepIntent | null;
  readonly outputs: JsonObject;
  readonly error: StepError | null;
  /** Why it was skipped, is in doubt or was cancelled. */
  readonly reason: string | null;
  /** Who confirmed it, where a person did. */
  readonly confirmedBy: string | null;
  readonly evidence: readonly StepEvidence[];
  readonly approvals: readonly StepApproval[];
  readonly timers: readonly StepTimer[];
  readonly resolutions: readonly StepResolution[];
  /** Numbers of entries by which somebody let it go ahead after the clock jumped. */
  readonly releases: readonly number[];
}

export interface Override {
  readonly step: string;
  readonly gates: readonly string[];
  readonly asked: { readonly seq: number; readonly at: string; readonly person: string; readonly reason: string };
  readonly agreed: {
    readonly seq: number;
    readonly at: string;
    readonly person: string;
    readonly reason: string;
  } | null;
}

/** A run as its journal has it: `foldEntry` over all entries, and nothing else. */
export interface RunState {
  readonly id: string;
  readonly plan: RunPlan;
  readonly startedAt: string;
  readonly startedBy: string;
  /** By whole id, in the plan's order. */
  readonly steps: ReadonlyMap<string, StepState>;
  readonly isPaused: boolean;
  readonly cancelled: {
    readonly at: string;
    readonly person: string;
    readonly reason: string;
    readonly rollback: boolean;
  } | null;
  readonly ended: {
    readonly at: string;
    readonly state: 'succeeded' | 'failed' | 'cancelled' | 'rolled_back';
    readonly reason: string | null;
  } | null;
  /** Number and time of the first irreversible intent. */
  readonly pointOfNoReturn: { readonly seq: number; readonly at: string; readonly step: string } | null;
  readonly overrides: readonly Override[];
  readonly amendments: readonly {
    readonly seq: number;
    readonly at: string;
    readonly person: string;
    readonly reason: string;
    readonly diff: string;
  }[];
  /** The newest time that anything in the journal has. */
  readonly lastAt: string;
  /** What the clock said when the last entry was written; earlier than `lastAt` after it was put back. */
  readonly clockAt: string;
  /** Number of the last `clock.jumped`; 0 without one. */
  readonly clockJumpSeq: number;
  readonly epoch: number;
  readonly head: Pick<JournalEntry, 'seq' | 'hash'>;
}
