import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { KnownError } from '../base/known-error.ts';
import type { JourneyContext } from '../model/journey-context.ts';
import type { ChannelLease } from '../model/schedule/schedule-state.ts';
import type { TakeSnapshotInput } from '../model/take-snapshot-input.ts';
import { openLedger } from '../storage/ledger.ts';
import { workspacePaths } from '../workspace/paths.ts';
import { patiently } from './patiently.ts';
import { isGone } from './runs/is-gone.ts';

/** A computer under load may be this late with renewing; on this one, whoever has ended is known to be gone at once. */
const LEASE_MS = 120_000;
/** See `patiently`. */
const BUSY_MS = 100;

/**
 * Does something while nobody else, in any process, takes a snapshot of the same channel. Where no channel of a workspace is
 * meant there is nothing to hold. When the lease is lost, because this process slept and somebody took over, the signal that
 * `work` gets fires.
 * @throws KnownError `snapshot.channel-busy`, and those of opening the ledger
 */
export async function holdChannel<T>(
  { workspaceDir, channel }: Pick<TakeSnapshotInput, 'workspaceDir' | 'channel'>,
  context: JourneyContext,
  work: (context: JourneyContext) => Promise<T>,
): Promise<T> {
  if (workspaceDir === undefined || channel === undefined) return work(context);
  const root = resolve(workspaceDir);
  const ledger = await openLedger({ file: workspacePaths(root).ledger, root, busyTimeoutMs: BUSY_MS });
  try {
    const lease = await take(ledger.schedules, channel, context);
    const lost = new AbortController();
    const keeper = keep(ledger.schedules, lease, context, lost);
    try {
      return await work({ ...context, signal: AbortSignal.any([context.signal, lost.signal]) });
    } finally {
      await keeper.stop();
      // Whoever fails to give it back has let it run out; the snapshot is no worse for that.
      await patiently(() => ledger.schedules.releaseLease(lease)).catch(() => undefined);
    }
  } finally {
    await ledger.close();
  }
}

type Leases = Pick<Awaited<ReturnType<typeof openLedger>>['schedules'], 'takeLease' | 'renewLease' | 'releaseLease'>;

async function take(leases: Leases, channel: string, { clock }: JourneyContext): Promise<ChannelLease> {
  const holder = `${hostname()}/${process.pid}/${randomUUID().slice(0, 8)}`;
  const taken = await patiently(() => leases.takeLease({ channel, holder, now: clock.now(), forMs: LEASE_MS, isGone }));
  if ('lease' in taken) return taken.lease;
  throw busy(taken.heldBy);
}

function busy({ channel, holder, takenAt }: ChannelLease): KnownError {
  const parts = holder.split('/');
  const who = `${parts.slice(0, -2).join('/')}, process ${parts.at(-2)}`;
  const since = `${takenAt.slice(0, 10)} ${takenAt.slice(11, 16)} UTC`;
  return new KnownError(
    'snapshot.channel-busy',
    `A snapshot of ${channel} is being taken at this moment: on ${who}, since ${since}.`,
    { hint: 'Wait until it is done, or stop it there; two at once would only load the site twice.' },
  );
}

function keep(
  leases: Leases,
  lease: ChannelLease,
  { clock }: JourneyContext,
  lost: AbortController,
): { stop(): Promise<void> } {
  let renewing: Promise<void> = Promise.resolve();
  const renew = async (): Promise<void> => {
    // A ledger that is locked or gone for a while is no reason to throw a crawl away; that somebody else has it is one.
    const renewed = await patiently(() => leases.renewLease(lease, clock.now(), LEASE_MS)).catch(() => lease);
    if (renewed === undefined) lost.abort();
  };
  const timer = setInterval(() => {
    renewing = renewing.then(renew);
  }, LEASE_MS / 6);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await renewing;
    },
  };
}
