import type { NewEntry } from '../model/run/journal-entry.ts';
import type { Lease } from '../model/run/run-store.ts';
import type { RunDeps } from './run-deps.ts';

/** A lease that renews itself for as long as it is held. */
export interface KeptLease {
  /** The newest form of it. */
  readonly lease: () => Lease;
  /** Fires when the lease was lost: another runner has the run now. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

/** Takes a run's lease and keeps it; undefined when another runner holds it. */
export async function keepLease(run: string, deps: RunDeps): Promise<KeptLease | undefined> {
  const { store, clock, leaseMs } = deps;
  const now = clock.now();
  const held = await store.leaseOf(run, now);
  if (held !== undefined && deps.isGone(held.holder)) await store.releaseLease(held);
  const holder = `${deps.host}/${deps.pid}/${deps.nonce}`;
  const entry: NewEntry = {
    type: 'lease.taken',
    step: null,
    attempt: null,
    by: { person: null, host: deps.host, pid: deps.pid },
    at: now.toISOString(),
    body: { holder, before: held?.holder ?? null },
  };
  let lease = await store.takeLease(run, holder, now, leaseMs, entry);
  if (lease === undefined) return undefined;
  await deps.at('lease-taken', null);
  const lost = new AbortController();
  let renewing: Promise<void> = Promise.resolve();
  const renew = async (): Promise<void> => {
    try {
      if (lease !== undefined && !lost.signal.aborted) lease = await store.renewLease(lease, clock.now(), leaseMs);
    } catch (error) {
      lost.abort(error);
    }
  };
  const timer = setInterval(() => {
    renewing = renewing.then(renew);
  }, leaseMs / 3);
  timer.unref();
  const last = lease;
  return {
    lease: () => lease ?? last,
    lost: lost.signal,
    release: async () => {
      clearInterval(timer);
      await renewing;
      if (lease !== undefined) await store.releaseLease(lease);
    },
  };
}
