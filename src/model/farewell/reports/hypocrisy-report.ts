import type { ExitMode } from '../../channel.ts';
import type { HostileQuestionId } from '../hostile/question.ts';
import type { ReportSource } from './report-source.ts';

/** Who of us stays, and what our texts say of it. */
export interface HypocrisyReport {
  readonly name: 'hypocrisy';
  readonly leaves: readonly LeftAccount[];
  /** On the platform that is left, under our name all the same. */
  readonly samePlatform: readonly KeptAccount[];
  /** Elsewhere. */
  readonly elsewhere: readonly KeptAccount[];
  /** A number of channels in the reason, beside how many there are; null where the reason names none, or the right one. */
  readonly counted: { readonly said: string; readonly listed: number; readonly source: ReportSource } | null;
  /** What the texts say of those who stay, or null: nothing. */
  readonly said: readonly { readonly question: HostileQuestionId; readonly source: ReportSource | null }[];
  /** Steps of the playbook or run about advertisements; null where nobody said which playbook it is. */
  readonly adSteps: readonly string[] | null;
}

export interface LeftAccount {
  readonly id: string;
  readonly platform: string;
  readonly mode: ExitMode;
  readonly source: ReportSource;
}

export interface KeptAccount {
  readonly id: string;
  readonly platform: string;
  readonly handle: string | null;
  /** Whether the facts send people there. */
  readonly isSuccessor: boolean;
  readonly source: ReportSource;
}
