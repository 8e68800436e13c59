import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { KnownError } from '../../base/known-error.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import type { Schedule } from '../../model/schedule/schedule.ts';
import type { AfterClaim, Claim, ClaimRequest } from '../../model/schedule/schedule-state.ts';
import { type DueDecision, decideDue } from '../../schedules/missed.ts';
import { patiently } from '../patiently.ts';
import { isGone } from '../runs/is-gone.ts';
import type { SnapshotWith } from '../runs/step-ports.ts';
import { noteResult } from './note-result.ts';
import type { OpenSchedules } from './open-schedules.ts';
import { type Took, takeDue } from './take-due.ts';

/** One thing that was done, or could not be. */
export interface Ran {
  readonly schedule: string;
  readonly channel: string;
  readonly slotAt: string;
  readonly zone: string;
  readonly took: Took;
  readonly after: AfterClaim;
  /** False: it is somebody else's by now, or its schedule is gone. Nothing was noted. */
  readonly isNoted: boolean;
}

export interface RunnerContext extends JourneyContext {
  readonly snapshotWith?: SnapshotWith;
  /** Told when a snapshot begins, and when it has ended. */
  onBegin?(claim: Claim): void;
  onEnd?(ran: Ran): void;
}

/** Takes what is due, a few at a time. */
export interface ScheduleRunner {
  /** Claims as much of what is due at `until` as it can begin now, and begins it. @returns how many */
  begin(until: string, only?: ClaimRequest['only']): Promise<number>;
  /** When one that is under way has ended; at once when none is. */
  oneEnded(): Promise<void>;
  readonly underWay: number;
  /** Throws what kept a result from being noted, once: the ledger could not be written. */
  refuseFailure(): void;
}

/** A browser wants about a gigabyte, and laptops have few. */
const AT_ONCE = 2;
/** Long enough for a computer under load; on this machine, whoever has ended is known to be gone at once. */
const CLAIM_MS = 120_000;

export function scheduleRunner(open: OpenSchedules, context: RunnerContext): ScheduleRunner {
  const holder = `${hostname()}/${process.pid}/${randomUUID().slice(0, 8)}`;
  const running = new Set<Promise<void>>();
  let failure: { readonly error: unknown } | undefined;
  return {
    begin: async (until, only) => {
      const limit = AT_ONCE - running.size;
      if (limit <= 0 || context.signal.aborted) return 0;
      const request = { until, now: context.clock.now(), forMs: CLAIM_MS, holder, limit, only, isGone };
      const claims = await patiently(() => open.ledger.schedules.claim(request));
      for (const claim of claims) {
        const work: Promise<void> = runClaim(claim, open, context, only?.force === true)
          .catch((error: unknown) => {
            failure ??= { error };
          })
          .finally(() => {
            running.delete(work);
          });
        running.add(work);
      }
      return claims.length;
    },
    oneEnded: async () => {
      if (running.size > 0) await Promise.race(running);
    },
    refuseFailure: () => {
      const failed = failure;
      failure = undefined;
      if (failed !== undefined) throw failed.error;
    },
    get underWay() {
      return running.size;
    },
  };
}

async function runClaim(claim: Claim, open: OpenSchedules, context: RunnerContext, isForced: boolean): Promise<void> {
  const schedule = JSON.parse(claim.json) as Schedule;
  const keeper = keepClaim(claim, open, context);
  try {
    const now = context.clock.now().toISOString();
    const decision = decide(claim, schedule, now, isForced);
    if (decision.isTaken) context.onBegin?.(claim);
    const took = decision.isTaken
      ? await takeDue(claim, open, { ...context, signal: keeper.signal }, context.snapshotWith ?? {})
      : skipped(now);
    const { after, notices } = noteResult(claim, schedule, decision, took);
    await keeper.stop();
    const isNoted = await patiently(() => open.ledger.schedules.settle(claim, after, notices));
    const { schedule: id, channel, slotAt, zone } = claim.state;
    context.onEnd?.({ schedule: id, channel, slotAt, zone, took, after, isNoted });
  } finally {
    await keeper.stop();
  }
}

function decide({ state }: Claim, schedule: Schedule, now: string, isForced: boolean): DueDecision {
  // Ahead of its time: that time stays.
  if (isForced && state.dueAt > now) return { isTaken: true, missed: 0, nextSlot: state.slotAt };
  // An attempt that failed was on time; what is late since is the next attempt and not the snapshot.
  const policy = isForced || state.attempts > 0 ? withoutSkip(schedule.missed) : schedule.missed;
  return decideDue(schedule, policy, state, now);
}

function withoutSkip(policy: Schedule['missed']): Schedule['missed'] {
  return policy === 'skip' ? 'once' : policy;
}

function skipped(at: string): Took {
  const none = { snapshot: null, gaps: 0, code: null, message: null, hint: null };
  return { result: { kind: 'skipped', at, ...none }, snapshot: null, seen: null, needsPerson: false };
}

/** Keeps a claim for as long as its work takes; the signal fires also when somebody else has it. */
function keepClaim(claim: Claim, { ledger }: OpenSchedules, { clock, signal }: RunnerContext) {
  const lost = new AbortController();
  let renewing: Promise<void> = Promise.resolve();
  const renew = async (): Promise<void> => {
    const isOurs = await patiently(() => ledger.schedules.renewClaim(claim, clock.now(), CLAIM_MS)).catch(
      (error: unknown) => error instanceof KnownError,
    );
    if (!isOurs) lost.abort();
  };
  const timer = setInterval(() => {
    renewing = renewing.then(renew);
  }, CLAIM_MS / 6);
  timer.unref();
  return {
    signal: AbortSignal.any([signal, lost.signal]),
    stop: async () => {
      clearInterval(timer);
      await renewing;
    },
  };
}
