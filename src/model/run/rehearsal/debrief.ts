import type { LocalText } from '../../platform.ts';
import type { StepTypeName } from '../../playbook/playbook.ts';
import type { RunStateName, StepStateName, WaitReason } from '../run-state.ts';
import type { MishapHit, MishapName } from './mishap.ts';
import type { MissingSetting } from './missing-settings.ts';
import type { StandIns } from './stand-ins.ts';

/** What became of one step. All moments are UTC ISO 8601. */
export interface RehearsedStep {
  readonly id: string;
  readonly type: StepTypeName;
  readonly title: LocalText;
  /** The roles that it is for; [] for what nobody does. */
  readonly roles: readonly string[];
  readonly state: StepStateName;
  /** When it came up; null: it never did. */
  readonly askedAt: string | null;
  readonly doneAt: string | null;
  /** Names. */
  readonly by: readonly string[];
  readonly dueAt: string | null;
  /** How long after `dueAt` it was done, or still open in the end; 0 when it was in time or has no date. */
  readonly lateMinutes: number;
}

/** How long everybody waited for a role, beyond what the playbook gives it time for. */
export interface RoleWait {
  readonly role: string;
  /** Names of those who have it. */
  readonly people: readonly string[];
  readonly steps: number;
  /** Of eight hours, one decimal. */
  readonly workingDays: number;
}

/** Something that has to be before the point of no return. */
export interface BeforeNoReturn {
  readonly what: 'archive' | 'complete' | 'staff' | 'approval';
  readonly step: string;
  readonly title: LocalText;
  readonly at: string | null;
  readonly isBefore: boolean;
}

export interface NoReturnReport {
  readonly step: string;
  readonly title: LocalText;
  /** null: it was not reached. */
  readonly at: string | null;
  readonly before: readonly BeforeNoReturn[];
  readonly isAllBefore: boolean;
}

export interface MovedStep {
  readonly step: string;
  readonly title: LocalText;
  /** Later by so many days, one decimal; earlier is negative. */
  readonly days: number;
}

/** A mishap and what it cost, against the same rehearsal without any. */
export interface MishapReport extends Omit<MishapHit, 'name'> {
  readonly name: MishapName;
  readonly hit: boolean;
  readonly title: LocalText | null;
  /** By how much the certificate came later, or the end where there is none; null: one of the two did not come to its end. */
  readonly endDays: number | null;
  /** What `endDays` is reckoned to. */
  readonly endsWith: 'certificate' | 'run';
  /** Those that moved most come first. */
  readonly moved: readonly MovedStep[];
  /** Steps that were in time without it, or less late; by how much more they were late. */
  readonly slipped: readonly MovedStep[];
}

/** What a rehearsal still waits for when nothing more happens. */
export interface OpenWait {
  readonly step: string;
  readonly title: LocalText;
  readonly state: StepStateName;
  readonly waits: WaitReason | null;
  /** Names of whoever it waits for; [] for nobody. */
  readonly people: readonly string[];
  readonly roles: readonly string[];
  readonly reason: LocalText | null;
}

/** What a rehearsal showed. */
export interface Debrief {
  readonly playbook: string;
  readonly version: number;
  readonly title: LocalText;
  /** IANA name. */
  readonly timezone: string;
  readonly beganAt: string;
  readonly endedAt: string;
  /** Whether the run came to an end by itself. */
  readonly ended: boolean;
  readonly state: RunStateName;
  readonly reason: string | null;
  readonly standIns: readonly StandIns[];
  readonly steps: readonly RehearsedStep[];
  readonly late: readonly RehearsedStep[];
  readonly waitedFor: readonly RoleWait[];
  /** null where the playbook has none, or skipped it. */
  readonly noReturn: NoReturnReport | null;
  readonly mishaps: readonly MishapReport[];
  readonly waitsFor: readonly OpenWait[];
  /** What was pretended, and would have failed in a real run for want of settings. */
  readonly missing: readonly MissingSetting[];
  /** What to do about it. */
  readonly advice: readonly LocalText[];
  readonly journal: { readonly entries: number; readonly ok: boolean };
}
