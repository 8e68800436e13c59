/** How the last attempt went. `waiting`: somebody else was at the channel. `skipped`: it was too late for it, and `missed: skip`. */
export type ScheduleResultKind = 'complete' | 'partial' | 'failed' | 'interrupted' | 'waiting' | 'skipped';

export interface ScheduleResult {
  readonly kind: ScheduleResultKind;
  /** When it was noted, UTC ISO 8601. */
  readonly at: string;
  readonly snapshot: string | null;
  readonly gaps: number;
  /** Of what went wrong; null where nothing did. */
  readonly code: string | null;
  readonly message: string | null;
  readonly hint: string | null;
}

/** Where one channel of one schedule stands. */
export interface ScheduleState {
  readonly schedule: string;
  readonly channel: string;
  /** The time that it is for, UTC ISO 8601. */
  readonly slotAt: string;
  /** When it is to be done: the slot with its jitter, or after a failure the next attempt. */
  readonly dueAt: string;
  readonly zone: string;
  /** Attempts at this slot that failed. */
  readonly attempts: number;
  /** Slots in a row that failed for good. */
  readonly failures: number;
  /** Slots that passed without a snapshot, when it was last looked after. */
  readonly missed: number;
  readonly last: ScheduleResult | null;
  /** When a failure was last told of, UTC ISO 8601; null once it went well again. */
  readonly toldAt: string | null;
  /** `host/pid/…` of who is at it; null when nobody is. */
  readonly claimedBy: string | null;
  readonly claimedAt: string | null;
}

/** What somebody holds who takes the snapshot that is due. */
export interface Claim {
  readonly state: ScheduleState;
  /** Somebody claimed it before and did not come back. */
  readonly before: { readonly holder: string; readonly at: string } | null;
  readonly holder: string;
  /** The schedule, as the ledger has it. */
  readonly json: string;
}

export interface NewNotice {
  readonly schedule: string;
  readonly channel: string;
  readonly kind: string;
  /** `mail` or `webhook`. */
  readonly way: string;
  readonly json: string;
  readonly madeAt: string;
}

export interface WaitingNotice extends NewNotice {
  readonly number: number;
  readonly attempts: number;
  readonly nextAt: string;
  /** Why it could not be sent the last time; null before the first attempt. */
  readonly error: string | null;
  /** Nobody tries again. */
  readonly isGivenUp: boolean;
}

export interface ChannelLease {
  readonly channel: string;
  /** `host/pid/…` */
  readonly holder: string;
  /** Grows each time that somebody takes it. */
  readonly epoch: number;
  /** When this holder took it. */
  readonly takenAt: string;
  readonly until: string;
}

/** A schedule as it is entered: what is to be kept, and where its new channels begin. */
export interface EnteredSchedule {
  readonly id: string;
  /** Of what decides on its times: another one lets them begin anew. */
  readonly timing: string;
  readonly json: string;
  /** '' as the times of one that goes on as the ledger has it. */
  readonly channels: readonly { readonly channel: string; readonly slotAt: string; readonly dueAt: string }[];
  readonly zone: string;
}

export interface AfterClaim {
  readonly slotAt: string;
  readonly dueAt: string;
  readonly attempts: number;
  readonly failures: number;
  readonly missed: number;
  readonly last: ScheduleResult;
  readonly toldAt: string | null;
}

/** The ledger's pages about schedules. What is in lastpost.yaml is copied there, and never the other way round. */
export interface ScheduleStore {
  /** Digest of the settings that were entered last; null before the first time. */
  enteredDigest(): Promise<string | null>;
  /** By id: the digest of what decides on its times. */
  timings(): Promise<ReadonlyMap<string, { readonly timing: string; readonly channels: readonly string[] }>>;
  /** In one transaction. Channels that go on with the same times keep their state; what is not named is gone. */
  enter(digest: string, schedules: readonly EnteredSchedule[]): Promise<void>;
  /** Everything due at `until`, claimed in one transaction for `forMs` from `now`; nobody else gets the same. */
  claim(request: ClaimRequest): Promise<readonly Claim[]>;
  /** False where it is no longer ours: the schedule is gone, or somebody else has it. */
  renewClaim(claim: Claim, now: Date, forMs: number): Promise<boolean>;
  /** Notes how it went, with the notices that come of it, in one transaction. False as with `renewClaim`: nothing was written. */
  settle(claim: Claim, after: AfterClaim, notices: readonly NewNotice[]): Promise<boolean>;
  states(): Promise<readonly ScheduleState[]>;
  /** When the next one is due that nobody has claimed; null without any. */
  nextDue(): Promise<string | null>;
  /** Held for `forMs`; the lease of somebody else, where it holds. */
  takeLease(request: LeaseRequest): Promise<{ readonly lease: ChannelLease } | { readonly heldBy: ChannelLease }>;
  /** undefined where it is no longer ours. */
  renewLease(lease: ChannelLease, now: Date, forMs: number): Promise<ChannelLease | undefined>;
  releaseLease(lease: ChannelLease): Promise<void>;
  /** Whether there is something to send; only read. */
  hasNotices(now: string): Promise<boolean>;
  /** What is to be sent now, in order. Nobody else gets the same until `againAt`, so that a killed process loses none. */
  dueNotices(now: string, againAt: string, limit: number): Promise<readonly WaitingNotice[]>;
  notices(): Promise<readonly WaitingNotice[]>;
  noticeSent(number: number): Promise<void>;
  noticeFailed(number: number, error: string, nextAt: string | null): Promise<void>;
}

export interface ClaimRequest {
  /** Due by then, UTC ISO 8601. */
  readonly until: string;
  readonly now: Date;
  readonly forMs: number;
  readonly holder: string;
  readonly limit: number;
  /** Only of this schedule, due or not, when `force`. */
  readonly only?: { readonly schedule: string; readonly force: boolean; readonly skip: readonly string[] } | undefined;
  /** Whether the holder of a claim is known to have ended. */
  isGone(holder: string): boolean;
}

export interface LeaseRequest {
  readonly channel: string;
  readonly holder: string;
  readonly now: Date;
  readonly forMs: number;
  isGone(holder: string): boolean;
}
