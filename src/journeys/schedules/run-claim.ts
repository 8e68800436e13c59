import { KnownError } from '../../base/known-error.ts';
import type { Schedule } from '../../model/schedule/schedule.ts';
import type { Claim } from '../../model/schedule/schedule-state.ts';
import { type DueDecision, decideDue } from '../../schedules/missed.ts';
import { patiently } from '../patiently.ts';
import { noteResult } from './note-result.ts';
import type { OpenSchedules } from './open-schedules.ts';
import type { RunnerContext } from './runner-context.ts';
import { type Took, takeDue } from './take-due.ts';

export interface ClaimContext extends RunnerContext {
  /** How long a claim holds without being renewed. */
  readonly claimMs: number;
}

/** Takes the snapshot that a claim is for, keeps the claim meanwhile, and notes how it went. */
export async function runClaim(
  claim: Claim,
  open: OpenSchedules,
  context: ClaimContext,
  isForced: boolean,
): Promise<void> {
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
function keepClaim(claim: Claim, { ledger }: OpenSchedules, { clock, signal, claimMs }: ClaimContext) {
  const lost = new AbortController();
  let renewing: Promise<void> = Promise.resolve();
  const renew = async (): Promise<void> => {
    const isOurs = await patiently(() => ledger.schedules.renewClaim(claim, clock.now(), claimMs)).catch(
      (error: unknown) => error instanceof KnownError,
    );
    if (!isOurs) lost.abort();
  };
  const timer = setInterval(() => {
    renewing = renewing.then(renew);
  }, claimMs / 6);
  timer.unref();
  return {
    signal: AbortSignal.any([signal, lost.signal]),
    stop: async () => {
      clearInterval(timer);
      await renewing;
    },
  };
}
