/** What becomes of times that passed while nobody was there to take the snapshot. */
export const missedPolicies = ['skip', 'once', 'all'] as const;
export type MissedPolicy = (typeof missedPolicies)[number];

export const noticeKinds = ['changed', 'gap', 'failed', 'first_post'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** From so long before the end of the exit's last day it is taken so often. */
export interface DenserRule {
  readonly fromMs: number;
  readonly everyMs: number;
}

export interface NoticeSettings {
  /** Ids and roles of people, and addresses. */
  readonly mail: readonly string[];
  /** An https address, or `env:NAME`; null where none is told. */
  readonly webhook: string | null;
  /** `env:NAME`: what a webhook's body is signed with; null where it is not signed. */
  readonly secret: string | null;
  readonly on: readonly NoticeKind[];
  /** How long a channel has to have been silent for a post to be the first one again. */
  readonly silenceMs: number;
}

export interface RetrySettings {
  /** All attempts at one time together, the first included. */
  readonly maxAttempts: number;
  /** Before the second attempt; doubled before each further one. */
  readonly backoffMs: number;
}

/** When snapshots are taken: what decides on the next time, and nothing else. */
export interface ScheduleTiming {
  /** Five fields; null where `everyMs` holds. */
  readonly cron: string | null;
  readonly everyMs: number | null;
  /** IANA name. */
  readonly timezone: string;
  readonly jitterMs: number;
  /** The longest span first. */
  readonly denser: readonly DenserRule[];
  /** The end of the exit's last day, UTC ISO 8601; null without an exit that has one. */
  readonly lastDayEnd: string | null;
}

/** One entry of `schedules:` in lastpost.yaml, with everything that was left out filled in. */
export interface Schedule extends ScheduleTiming {
  readonly id: string;
  readonly channels: readonly string[];
  readonly missed: MissedPolicy;
  readonly notify: NoticeSettings;
  readonly retry: RetrySettings;
}
