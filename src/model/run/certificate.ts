import type { Sha256 } from '../../base/digest.ts';
import type { LocalText } from '../platform.ts';
import type { JsonObject, JsonValue } from '../playbook/json.ts';
import type { EvidenceKind, PlaybookMode, StepTypeName } from '../playbook/playbook.ts';
import type { OutcomeVia } from './run-event.ts';
import type { RunStateName, StepStateName, WaitReason } from './run-state.ts';
import type { Score, ScoreGap } from './score.ts';

/**
 * `final`: the run has ended. `last-step`: all is done but the writing of certificates, and the end is entered after it.
 * `interim`: the run still waits for something.
 */
export type CertificateStanding = 'final' | 'last-step' | 'interim';

/** Somebody as they were called when it was stated; `name` null where the workspace knows nobody of that id any more. */
export interface CertifiedPerson {
  readonly id: string;
  readonly name: string | null;
}

/** Something a person said, with its entry in the journal. */
export interface CertifiedWord {
  readonly seq: number;
  /** UTC ISO 8601 */
  readonly at: string;
  /** null for what Lastpost did by itself. */
  readonly by: CertifiedPerson | null;
}

export interface CertifiedSource {
  readonly name: string;
  /** Of its text in UTF-8. */
  readonly sha256: Sha256;
}

/** `other-key`: sound, but of a key that the workspace does not have for this person. `unchecked`: nobody looked. */
export type SignatureCheck = 'valid' | 'forged' | 'other-key' | 'unchecked';

export interface CertifiedApproval extends CertifiedWord {
  readonly step: string;
  readonly decision: 'given' | 'rejected';
  readonly roles: readonly string[];
  /** The absent person for whom it was said. */
  readonly insteadOf: CertifiedPerson | null;
  readonly comment: string | null;
  /** Of exactly what was approved. */
  readonly digest: Sha256;
  readonly bound: Readonly<Record<string, JsonValue>>;
  /** What had changed when it became void; null while it holds. */
  readonly voided: { readonly seq: number; readonly at: string; readonly changed: readonly string[] } | null;
  /** `key` is the SHA-256 of the public key, hex. null: not signed. */
  readonly signature: { readonly key: string; readonly check: SignatureCheck } | null;
}

export interface CertifiedEvidence extends CertifiedWord {
  readonly step: string;
  /** What the playbook calls it; null for what nothing asked for. */
  readonly id: string | null;
  readonly kind: EvidenceKind;
  readonly name: string;
  readonly sha256: Sha256;
  readonly bytes: number;
  /** Below the workspace's folder. */
  readonly file: string;
}

/** One irreversible step for which at least one go-ahead stands in the journal. */
export interface CertifiedClosing {
  readonly step: string;
  readonly title: LocalText | null;
  /** The workspace's channel; null where nothing says. */
  readonly channel: string | null;
  /** As the last go-ahead names it, in one line. */
  readonly target: string;
  /** `doubtful`: nobody knows. `open`: the go-ahead was given and no outcome is there yet. */
  readonly result: 'done' | 'failed' | 'cancelled' | 'doubtful' | 'not-done' | 'open';
  readonly isByHand: boolean;
  /** The go-aheads, oldest first; more than one only where two people said that the one before had no effect. */
  readonly releases: readonly CertifiedWord[];
  /** People who let an automatic step go ahead after the clock had jumped, with what they typed. */
  readonly letGo: readonly (CertifiedWord & { readonly typed: string | null })[];
  /** Who or what says how it ended; null while nothing does. */
  readonly outcome: (CertifiedWord & { readonly via: OutcomeVia; readonly note: string | null }) | null;
  /** Numbers of the approvals that the last go-ahead rested on. */
  readonly approvals: readonly number[];
  /** Numbers of the entries of its evidence. */
  readonly evidence: readonly number[];
  /** Gates that two people overrode for it. */
  readonly overridden: readonly string[];
}

/** What a snapshot, verify or complete step said, as far as its outputs tell. */
export interface CertifiedSnapshot {
  readonly step: string;
  readonly type: 'snapshot' | 'verify';
  readonly at: string;
  readonly channel: string | null;
  readonly id: string | null;
  readonly sha256: string | null;
  readonly state: string | null;
}

export interface CertifiedGap {
  readonly gap: string;
  /** As the ledger has it; whoever is no person of the workspace has no name here. */
  readonly by: CertifiedPerson;
  readonly why: string;
  /** UTC ISO 8601 */
  readonly at: string;
}

export interface CertifiedVerdict {
  readonly step: string;
  readonly at: string;
  readonly channel: string | null;
  readonly verdict: string | null;
  /** Ids of gaps that nobody had accepted. */
  readonly openGaps: readonly string[];
  readonly acceptedBy: readonly CertifiedPerson[];
  /** Acceptances that were in the ledger when the step ended. */
  readonly accepted: readonly CertifiedGap[];
  /** Of all that the verdict rests on. */
  readonly digest: string | null;
}

