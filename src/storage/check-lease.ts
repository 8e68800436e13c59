import type { KnownError } from '../base/known-error.ts';
import type { Lease } from '../model/run/run-store.ts';
import { leaseLost } from './run-errors.ts';
import { leaseOfRow } from './run-rows.ts';
import type { RunLeaseRow } from './tables.ts';

/**
 * Whether a lease holds at a moment. One that lies further ahead than it is long was taken before the clock was put back, and
 * would keep a run from everybody for as long as the clock was wrong.
 */
export function holds({ since, until }: RunLeaseRow, now: Date): boolean {
  const [from, to] = [Date.parse(since), Date.parse(until)];
  return now.getTime() < to && now.getTime() >= from - (to - from);
}

/**
 * Whether a runner may write. Until when it may is what the ledger says: it may have renewed its lease since.
 * @param epoch of the journal's last entry
 * @param held as the ledger has it
 * @throws KnownError `run.lease-lost`
 */
export function checkLease(lease: Lease, run: string, epoch: number, held: RunLeaseRow | undefined, now: Date): void {
  if (lease.run !== run) throw new TypeError(`A lease of run ${lease.run} is none of run ${run}.`);
  const isOver = held === undefined || now.getTime() >= Date.parse(held.until);
  if (isOver || lease.epoch !== epoch || !isOf(held, lease)) throw lostLease(lease, held);
}

export function isOf(held: RunLeaseRow, { holder, epoch }: Lease): boolean {
  return held.holder === holder && held.epoch === epoch;
}

export function lostLease(lease: Lease, held: RunLeaseRow | undefined): KnownError {
  return leaseLost(lease, held === undefined || isOf(held, lease) ? null : leaseOfRow(held));
}
