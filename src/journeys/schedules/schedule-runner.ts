import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { ClaimRequest } from '../../model/schedule/schedule-state.ts';
import { patiently } from '../patiently.ts';
import { isGone } from '../runs/is-gone.ts';
import type { OpenSchedules } from './open-schedules.ts';
import type { RunnerContext } from './runner-context.ts';

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
      if (claims.length === 0) return 0;
      // What works out times and takes snapshots comes in when something is due.
      const { runClaim } = await import('./run-claim.ts');
      for (const claim of claims) {
        const work: Promise<void> = runClaim(claim, open, { ...context, claimMs: CLAIM_MS }, only?.force === true)
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
