import type { Generated } from 'kysely';

/** A schedule as lastpost.yaml had it when it was read last. */
export interface ScheduleRow {
  readonly id: string;
  /** Digest of what decides on its times. */
  readonly timing: string;
  readonly json: string;
}

/** One row: the digest of the settings that `schedules` was copied from. */
export interface ScheduleSettingsRow {
  readonly place: number;
  readonly digest: string;
}

/** One channel of one schedule. */
export interface ScheduleStateRow {
  readonly schedule: string;
  readonly channel: string;
  readonly slot_at: string;
  readonly due_at: string;
  readonly zone: string;
  readonly attempts: Generated<number>;
  readonly failures: Generated<number>;
  readonly missed: Generated<number>;
  /** JSON: how the last attempt went. */
  readonly last: string | null;
  readonly told_at: string | null;
  readonly claimed_by: string | null;
  readonly claimed_at: string | null;
  readonly claimed_until: string | null;
}

export interface ChannelLeaseRow {
  readonly channel: string;
  /** null when it was given back. */
  readonly holder: string | null;
  readonly epoch: number;
  readonly taken_at: string;
  /** When it was taken or renewed. */
  readonly since: string;
  readonly until: string;
}

/** What is to be sent, or could not be. What was sent is no longer there. */
export interface ScheduleNoticeRow {
  readonly number: Generated<number>;
  readonly schedule: string;
  readonly channel: string;
  readonly kind: string;
  readonly way: string;
  readonly json: string;
  readonly made_at: string;
  readonly next_at: string;
  readonly attempts: Generated<number>;
  readonly error: string | null;
  readonly given_up: Generated<number>;
}
