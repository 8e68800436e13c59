import { isoTime } from '../base/clock.ts';
import type { NewEntry } from '../model/run/journal-entry.ts';
import type { Lease } from '../model/run/run-store.ts';
import { addEntries } from './add-entries.ts';
import { holds, isOf, lostLease } from './check-lease.ts';
import { type RunLedger, readRun } from './read-run.ts';
import { leaseOfRow } from './run-rows.ts';
import type { RunStatements } from './run-statements.ts';

/** undefined when somebody holds it. */
export function takeLease(
  ledger: RunLedger,
  lease: { readonly run: string; readonly holder: string },
  now: Date,
  forMs: number,
  entry: NewEntry,
): Lease | undefined {
  const { statements, memory } = ledger;
  const { run, holder } = lease;
  const taken = statements.write(() => {
    const before = readRun(ledger, run);
    const held = statements.lease(run);
    if (held !== undefined && holds(held, now)) return undefined;
    const epoch = before.state.epoch + 1;
    const known = addEntries(statements, before, epoch, [entry]);
    const row = { run, holder, epoch, since: isoTime(now), until: later(now, forMs) };
    statements.setLease(row);
    return { known, lease: leaseOfRow(row) };
  });
  if (taken === undefined) return undefined;
  memory.keep(taken.known);
  return taken.lease;
}

export function leaseAt(statements: RunStatements, run: string, now: Date): Lease | undefined {
  const held = statements.lease(run);
  return held !== undefined && holds(held, now) ? leaseOfRow(held) : undefined;
}

/** @throws KnownError `run.lease-lost` */
export function renewLease(statements: RunStatements, lease: Lease, now: Date, forMs: number): Lease {
  return statements.write(() => {
    const held = statements.lease(lease.run);
    if (held === undefined || !isOf(held, lease)) throw lostLease(lease, held);
    const row = { ...held, since: isoTime(now), until: later(now, forMs) };
    statements.setLease(row);
    return leaseOfRow(row);
  });
}

export function releaseLease(statements: RunStatements, { run, holder, epoch }: Lease): void {
  statements.write(() => statements.dropLease(run, holder, epoch));
}

function later(now: Date, forMs: number): string {
  return isoTime(new Date(now.getTime() + forMs));
}
