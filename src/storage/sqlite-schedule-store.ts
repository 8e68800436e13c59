import type { Kysely } from 'kysely';
import type { EnteredSchedule, ScheduleStore } from '../model/schedule/schedule-state.ts';
import { releaseChannelLease, renewChannelLease, takeChannelLease } from './channel-leases.ts';
import { inTransaction } from './in-transaction.ts';
import { RowInsert } from './insert-rows.ts';
import { withLedgerErrors } from './ledger-errors.ts';
import { claimDue, renewClaim, settleClaim } from './schedule-claims.ts';
import { dueNotices, noticeFailed, noticeOf } from './schedule-notices.ts';
import { stateOf } from './schedule-rows.ts';
import type { LedgerTables } from './tables.ts';

/** Schedules in SQLite. */
export function sqliteScheduleStore(db: Kysely<LedgerTables>, file: string): ScheduleStore {
  const told = <T>(work: () => Promise<T>): Promise<T> => withLedgerErrors(file, work);
  const changing = <T>(work: (transaction: Kysely<LedgerTables>) => Promise<T>): Promise<T> =>
    told(() => inTransaction(db, work));
  return {
    enteredDigest: () =>
      told(async () => (await db.selectFrom('schedule_settings').select('digest').executeTakeFirst())?.digest ?? null),
    timings: () => told(() => timings(db)),
    enter: (digest, schedules) => changing((transaction) => enter(transaction, digest, schedules)),
    claim: (request) => changing((transaction) => claimDue(transaction, request)),
    renewClaim: (claim, now, forMs) => told(() => renewClaim(db, claim, now, forMs)),
    settle: (claim, after, notices) => changing((transaction) => settleClaim(transaction, claim, after, notices)),
    states: () =>
      told(async () => {
        const rows = await db
          .selectFrom('schedule_states')
          .selectAll()
          .orderBy('schedule')
          .orderBy('channel')
          .execute();
        return rows.map(stateOf);
      }),
    nextDue: () =>
      told(async () => {
        const free = db.selectFrom('schedule_states').where('claimed_by', 'is', null);
        return (await free.select('due_at').orderBy('due_at').limit(1).executeTakeFirst())?.due_at ?? null;
      }),
    takeLease: (request) => changing((transaction) => takeChannelLease(transaction, request)),
    renewLease: (lease, now, forMs) => told(() => renewChannelLease(db, lease, now, forMs)),
    releaseLease: (lease) => told(() => releaseChannelLease(db, lease)),
    dueNotices: (now, againAt, limit) => changing((transaction) => dueNotices(transaction, now, againAt, limit)),
    hasNotices: (now) =>
      told(async () => {
        const due = db.selectFrom('schedule_notices').select('number').where('given_up', '=', 0);
        return (await due.where('next_at', '<=', now).limit(1).executeTakeFirst()) !== undefined;
      }),
    notices: () =>
      told(async () => (await db.selectFrom('schedule_notices').selectAll().orderBy('number').execute()).map(noticeOf)),
    noticeSent: (number) =>
      told(async () => {
        await db.deleteFrom('schedule_notices').where('number', '=', number).execute();
      }),
    noticeFailed: (number, error, nextAt) => told(() => noticeFailed(db, number, error, nextAt)),
  };
}

interface Known {
  readonly timing: string;
  readonly channels: readonly string[];
}

async function timings(db: Kysely<LedgerTables>): Promise<ReadonlyMap<string, Known>> {
  const known = new Map<string, { timing: string; channels: string[] }>();
  for (const { id, timing } of await db.selectFrom('schedules').select(['id', 'timing']).execute()) {
    known.set(id, { timing, channels: [] });
  }
  const rows = await db.selectFrom('schedule_states').select(['schedule', 'channel']).execute();
  for (const { schedule, channel } of rows) known.get(schedule)?.channels.push(channel);
  return known;
}

/**
 * Whether each channel that has to begin has a time for that. Where another process changed something since it was worked out,
 * nothing is entered: the digest stays as it is, and the next sweep works it out anew.
 */
function isWhole({ timing, channels }: EnteredSchedule, known: Known | undefined): boolean {
  return channels.every(
    ({ channel, slotAt }) => slotAt !== '' || (known?.timing === timing && known.channels.includes(channel)),
  );
}

const BATCH = 200;
const scheduleRows = new RowInsert<{ id: string; timing: string; json: string }>((db, rows) =>
  db.insertInto('schedules').values(rows),
);
const stateRows = new RowInsert<ReturnType<typeof stateRow>>((db, rows) =>
  db.insertInto('schedule_states').values(rows),
);

async function enter(db: Kysely<LedgerTables>, digest: string, schedules: readonly EnteredSchedule[]): Promise<void> {
  const named = new Set(schedules.map(({ id }) => id));
  for (const { id } of await db.selectFrom('schedules').select('id').execute()) {
    if (!named.has(id)) await db.deleteFrom('schedules').where('id', '=', id).execute();
  }
  const known = await timings(db);
  if (schedules.some((schedule) => !isWhole(schedule, known.get(schedule.id)))) return;
  const fresh: EnteredSchedule[] = [];
  for (const schedule of schedules) {
    if (known.has(schedule.id)) await change(db, schedule, known.get(schedule.id)?.timing !== schedule.timing);
    else fresh.push(schedule);
  }
  for (let at = 0; at < fresh.length; at += BATCH) {
    const some = fresh.slice(at, at + BATCH);
    await scheduleRows.execute(
      db,
      some.map(({ id, timing, json }) => ({ id, timing, json })),
    );
    for (const schedule of some) {
      await stateRows.execute(
        db,
        schedule.channels.map((one) => stateRow(schedule, one)),
      );
    }
  }
  await db
    .insertInto('schedule_settings')
    .values({ place: 1, digest })
    .onConflict((on) => on.column('place').doUpdateSet({ digest }))
    .execute();
}

function stateRow({ id, zone }: EnteredSchedule, { channel, slotAt, dueAt }: EnteredSchedule['channels'][number]) {
  return { schedule: id, channel, slot_at: slotAt, due_at: dueAt, zone };
}

/** How it went last stays, whatever changed: a person looks for that. */
async function change(db: Kysely<LedgerTables>, schedule: EnteredSchedule, isRetimed: boolean): Promise<void> {
  const { id, timing, json, channels, zone } = schedule;
  await db.updateTable('schedules').set({ timing, json }).where('id', '=', id).execute();
  const names = channels.map(({ channel }) => channel);
  await db.deleteFrom('schedule_states').where('schedule', '=', id).where('channel', 'not in', names).execute();
  for (const one of channels) {
    const retimed = { slot_at: one.slotAt, due_at: one.dueAt, zone, attempts: 0 };
    await db
      .insertInto('schedule_states')
      .values(stateRow(schedule, one))
      .onConflict((on) => (isRetimed ? on.columns(['schedule', 'channel']).doUpdateSet(retimed) : on.doNothing()))
      .execute();
  }
}