/** What people answered, counted by a step of type `score`. */
export interface CertifiedScore extends Omit<Score, 'gaps'> {
  readonly step: string;
  readonly title: LocalText | null;
  readonly at: string;
  readonly gaps: readonly (ScoreGap & { readonly title: LocalText | null })[];
}

/** Shut gates that one person asked to pass and a second one agreed to. */
export interface CertifiedOverride {
  readonly step: string;
  readonly gates: readonly string[];
  readonly asked: CertifiedWord & { readonly reason: string };
  /** null: nobody agreed, and the gates stayed shut. */
  readonly agreed: (CertifiedWord & { readonly reason: string }) | null;
  /** Numbers of the go-aheads that used it. */
  readonly usedBy: readonly number[];
}

export interface CertifiedAmendment extends CertifiedWord {
  readonly reason: string;
  readonly diff: string;
  readonly sources: readonly CertifiedSource[];
}

/** From "nobody knows" to whatever settled it. */
export interface CertifiedDoubt {
  readonly step: string;
  readonly seq: number;
  readonly at: string;
  readonly reason: string;
  readonly probe: 'cannot-tell' | 'not-done' | 'none';
  readonly said: readonly (CertifiedWord & {
    readonly decision: 'done' | 'not-done' | 'agreed-not-done';
    readonly reason: string;
  })[];
  /** null while it is open. */
  readonly settled: { readonly seq: number; readonly at: string; readonly as: 'done' | 'not-done' | 'failed' } | null;
}

export interface CertifiedStep {
  readonly id: string;
  readonly title: LocalText | null;
  readonly type: StepTypeName | 'uses';
  readonly state: StepStateName;
  readonly waits: WaitReason | null;
  /** Since when it is so, UTC ISO 8601. */
  readonly since: string | null;
  readonly attempts: number;
  readonly by: CertifiedPerson | null;
  readonly isIrreversible: boolean;
  /** Why it was skipped, failed or is in doubt. */
  readonly reason: string | null;
}

export interface CertifiedWait {
  readonly step: string;
  readonly title: LocalText | null;
  readonly state: StepStateName;
  readonly waits: WaitReason | null;
  readonly since: string | null;
  /** Roles that it waits for. */
  readonly roles: readonly string[];
  /** The next of its timers, UTC ISO 8601. */
  readonly timerAt: string | null;
}

/** What a records office files of one run. All of it follows from the journal, but for the names and the accepted gaps. */
export interface RunCertificate {
  readonly version: 1;
  readonly standing: CertificateStanding;
  readonly brand: string;
  readonly run: string;
  readonly state: RunStateName;
  /** UTC ISO 8601: what was true up to then. */
  readonly statedAt: string;
  /** IANA name of the run's zone. */
  readonly timezone: string;
  readonly playbook: {
    readonly name: string;
    readonly version: number;
    readonly title: LocalText;
    readonly mode: PlaybookMode;
    /** As the run began; later ones stand with their amendments. */
    readonly sources: readonly CertifiedSource[];
  };
  readonly inputs: JsonObject;
  readonly started: CertifiedWord;
  readonly ended: { readonly at: string; readonly state: string; readonly reason: string | null } | null;
  readonly cancelled: { readonly at: string; readonly by: CertifiedPerson; readonly reason: string } | null;
  readonly pointOfNoReturn: { readonly seq: number; readonly at: string; readonly step: string } | null;
  readonly overrides: readonly CertifiedOverride[];
  readonly closed: readonly CertifiedClosing[];
  readonly approvals: readonly CertifiedApproval[];
  readonly evidence: readonly CertifiedEvidence[];
  readonly snapshots: readonly CertifiedSnapshot[];
  readonly verdicts: readonly CertifiedVerdict[];
  readonly scores: readonly CertifiedScore[];
  readonly doubts: readonly CertifiedDoubt[];
  readonly clockJumps: readonly { readonly seq: number; readonly from: string; readonly to: string }[];
  readonly amendments: readonly CertifiedAmendment[];
  readonly pauses: readonly (CertifiedWord & { readonly what: 'paused' | 'resumed'; readonly reason: string })[];
  /** Steps that a person ordered to be tried again. */
  readonly reopened: readonly (CertifiedWord & { readonly step: string; readonly reason: string })[];
  readonly steps: readonly CertifiedStep[];
  /** [] once the run has ended. */
  readonly waitsFor: readonly CertifiedWait[];
  /** The whole chain was computed anew up to `head`. */
  readonly journal: { readonly entries: number; readonly head: { readonly seq: number; readonly hash: string } };
}
