import type { PlaybookMode } from '../../../model/playbook/playbook.ts';
import type {
  CertificateStanding,
  CertifiedClosing,
  CertifiedDoubt,
  RunCertificate,
  SignatureCheck,
} from '../../../model/run/certificate.ts';
import type { GateName } from '../../../model/run/gates.ts';
import type { OutcomeVia } from '../../../model/run/run-event.ts';
import type { StepStateName, WaitReason } from '../../../model/run/run-state.ts';

/** What a certificate is told with. */
export interface CertificateWords {
  readonly title: Readonly<Record<CertificateStanding, string>>;
  readonly playbook: (name: string, version: number) => string;
  readonly run: (id: string) => string;
  readonly modes: Readonly<Record<PlaybookMode, string>>;
  readonly verdict: (certificate: RunCertificate) => string;
  /** Behind the verdict of a run in which people passed shut gates. */
  readonly underOverride: string;
  readonly because: (certificate: RunCertificate) => string;
  readonly statedAt: (at: string) => string;
  readonly mode: string;
  readonly started: string;
  readonly ended: string;
  readonly cancelled: string;
  readonly noReturn: string;
  readonly nothingIrreversible: string;
  readonly notEnded: string;
  readonly by: string;
  readonly byItself: string;
  readonly insteadOf: (name: string) => string;
  readonly waitsFor: string;
  readonly since: (at: string) => string;
  readonly until: (at: string) => string;
  readonly roles: (roles: string) => string;
  readonly overrides: string;
  readonly overridesMean: string;
  /** Where it was asked for and nobody agreed. */
  readonly overridesAsked: string;
  readonly overridesRefused: string;
  readonly gates: string;
  readonly asked: string;
  readonly agreed: string;
  readonly notAgreed: string;
  readonly usedBy: (count: number) => string;
  readonly gateNames: Readonly<Record<GateName, string>>;
  readonly closed: string;
  readonly nothingClosed: string;
  readonly results: Readonly<Record<CertifiedClosing['result'], string>>;
  readonly channel: string;
  readonly target: string;
  readonly outcome: string;
  readonly via: Readonly<Record<OutcomeVia, string>>;
  readonly released: string;
  readonly letGo: string;
  readonly approvedBy: string;
  readonly noApproval: string;
  readonly gatesPassed: string;
  readonly evidence: string;
  readonly noEvidence: string;
  readonly note: string;
  readonly restsOn: string;
  readonly nothingArchived: string;
  readonly snapshot: string;
  readonly verified: string;
  readonly verdictOf: string;
  readonly verdicts: Readonly<Record<string, string>>;
  readonly acceptedGap: (gap: string, by: string, at: string, why: string) => string;
  readonly acceptedBy: (who: string) => string;
  readonly openGaps: (gaps: string) => string;
  readonly noGaps: string;
  readonly scores: string;
  readonly scoresMean: string;
  readonly scored: (points: string, of: string, percent: string) => string;
  readonly enough: string;
  readonly notEnough: (pass: string) => string;
  readonly answer: string;
  /** Answers that many playbooks offer; others stand as they are. */
  readonly answers: Readonly<Record<string, string>>;
  readonly unanswered: string;
  readonly todo: string;
  readonly approvals: string;
  readonly given: string;
  readonly rejected: string;
  readonly voided: (at: string, changed: string) => string;
  readonly signed: Readonly<Record<SignatureCheck, (key: string) => string>>;
  readonly bound: string;
  readonly events: string;
  readonly noEvents: string;
  readonly doubt: (step: string) => string;
  readonly probe: Readonly<Record<CertifiedDoubt['probe'], string>>;
  readonly decisions: Readonly<Record<'done' | 'not-done' | 'agreed-not-done', string>>;
  readonly settled: Readonly<Record<'done' | 'not-done' | 'failed', string>>;
  readonly unsettled: string;
  readonly skipped: string;
  readonly conditionShut: (condition: string) => string;
  readonly failed: string;
  readonly jump: (from: string, to: string) => string;
  readonly clock: string;
  readonly amendment: string;
  readonly moreLines: (count: number) => string;
  readonly paused: string;
  readonly resumed: string;
  readonly reopened: string;
  readonly steps: string;
  readonly step: string;
  readonly kind: string;
  readonly state: string;
  readonly at: string;
  readonly when: string;
  readonly who: string;
  readonly irreversible: string;
  readonly attempts: (count: number) => string;
  readonly states: Readonly<Record<StepStateName, string>>;
  readonly waits: Readonly<Record<WaitReason, string>>;
  readonly inputs: string;
  readonly yes: string;
  readonly no: string;
  readonly origin: string;
  readonly sources: string;
  readonly head: string;
  readonly headMeans: (entries: string) => string;
  readonly zone: (zone: string) => string;
  readonly madeWith: (software: string) => string;
  readonly check: string;
  readonly provesNot: string;
  readonly key: string;
  readonly name: string;
  readonly date: string;
  readonly signature: string;
}
