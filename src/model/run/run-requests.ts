import type { EvidenceKind } from '../playbook/playbook.ts';
import type { RunView } from './run-view.ts';

/** Evidence as a person hands it in; what it is shows in `kind`. */
export interface EvidenceInput {
  /** Of the step's `evidence`; null for the first one of that kind which is still wanted. */
  readonly id: string | null;
  readonly kind: EvidenceKind;
  /** A path, an address, or the text itself. */
  readonly value: string;
}

/** A step of a run that a person speaks about. */
export interface StepRequest {
  /** Id of a run, or its first letters. */
  readonly run: string;
  /** Whole id. */
  readonly step: string;
  /** Id of a person. */
  readonly by: string;
}

export interface ConfirmRequest extends StepRequest {
  readonly evidence: readonly EvidenceInput[];
  /** What was typed back, for what is irreversible. */
  readonly typed: string | null;
  readonly note: string | null;
}

/** `released`: now it may be done, and has to be confirmed again afterwards. `already`: the same person had confirmed it. */
export interface Confirmed {
  readonly what: 'released' | 'confirmed' | 'already';
  readonly view: RunView;
}

export interface ApproveRequest extends StepRequest {
  readonly comment: string | null;
  /** A PEM file with the person's private key. */
  readonly keyFile: string | null;
}

export interface ResolveRequest extends StepRequest {
  /** `again`: another attempt at a step that is blocked. */
  readonly decision: 'done' | 'not-done' | 'again';
  readonly reason: string;
  readonly evidence: readonly EvidenceInput[];
}

export interface StartRequest {
  /** The name of a playbook of the workspace or of those that come along, or a file. */
  readonly playbook: string;
  /** As typed; the playbook says what they are. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly by: string;
}

/** One thing that was done while a run was advanced. */
export interface AdvancedStep {
  readonly step: string;
  readonly what: 'succeeded' | 'failed' | 'skipped' | 'in-doubt' | 'timer' | 'compensated';
  readonly says: string;
}

export interface Advanced {
  readonly view: RunView;
  readonly did: readonly AdvancedStep[];
  /** Another runner is at it: nothing was done. */
  readonly isBusy: boolean;
}
