import type { Kysely } from 'kysely';
import { isoTime } from '../base/clock.ts';
import type { ChannelLease, LeaseRequest } from '../model/schedule/schedule-state.ts';
import type { ChannelLeaseRow } from './schedule-tables.ts';
import type { LedgerTables } from './tables.ts';

type Held = ChannelLeaseRow & { readonly holder: string };

/** Within a transaction. */
export async function takeChannelLease(
  db: Kysely<LedgerTables>,
  { channel, holder, now, forMs, isGone }: LeaseRequest,
): Promise<{ lease: ChannelLease } | { heldBy: ChannelLease }> {
  const row = await db.selectFrom('channel_leases').selectAll().where('channel', '=', channel).executeTakeFirst();
  if (row !== undefined && isHeld(row) && holds(row, now) && !isGone(row.holder)) return { heldBy: leaseOf(row) };
  const at = isoTime(now);
  const until = isoTime(new Date(now.getTime() + forMs));
  const taken = { channel, holder, epoch: (row?.epoch ?? 0) + 1, taken_at: at, since: at, until };
  await db
    .insertInto('channel_leases')
    .values(taken)
    .onConflict((on) => on.column('channel').doUpdateSet(taken))
    .execute();
  return { lease: leaseOf(taken) };
}

function isHeld(row: ChannelLeaseRow): row is Held {
  return row.holder !== null;
}

/** One that begins further ahead than it is long was taken before the clock was put back: see `check-lease.ts`. */
function holds({ since, until }: ChannelLeaseRow, now: Date): boolean {
  const [from, to] = [Date.parse(since), Date.parse(until)];
  return now.getTime() < to && now.getTime() >= from - (to - from);
}

function leaseOf({ channel, holder, epoch, taken_at, until }: Held): ChannelLease {
  return { channel, holder, epoch, takenAt: taken_at, until };
}

/** Also one that has run out: as long as nobody else took it, it is whose it was. */
export async function renewChannelLease(
  db: Kysely<LedgerTables>,
  lease: ChannelLease,
  now: Date,
  forMs: number,
): Promise<ChannelLease | undefined> {
  const renewed = { since: isoTime(now), until: isoTime(new Date(now.getTime() + forMs)) };
  const { numUpdatedRows } = await db
    .updateTable('channel_leases')
    .set(renewed)
    .where('channel', '=', lease.channel)
    .where('holder', '=', lease.holder)
    .where('epoch', '=', lease.epoch)
    .executeTakeFirst();
  return numUpdatedRows === 1n ? { ...lease, until: renewed.until } : undefined;
}

export async function releaseChannelLease(
  db: Kysely<LedgerTables>,
  { channel, holder, epoch }: ChannelLease,
): Promise<void> {
  await db
    .updateTable('channel_leases')
    .set({ holder: null })
    .where('channel', '=', channel)
    .where('holder', '=', holder)
    .where('epoch', '=', epoch)
    .execute();
}
