import type { LocalText } from '../platform.ts';
import type { JsonObject, JsonValue } from './json.ts';

/** Every type of step, by the name of its file in steps/. */
export const stepTypes = [
  'manual',
  'approval',
  'wait',
  'snapshot',
  'verify',
  'complete',
  'draft',
  'check-drafts',
  'publish',
  'http',
  'dns',
  'footprint',
  'command',
  'notify',
  'gate',
  'score',
  'certificate',
] as const;

export type StepTypeName = (typeof stepTypes)[number];

/** What can look whether something has been done. */
export const probeTypes = ['http', 'dns', 'command'] as const;

export type ProbeTypeName = (typeof probeTypes)[number];

export const playbookModes = ['freeze', 'redirect', 'delete'] as const;

export type PlaybookMode = (typeof playbookModes)[number];

export const inputTypes = ['string', 'integer', 'boolean', 'date', 'channel'] as const;

export type InputType = (typeof inputTypes)[number];

export interface PlaybookInput {
  readonly type: InputType;
  readonly required: boolean;
  /** null without one. */
  readonly default: JsonValue;
  readonly description: LocalText | null;
  /** [] when anything of the type will do. */
  readonly choices: readonly JsonValue[];
}

export const evidenceKinds = ['file', 'url', 'text'] as const;

export type EvidenceKind = (typeof evidenceKinds)[number];

/** What a person has to show for a step. */
export interface EvidenceSpec {
  readonly id: string;
  /** null: any of them. */
  readonly kind: EvidenceKind | null;
  readonly required: boolean;
  readonly description: LocalText | null;
  /** Of kind `text` only: what is said is one of these, and becomes an output of the step. Absent where anything may be said. */
  readonly choices?: readonly string[];
}

export interface RetrySpec {
  /** The first one included. */
  readonly maxAttempts: number;
  readonly backoff: 'fixed' | 'exponential';
  /** Before the second attempt. */
  readonly delayMs: number;
}

export interface ProbeSpec {
  readonly type: ProbeTypeName;
  /** May hold expressions. */
  readonly with: JsonObject;
}

export interface CompensationSpec {
  readonly type: StepTypeName;
  readonly name: LocalText | null;
  readonly with: JsonObject;
  readonly instructions: LocalText | null;
}

export interface ApprovalSpec {
  /** Roles, one of which an approver must have. */
  readonly approvers: readonly string[];
  /** That many different people. */
  readonly minApprovals: number;
  /** At least one person of each of `approvers`. */
  readonly eachRole: boolean;
  /** Who started the run, or confirmed a step that this one needs, may not approve. */
  readonly preventSelfReview: boolean;
  /** Ways into what was made so far, such as `verified.manifest_sha256`: an approval is void when one of these changes. */
  readonly binds: readonly string[];
}

/** Exactly one of the three. */
export interface WaitSpec {
  /** `30d`, `36h`; may hold an expression. */
  readonly duration: string | null;
  /** A day, a moment, or `last_day - 31d`; may hold an expression. */
  readonly until: string | null;
  /** An expression that has to become true. */
  readonly condition: string | null;
}

/** One step as its playbook says it; nothing in it is worked out yet. */
export interface PlaybookStep {
  readonly id: string;
  readonly type: StepTypeName | 'uses';
  readonly name: LocalText | null;
  readonly instructions: LocalText | null;
  readonly needs: readonly string[];
  /** An expression; the step is skipped where it is false. null: only when all that it needs succeeded or was skipped. */
  readonly if: string | null;
  /** May hold expressions. */
  readonly with: JsonObject;
  /** The name under which its outputs are found, besides its id. */
  readonly register: string | null;
  /** A role. */
  readonly assignee: string | null;
  /** `last_day - 31d`, `last_day - 5wd` (working days), a day; may hold an expression. */
  readonly due: string | null;
  /** How long it may wait or work: `14d`. */
  readonly timeout: string | null;
  readonly onTimeout: 'fail' | 'continue' | 'remind';
  readonly onFailure: 'stop' | 'continue' | 'compensate';
  /** null: once. */
  readonly retry: RetrySpec | null;
  /** Nothing brings back what it ends. */
  readonly irreversible: boolean;
  /** What has to be typed back before it; may hold an expression. */
  readonly confirm: string | null;
  /** How long its release holds: `24h`. */
  readonly expires: string | null;
  readonly probe: ProbeSpec | null;
  readonly evidence: readonly EvidenceSpec[];
  readonly compensate: CompensationSpec | null;
  /** The channel that it ends, where it is not the one of the snapshot it rests on; may hold an expression. */
  readonly channel: string | null;
  /** Confirming it says that the staff was told before the public. True for a manual step called `memo`. */
  readonly staffMemo: boolean;
  /** How long before its date people are reminded: `7d`. */
  readonly remind: readonly string[];
  /** What goes wrong most often here, and what one sees then. Plans of older runs have none of these. */
  readonly hint?: LocalText | null;
  /** How much of a person's work it is, `90m`; reckoned with in plans. */
  readonly effort?: string | null;
  /** How long it is from its beginning until it is done, `3d` where others are waited for; reckoned with in plans. */
  readonly takes?: string | null;
  /** Of type `approval` only. */
  readonly approval: ApprovalSpec | null;
  /** Of type `wait` only. */
  readonly wait: WaitSpec | null;
  /** Of type `uses` only: the name of the playbook whose steps stand here; `with` are its inputs. */
  readonly uses: string | null;
}

/** Which playbook another one was copied from, to be adapted. */
export interface PlaybookOrigin {
  readonly playbook: string;
  readonly version: number;
  /** `sha256:…`, of the whole file as it was. */
  readonly sha256: string;
}

/** A playbook file, read and checked. */
export interface Playbook {
  readonly name: string;
  readonly title: LocalText;
  readonly description: LocalText | null;
  readonly version: number;
  /** Absent in one that nobody copied. */
  readonly basedOn?: PlaybookOrigin;
  /** One, or all that its input offers. */
  readonly modes: readonly PlaybookMode[];
  /** The input that chooses among `modes`; null where there is nothing to choose. */
  readonly modeInput: string | null;
  /** Stands only in other playbooks: what has to come before it may come there, and no run is started of it. */
  readonly isPart: boolean;
  /** IANA name; null: that of the workspace, else of the machine. */
  readonly timezone: string | null;
  /** `DE`, `DE-BY`, `AT`, `CH-ZH`: whose holidays are no working days. null: Monday to Friday alone. */
  readonly holidays: string | null;
  readonly inputs: Readonly<Record<string, PlaybookInput>>;
  readonly roles: readonly string[];
  /** Runs of the same group go one after another; may hold expressions over inputs. */
  readonly concurrencyGroup: string | null;
  /** Where each secret is found, `env:NAME`; never the secret itself. */
  readonly secrets: Readonly<Record<string, string>>;
  /** What a playbook that uses this one finds under the step's outputs; expressions. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly steps: readonly PlaybookStep[];
}
