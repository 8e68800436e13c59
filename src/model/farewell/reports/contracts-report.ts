import type { ReportSource } from './report-source.ts';

/** What a contract may ask of a channel. */
export const dutyKinds = ['posts', 'prize', 'print', 'mention', 'period', 'named'] as const;

export type DutyKind = (typeof dutyKinds)[number];

/** Deliverables on the channels that are left, in a folder of contracts. */
export interface ContractsReport {
  readonly name: 'contracts';
  /** As it was given. */
  readonly folder: string;
  readonly read: number;
  /** Those with a day after the last one first. */
  readonly findings: readonly ContractFinding[];
  readonly unread: readonly UnreadFile[];
}

export interface ContractFinding {
  /** Id of the channel. */
  readonly channel: string;
  /** What names it: a handle, an address, the platform. */
  readonly named: string;
  readonly duties: readonly DutyKind[];
  /** YYYY-MM-DD, in order. */
  readonly days: readonly string[];
  /** Whether one of them is after the last day. */
  readonly isAfter: boolean;
  readonly source: ReportSource;
}

export const unreadReasons = [
  'no-text',
  'encrypted',
  'broken',
  'too-big',
  'too-many',
  'unknown-kind',
  'not-readable',
] as const;

export interface UnreadFile {
  readonly file: string;
  readonly why: (typeof unreadReasons)[number];
}
